// Finds and classifies the differences between given words and those of a passage
// (section 8 of architecture/quotations.md).
/** @import { Difference, DifferenceKind, Given, Run, Span, Token } from "../../../types/check" */
/** @import { Passage } from "./passages.js" */

import { stripRightOf } from "./characters.js";
import { rules } from "./rules.js";
import { isNumber } from "./tokens.js";

/** @type {DifferenceKind[]} the gravest first */
const KINDS = [
  "number", "name", "negation", "word", "omission", "addition", "order", "spelling", "contraction",
];
export const SLIGHT = new Set(["spelling", "contraction"]);
const NEGATING = 6; // so many words with a negation among them are called one
const VALUE = /^[0-9]+(?:\.[0-9]+)?(?:e[0-9]+)?$/;

/**
 * @param {DifferenceKind} kind
 * @param {Span} given
 * @param {Span} there
 * @returns {Difference}
 */
export const difference = (kind, given, there, marked = false) => ({ kind, given, there, marked });

/**
 * @param {Difference} one
 * @param {Difference} other
 */
export function byGravity(one, other) {
  return (
    KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
    one.given[0] - other.given[0] ||
    one.there[0] - other.there[0]
  );
}

// All differences between aligned words, the most serious first.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @returns {Difference[]}
 */
export function differences(given, passage, runs) {
  const inside = runs.flatMap((run) => within(run, given, passage));
  const between = gaps(given, passage, runs).flatMap((gap) => ofGap(...gap, given, passage));
  return merged(moved([...inside, ...between], given, passage, runs))
    .map((one) => wholeWords(one, given, passage))
    .sort(byGravity);
}

// Extends a difference to all words of a contraction: "It is" for "It's", not "is".
/**
 * @param {Difference} one
 * @param {Given} given
 * @param {Passage} passage
 * @returns {Difference}
 */
function wholeWords(one, given, passage) {
  if (one.kind !== "contraction") return one;
  let [start, end] = one.given;
  let [first, last] = one.there;
  const [mine, theirs] = [given.tokens, passage.tokens];
  while (Math.min(start, first) > 0 && (isOneWord(mine, start) || isOneWord(theirs, first))) {
    start -= 1;
    first -= 1;
  }
  while (
    end < mine.length && last < theirs.length && (isOneWord(mine, end) || isOneWord(theirs, last))
  ) {
    end += 1;
    last += 1;
  }
  return { ...one, given: [start, end], there: [first, last] };
}

// Whether a token is part of the same written word as the one before it.
/**
 * @param {Token[]} words
 * @param {number} n
 */
const isOneWord = (words, n) => words[n - 1]?.start === words[n]?.start;

// The span of the passage that the given words correspond to, including unmatched ones.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @returns {Span}
 */
export function reached(given, passage, runs) {
  const found = gaps(given, passage, runs);
  return [found[0][1][0], found[found.length - 1][1][1]];
}

// Spelling variants and contractions within a run of words that count as equal.
/**
 * @param {Run} run
 * @param {Given} given
 * @param {Passage} passage
 * @returns {Difference[]}
 */
function within(run, given, passage) {
  /** @type {Difference[]} */
  const found = [];
  for (let at = 0; at < run.length; at += 1) {
    const [a, b] = [run.given + at, run.there + at];
    const [mine, theirs] = [given.tokens[a].exact, passage.tokens[b].exact];
    if (mine === theirs) continue;
    const contracted = [mine, theirs].some(
      (exact) => exact.includes("'") || rules().contractions.has(exact),
    );
    found.push(difference(contracted ? "contraction" : "spelling", [a, a + 1], [b, b + 1]));
  }
  return found;
}

// The spans before, between and after the runs, on both sides.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @returns {[Span, Span][]}
 */
function gaps(given, { sentences }, runs) {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  let low = first.there;
  while (low > Math.max(0, first.there - first.given) && sentences[low - 1] === sentences[first.there]) {
    low -= 1;
  }
  const [end, there] = [last.given + last.length, last.there + last.length];
  const most = Math.min(sentences.length, there + given.tokens.length - end);
  let high = there;
  while (high < most && sentences[high] === sentences[there - 1]) high += 1;
  /** @type {[Span, Span][]} */
  const between = runs.slice(1).map((after, n) => [
    [runs[n].given + runs[n].length, after.given],
    [runs[n].there + runs[n].length, after.there],
  ]);
  return [
    [[0, first.given], [low, first.there]],
    ...between,
    [[end, given.tokens.length], [there, high]],
  ];
}

/**
 * @param {Span} span
 * @param {Span} there
 * @param {Given} given
 * @param {Passage} passage
 * @returns {Difference[]}
 */
function ofGap(span, there, given, passage) {
  const mine = given.tokens.slice(...span);
  const theirs = passage.tokens.slice(...there);
  if (!mine.length && !theirs.length) return [];
  if (!mine.length || !theirs.length) {
    const negated = negations(mine) !== negations(theirs) && mine.length + theirs.length <= NEGATING;
    const kind = mine.length ? "addition" : "omission";
    return [difference(negated ? "negation" : kind, span, there)];
  }
  /** @param {Token[]} words */
  const letters = (words) => words.map(({ key }) => key).join("");
  if (letters(mine) === letters(theirs)) return [difference("spelling", span, there)];
  if (mine.length !== theirs.length) {
    return [difference(ofWords(given, span, passage, there), span, there)];
  }
  return mine.map((_, n) => {
    const [a, b] = [span[0] + n, there[0] + n];
    return difference(ofPair(given, a, passage, b), [a, a + 1], [b, b + 1]);
  });
}

/**
 * @param {Given} given
 * @param {number} a
 * @param {Passage} passage
 * @param {number} b
 * @returns {DifferenceKind}
 */
function ofPair(given, a, passage, b) {
  const [mine, theirs] = [given.tokens[a], passage.tokens[b]];
  const { either } = rules();
  if (either.get(mine.key)?.has(theirs.key) || either.get(theirs.key)?.has(mine.key)) {
    return "contraction";
  }
  const value = countOf(mine);
  if (value !== null && value === countOf(theirs)) return "spelling";
  return ofWords(given, [a, a + 1], passage, [b, b + 1]);
}

/**
 * @param {Given} given
 * @param {Span} span
 * @param {Passage} passage
 * @param {Span} there
 * @returns {DifferenceKind}
 */
function ofWords(given, span, passage, there) {
  const mine = given.tokens.slice(...span);
  const theirs = passage.tokens.slice(...there);
  if (values(mine) !== values(theirs)) return "number";
  if (negations(mine) !== negations(theirs)) return "negation";
  const named =
    theirs.some((word) => isName(passage.text, word)) ||
    (given.cased && mine.some((word) => isName(given.text, word)));
  return named ? "name" : "word";
}

// The value of a word, if it is a number.
/**
 * @param {Token} token
 * @returns {number | string | null}
 */
function countOf({ key }) {
  const counted = rules().numberWords.get(key);
  if (counted !== undefined) return counted;
  if (!isNumber(key)) return null;
  return VALUE.test(key) ? Number(key) : key;
}

/** @param {Token[]} words */
function values(words) {
  return words.map(countOf).filter((value) => value !== null).map(String).sort().join(" ");
}

/** @param {Token[]} words */
const negations = (words) => words.filter(({ key }) => rules().negations.has(key)).length;

// Whether a word is capitalised without beginning a sentence.
/**
 * @param {string} text
 * @param {Token} token
 */
function isName(text, { key, start }) {
  if (rules().small.has(key) || !/^\p{Uppercase}/u.test(text.slice(start, start + 2))) return false;
  const before = stripRightOf(text.slice(0, start), " \"'“”‘’([");
  return before !== "" && !".!?…:".includes(before[before.length - 1]);
}

// Turns words added in one place and present in another of the same sentence into moves.
/**
 * @param {Difference[]} found
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @returns {Difference[]}
 */
function moved(found, given, passage, runs) {
  const { sentences } = passage;
  const last = runs[runs.length - 1];
  const [first, end] = [runs[0].there, last.there + last.length];
  let [low, high] = [first, end];
  while (low && sentences[low - 1] === sentences[first]) low -= 1;
  while (high < sentences.length && sentences[high] === sentences[end - 1]) high += 1;
  let made = [...found];
  for (const one of found) {
    const keys = given.tokens.slice(...one.given).map(({ key }) => key);
    if (one.kind !== "addition" || keys.every((key) => rules().small.has(key))) continue;
    const leftOut = made.filter(({ kind }) => kind === "omission").map(({ there }) => there);
    const place = [...leftOut, [low, first], [end, high]]
      .map(([start, stop]) => placeOf(keys, passage.keys, start, stop))
      .find((at) => at !== null);
    if (place === undefined) continue;
    /** @type {Span} */
    const there = [place, place + keys.length];
    made = made.filter((two) => two !== one);
    made = made.filter((two) => two.kind !== "omission" || String(two.there) !== String(there));
    made.push({ ...one, kind: "order", there });
  }
  return made;
}

/**
 * @param {string[]} keys
 * @param {string[]} among
 * @param {number} start
 * @param {number} stop
 * @returns {number | null}
 */
function placeOf(keys, among, start, stop) {
  for (let at = start; at + keys.length <= stop; at += 1) {
    if (keys.every((key, n) => among[at + n] === key)) return at;
  }
  return null;
}

// Merges adjacent differences of the same kind.
/**
 * @param {Difference[]} found
 * @returns {Difference[]}
 */
function merged(found) {
  /** @type {Difference[]} */
  const made = [];
  /**
   * @param {Difference} one
   * @param {Difference} other
   */
  const byPlace = (one, other) =>
    one.given[0] - other.given[0] || one.given[1] - other.given[1] ||
    one.there[0] - other.there[0] || one.there[1] - other.there[1];
  for (const one of found.toSorted(byPlace)) {
    const last = made[made.length - 1];
    const adjoins =
      last?.kind === one.kind &&
      last.marked === one.marked &&
      last.given[1] === one.given[0] &&
      last.there[1] === one.there[0] &&
      [one.given, one.there, last.given].every(([start, end]) => start < end);
    if (adjoins) {
      last.given = [last.given[0], one.given[1]];
      last.there = [last.there[0], one.there[1]];
    } else {
      made.push({ ...one });
    }
  }
  return made;
}
