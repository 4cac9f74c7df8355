/* Makes the links of a turn a single Tab stop (roving tabindex): arrow keys move between them, Home and
   End go to the first and last, Escape returns to the first.  Links in unfolded notes are separate
   stops. */
import { elements } from "./elements.js";
import { stepped } from "./steps.js";

export const TURNS = ".flow :is(.turn, .question, .part)";
const LINKS = [
  ":is(.by, .ask) a[href]",
  ".part > .about a[href]",
  ".passage > p a[href]",
  ".passage > details summary",
  ".sidenote .n",
].join(", ");
const HINT = "keys-in-turns";

/**
 * The link of each turn that is in the Tab order.
 * @type {Map<HTMLElement, HTMLElement>}
 */
const stops = new Map();

/** @param {HTMLElement} turn */
const linksOf = (turn) => elements(LINKS, HTMLElement, turn);

/** @param {HTMLElement} link */
const isShown = (link) => link.checkVisibility();

/**
 * @param {HTMLElement} turn
 * @param {HTMLElement} link
 */
const stopAt = (turn, link) => {
  const before = stops.get(turn);
  if (before && before !== link) before.tabIndex = -1;
  link.tabIndex = 0;
  stops.set(turn, link);
};

/**
 * Makes each turn a single stop; to be called again when other links are shown.  All links are read
 * before any is changed: each read after a change would force a style recalculation.
 * @param {Element} within
 */
export const settleStops = (within = document.documentElement) => {
  const all = elements(TURNS, HTMLElement, within);
  if (within instanceof HTMLElement && within.matches(TURNS)) all.unshift(within);
  const turns = all.map((turn) => {
    const links = linksOf(turn);
    const before = stops.get(turn);
    const stop = before && links.includes(before) && isShown(before) ? before : links.find(isShown);
    return { turn, links, stop };
  });
  for (const { turn, links, stop } of turns) {
    for (const link of links) if (link !== stop) link.tabIndex = -1;
    if (stop) {
      stopAt(turn, stop);
      stop.setAttribute("aria-describedby", HINT);
    } else stops.delete(turn);
  }
};

/**
 * The link that an event's target belongs to, and its turn.
 * @param {EventTarget | null} target
 */
const linkAt = (target) => {
  const link = target instanceof Element ? target.closest(LINKS) : null;
  const turn = link?.closest(TURNS);
  return link instanceof HTMLElement && turn instanceof HTMLElement ? { link, turn } : null;
};

export const rove = () => {
  document.addEventListener("focusin", ({ target }) => {
    const at = linkAt(target);
    if (at) stopAt(at.turn, at.link);
  });
  // Instructions are announced on entering a turn, not at each of its links.
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const at = linkAt(target);
    if (!at) return;
    at.link.removeAttribute("aria-describedby");
    if (linkAt(relatedTarget)?.turn !== at.turn) at.link.setAttribute("aria-describedby", HINT);
  });
  document.addEventListener("keydown", (event) => {
    const at = linkAt(event.target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && document.querySelector(":popover-open")) return;
    const links = linksOf(at.turn).filter(isShown);
    const to = stepped(event.key, links.indexOf(at.link), links.length);
    if (to === null) return;
    event.preventDefault();
    links[to].focus();
  });
};
