// Tokenizes text for comparison: typography is ignored, spellings and contractions normalised
// (section 1 and 2 of architecture/quotations.md).
/** @import { Span, Token } from "../../../types/check" */

import { rules } from "./rules.js";

const APOSTROPHES = "'‘’‚‛ʼʹ′`´＇";
const QUOTES = '"“”„‟«»″〝〞＂';
const DASHES = "-‐‑‒–—―−﹘﹣－";
const HARD_SPACES = "\u00a0\u2007\u2009\u202f";
/** @type {Map<string, string>} */
const MARKS = new Map([
  ...[...APOSTROPHES].map((mark) => /** @type {const} */ ([mark, "'"])),
  ...[...QUOTES].map((mark) => /** @type {const} */ ([mark, '"'])),
  ...[...DASHES].map((mark) => /** @type {const} */ ([mark, "-"])),
]);
const ANY_MARK = new RegExp(`[${APOSTROPHES}${QUOTES}${DASHES.replace("-", "\\-")}]`, "gu");
const PLAIN = /^[\x20-\x7e]*$/;
const DROPPED = /^[\p{Cf}\p{Cs}\p{Co}\p{Cn}]$/u;
const BLANK = /^[\p{Z}\p{Cc}]$/u;
const SEPARATOR = /^\p{Z}$/u;
const MARK_ABOVE = /^\p{Mn}$/u;
const TOKEN = new RegExp(
  "(?<han>[\\u3400-\\u4dbf\\u4e00-\\u9fff])" +
    "|(?<number>[0-9]+(?:[.,][0-9]+)*)(?![\\p{L}\\p{N}])" +
    "|(?<dotted>(?:[\\p{L}\\p{Nl}\\p{No}]\\.)+[\\p{L}\\p{Nl}\\p{No}](?![\\p{L}\\p{N}])\\.?)" +
    "|(?<word>[\\p{L}\\p{N}]+(?:'[\\p{L}\\p{N}]+)*)" +
    "|[%$€£¥&]",
  "gu",
);
const GROUPED = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;
const NUMBER = /^[0-9]/;
const MOST_KEPT = 1 << 14; // words whose keys stay known

// A text in lower case with plain marks, and for each unit of it the offset that it is from; null
// says that each is its own.  `skipped` are spans that count as not there.
/**
 * @param {string} text
 * @param {Span[]} skipped
 * @returns {{plain: string, offsets: number[] | null, ends: number[] | null}}
 */
export function folded(text, skipped = []) {
  const marked = text.replace(ANY_MARK, (mark) => MARKS.get(mark) ?? mark);
  if (!skipped.length && PLAIN.test(marked)) {
    return { plain: marked.toLowerCase(), offsets: null, ends: null };
  }
  let plain = "";
  /** @type {number[]} */
  const offsets = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (!skipped.some(([from, to]) => from <= at && at < to)) {
      const made = HARD_SPACES.includes(character) && isBetweenDigits(text, at) ? "," : foldedCharacter(character);
      for (let n = 0; n < made.length; n += 1) {
        offsets.push(at);
        ends.push(end);
      }
      plain += made;
    }
    at = end;
  }
  return { plain, offsets, ends };
}

/**
 * @param {string} text
 * @param {number} at
 */
function isBetweenDigits(text, at) {
  return at > 0 && NUMBER.test(text[at - 1]) && NUMBER.test(text[at + 1] ?? "");
}

// What one character is folded to: zero, one or several characters.
/** @param {string} character */
function foldedCharacter(character) {
  const mark = MARKS.get(character);
  if (mark) return mark;
  if (DROPPED.test(character)) return "";
  if (BLANK.test(character)) return " ";
  return [...character.toLowerCase().normalize("NFKD").toLowerCase()]
    .filter((one) => !MARK_ABOVE.test(one))
    .map((one) => MARKS.get(one) ?? (SEPARATOR.test(one) ? " " : one))
    .join("");
}

// The tokens of a text, in order.
/**
 * @param {string} text
 * @param {Span[]} [skipped]
 * @returns {Token[]}
 */
export function tokens(text, skipped = []) {
  const { plain, offsets, ends } = folded(text, skipped);
  /** @type {Token[]} */
  const found = [];
  for (const match of plain.matchAll(TOKEN)) {
    const last = match.index + match[0].length;
    const start = offsets ? offsets[match.index] : match.index;
    const end = ends ? ends[last - 1] : last;
    for (const [key, exact] of wordsOf(match)) {
      const before = found[found.length - 1];
      if (key === "cent" && before?.exact === "per") {
        found[found.length - 1] = { key: "percent", exact: "percent", start: before.start, end };
      } else {
        found.push({ key, exact, start, end });
      }
    }
  }
  return found;
}

// Pairs of key and exact form for what is written as one word.
/**
 * @param {RegExpExecArray} match
 * @returns {[string, string][]}
 */
function wordsOf(match) {
  const { word, number, dotted } = match.groups ?? {};
  if (word) return ofWord(word);
  if (number) {
    const plain = GROUPED.test(number) ? number.replaceAll(",", "") : number;
    return plain.split(",").map((part) => [part, part]);
  }
  const text = dotted ? dotted.replaceAll(".", "") : signOf(match[0]);
  return [[text, text]];
}

/** @param {string} sign */
function signOf(sign) {
  if (sign === "%") return "percent";
  return sign === "&" ? "and" : sign;
}

/** @type {Map<string, [string, string][]>} */
const KNOWN = new Map();

/**
 * @param {string} word
 * @returns {[string, string][]}
 */
function ofWord(word) {
  const known = KNOWN.get(word);
  if (known) return known;
  const parts = partsOf(word);
  if (KNOWN.size >= MOST_KEPT) KNOWN.clear();
  KNOWN.set(word, parts);
  return parts;
}

/**
 * @param {string} word
 * @returns {[string, string][]}
 */
function partsOf(word) {
  const { contractions, clitics, either } = rules();
  const listed = contractions.get(word);
  if (listed) return listed.map((one, n) => [one, n === listed.length - 1 ? word : one]);
  if (word.endsWith("n't") && word.length > 3) return [spelt(word.slice(0, -3)), ["not", "n't"]];
  const at = word.lastIndexOf("'");
  if (at > 0) {
    const clitic = word.slice(at);
    const whole = clitics.get(clitic);
    if (whole !== undefined) return [...ofWord(word.slice(0, at)), [whole, clitic]];
    if (either.has(clitic)) return [...ofWord(word.slice(0, at)), [clitic, clitic]];
  }
  return [spelt(word.replaceAll("'", ""))];
}

// A word in normalised spelling, and as it is spelt.
/**
 * @param {string} word
 * @returns {[string, string]}
 */
function spelt(word) {
  const { spelling, beginnings, endings } = rules();
  const listed = spelling.get(word);
  if (listed !== undefined) return [listed, word];
  const beginning = beginnings.find(([one]) => word.startsWith(one));
  let key = beginning ? beginning[1] + word.slice(beginning[0].length) : word;
  const size = [...key].length;
  const ending = endings.find(([one]) => key.endsWith(one) && size > one.length + 1);
  if (ending) key = key.slice(0, -ending[0].length) + ending[1];
  return [key, word];
}

// Whether a token begins with a digit: a figure, a year, "18th".
/** @param {string} key */
export const isNumber = (key) => NUMBER.test(key);

// How significant a shared word is.
/** @param {string} key */
export function weight(key) {
  if (rules().small.has(key)) return 1;
  return isNumber(key) ? 3 : 2;
}

/** @param {Token[]} words */
export const weigh = (words) => words.reduce((sum, { key }) => sum + weight(key), 0);
