/* Marks open pop-overs, whose content is fetched when a reader reaches the first mark.  Without this
   script a mark is a link to the page with the same content. */
import * as words from "../interface/reading.js";
import { element, elements } from "./elements.js";
import { besideMark } from "./placement.js";
import { popoverId } from "./popover-id.js";

const root = document.documentElement;
const OPEN_AFTER = 350;
const CLOSE_AFTER = 250;

/* The container of pop-overs; it names the file with their content. */
const place = document.querySelector(".pops");
const file = new URL(place instanceof HTMLElement ? (place.dataset.marks ?? "") : "", location.href);
/**
 * The content of a pop-over: name, kind, definition (in a text's own words if `said`),
 * sentences on differing texts, further lines, and links.
 * @typedef {{title: string, kind?: string, text?: string, said?: boolean, differs?: string[],
 *   more?: string[], links?: {title: string, url: string}[]}} Entry
 */

/** @type {Promise<Record<string, Entry>> | null} */
let fetched = null;

/** The content of all pop-overs of the page, by id; empty if it cannot be loaded. */
const all = () => {
  fetched ??= fetch(file)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .catch(() => {
      fetched = null; // it may be had later
      return {};
    });
  return fetched;
};

/** @param {HTMLAnchorElement} mark */
const idOf = (mark) => popoverId(mark.href, mark.classList, siteAddress.decode);

/**
 * The pop-over of a mark, if it exists already.
 * @param {HTMLAnchorElement} mark
 */
const popoverOf = (mark) => document.getElementById(idOf(mark));

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {(Node | string)[]} children
 */
const create = (tag, ...children) => {
  const one = document.createElement(tag);
  one.append(...children);
  return one;
};

/** @param {NonNullable<Entry["links"]>} links */
const follows = (links) => {
  const line = create("p", `${words.followedAs} `);
  for (const [n, { title, url }] of links.entries()) {
    const link = create("a", title);
    link.href = new URL(url, file).href;
    line.append(n ? ", " : "", link);
  }
  return line;
};

/**
 * The pop-over of a mark, created on demand.
 * @param {HTMLAnchorElement} mark
 */
const popoverFor = async (mark) => {
  const entry = (await all())[idOf(mark)];
  const before = popoverOf(mark);
  if (before || !entry) return before;
  const pop = create("div", create("b", entry.title));
  pop.popover = "auto";
  pop.id = idOf(mark);
  if (entry.kind) pop.append(" ", create("i", entry.kind));
  if (entry.text) pop.append(create("p", entry.said ? create("q", entry.text) : entry.text));
  for (const line of entry.differs ?? []) {
    const said = create("p", line);
    said.className = "differs";
    pop.append(said);
  }
  for (const line of entry.more ?? []) pop.append(create("p", line));
  if (entry.links) pop.append(follows(entry.links));
  place?.append(pop);
  return pop;
};

/**
 * The mark that each pop-over was opened from.
 * @type {WeakMap<HTMLElement, HTMLAnchorElement>}
 */
const openers = new WeakMap();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * A button that cites the number whose mark opened the pop-over, as stated in its passage.
 * @param {HTMLElement} pop
 */
const citing = (pop) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "action";
  button.textContent = words.cite;
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
    more.textContent = mark.classList.contains("figure") ? words.inFigures : words.more;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "action";
    close.textContent = words.close;
    close.addEventListener("click", () => pop.hidePopover());
    actions.append(more);
    if (mark.classList.contains("figure")) actions.append(citing(pop));
    actions.append(close);
    pop.append(actions);
    pop.addEventListener("toggle", ({ newState }) => {
      const opener = openers.get(pop);
      if (newState === "open" || pop.matches(":popover-open") || !opener) return;
      opener.setAttribute("aria-expanded", "false");
      // If clicking a link does not focus it, the platform cannot return the focus.
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
const moveBeside = (pop, mark) => {
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
 * @returns {Promise<boolean>} whether there is anything to open
 */
const open = async (mark, chosen) => {
  const pop = await popoverFor(mark);
  if (!pop) return false;
  // What the pointer has left meanwhile is not wanted any more.
  if (!chosen && (!mark.matches(":hover") || document.querySelector(":popover-open"))) return true;
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
  moveBeside(pop, mark);
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

/** Tells assistive technology that marks open a dialogue. */
export const announcePopovers = (/** @type {ParentNode} */ within = document) => {
  for (const mark of place ? elements(MARKS, HTMLAnchorElement, within) : []) {
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
  if (!place) return;
  /** @param {Event} event */
  const markAt = ({ target }) => {
    const mark = target instanceof Element ? target.closest(MARKS) : null;
    return mark instanceof HTMLAnchorElement && mark.hasAttribute("href") ? mark : null;
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
  document.addEventListener("focusin", (event) => {
    if (markAt(event)) all();
  });
  document.addEventListener("click", async (event) => {
    const mark = markAt(event);
    if (mark && mark === closing && event.detail) {
      event.preventDefault();
      return;
    }
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!(await open(mark, true))) location.assign(mark.href);
  });
  document.addEventListener("pointerover", (event) => {
    const mark = event.pointerType === "mouse" ? markAt(event) : null;
    if (!mark) return;
    all();
    clearTimeout(timer);
    timer = setTimeout(() => open(mark, false), OPEN_AFTER);
    mark.addEventListener("pointerleave", leave, { once: true });
  });
};
