/* The keys j and k go to the next and previous turn or question.  They can be switched off, as
   WCAG requires of single-character shortcuts: speech input and other input devices type letters too. */
import { element, elements } from "./elements.js";
import { TURNS } from "./roving.js";
import { turned } from "./steps.js";

const KEY = "__turning";
const FIELDS = "input, textarea, select, [contenteditable], [popover]";

/**
 * The element of a turn that gets the focus: the speaker, or the first words if none is named.
 * @param {HTMLElement} turn
 */
const headOf = (turn) =>
  turn.querySelector(":scope > :is(.by, .ask) :is(h3, h4), :scope > :is(h3, h4), .passage > p[id]");

/**
 * How far a turn is below its scroll target.
 * @param {HTMLElement} turn
 */
const distance = (turn) =>
  turn.getBoundingClientRect().top - Number.parseFloat(getComputedStyle(turn).scrollMarginTop);

/**
 * The last target of a key, and the scroll position then: near the end of the page, turns do not
 * reach their scroll target.
 * @type {{turn: HTMLElement, at: number} | null}
 */
let last = null;

/** @param {string} key */
const turn = (key) => {
  const turns = elements(TURNS, HTMLElement).filter((one) => one.checkVisibility());
  const from = last && last.at === scrollY ? turns.indexOf(last.turn) : -1;
  const distances = turns.map(from < 0 ? distance : (_, n) => (n - from) * 2);
  const to = turned(key, distances);
  if (to === null) return;
  turns[to].scrollIntoView({ block: "start", behavior: "instant" });
  const head = headOf(turns[to]);
  if (head instanceof HTMLElement) {
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
  }
  last = { turn: turns[to], at: scrollY };
};

export const turnByKeys = () => {
  const menu = document.querySelector(".annotations");
  if (!(menu instanceof HTMLElement)) return;
  const choice = element("[name=turning]", HTMLInputElement, menu);
  choice.checked = __md_get(KEY) !== false;
  choice.addEventListener("change", () => __md_set(KEY, choice.checked));
  for (const line of elements(".keys", HTMLElement, menu)) line.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (!choice.checked || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    turn(event.key);
  });
};
