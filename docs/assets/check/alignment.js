// Aligns words with a passage that has only some of them, or has them with gaps
// (section 5 of architecture/quotations.md).
/** @import { Aligned, Run, Token } from "../../../types/check" */
/** @import { Passage } from "./passages.js" */

import { rules } from "./rules.js";
import { isNumber, weigh, weight } from "./tokens.js";

const NUMBER_FOR_NUMBER = 2;
const CROSSING = 3;

// The largest weight of given words in any stretch of `size` tokens, and where it begins.
/**
 * @param {Map<string, number>} counts of the keys given
 * @param {number} size
 * @param {string[]} keys
 * @returns {[number, number]}
 */
function overlap(counts, size, keys) {
  /** @type {Map<string, number>} */
  const held = new Map();
  let now = 0;
  let best = 0;
  let start = 0;
  for (const [end, key] of keys.entries()) {
    const wanted = counts.get(key);
    if (wanted) {
      const has = (held.get(key) ?? 0) + 1;
      held.set(key, has);
      if (has <= wanted) now += weight(key);
    }
    const left = keys[end - size];
    const given = end >= size ? counts.get(left) : 0;
    if (given) {
      const had = held.get(left) ?? 0;
      if (had <= given) now -= weight(left);
      held.set(left, had - 1);
    }
    if (now > best) [best, start] = [now, Math.max(0, end - size + 1)];
  }
  return [best, start];
}

// The runs that two lists have in common: the longest, then the longest on each side of it, and
// so on (Ratcliff and Obershelp, as in Python's `difflib` without junk).
/**
 * @param {string[]} mine
 * @param {string[]} theirs
 * @returns {Run[]}
 */
export function matchingRuns(mine, theirs) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  for (const [n, key] of theirs.entries()) {
    const known = places.get(key);
    if (known) known.push(n);
    else places.set(key, [n]);
  }
  /** @type {Run[]} */
  const found = [];
  const open = [[0, mine.length, 0, theirs.length]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [low, high, from, to] = span;
    const run = longest(mine, places, low, high, from, to);
    if (!run.length) continue;
    found.push(run);
    if (low < run.given && from < run.there) open.push([low, run.given, from, run.there]);
    const [end, stop] = [run.given + run.length, run.there + run.length];
    if (end < high && stop < to) open.push([end, high, stop, to]);
  }
  found.sort((one, other) => one.given - other.given);
  /** @type {Run[]} */
  const runs = [];
  for (const run of found) {
    const last = runs[runs.length - 1];
    if (last && last.given + last.length === run.given && last.there + last.length === run.there) {
      last.length += run.length;
    } else {
      runs.push(run);
    }
  }
  return runs;
}

/**
 * @param {string[]} mine
 * @param {Map<string, number[]>} places
 * @param {number} low
 * @param {number} high
 * @param {number} from
 * @param {number} to
 * @returns {Run}
 */
function longest(mine, places, low, high, from, to) {
  let best = { given: low, there: from, length: 0 };
  /** @type {Map<number, number>} */
  let lengths = new Map();
  for (let n = low; n < high; n += 1) {
    /** @type {Map<number, number>} */
    const now = new Map();
    for (const there of places.get(mine[n]) ?? []) {
      if (there < from) continue;
      if (there >= to) break;
      const length = (lengths.get(there - 1) ?? 0) + 1;
      now.set(there, length);
      if (length > best.length) best = { given: n - length + 1, there: there - length + 1, length };
    }
    lengths = now;
  }
  return best;
}

// Aligns the words with the passage near a stretch that begins at `start`.
/**
 * @param {Token[]} given
 * @param {Passage} passage
 * @param {number} start
 * @returns {Aligned | null}
 */
export function align(given, passage, start) {
  const reach = Math.floor(given.length / 2) + rules().limits.window;
  const low = Math.max(0, start - reach);
  const high = Math.min(passage.keys.length, start + given.length + reach);
  const keys = given.map(({ key }) => key);
  const found = matchingRuns(keys, passage.keys.slice(low, high));
  const runs = trimmed(found.map((run) => ({ ...run, there: run.there + low })), given, passage);
  return runs.length ? { passage, runs, ...measured(runs, given, passage) } : null;
}

// The runs without those at either end that are too short for their distance.
/**
 * @param {Run[]} runs
 * @param {Token[]} given
 * @param {Passage} passage
 */
function trimmed(runs, given, passage) {
  let kept = runs;
  while (kept.length > 1) {
    const [first, second] = kept;
    const [before, last] = kept.slice(-2);
    if (isStray(first, omitted(first, second), crosses(first, second, passage), given)) kept = kept.slice(1);
    else if (isStray(last, omitted(before, last), crosses(before, last, passage), given)) kept = kept.slice(0, -1);
    else break;
  }
  return kept;
}

// Whether words are left out between two runs across a sentence boundary.
/**
 * @param {Run} before
 * @param {Run} after
 * @param {Passage} passage
 */
export function crosses(before, after, { sentences }) {
  const apart = sentences[before.there + before.length - 1] !== sentences[after.there];
  return apart && omitted(before, after) >= CROSSING;
}

// How many more words lie between two runs in the passage than in the given words.
/**
 * @param {Run} before
 * @param {Run} after
 */
function omitted(before, after) {
  return after.there - before.there - (after.given - before.given);
}

/**
 * @param {Run} run
 * @param {number} leftOut
 * @param {boolean} inAnother whether it stands in another sentence than its neighbour
 * @param {Token[]} given
 */
function isStray(run, leftOut, inAnother, given) {
  const words = given.slice(run.given, run.given + run.length);
  return (inAnother && !isPiece(words.map(({ key }) => key))) || 3 * weigh(words) < leftOut;
}

// Whether consecutive words are long and significant enough to count as a piece.
/** @param {string[]} keys */
export function isPiece(keys) {
  const { small, limits } = rules();
  return keys.length >= limits.piece_words && keys.filter((key) => !small.has(key)).length > 1;
}

/**
 * @param {Run[]} runs
 * @param {Token[]} given
 * @param {Passage} passage
 */
function measured(runs, given, passage) {
  const whole = weigh(given);
  const held = runs.flatMap((run) => given.slice(run.given, run.given + run.length));
  const kept = weigh(held);
  let there = kept;
  let numbers = 0;
  for (const [n, after] of runs.slice(1).entries()) {
    const before = runs[n];
    const gap = passage.tokens.slice(before.there + before.length, after.there);
    const between = given.slice(before.given + before.length, after.given);
    there += Math.min(weigh(gap), rules().limits.omission + weigh(between));
    numbers += numbersFor(between, gap);
  }
  const [first, last] = [runs[0], runs[runs.length - 1]];
  const [low, high] = [first.there, last.there + last.length];
  const rest = given.slice(last.given + last.length);
  numbers += numbersFor(given.slice(0, first.given), passage.tokens.slice(Math.max(0, low - first.given), low));
  numbers += numbersFor(rest, passage.tokens.slice(high, high + rest.length));
  const likeness = Math.floor((200 * (kept + NUMBER_FOR_NUMBER * numbers)) / Math.max(1, whole + there));
  return {
    likeness: Math.min(100, likeness),
    share: Math.floor((100 * kept) / Math.max(1, whole)),
    telling: held.filter(({ key }) => !rules().small.has(key)).length + numbers,
  };
}

// How many numbers are replaced by other numbers: they count as matched in part.
/**
 * @param {Token[]} mine
 * @param {Token[]} theirs
 */
function numbersFor(mine, theirs) {
  if (mine.length !== theirs.length) return 0;
  return mine.filter(({ key }, n) => isNumber(key) && isNumber(theirs[n].key)).length;
}

// The alignments with the passages that have most of the words, the best first.
/**
 * @param {Token[]} given
 * @param {Passage[]} passages
 * @returns {Aligned[]}
 */
export function bestAlignments(given, passages) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { key } of given) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = weigh(given);
  return passages
    .map((passage) => {
      const [held, start] = overlap(counts, given.length, passage.keys);
      return { held, start, passage };
    })
    .filter(({ held }) => 3 * held >= least)
    .sort((one, other) => other.held - one.held)
    .slice(0, rules().limits.aligned)
    .map(({ passage, start }) => align(given, passage, start))
    .filter((one) => one !== null)
    .sort((one, other) => other.likeness - one.likeness);
}
