// Finds sentences that say roughly the same (section 6 of architecture/quotations.md).
/** @import { Likely } from "../../../types/check" */
/** @import { Passage } from "./passages.js" */

import { compare } from "./passages.js";
import { rules } from "./rules.js";
import { isNumber, weight } from "./tokens.js";

const ENDINGS = [
  "ization", "ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ied", "ies", "edly",
  "ed", "es", "ly", "s", "e", "y",
];
const LEFT = 3; // characters of a stem at least

// A word without its ending.
/** @param {string} key */
export function stem(key) {
  if (isNumber(key)) return key;
  const size = [...key].length;
  const ending = ENDINGS.find((one) => key.endsWith(one) && size >= one.length + LEFT);
  return ending ? key.slice(0, -ending.length) : key;
}

// The stems of all words except small ones.
/** @param {string[]} keys */
export function stems(keys) {
  return new Set(keys.filter((key) => !rules().small.has(key)).map(stem));
}

/** @param {Iterable<string>} words */
function weightOf(words) {
  let sum = 0;
  for (const word of words) sum += weight(word);
  return sum;
}

/** @param {Passage} passage */
function bySentence({ keys, sentences }) {
  /** @type {Map<number, string[]>} */
  const found = new Map();
  for (const [n, key] of keys.entries()) {
    const words = found.get(sentences[n]);
    if (words) words.push(key);
    else found.set(sentences[n], [key]);
  }
  return found;
}

// The sentences most like the given words, the best first.
/**
 * @param {string[]} keys
 * @param {Passage[]} passages
 * @returns {Likely[]}
 */
export function likest(keys, passages) {
  const { limits } = rules();
  const mine = stems(keys);
  const whole = weightOf(mine);
  /** @type {Likely[]} */
  const found = [];
  for (const passage of passages) {
    for (const [sentence, words] of bySentence(passage)) {
      const theirs = stems(words);
      const shared = [...mine].filter((word) => theirs.has(word));
      if (shared.length < limits.near_words) continue;
      const likeness = Math.floor((200 * weightOf(shared)) / (whole + weightOf(theirs)));
      if (likeness >= limits.near) found.push({ passage, sentence, likeness });
    }
  }
  found.sort(
    (one, other) =>
      other.likeness - one.likeness ||
      compare(one.passage, other.passage) ||
      one.sentence - other.sentence,
  );
  return found.slice(0, limits.listed);
}
