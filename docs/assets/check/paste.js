// Splits pasted text into sentences, and lists the ways in which the words of each can be read
// (section 3 of architecture/quotations.md).
/** @import { Reading, Span, Token } from "../../../types/check" */

import { S, first, strip, stripLeft, stripOf, stripRight, stripRightOf } from "./characters.js";
import { rules } from "./rules.js";
import { sentenceSpans } from "./sentences.js";
import { tokens } from "./tokens.js";

const LETTER = "[\\p{L}\\p{Nl}\\p{No}]";
const ELLIPSIS = "(?:…|\\.[ \\u00a0]?\\.[ \\u00a0]?\\.(?:[ \\u00a0]?\\.)?)";
const MARK = new RegExp(
  `(?<sic>[\\[(]${S}*sic${S}*[\\])])` +
    `|(?<ellipsis>[\\[(<]${S}*${ELLIPSIS}${S}*[\\])>]|${ELLIPSIS})` +
    `|(?<letter>\\[${LETTER}\\](?=[\\p{L}\\p{N}]))` +
    "|(?<insertion>\\[[^\\[\\]]{0,200}\\])",
  "giu",
);
const QUOTED = /[“"„«][^“”"„«»]+[”"»]/gu;
const BREAK = new RegExp(`\\n(?:(?!\\n)${S})*\\n${S}*`, "gu");
const SPEECH_TAG_WORDS = 8;
const OUTSIDE = 15;
const ENDS = 10;
const LEAST = 3;
const OPENING = " \t\n\r\u00a0\"“„‘'(«[";
const CLOSING = " \t\n\r\u00a0\"”’')»]";
const AROUND = ' ,."“”';

// The spans between blank lines, without surrounding white space.
/**
 * @param {string} text
 * @returns {Span[]}
 */
export function paragraphs(text) {
  /** @type {Span[]} */
  const found = [];
  let start = 0;
  const breaks = [...text.matchAll(BREAK)].map((match) => [match.index, match.index + match[0].length]);
  for (const [end, next] of [...breaks, [text.length, text.length]]) {
    const piece = text.slice(start, end);
    if (strip(piece)) {
      found.push([start + piece.length - stripLeft(piece).length, start + stripRight(piece).length]);
    }
    start = next;
  }
  return found;
}

// The spans of a quotation's sentences; a mere attribution belongs to the words before it.
/**
 * @param {string} text
 * @returns {Span[]}
 */
export function sentences(text) {
  /** @type {Span[]} */
  const joined = [];
  for (const span of sentenceSpans(text)) {
    const before = joined[joined.length - 1];
    if (before && belongs(text, before, span)) before[1] = span[1];
    else joined.push(span);
  }
  return joined;
}

/**
 * @param {string} text
 * @param {Span} before
 * @param {Span} span
 */
function belongs(text, before, span) {
  const words = tokens(text.slice(...span));
  if (!words.length) return true;
  const said = words.some(({ key }) => rules().speech.has(key));
  const closes = "”\"’'»".includes(text[before[1] - 1]);
  const trails = /(?:…|\.\.\.|\. \.)$/.test(stripRightOf(text.slice(...before), " ])>"));
  return trails || (closes && said && words.length <= SPEECH_TAG_WORDS);
}

// The readings of a sentence, the plainest first.
/**
 * @param {string} text
 * @returns {Generator<Reading>}
 */
export function* readings(text) {
  const marks = MARK.test(text);
  MARK.lastIndex = 0;
  const words = tokens(text);
  yield {
    text,
    tokens: words,
    pieces: [[0, words.length]],
    whole: isWhole(text),
    span: [0, text.length],
    outside: "",
    literal: marks,
    stripped: false,
  };
  if (marks && !isMostlyInserted(text, words)) yield marked(text, [0, text.length], "", []);
  /** @type {Span[]} */
  const quoted = [...text.matchAll(QUOTED)].map((match) => [match.index, match.index + match[0].length]);
  if (quoted.length) yield* withinQuotes(text, quoted);
  yield* withoutAttribution(text);
}

// Whether more words are inside square brackets than outside.
/**
 * @param {string} text
 * @param {Token[]} words
 */
function isMostlyInserted(text, words) {
  const inside = [...text.matchAll(MARK)]
    .filter(({ groups }) => groups?.insertion)
    .map((match) => [match.index, match.index + match[0].length]);
  const inserted = words.filter(({ start }) => inside.some(([a, b]) => a <= start && start < b));
  return 2 * inserted.length > words.length;
}

// The tokens of a span, with offsets in the whole text.
/**
 * @param {string} text
 * @param {Span} span
 * @param {Span[]} skipped
 * @returns {Token[]}
 */
function shifted(text, [start, end], skipped) {
  /** @type {Span[]} */
  const inner = skipped
    .filter(([a, b]) => start <= a && b <= end)
    .map(([a, b]) => [a - start, b - start]);
  return tokens(text.slice(start, end), inner).map((one) => ({
    ...one,
    start: one.start + start,
    end: one.end + start,
  }));
}

// Whether words are presented as a whole sentence: with a capital and final punctuation.
/** @param {string} text */
function isWhole(text) {
  let start = 0;
  while (start < text.length && OPENING.includes(text[start])) start += 1;
  const last = stripRightOf(text, CLOSING);
  return /^\p{Uppercase}/u.test(first(text.slice(start))) && /[.!?]$/.test(last) && !/\. ?\.$/.test(last);
}

// The reading in which ellipses and square brackets have their usual meaning in quotations.
/**
 * @param {string} text
 * @param {Span} span
 * @param {string} outside
 * @param {Span[]} skipped
 * @returns {Reading}
 */
function marked(text, span, outside, skipped) {
  const leftOut = [...skipped];
  /** @type {number[]} */
  const breaks = [];
  const inside = text.slice(...span);
  for (const match of inside.matchAll(MARK)) {
    const start = match.index + span[0];
    const end = start + match[0].length;
    if (match.groups?.letter) {
      leftOut.push([start, start + 1], [end - 1, end]);
    } else {
      leftOut.push([start, end]);
      if (!match.groups?.sic) breaks.push(start);
    }
  }
  const words = shifted(text, span, leftOut);
  const cuts = breaks.map((at) => words.filter((one) => one.start < at).length);
  const edges = [...new Set([0, ...cuts, words.length])].sort((one, other) => one - other);
  /** @type {Span[]} */
  const pieces = edges.slice(1).map((edge, n) => [edges[n], edge]);
  return {
    text,
    tokens: words,
    pieces: pieces.length ? pieces : [[0, 0]],
    whole: !breaks.length && isWhole(inside),
    span,
    outside,
    literal: false,
    stripped: false,
  };
}

// The words in quotation marks alone, if the words around them are an attribution.
/**
 * @param {string} text
 * @param {Span[]} quoted
 * @returns {Generator<Reading>}
 */
function* withinQuotes(text, quoted) {
  const start = quoted[0][0] + 1;
  const end = quoted[quoted.length - 1][1] - 1;
  /** @type {Span[]} */
  const between = quoted.slice(1).map(([from], n) => [quoted[n][1] - 1, from + 1]);
  const around = [text.slice(0, start - 1), ...between.map((span) => text.slice(...span)), text.slice(end + 1)];
  const outside = around.map((part) => stripOf(part, AROUND)).filter(Boolean).join(" ");
  const words = tokens(outside);
  if (words.length > OUTSIDE || !words.some(({ key }) => rules().speech.has(key))) return;
  const made = marked(text, [start, end], outside, between);
  if (made.tokens.length >= LEAST) yield { ...made, stripped: true };
}

// The words without "that", "the minister said that" or ", he said" at the ends.
/**
 * @param {string} text
 * @returns {Generator<Reading>}
 */
function* withoutAttribution(text) {
  const words = tokens(text);
  const lows = new Set([afterSpeech(text, words), words[0]?.key === "that" ? 1 : 0, 0]);
  const highs = new Set([beforeSpeech(text, words), words.length]);
  for (const a of lows) {
    for (const b of highs) {
      if (b - a === words.length || b - a < LEAST + 1) continue;
      /** @type {Span} */
      const span = [words[a].start, words[b - 1].end];
      const outside = `${text.slice(0, span[0])} ${text.slice(span[1])}`;
      yield { ...marked(text, span, stripOf(outside, ' ,.":“”'), []), stripped: true };
    }
  }
}

// The first token after "the minister said that" or "according to the minister,", otherwise 0.
/**
 * @param {string} text
 * @param {Token[]} words
 */
function afterSpeech(text, words) {
  for (const [n, one] of words.slice(0, ENDS).entries()) {
    if (one.key === "according") {
      const comma = text.indexOf(",", one.end);
      return words.filter(({ start }) => start < comma).length;
    }
    if (rules().speech.has(one.key) && n) return n + 1 + (words[n + 1]?.key === "that" ? 1 : 0);
  }
  return 0;
}

// The first token of ", the minister said", otherwise the number of tokens.
/**
 * @param {string} text
 * @param {Token[]} words
 */
function beforeSpeech(text, words) {
  for (const one of words.slice(-ENDS)) {
    if (!rules().speech.has(one.key) || !one.start) continue;
    const comma = text.lastIndexOf(",", one.start - 1);
    const after = words.filter(({ start }) => start < comma).length;
    if (comma >= 0 && words.length - after <= ENDS) return after;
  }
  return words.length;
}
