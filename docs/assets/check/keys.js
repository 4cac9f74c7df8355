// The numbers by which passages are looked up: those of sentences, word trigrams and words
// (section 7 of architecture/quotations.md).
/** @import { Passage } from "./passages.js" */

import { rules } from "./rules.js";
import { isNumber } from "./tokens.js";

export const ROW = 3;
const UTF8 = new TextEncoder();

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

// The CRC-32 (as in zlib, gzip and PNG) of the UTF-8 bytes.
/** @param {string} words */
export function number(words) {
  let sum = 0xffffffff;
  for (const byte of UTF8.encode(words)) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {string[]} keys */
export const sentenceKey = (keys) => number(`= ${keys.join(" ")}`);

/** @param {string[]} keys */
export const rowKey = (keys) => number(keys.join(" "));

// Every number by which a block of passages is found.
/** @param {Passage[]} passages */
export function keysOf(passages) {
  /** @type {Set<number>} */
  const found = new Set();
  for (const { keys, sentences } of passages) {
    for (let at = 0; at + ROW <= keys.length; at += 1) found.add(rowKey(keys.slice(at, at + ROW)));
    for (const key of keys) found.add(number(key));
    let start = 0;
    for (let at = 1; at <= keys.length; at += 1) {
      if (at < keys.length && sentences[at] === sentences[start]) continue;
      found.add(sentenceKey(keys.slice(start, at)));
      start = at;
    }
  }
  return found;
}

// The start of each word trigram to look up for some words.
/** @param {string[]} keys */
export function picks(keys) {
  const count = keys.length - ROW + 1;
  const most = rules().limits.picks;
  if (count <= most) return Array.from({ length: Math.max(0, count) }, (_, n) => n);
  const starts = Array.from({ length: Math.ceil(count / ROW) }, (_, n) => n * ROW);
  if (starts[starts.length - 1] !== count - 1) starts.push(count - 1);
  if (starts.length <= most) return starts;
  return Array.from(
    { length: most },
    (_, n) => starts[Math.floor((n * (starts.length - 1)) / (most - 1))],
  );
}

// The words to look up individually: numbers first, then the longest.
/** @param {string[]} keys */
export function askedWords(keys) {
  const telling = new Set(keys.filter((key) => !rules().small.has(key)));
  const several = [...(telling.size ? telling : new Set(keys))];
  /** @param {string} key */
  const length = (key) => [...key].length;
  several.sort(
    (one, other) => Number(isNumber(other)) - Number(isNumber(one)) || length(other) - length(one),
  );
  return several.slice(0, rules().limits.words_asked);
}
