/* The level of annotations: none, essential, or all.  The choice is remembered; palette.js sets it
   before the first paint, and style sheets apply it.  Invisible marks are not links. */
import { elements } from "./elements.js";

const root = document.documentElement;
const KEY = "__annotations";
const MARKS = ".passage :is(a.figure, a.term, a.person)";

/**
 * Whether a mark is visible.
 * @param {string | undefined} level
 * @param {boolean} isEssential
 */
export const isSeen = (level, isEssential) => level === "all" || (level !== "off" && isEssential);

/**
 * The addresses of the marks that are currently not links.
 * @type {WeakMap<HTMLAnchorElement, string>}
 */
const addresses = new WeakMap();

/** Makes the visible marks links, and the others not. */
export const linkMarks = (/** @type {ParentNode} */ within = document) => {
  for (const mark of elements(MARKS, HTMLAnchorElement, within)) {
    if (isSeen(root.dataset.annotations, mark.classList.contains("essential"))) {
      const address = addresses.get(mark);
      if (address !== undefined) mark.setAttribute("href", address);
      addresses.delete(mark);
    } else if (mark.hasAttribute("href")) {
      addresses.set(mark, mark.getAttribute("href") ?? "");
      for (const name of ["href", "tabindex", "aria-describedby"]) mark.removeAttribute(name);
    }
  }
};

/**
 * Applies the choice.
 * @param {() => void} changed called when another level is chosen
 */
export const followLevel = (changed) => {
  for (const input of elements("[name=annotations]", HTMLInputElement)) {
    input.checked = input.value === root.dataset.annotations;
    input.addEventListener("change", () => {
      root.dataset.annotations = input.value;
      __md_set(KEY, input.value);
      linkMarks();
      changed();
    });
  }
};
