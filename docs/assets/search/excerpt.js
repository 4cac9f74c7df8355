// The excerpt of a text that best shows why it was found, with the matching words.

import { fold, spans } from "./tokens.js";

const LENGTH = 300;
export const SHORT = 110;

// [[start, end, which]] of the searched words in a text; `marks` are lists of slots.
/**
 * @param {string} text
 * @param {string[][][]} marks
 * @returns {[start: number, end: number, which: number][]}
 */
export function places(text, marks) {
  const all = spans(text);
  const plain = all.filter((span) => !span.extra);
  /** @type {[number, number, number][]} */
  const found = [];
  marks.forEach((slots, which) => {
    if (slots.length === 1) {
      for (const span of all) {
        if (!slots[0].includes(span.word)) continue;
        found.push([span.start, text[span.end] === "%" ? span.end + 1 : span.end, which]);
      }
      return;
    }
    plain.forEach((first, n) => {
      if (!slots.every((slot, k) => plain[n + k] && slot.includes(plain[n + k].word))) return;
      found.push([first.start, plain[n + slots.length - 1].end, which]);
    });
  });
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return found.filter(([, end], n) => found.slice(0, n).every((before) => before[1] < end));
}

// [{text, found}], shortened if the text is long.
/**
 * @param {string} text
 * @param {string[][][]} marks
 */
export function excerpt(text, marks, length = LENGTH) {
  const found = places(text, marks);
  let from = 0;
  let best = -1;
  for (const [start] of found) {
    const inside = found.filter(([s, e]) => s >= start && e <= start + length);
    const kinds = new Set(inside.map(([, , which]) => which));
    const worth = [...kinds].reduce((sum, n) => sum + 10 * marks[n].length, inside.length);
    if (worth > best) {
      best = worth;
      from = start;
    }
  }
  from = from < length / 2 ? 0 : text.lastIndexOf(" ", from - length / 5) + 1;
  let to = from + length;
  to = to >= text.length - 20 ? text.length : text.lastIndexOf(" ", to);
  /** @type {{text: string, found: boolean}[]} */
  const parts = [];
  /**
   * @param {number} start
   * @param {number} end
   * @param {boolean} isFound
   */
  const put = (start, end, isFound) => {
    if (end > start) parts.push({ text: text.slice(start, end), found: isFound });
  };
  let at = from;
  for (const [start, end] of found) {
    if (start < at || end > to) continue;
    put(at, start, false);
    put(start, end, true);
    at = end;
  }
  put(at, to, false);
  if (from > 0) parts.unshift({ text: "… ", found: false });
  if (to < text.length) parts.push({ text: " …", found: false });
  return parts;
}

// What stands in a text of the searched words, each wording once: what its page will mark.
/**
 * @param {string} text
 * @param {string[][][]} marks
 */
export function wordings(text, marks) {
  const found = places(text, marks).map(([start, end]) => fold(text.slice(start, end)));
  return [...new Set(found)].slice(0, 12);
}
