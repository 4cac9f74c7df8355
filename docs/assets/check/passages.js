// The texts that quotations are compared with: blocks of passages, as in the index.
/** @import { Block, BlockPassage, Origin, Quoted, Span, Token } from "../../../types/check" */

import { compareStrings, inUnits } from "./characters.js";
import { tokens } from "./tokens.js";

export class Passage {
  /** @type {Token[] | undefined} */
  #tokens;
  /** @type {string[] | undefined} */
  #keys;
  /** @type {number[] | undefined} */
  #sentences;
  /** @type {Map<string, number[]> | undefined} */
  #places;

  // Offsets are in code units here; a block has them in code points.
  /**
   * @param {Origin} origin
   * @param {BlockPassage} given
   */
  constructor(origin, given) {
    const units = inUnits(given.text);
    this.origin = origin;
    this.id = given.passage;
    this.line = given.line;
    this.n = given.n;
    this.text = given.text;
    this.speaker = given.speaker;
    /** @type {Quoted[]} */
    this.quoted = (given.quoted ?? []).map((one) => ({ ...one, start: units(one.start), end: units(one.end) }));
    /** @type {Span[]} */
    this.spans = given.sentences.map(([start, end]) => [units(start), units(end)]);
  }

  get tokens() {
    this.#tokens ??= tokens(this.text);
    return this.#tokens;
  }

  get keys() {
    this.#keys ??= this.tokens.map(({ key }) => key);
    return this.#keys;
  }

  // The number of the sentence that each token belongs to.
  get sentences() {
    this.#sentences ??= this.tokens.map(({ start }) =>
      Math.max(0, this.spans.findLastIndex(([from]) => from <= start)),
    );
    return this.#sentences;
  }

  // Each place where these keys occur in a row, as the index of its first token.
  /** @param {string[]} keys */
  runs(keys) {
    if (!this.#places) {
      this.#places = new Map();
      for (const [n, key] of this.keys.entries()) {
        const places = this.#places.get(key);
        if (places) places.push(n);
        else this.#places.set(key, [n]);
      }
    }
    const firsts = keys.length ? (this.#places.get(keys[0]) ?? []) : [];
    return firsts.filter((at) => keys.every((key, n) => this.keys[at + n] === key));
  }
}

/** @param {Block} block */
export function passagesOf({ briefing, title, date, source, text, passages }) {
  const origin = { briefing, title, date, source, text };
  return passages.map((one) => new Passage(origin, one));
}

// Compares passages in the order in which they are searched and shown: primary texts first, then
// those not written by a machine, then by date.
/**
 * @param {Passage} one
 * @param {Passage} other
 */
export function compare(one, other) {
  const [mine, theirs] = [one.origin, other.origin];
  return (
    Number(theirs.text.primary) - Number(mine.text.primary) ||
    Number(mine.text.by_machine) - Number(theirs.text.by_machine) ||
    compareStrings(mine.date || "9999", theirs.date || "9999") ||
    compareStrings(mine.briefing, theirs.briefing) ||
    compareStrings(mine.source, theirs.source) ||
    one.n - other.n
  );
}
