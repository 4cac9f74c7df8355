/* Finds words in a text with the platform's word segmentation: a decimal number is one word, and so is a
   word with an apostrophe; Chinese needs no spaces. */

const WINDOW = 60; // letters on either side that decide where a word begins
/**
 * The segmenter, created on demand: this takes browsers as long as everything else on the page
 * together.
 * @type {Intl.Segmenter | undefined}
 */
let made;
const segmenter = () => {
  made ??= new Intl.Segmenter("en", { granularity: "word" });
  return made;
};

/**
 * The word at an offset, as offsets in the text; null between two words.
 * @param {string} text
 * @param {number} at
 */
const wordAround = (text, at) => {
  if (at <= 0 || at >= text.length) return null;
  const from = Math.max(0, at - WINDOW);
  const found = segmenter().segment(text.slice(from, at + WINDOW)).containing(at - from);
  if (!found?.isWordLike || from + found.index === at) return null;
  const start = from + found.index;
  return { start, end: start + found.segment.length };
};

/**
 * Whether a position is not within a word.
 * @param {string} text
 * @param {number} at
 */
export const isBoundary = (text, at) => !wordAround(text, at);

/**
 * A range of a text without spaces at its ends, extended to whole words, so that nobody quotes
 * 2.6 from 62.6; null if it has no word.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {{start: number, end: number} | null}
 */
export const wholeWords = (text, start, end) => {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const first = start + words.length - words.trimStart().length;
  const last = end - (words.length - words.trimEnd().length);
  return {
    start: wordAround(text, first)?.start ?? first,
    end: wordAround(text, last)?.end ?? last,
  };
};

/** @param {string} text */
const wordsOf = (text) => [...segmenter().segment(text)].filter((one) => one.isWordLike);

/**
 * A text up to the end of its n-th word, or all of it if it has fewer.
 * @param {string} text
 * @param {number} count
 */
export const firstWords = (text, count) => {
  const last = wordsOf(text).slice(0, count).at(-1);
  return last ? text.slice(0, last.index + last.segment.length) : "";
};

/**
 * A text from its n-th last word on.
 * @param {string} text
 * @param {number} count
 */
export const lastWords = (text, count) => {
  const first = count ? wordsOf(text).at(-count) ?? wordsOf(text)[0] : undefined;
  return first ? text.slice(first.index) : "";
};
