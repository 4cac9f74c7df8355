/* Words that are selected in a text can be taken away: as a quotation with its origin, as a link to
   exactly these words, as a citation.  A bar offers it below the selection, or at an edge of the
   screen where fingers select, so that it is in nobody's way; Alt+Q leads to it. */
import * as wording from "../interface/reading.js";
import { asPage, blocksOf } from "./blocks.js";
import { addressOf, checkedAddress } from "./citations.js";
import { referenceOf, showCitations } from "./cited.js";
import { element } from "./elements.js";
import { fragmentTo } from "./fragments.js";
import { belowLines, isAtTop } from "./placement.js";
import { quotation } from "./quoting.js";
import { nearest, selectedParts, wordsOf } from "./selected.js";

/** @typedef {import("./selected.js").Part} Part */

const SETTLED = 200; // milliseconds for which a selection has stayed as it is

const bar = element("#quote-bar", HTMLElement);
const state = element(".state", HTMLElement, bar);
const first = element("button", HTMLButtonElement, bar);
/** @type {Part[]} */
let parts = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let isPressed = false;
let isTouched = matchMedia("(pointer: coarse)").matches;
/** Something was copied: what is said of it stays, though a touch has ended the selection. */
let isTold = false;
/** A reader has closed the bar: it stays closed until other words are selected. */
let isDismissed = false;
/** @type {Element | null} */
let cameFrom = null;

/* ---- What is taken away ---- */

/** @param {Part} part */
const cited = (part) => referenceOf(part.passage, { words: wordsOf(part), at: part.start });

/** @param {Part} part */
const said = (part) => {
  const { locator } = cited(part);
  return {
    words: wordsOf(part),
    speaker: locator?.speaker?.name ?? "",
    role: nearest(part.passage, "role"),
    mode: locator?.mode ?? "",
  };
};

/** @param {Part} part */
const permalink = ({ passage }) =>
  checkedAddress(addressOf(passage), passage.dataset.check ?? "");

/** The selected words by text: a selection may run from one into the next. */
const byText = () => {
  /** @type {Map<string, Part[]>} */
  const texts = new Map();
  for (const part of parts) {
    const source = nearest(part.passage, "source");
    texts.set(source, [...(texts.get(source) ?? []), part]);
  }
  return [...texts.values()];
};

const quoted = () => {
  const event = { title: bar.dataset.event ?? "", date: bar.dataset.date ?? "" };
  return byText()
    .map((several) =>
      quotation(
        several.map(said),
        {
          name: nearest(several[0].passage, "text"),
          quality: nearest(several[0].passage, "quality"),
        },
        event,
        permalink(several[0]),
      ),
    )
    .join("\n\n");
};

/** The text fragment that leads to exactly the selected words; "" if there is none. */
const fragment = () => {
  const last = parts[parts.length - 1];
  const { text, lines } = asPage(blocksOf(document.body));
  /** @param {HTMLElement} passage */
  const at = (passage) => lines.find(({ block }) => block.element === passage)?.at ?? 0;
  const stretch = { start: at(parts[0].passage) + parts[0].start, end: at(last.passage) + last.end };
  return fragmentTo(text, stretch);
};

/**
 * @param {string} text
 * @param {string} done what is said then
 */
const copy = async (text, done) => {
  isTold = true;
  try {
    await navigator.clipboard.writeText(text);
    state.textContent = done;
  } catch {
    // Not permitted here: it is shown for copying by hand.
    state.textContent = text;
  }
};

/* ---- The bar ---- */

const isOpen = () => bar.matches(":popover-open");

const hide = () => {
  if (!isOpen()) return;
  const hadFocus = bar.contains(document.activeElement);
  bar.hidePopover();
  if (hadFocus && cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
};

const place = () => {
  const selection = getSelection();
  const lines = selection?.rangeCount
    ? [...selection.getRangeAt(selection.rangeCount - 1).getClientRects()].filter((box) => box.width)
    : [];
  if (!lines.length) return;
  const size = { width: bar.offsetWidth, height: bar.offsetHeight };
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  bar.classList.toggle("docked", isTouched);
  bar.classList.toggle("above", isTouched && isAtTop(lines, size, view));
  const { left, top } = belowLines(lines, size, view);
  bar.style.left = isTouched ? "" : `${left + scrollX}px`;
  bar.style.top = isTouched ? "" : `${top + scrollY}px`;
};

const show = () => {
  const after = parts[parts.length - 1].passage.parentElement;
  // Beside its words in the order of the page too: Tab leads from it to what follows them.
  if (after?.nextElementSibling !== bar) after?.after(bar);
  state.textContent = "";
  if (!isOpen()) bar.showPopover();
  place();
};

/** @param {Part[]} others */
const areShown = (others) =>
  isOpen() &&
  others.length === parts.length &&
  others.every(({ passage, start, end }, n) => {
    const part = parts[n];
    return passage === part.passage && start === part.start && end === part.end;
  });

const update = () => {
  if (isPressed || isDismissed || bar.contains(document.activeElement)) return;
  const selected = selectedParts();
  if (areShown(selected) || (isTold && !selected.length)) return;
  isTold = false;
  parts = selected;
  if (parts.length) show();
  else hide();
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(update, SETTLED);
};

/** @param {KeyboardEvent} event */
const isShortcut = (event) =>
  event.altKey && event.code === "KeyQ" && !event.ctrlKey && !event.metaKey && !event.shiftKey;

/** @param {KeyboardEvent} event */
const onKey = (event) => {
  if (isShortcut(event)) {
    isDismissed = false;
    if (!isOpen()) update();
    if (!isOpen()) return;
  } else if (!isOpen()) return;
  else if (event.key === "Escape") {
    event.preventDefault();
    isDismissed = true;
    hide();
    return;
  } else if (event.key !== "Tab" || event.shiftKey || bar.contains(document.activeElement)) return;
  event.preventDefault();
  cameFrom = document.activeElement;
  first.focus({ preventScroll: true });
};

/** Starts offering the bar, also for words that are already selected. */
export const offerQuotations = () => {
  document.addEventListener("selectionchange", () => {
    isDismissed = false;
    soon();
  });
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    isTouched = pointerType === "touch";
    const isOnBar = target instanceof Node && bar.contains(target);
    isPressed = pointerType === "mouse" || isOnBar;
    if (!isOnBar) isTold = false;
  });
  for (const end of ["pointerup", "pointercancel"])
    document.addEventListener(end, () => {
      isPressed = false;
      soon();
    });
  document.addEventListener("keydown", onKey);
  // Pressing a button must not clear the selection.
  bar.addEventListener("mousedown", (event) => {
    if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
  });
  bar.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.do === "quote") copy(quoted(), wording.quotationCopied);
    else if (button?.dataset.do === "link") {
      const words = fragment();
      copy(permalink(parts[0]) + words, words ? wording.linkCopied : wording.paragraphCopied);
    } else if (button?.dataset.do === "cite-words") {
      isDismissed = true;
      hide();
      showCitations(cited(parts[0]));
    }
  });
  soon();
};
