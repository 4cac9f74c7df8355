/* The selection on the reading page, passage by passage. */
import { element, elements } from "./elements.js";
import { wholeWords } from "./words.js";

/**
 * Selected words of a passage: offsets in its text, extended to whole words.
 * @typedef {{passage: HTMLElement, start: number, end: number}} Part
 */

export const PASSAGES = ".passage > p[id]";

/**
 * The offset of a position in a passage's text.
 * @param {HTMLElement} passage
 * @param {Node} node
 * @param {number} offset
 */
const before = (passage, node, offset) => {
  const range = document.createRange();
  range.setStart(passage, 0);
  range.setEnd(node, offset);
  return range.toString().length;
};

/**
 * @param {HTMLElement} passage
 * @param {Range} range
 */
const within = (passage, range) => ({
  start: passage.contains(range.startContainer)
    ? before(passage, range.startContainer, range.startOffset)
    : 0,
  end: passage.contains(range.endContainer)
    ? before(passage, range.endContainer, range.endOffset)
    : passage.textContent.length,
});

/**
 * The selected words, in the order of the page.  Firefox excludes the tools from a
 * selection, which divides it into several ranges.
 * @returns {Part[]}
 */
export const selectedParts = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return [];
  const ranges = Array.from({ length: selection.rangeCount }, (_, n) => selection.getRangeAt(n));
  return elements(PASSAGES, HTMLElement).flatMap((passage) => {
    const touching = ranges.filter((range) => range.intersectsNode(passage));
    if (!touching.length) return [];
    const stretches = touching.map((range) => within(passage, range));
    const words = wholeWords(
      passage.textContent,
      Math.min(...stretches.map(({ start }) => start)),
      Math.max(...stretches.map(({ end }) => end)),
    );
    return words ? [{ passage, ...words }] : [];
  });
};

/** @param {Part} part */
export const wordsOf = ({ passage, start, end }) => passage.textContent.slice(start, end);

/**
 * The nearest value of a data attribute around a passage, or "".
 * @param {HTMLElement} passage
 * @param {string} name
 */
export const nearest = (passage, name) =>
  passage.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? "";

/** @param {HTMLElement} passage */
export const sourceLink = (passage) =>
  element(".src", HTMLAnchorElement, passage.parentElement ?? undefined);
