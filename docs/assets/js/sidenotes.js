/* Places notes beside their words and, for printing, at the end.  Without this script they are shown or
   unfolded below their passage. */
import * as wording from "../interface/reading.js";
import { element, elements } from "./elements.js";
import { stacked } from "./placement.js";
import { isSettled } from "./settling.js";

const notes = elements(".passage .sidenote", HTMLDetailsElement);
/* The content of the margin: a note, and the fold with the others of its passage. */
const blocks = elements(".passage > :is(.sidenote, .more-notes)", HTMLDetailsElement);
const wide = matchMedia("screen and (min-width: 76.25em)");

/**
 * The position of a note's number; null if it is hidden or the block has several notes.
 * @param {HTMLElement} block
 */
const numberOf = (block) => {
  if (!block.matches(".sidenote")) return null;
  const number = siteAddress.target(element(".n", HTMLAnchorElement, block).hash);
  return number?.getClientRects().length ? number : null;
};

/** Positions notes level with their words, without overlaps. */
export const arrange = () => {
  if (!wide.matches) {
    for (const block of blocks) block.style.top = "";
    return;
  }
  const measured = blocks.filter(isSettled).map((block) => {
    const passage = /** @type {HTMLElement} */ (block.parentElement);
    const { top } = passage.getBoundingClientRect();
    const tools = element(".tools", HTMLElement, passage).offsetHeight;
    const number = numberOf(block);
    const words = number ? number.getBoundingClientRect().top - 4 : top;
    return { block, top, wanted: Math.max(words, top + tools), height: block.offsetHeight };
  });
  for (const [n, top] of stacked(measured).entries()) {
    if (top !== null) measured[n].block.style.top = `${top - measured[n].top}px`;
  }
};

/** Unfolds the note that the address names. */
const unfold = () => {
  const target = siteAddress.target();
  for (let at = target; at?.closest(".passage"); at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
};

/** Collects the visible notes at the end for printing, in the order of their numbers. */
const print = () => {
  /** @type {{section: HTMLElement, places: {parent: Node, before: Node | null}[], open: boolean[]} | null} */
  let end = null;
  /** @param {HTMLElement} note */
  const number = (note) => Number(element(".n", HTMLAnchorElement, note).textContent);
  const move = () => {
    const last = elements(".credits, .witness", HTMLElement).at(-1);
    const after = last ?? elements(".flow", HTMLElement).at(-1);
    if (end || !notes.length || !after) return;
    const section = document.createElement("section");
    section.className = "endnotes";
    const title = document.createElement("h2");
    title.textContent = wording.notes;
    section.append(title);
    end = {
      section,
      places: notes.map((note) => ({
        parent: /** @type {Node} */ (note.parentNode),
        before: note.nextSibling,
      })),
      open: notes.map((note) => note.open),
    };
    for (const note of notes.toSorted((one, other) => number(one) - number(other))) {
      note.open = true;
      section.append(note);
    }
    after.after(section);
  };
  const back = () => {
    if (!end) return;
    for (const [n, note] of [...notes.entries()].reverse()) {
      const { parent, before } = end.places[n];
      parent.insertBefore(note, before);
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

export const placeNotes = () => {
  unfold();
  arrange();
  print();
  wide.addEventListener("change", arrange);
  addEventListener("load", arrange);
  addEventListener("hashchange", () => {
    unfold();
    arrange();
  });
  for (const block of elements(".passage details", HTMLDetailsElement))
    block.addEventListener("toggle", arrange);
  new ResizeObserver(arrange).observe(element(".md-content", HTMLElement));
};
