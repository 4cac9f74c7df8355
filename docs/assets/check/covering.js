// Covers a quotation with words from several places: the longest runs, wherever they occur
// (section 6 of architecture/quotations.md).
/** @import { Piece, Run, Span, Token } from "../../../types/check" */
/** @import { Passage } from "./passages.js" */

import { isPiece } from "./alignment.js";
import { rules } from "./rules.js";

const ROW = 4;

// Runs of words that together cover most of what was given, in its order.
/**
 * @param {Token[]} given
 * @param {Passage[]} passages
 * @returns {Piece[]}
 */
export function cover(given, passages) {
  const keys = given.map(({ key }) => key);
  const rows = rowsOf(keys, passages);
  /** @type {Piece[]} */
  const chosen = [];
  /** @type {Span[]} */
  let open = [[0, keys.length]];
  while (open.length && chosen.length < rules().limits.pieces) {
    const best = longest(rows, open, keys);
    if (!best) break;
    const { span, run } = best;
    chosen.push(best);
    /** @type {Span[]} */
    const rest = [[span[0], run.given], [run.given + run.length, span[1]]];
    open = [...open.filter((one) => one !== span), ...rest.filter(([start, end]) => start < end)];
  }
  return chosen.sort((one, other) => one.run.given - other.run.given);
}

/** @typedef {Piece & {n: number}} Row a piece with the number of its passage */

// The longest run within what is not covered yet.
/**
 * @param {Row[]} rows
 * @param {Span[]} open
 * @param {string[]} keys
 */
function longest(rows, open, keys) {
  /** @type {(Row & {span: Span}) | null} */
  let best = null;
  for (const span of open) {
    for (const row of rows) {
      const run = within(row.run, span);
      if (!run || (best && run.length < best.run.length)) continue;
      if (!isPiece(keys.slice(run.given, run.given + run.length))) continue;
      const found = { passage: row.passage, n: row.n, run, span };
      if (!best || isBefore(found, best)) best = found;
    }
  }
  return best;
}

/**
 * @param {Row} one
 * @param {Row} other
 */
function isBefore(one, other) {
  const order =
    other.run.length - one.run.length ||
    one.run.given - other.run.given ||
    one.n - other.n ||
    one.run.there - other.run.there;
  return order < 0;
}

/**
 * @param {Run} run
 * @param {Span} span
 * @returns {Run | null}
 */
function within(run, [low, high]) {
  const start = Math.max(run.given, low);
  const end = Math.min(run.given + run.length, high);
  return start < end ? { given: start, there: run.there + start - run.given, length: end - start } : null;
}

// Every run of four words or more that occurs in a passage and cannot be extended there.
/**
 * @param {string[]} keys
 * @param {Passage[]} passages
 * @returns {Row[]}
 */
function rowsOf(keys, passages) {
  /** @type {Row[]} */
  const found = [];
  for (const [n, passage] of passages.entries()) {
    /** @type {Set<string>} */
    const seen = new Set();
    for (let given = 0; given + ROW <= keys.length; given += 1) {
      for (const there of passage.runs(keys.slice(given, given + ROW))) {
        if (seen.has(`${given} ${there}`)) continue;
        let length = ROW;
        while (given + length < keys.length && keys[given + length] === passage.keys[there + length]) {
          length += 1;
        }
        for (let k = 0; k < length; k += 1) seen.add(`${given + k} ${there + k}`);
        found.push({ n, passage, run: { given, there, length } });
      }
    }
  }
  return found;
}
