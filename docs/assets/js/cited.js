/* Reads from the mark-up what can be cited on a page, and writes citations with today's date. */
import * as wording from "../interface/citing.js";
import { addressOf, pageAddress, passageAddress } from "./citations.js";
import { element, elements } from "./elements.js";
import { voiceOf } from "./references.js";
import { cite } from "./styles.js";

/** @typedef {import("./references.js").Reference} Reference */
/** @typedef {import("./references.js").Text} Text */
/** @typedef {import("./references.js").Voice} Voice */

/** The references that the page offers: itself, then each of its texts. */
const offered = elements(".cited", HTMLElement);

/** The day of access, ISO. */
export const today = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((one) => String(one).padStart(2, "0")).join("-");
};

/** @param {string} text */
const codePoints = (text) => [...text].length;

/**
 * A reference to a passage of the page: to words of it, or to a value that it states, if given.
 * @param {HTMLElement} passage the paragraph, which has the passage's id
 * @param {{words?: string, value?: string, at?: number, url?: string}} [part] `at` is where the
 *   words begin in the paragraph's text, in units of JavaScript; `url` their own address
 * @returns {Reference}
 */
export const referenceOf = (passage, { words, value, at, url } = {}) => {
  const source = passage.closest("[data-source]")?.getAttribute("data-source") ?? "";
  const cited = offered.find((one) => one.dataset.cited === source);
  if (!cited) throw new Error(`No text of this page is ${source}.`);
  const { text } = held(cited);
  const turn = passage.closest(".passage")?.closest("[data-speaker]");
  /** @type {Voice[]} */
  const voices = JSON.parse(passage.dataset.said ?? "[]");
  const quoted = words ?? value;
  const before = at === undefined ? null : codePoints(passage.textContent.slice(0, at));
  const span =
    quoted && before !== null ? { at: before, end: before + codePoints(quoted) } : null;
  const said = turn
    ? {
        speaker: {
          name: turn.getAttribute("data-speaker") ?? "",
          family: turn.getAttribute("data-family") ?? "",
        },
      }
    : voiceOf(voices, span);
  const lines = passage.parentElement?.querySelector(".src")?.textContent ?? "";
  const locator = { passage: passage.id, lines, words, value, url: url ?? addressOf(passage) };
  return { text, locator: { ...locator, ...said }, accessed: today() };
};

/**
 * The reference in an element, with today's date, and with an address if the build knew none.
 * @param {HTMLElement} cited
 * @returns {Reference}
 */
const held = (cited) => {
  /** @type {Reference} */
  const reference = JSON.parse(cited.dataset.reference ?? "");
  const address = passageAddress(pageAddress(), "");
  const { text, locator } = reference;
  const url = text.url ?? address;
  return {
    text: { ...text, url },
    locator: locator && { ...locator, url: locator.url ?? address },
    accessed: today(),
  };
};

/** The names of the styles on the page. */
const STYLES = /** @type {const} */ ({
  Chicago: "chicago", BibTeX: "bibtex", RIS: "ris", "CSL-JSON": "csl",
});

/**
 * Writes a reference into the forms of an element, in each style.
 * @param {HTMLElement} cited
 * @param {Reference} reference
 */
const write = (cited, reference) => {
  const written = cite(reference);
  for (const form of elements(".form", HTMLElement, cited)) {
    const style = STYLES[/** @type {keyof typeof STYLES} */ (form.dataset.style)];
    element("pre", HTMLElement, form).textContent = written[style];
  }
};

/** Rewrites all citations on the page with the day of access. */
const writeAll = () => {
  for (const cited of offered) write(cited, held(cited));
};

/** @param {Reference} reference */
const titleOf = ({ locator }) => {
  if (locator?.words) return wording.words;
  return locator?.value ? wording.number : wording.passage({ passage: locator?.passage ?? "" });
};

/**
 * Fills the page's dialogue with a single reference or, if none is given, the page and its texts;
 * the caller opens the dialogue.
 * @param {Reference | null} reference
 * @returns {HTMLElement} the dialogue
 */
export const offer = (reference) => {
  const dialog = element("#cite", HTMLElement);
  const [first, ...others] = offered;
  for (const one of others) {
    if (reference) one.remove();
    else dialog.append(one);
  }
  if (reference) write(first, reference);
  else writeAll();
  element("#cite-title", HTMLElement).textContent = reference ? titleOf(reference) : wording.page;
  return dialog;
};

/**
 * Opens the dialogue with a reference.
 * @param {Reference} reference
 */
export const showCitations = (reference) => offer(reference).showPopover();

/** The file extension of each style for reference managers. */
const ENDINGS = new Map([["BibTeX", "bib"], ["RIS", "ris"], ["CSL-JSON", "json"]]);

/** Adds buttons to each style: one copies the citation, one saves it as a file. */
const addButtons = () => {
  for (const form of offered.flatMap((one) => elements(".form", HTMLElement, one))) {
    const style = form.dataset.style ?? "";
    const copies = { does: "copy", shown: wording.copy, label: wording.copies({ style }) };
    const saves = { does: "save", shown: wording.save, label: wording.saves({ style }) };
    for (const { does, shown, label } of ENDINGS.has(style) ? [saves, copies] : [copies]) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = `action ${does}`;
      button.textContent = shown;
      button.setAttribute("aria-label", label);
      form.querySelector(".style")?.after(button, " ");
    }
  }
};

/**
 * Copies a text; if that is not permitted, selects it instead.
 * @param {Element} button
 * @param {HTMLElement} pre
 */
const copy = async (button, pre) => {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = wording.copied;
  } catch {
    getSelection()?.selectAllChildren(pre);
  }
};

/**
 * @param {string} text
 * @param {string} name
 */
const save = (text, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: "text/plain" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest(".form > button") : null;
  const form = button?.closest(".form");
  const pre = form?.querySelector("pre");
  if (!button || !(form instanceof HTMLElement) || !pre) return;
  const ending = ENDINGS.get(form.dataset.style ?? "");
  if (button.matches(".copy")) copy(button, pre);
  else save(pre.textContent, `citation.${ending}`);
});

addButtons();
writeAll();
