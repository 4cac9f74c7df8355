// Python's treatment of characters: white space, offsets in code points, the order of strings.

// White space according to Python's `str.isspace`.
const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
export const S = `[${SPACE}]`;
export const NOT_S = `[^${SPACE}]`;

const LEFT = new RegExp(`^${S}+`, "u");
const RIGHT = new RegExp(`${S}+$`, "u");

/** @param {string} text */
export const stripLeft = (text) => text.replace(LEFT, "");

/** @param {string} text */
export function stripRight(text) {
  // From the end: a pattern would begin at each blank of the text.
  let end = text.length;
  while (end && RIGHT.test(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/** @param {string} text */
export const strip = (text) => stripRight(stripLeft(text));

// The text with any of `marks` stripped from its ends.
/**
 * @param {string} text
 * @param {string} marks
 */
export function stripOf(text, marks) {
  let start = 0;
  while (start < text.length && marks.includes(text[start])) start += 1;
  return stripRightOf(text.slice(start), marks);
}

/**
 * @param {string} text
 * @param {string} marks
 */
export function stripRightOf(text, marks) {
  let end = text.length;
  while (end && marks.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}

/** @param {string} text */
export function first(text) {
  const code = text.codePointAt(0);
  return code === undefined ? "" : String.fromCodePoint(code);
}

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/g;

// Converts an offset in code units to code points.
/**
 * @param {string} text
 * @returns {(at: number) => number}
 */
export function inPoints(text) {
  const pairs = [...text.matchAll(ASTRAL)].map(({ index }) => index);
  if (!pairs.length) return (at) => at;
  return (at) => at - pairs.filter((pair) => pair < at).length;
}

// Converts an offset in code points to code units.
/**
 * @param {string} text
 * @returns {(at: number) => number}
 */
export function inUnits(text) {
  const points = [...text.matchAll(ASTRAL)].map(({ index }, n) => index - n);
  if (!points.length) return (at) => at;
  return (at) => at + points.filter((point) => point < at).length;
}

// Compares strings by code points.
/**
 * @param {string} one
 * @param {string} other
 */
export function compareStrings(one, other) {
  const length = Math.min(one.length, other.length);
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  if (at === length) return one.length - other.length;
  /** @param {string} character */
  const rank = (character) => {
    const code = character.charCodeAt(0);
    // A half of a pair stands for what is beyond all single units.
    return code >= 0xd800 && code < 0xe000 ? code + 0x10000 : code;
  };
  return rank(one[at]) - rank(other[at]);
}
