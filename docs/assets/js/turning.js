/* The keys j and k turn to the next and to the previous turn or question.  They can be switched off,
   as keys without Control or Alt must be: speech input and other keyboards type letters too. */
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
 * Where a key led last, and how far the page was scrolled then: near its end turns do not come up to
 * the place that they are scrolled to.
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
