// On the page of a hit: marks the search words (?h=...), and steps through them.

import * as words from "../interface/search.js";
import { el } from "./dom.js";
import { places } from "./excerpt.js";
import { spans } from "./tokens.js";

const MOST_WORDINGS = 12; // as many as a hit hands on
const TEXTS = ".passage > p[id]";

export function markPage() {
  document.querySelector(".found-bar")?.remove();
  const words = new Set(new URLSearchParams(location.search).getAll("h").slice(0, MOST_WORDINGS));
  const marks = [...words]
    .map((wording) => wording.slice(0, siteAddress.LONGEST))
    .map((wording) => spans(wording).filter((span) => !span.extra).map((span) => [span.word]))
    .filter((slots) => slots.length);
  if (!marks.length) return;
  const target = siteAddress.target();
  target?.closest("details")?.setAttribute("open", "");
  const found = [];
  for (const text of document.querySelectorAll(TEXTS)) {
    for (const [start, end] of places(text.textContent, marks).reverse()) {
      const parts = wrap(text, start, end);
      if (parts.length) found.push({ text, parts });
    }
  }
  if (!found.length) return;
  found.sort((one, other) =>
    one.parts[0].compareDocumentPosition(other.parts[0]) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  stepThrough(found, Math.max(found.findIndex(({ text }) => text === target), 0), Boolean(target));
}

// Wraps a stretch of an element's text, which may run through several nodes.
/**
 * @param {Element} element
 * @param {number} start
 * @param {number} end
 */
function wrap(element, start, end) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {[Text, number, number][]} */
  const stretches = [];
  let at = 0;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    if (from < to) stretches.push([node, from, to]);
    at += node.length;
    if (at >= end) break;
  }
  return stretches.map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = el("mark", { className: "found" });
    range.surroundContents(mark);
    return mark;
  });
}

/**
 * @param {{text: Element, parts: HTMLElement[]}[]} found
 * @param {number} first
 * @param {boolean} atTarget
 */
function stepThrough(found, first, atTarget) {
  let now = first;
  const told = el("span", { role: "status" });
  /** @param {number} step */
  const go = (step, scroll = true) => {
    for (const mark of found[now].parts) mark.classList.remove("now");
    now = (now + step + found.length) % found.length;
    const { parts } = found[now];
    for (const mark of parts) mark.classList.add("now");
    parts[0].closest("details")?.setAttribute("open", "");
    told.textContent = words.position({ place: now + 1, all: found.length });
    if (scroll) parts[0].scrollIntoView({ block: "center" });
  };
  /**
   * @param {string} label
   * @param {string} text
   * @param {() => void} onclick
   */
  const button = (label, text, onclick) =>
    el("button", { type: "button", "aria-label": label, title: label, onclick }, text);
  const bar = el(
    "aside",
    { className: "found-bar", "aria-label": words.marks },
    el("span", { className: "found-word" }, `${words.searched} `),
    told,
    button(words.previous, "↑", () => go(-1)),
    button(words.next, "↓", () => go(1)),
    button(words.noMarks, "×", () => {
      bar.remove();
      for (const mark of document.querySelectorAll("mark.found")) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
      const url = new URL(location.href);
      url.searchParams.delete("h");
      history.replaceState(history.state, "", url);
    }),
  );
  document.body.append(bar);
  go(0, false);
  // The browser has gone to the passage; in a long one the word may still be out of sight.
  const { bottom } = found[now].parts[0].getBoundingClientRect();
  if (!atTarget || bottom > innerHeight || bottom < 0) go(0);
}
