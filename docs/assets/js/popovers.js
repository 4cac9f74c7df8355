/* Marks open what they tell in a pop-over.  Without this script a mark is a link to the page that
   tells the same. */
import { element, elements } from "./elements.js";
import { besideMark } from "./placement.js";
import { popoverId } from "./popover-id.js";

const root = document.documentElement;
const OPEN_AFTER = 350;
const CLOSE_AFTER = 250;

/**
 * What a mark opens.
 * @param {HTMLAnchorElement} mark
 */
const popoverOf = (mark) =>
  document.getElementById(popoverId(mark.href, mark.classList, siteAddress.decode));

/**
 * The mark that each pop-over was opened from.
 * @type {WeakMap<HTMLElement, HTMLAnchorElement>}
 */
const openers = new WeakMap();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * A button that cites the number whose mark opened a pop-over, as its passage states it.
 * @param {HTMLElement} pop
 */
const citing = (pop) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "action";
  button.textContent = "Cite";
  button.addEventListener("click", async () => {
    const mark = openers.get(pop);
    const passage = mark?.closest(".passage > p[id]");
    if (!mark || !(passage instanceof HTMLElement)) return;
    const { referenceOf, showCitations } = await import("./cited.js");
    const before = document.createRange();
    before.setStart(passage, 0);
    before.setEndBefore(mark);
    const value = mark.textContent;
    showCitations(referenceOf(passage, { value, at: before.toString().length }));
  });
  return button;
};

/**
 * A title, a way out and a way on; made when a pop-over is first needed.
 * @param {HTMLElement} pop
 * @param {HTMLAnchorElement} mark
 */
const fit = (pop, mark) => {
  pop.setAttribute("role", "dialog");
  pop.setAttribute("aria-label", pop.querySelector("b")?.textContent ?? "");
  pop.tabIndex = -1;
  if (!pop.querySelector(".actions")) {
    const actions = document.createElement("p");
    actions.className = "actions";
    const more = document.createElement("a");
    more.className = "action";
    more.textContent = mark.classList.contains("figure") ? "In the table of figures" : "More";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "action";
    close.textContent = "Close";
    close.addEventListener("click", () => pop.hidePopover());
    actions.append(more);
    if (mark.classList.contains("figure")) actions.append(citing(pop));
    actions.append(close);
    pop.append(actions);
    pop.addEventListener("toggle", ({ newState }) => {
      const opener = openers.get(pop);
      if (newState === "open" || pop.matches(":popover-open") || !opener) return;
      opener.setAttribute("aria-expanded", "false");
      // Where a click gives a link no focus, the platform has none to give back.
      if (document.activeElement === document.body && pop.dataset.chosen) opener.focus();
    });
    pop.addEventListener("pointerenter", () => clearTimeout(timer));
    pop.addEventListener("pointerleave", leave);
  }
  element(".actions a", HTMLAnchorElement, pop).href = mark.href;
};

/**
 * @param {HTMLElement} pop
 * @param {HTMLAnchorElement} mark
 */
const place = (pop, mark) => {
  const { left, top } = besideMark(
    [...mark.getClientRects()],
    { width: pop.offsetWidth, height: pop.offsetHeight },
    { width: root.clientWidth, height: innerHeight },
  );
  pop.style.left = `${left + scrollX}px`;
  pop.style.top = `${top + scrollY}px`;
};

/**
 * @param {HTMLAnchorElement} mark
 * @param {boolean} chosen by a click or a key, not by the pointer passing over it
 */
const open = (mark, chosen) => {
  const pop = popoverOf(mark);
  if (!pop) return false;
  clearTimeout(timer);
  if (!pop.matches(":popover-open")) {
    fit(pop, mark);
    pop.showPopover();
  }
  const before = openers.get(pop);
  if (before && before !== mark) before.setAttribute("aria-expanded", "false");
  openers.set(pop, mark);
  pop.dataset.chosen = chosen ? "yes" : "";
  mark.setAttribute("aria-expanded", "true");
  place(pop, mark);
  if (chosen) pop.focus({ preventScroll: true });
  return true;
};

const leave = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const pop = document.querySelector(".pops > :popover-open");
    if (!(pop instanceof HTMLElement) || pop.dataset.chosen) return;
    if (!pop.contains(document.activeElement)) pop.hidePopover();
  }, CLOSE_AFTER);
};

const MARKS = ".passage :is(a.figure, a.term, a.person), .flow a.name";
const marks = new Set(elements(MARKS, HTMLAnchorElement).filter(popoverOf));

/** Marks that are links say that they open something. */
export const announcePopovers = () => {
  for (const mark of marks) {
    if (!mark.hasAttribute("href")) {
      mark.removeAttribute("aria-haspopup");
      mark.removeAttribute("aria-expanded");
    } else if (!mark.hasAttribute("aria-haspopup")) {
      mark.setAttribute("aria-haspopup", "dialog");
      mark.setAttribute("aria-expanded", "false");
    }
  }
};

export const openPopovers = () => {
  /** @param {Event} event */
  const markAt = ({ target }) => {
    const mark = target instanceof Element ? target.closest(MARKS) : null;
    if (!(mark instanceof HTMLAnchorElement) || !marks.has(mark)) return null;
    return mark.hasAttribute("href") ? mark : null;
  };
  // A press on the mark of an open pop-over closes it; the click that follows opens it no more.
  /** @type {HTMLAnchorElement | null} */
  let closing = null;
  document.addEventListener(
    "pointerdown",
    (event) => {
      const mark = markAt(event);
      const pop = mark && popoverOf(mark);
      const open = pop?.matches(":popover-open") && pop.dataset.chosen && openers.get(pop) === mark;
      closing = open ? mark : null;
    },
    true,
  );
  document.addEventListener("click", (event) => {
    const mark = markAt(event);
    if (mark && mark === closing && event.detail) {
      event.preventDefault();
      return;
    }
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (open(mark, true)) event.preventDefault();
  });
  document.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "mouse" ? markAt(event) : null;
    if (!mark) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!document.querySelector(":popover-open")) open(mark, false);
    }, OPEN_AFTER);
    mark.addEventListener("pointerleave", leave, { once: true });
  });
};
