// Finds numbers that differ from one text but occur in another, near similar words
// (section 9 of architecture/quotations.md).
/** @import { Elsewhere, Find, Hit, Judged } from "../../../types/check" */
/** @import { Passage } from "./passages.js" */

import { stems } from "./likeness.js";
import { compare } from "./passages.js";
import { rules } from "./rules.js";
import { isNumber } from "./tokens.js";

const YEAR = /^(?:1[89]|20)[0-9][0-9]$/;
const LEAST = 2; // digits of a number that is looked for, and words that must stand near it

// Sentences with a number that another text does not have, the best first.  `find` finds passages
// that have the first key of each list, and some of the others.
/**
 * @param {Judged} judged
 * @param {Find} find
 * @returns {Promise<Elsewhere[]>}
 */
export async function elsewhere({ verdict, reading, hits: all }, find) {
  if (verdict !== "altered") return [];
  const hits = reading.pieces.length > 1 ? all : all.slice(0, 1);
  const keys = reading.tokens.map(({ key }) => key);
  const near = keys.filter(tells);
  if (stems(near).size < LEAST) return [];
  const numbers = [...new Set(hits.flatMap((hit) => otherNumbers(keys, hit)))].sort((a, b) => a - b);
  const found = await Promise.all(
    numbers.map(async (given) => {
      const passages = (await find([[keys[given], ...near]])).sort(compare);
      return passages
        .flatMap((passage) => withNumber(keys, given, near, passage, hits))
        .sort((one, other) => other.likeness - one.likeness);
    }),
  );
  return found.flat().slice(0, rules().limits.listed);
}

// Whether a word says what a number counts; numbers and percent signs do not.
/** @param {string} key */
function tells(key) {
  const { small, numberWords } = rules();
  return !(small.has(key) || isNumber(key) || key === "percent" || numberWords.has(key));
}

// The tokens of differing numbers to look for, without single digits and years.
/**
 * @param {string[]} keys
 * @param {Hit} hit
 */
function otherNumbers(keys, { differences, passage }) {
  return differences
    .filter(({ kind }) => kind === "number")
    .flatMap(({ given: [start, end], there }) => {
      const theirs = passage.keys.slice(...there);
      return Array.from({ length: end - start }, (_, n) => start + n).filter((n) => {
        const digits = keys[n].match(/\p{Nd}/gu) ?? [];
        return isNumber(keys[n]) && digits.length >= LEAST && !YEAR.test(keys[n]) && !theirs.includes(keys[n]);
      });
    });
}

// The sentences with the number and enough of the words near it, each once.
/**
 * @param {string[]} keys
 * @param {number} given
 * @param {string[]} near
 * @param {Passage} passage
 * @param {Hit[]} hits
 * @returns {Elsewhere[]}
 */
function withNumber(keys, given, near, passage, hits) {
  const mine = stems(near);
  const seen = new Set(hits.filter((hit) => hit.passage === passage).flatMap(sentencesOf));
  /** @type {Map<number, Elsewhere>} */
  const best = new Map();
  for (const [at, key] of passage.keys.entries()) {
    const sentence = passage.sentences[at];
    if (key !== keys[given] || seen.has(sentence)) continue;
    if ((keys[given + 1] === "percent") !== (passage.keys[at + 1] === "percent")) continue;
    const theirs = stems(around(passage, at));
    const shared = [...mine].filter((word) => theirs.has(word)).length;
    const likeness = Math.floor((100 * shared) / mine.size);
    if (shared < LEAST || likeness < rules().limits.elsewhere) continue;
    if (likeness > (best.get(sentence)?.likeness ?? -1)) {
      best.set(sentence, { passage, sentence, there: at, given, likeness });
    }
  }
  return [...best.values()];
}

// The indexes of the sentences that a hit covers.
/** @param {Hit} hit */
function sentencesOf({ passage, runs, differences }) {
  const spans = [
    ...runs.map(({ there, length }) => [there, there + length]),
    ...differences.map(({ there }) => there).filter(([start, end]) => start < end),
  ];
  const first = passage.sentences[Math.min(...spans.map(([start]) => start))];
  const last = passage.sentences[Math.max(...spans.map(([, end]) => end)) - 1];
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}

// The words of the sentence near a token.
/**
 * @param {Passage} passage
 * @param {number} at
 */
function around({ keys, sentences }, at) {
  const { window } = rules().limits;
  return keys.filter((_, n) => Math.abs(n - at) <= window && sentences[n] === sentences[at]);
}
