// Splits text into sentences, by the rules of briefings/languages/sentences.py.
/** @import { Span } from "../../../types/check" */

import { NOT_S, S } from "./characters.js";
import { rules } from "./rules.js";

const END = /[.!?…]+["”“’'»«)\]]*/gu;
const BLANK = new RegExp(S, "u");
const NEXT = new RegExp(`${S}+["“„‘'«(\\[]*(${NOT_S})([\\p{L}\\p{N}_]*)`, "uy");
const OPENING = / |["“„‘'«([]/;
const OF_WORD = /[\p{L}\p{N}_'’.-]/u;
const ITEM = /^\p{Nd}{1,2}$/u;

/**
 * @param {string} text
 * @returns {Span[]}
 */
export function sentenceSpans(text) {
  /** @type {Span[]} */
  const spans = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end < text.length && (!BLANK.test(text[end]) || !ends(text, start, match))) continue;
    spans.push([start, end]);
    start = end;
    while (start < text.length && BLANK.test(text[start])) start += 1;
  }
  if (start < text.length) spans.push([start, text.length]);
  return spans;
}

/**
 * @param {string} text
 * @param {number} start of the sentence
 * @param {RegExpExecArray} match the marks that may end it
 */
function ends(text, start, match) {
  NEXT.lastIndex = match.index + match[0].length;
  const following = NEXT.exec(text);
  if (!following) return true;
  if (/^\p{Lowercase}/u.test(following[1])) return false;
  if (!match[0].startsWith(".")) return true;
  const { never, alsoWords, seldom, starts, letters } = rules().sentences;
  const word = wordBefore(text, start, match.index).replace(/^['’.-]+/, "");
  const lower = word.toLowerCase();
  if (never.has(lower)) return alsoWords.has(lower) && !/^\p{Nd}/u.test(following[1]);
  if (ITEM.test(word) && match.index === word.length) return false;
  if (/^\p{Uppercase}$/u.test(word) && !letters.has(word)) return false;
  if (seldom.has(lower)) {
    let next = following[0];
    while (next && OPENING.test(next[0])) next = next.slice(1);
    return starts.has(next.toLowerCase());
  }
  return true;
}

// The word that ends at `end`, its full stops, hyphens and apostrophes included.
/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function wordBefore(text, start, end) {
  let at = end;
  while (at > start && OF_WORD.test(text[at - 1])) at -= 1;
  return text.slice(at, end);
}
