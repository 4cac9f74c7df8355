// Tokenizes text by the rules of briefings/publish/search_text.py, which makes the index
// (tests/search/tokens.json tests both).
/** @import { Span } from "../../../types/search" */

const SCALES = new Map([
  ["thousand", 3], ["million", 6], ["mn", 6], ["billion", 9], ["bn", 9], ["trillion", 12], ["tn", 12],
]);
const ORDINALS = new Set(["st", "nd", "rd", "th"]);
const HYPHENS = new Set(["-", "\u2010", "\u2011"]);
const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`(?<han>[${HAN}]+)|[^${HAN}]+`, "gu");
const CHINESE = new RegExp(`[${HAN}]`, "u");
const TOKEN =
  /(?<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?<glued>[\p{L}\p{M}]*)|(?<short>(?<![\p{L}\p{M}\p{N}_])(?:[a-z]\.){2,})|(?<word>[\p{L}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*)/giu;

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase();
}

// [{word, start, end, extra}]: `extra` tokens stand for a stretch that is written otherwise.
/**
 * @param {string} text
 * @returns {Span[]}
 */
export function spans(text) {
  /** @type {Span[]} */
  const found = [];
  /** @type {{word: string, start: number, end: number}[]} */
  let compound = [];
  /** @type {{digits: string, start: number} | null} */
  let value = null;
  let end = 0;
  /**
   * @param {string} word
   * @param {number} start
   * @param {number} stop
   */
  const add = (word, start, stop, extra = false) =>
    found.push({ word, start, end: stop, extra });
  const close = () => {
    if (compound.length > 1) {
      const joined = compound.map((part) => part.word).join("");
      add(joined, compound[0].start, compound[compound.length - 1].end, true);
    }
    compound = [];
  };
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const between = text.slice(end, start);
    const stop = start + match[0].length;
    end = stop;
    if (!HYPHENS.has(between)) close();
    if (!between || !["", "-"].includes(between.trim())) value = null;
    const { number, glued, short, word } = match.groups ?? {};
    if (number === undefined) {
      const made = short ? fold(short).replaceAll(".", "") : plainWord(word);
      const scale = SCALES.get(made);
      if (value !== null && scale) {
        add(valueToken(value.digits, scale), value.start, stop, true);
      }
      value = null;
      const whole = { word: made, start, end: stop };
      const cut = pieces(whole);
      for (const piece of cut) add(piece.word, piece.start, piece.end);
      compound = cut.length === 1 ? [...compound, whole] : [];
      continue;
    }
    close();
    const digits = number.replaceAll(",", "");
    const folded = fold(glued);
    if (ORDINALS.has(folded)) {
      add(digits.replace(".", "d") + folded, start, stop);
      continue;
    }
    const cut = start + number.length;
    add(digits.replace(".", "d"), start, cut);
    value = { digits, start };
    if (folded) {
      for (const piece of pieces({ word: folded, start: cut, end: stop })) {
        add(piece.word, piece.start, piece.end);
      }
      const scale = SCALES.get(folded);
      if (scale) add(valueToken(digits, scale), start, stop, true);
      value = null;
    }
  }
  close();
  return found;
}

// A word, cut where it is Chinese: two characters that stand side by side are a token.
/**
 * @param {{word: string, start: number, end: number}} whole
 * @returns {{word: string, start: number, end: number}[]}
 */
function pieces(whole) {
  const { word, start } = whole;
  if (!isChinese(word)) return [whole];
  const found = [];
  for (const { 0: run, index, groups } of word.matchAll(RUN)) {
    const letters = [...run];
    if (!groups?.han || letters.length < 2) {
      found.push({ word: run, start: start + index, end: start + index + run.length });
      continue;
    }
    let at = start + index;
    for (const [n, letter] of letters.slice(0, -1).entries()) {
      const pair = letter + letters[n + 1];
      found.push({ word: pair, start: at, end: at + pair.length });
      at += letter.length;
    }
  }
  return found;
}

/** @param {string} word */
export function isChinese(word) {
  return CHINESE.test(word);
}

// "6.050" and 6 give n6050000, "1.90" and 0 give n1d9.
/** @param {string} digits */
export function valueToken(digits, scale = 0) {
  let [whole, part = ""] = digits.split(".");
  part = part.padEnd(scale, "0");
  whole += part.slice(0, scale);
  part = part.slice(scale).replace(/0+$/, "");
  whole = whole.replace(/^0+(?=\d)/, "");
  return `n${whole}${part && `d${part}`}`;
}

/** @param {string} word */
export function isNumber(word) {
  return /\d/.test(word);
}

/** @param {string} word */
function plainWord(word) {
  const parts = fold(word).split(/['\u2019]/);
  if (parts.length > 1 && parts.at(-1) === "s") parts.pop();
  return parts.join("");
}
