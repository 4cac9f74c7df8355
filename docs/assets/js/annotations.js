/* The annotation layer of the reading page: marks open what they tell in a pop-over, layers are
   switched off and on, notes stand beside their words and, on paper, at the end.  Without this
   script a mark is a link to the page that tells the same, and notes unfold under their passage. */
import { element, elements } from "./elements.js";
import { besideMark, stacked } from "./placement.js";
import { popoverId } from "./popover-id.js";

const root = document.documentElement;

/* ---- Pop-overs ---- */

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

const popovers = () => {
  for (const mark of marks) {
    mark.setAttribute("aria-haspopup", "dialog");
    mark.setAttribute("aria-expanded", "false");
  }
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

/* ---- Layers ---- */

const KEY = "layers-off";
/** @type {Record<string, string>} */
const SELECTORS = {
  figure: ".passage a.figure",
  term: ".passage a.term",
  person: ".passage a.person",
};

/**
 * A mark of a layer that is off is no link and no stop of the keyboard.
 * @param {HTMLAnchorElement} mark
 * @param {boolean} on
 */
const link = (mark, on) => {
  if (on && mark.dataset.href) {
    mark.setAttribute("href", mark.dataset.href);
    delete mark.dataset.href;
  } else if (!on) {
    mark.dataset.href ??= mark.getAttribute("href") ?? "";
    mark.removeAttribute("href");
  }
  if (on && marks.has(mark)) {
    mark.setAttribute("aria-haspopup", "dialog");
    mark.setAttribute("aria-expanded", "false");
  } else if (!on) {
    mark.removeAttribute("aria-haspopup");
    mark.removeAttribute("aria-expanded");
  }
};

const layers = () => {
  const group = document.querySelector(".layers");
  if (!(group instanceof HTMLElement)) return;
  /** @type {Set<string>} */
  const off = new Set(__md_get(KEY) ?? []);
  /**
   * @param {HTMLElement} button
   * @param {boolean} changed
   */
  const show = (button, changed) => {
    const layer = button.dataset.layer ?? "";
    const on = !off.has(layer);
    button.setAttribute("aria-pressed", String(on));
    root.classList.toggle(`off-${layer}`, !on);
    if (!changed && on) return;
    for (const mark of elements(SELECTORS[layer] ?? ":not(*)", HTMLAnchorElement)) link(mark, on);
  };
  for (const button of elements("button", HTMLElement, group)) {
    show(button, false);
    button.addEventListener("click", () => {
      const layer = button.dataset.layer ?? "";
      if (!off.delete(layer)) off.add(layer);
      __md_set(KEY, [...off].sort());
      show(button, true);
      arrange();
    });
  }
  group.hidden = false;
};

/* ---- Notes ---- */

const notes = elements(".sidenote", HTMLDetailsElement).map((note) => ({
  note,
  passage: /** @type {HTMLElement} */ (note.parentElement),
}));
const wide = matchMedia("screen and (min-width: 76.25em)");

/** Notes stand at the height of their words, none over another. */
const arrange = () => {
  if (!wide.matches) {
    for (const { note } of notes) note.style.top = "";
    return;
  }
  const measured = notes.map(({ note, passage }) => {
    const number = siteAddress.target(element(".n", HTMLAnchorElement, note).hash);
    const { top } = passage.getBoundingClientRect();
    const tools = element(".tools", HTMLElement, passage).offsetHeight;
    const words = number ? number.getBoundingClientRect().top - 4 : top;
    return { note, top, wanted: Math.max(words, top + tools), height: note.offsetHeight };
  });
  for (const [n, top] of stacked(measured).entries()) {
    if (top !== null) measured[n].note.style.top = `${top - measured[n].top}px`;
  }
};

/** On paper the notes stand at the end, in order. */
const printing = () => {
  /** @type {{section: HTMLElement, places: (Node | null)[], open: boolean[]} | null} */
  let end = null;
  const move = () => {
    const last = elements(".credits, .witness", HTMLElement).at(-1);
    const after = last ?? elements(".flow", HTMLElement).at(-1);
    if (end || !notes.length || !after) return;
    const section = document.createElement("section");
    section.className = "endnotes";
    const title = document.createElement("h2");
    title.textContent = "Notes";
    section.append(title);
    end = {
      section,
      places: notes.map(({ note }) => note.nextSibling),
      open: notes.map(({ note }) => note.open),
    };
    for (const { note } of notes) {
      note.open = true;
      section.append(note);
    }
    after.after(section);
  };
  const back = () => {
    if (!end) return;
    for (const [n, { note, passage }] of [...notes.entries()].reverse()) {
      passage.insertBefore(note, end.places[n]);
      note.open = end.open[n];
    }
    end.section.remove();
    end = null;
  };
  addEventListener("beforeprint", move);
  addEventListener("afterprint", back);
  const paper = matchMedia("print");
  paper.addEventListener("change", () => (paper.matches ? move() : back()));
  if (paper.matches) move();
};

popovers();
layers();
arrange();
printing();
wide.addEventListener("change", arrange);
addEventListener("load", arrange);
new ResizeObserver(arrange).observe(element(".md-content", HTMLElement));
