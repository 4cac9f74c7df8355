/* The reading page: a passage's address is copied where it is clicked, and the passage can then be
   cited, looked up in its source or reported.  Without this script the links still lead there. */
import * as wording from "../interface/reading.js";
import "./copying.js";
import "./menus.js";
import { addressOf, checkedAddress, filledForm } from "./citations.js";
import { element, elements } from "./elements.js";
import { directive } from "./fragments.js";
import { nearest, PASSAGES, selectedParts, sourceLink, wordsOf } from "./selected.js";

/** @typedef {import("./selected.js").Part} Part */

const tools = element("#passage-tools", HTMLElement);
/** @type {HTMLElement | null} */
let chosen = null;

/** The module that writes citations is loaded on demand. */
const citing = () => import("./cited.js");

/* ---- Reports and suggestions: forms filled in with the passage and the words meant ---- */

const LONGEST_QUOTE = 1000;
const FORMS = "[data-report], [data-suggest]";

/**
 * The selected words if they are within one passage, otherwise null.
 * @returns {Part | null}
 */
const selected = () => {
  const [part, ...others] = selectedParts();
  return part && !others.length && part.end - part.start <= LONGEST_QUOTE ? part : null;
};

/**
 * What was selected last; a click on a tool takes the selection away, but not what it was.
 * @type {Part | null}
 */
let marked = null;
document.addEventListener("selectionchange", () => {
  marked = selected() ?? marked;
});
document.addEventListener("pointerdown", ({ target }) => {
  if (target instanceof Element && target.closest(`.pin, #passage-tools, ${FORMS}`)) return;
  marked = null;
});

/** @param {HTMLElement} passage */
const fillForms = (passage) => {
  const words = marked?.passage === passage ? marked : null;
  const found = words && {
    quote: wordsOf(words),
    directive: directive(passage.textContent, wordsOf(words), words.start),
  };
  for (const form of elements(FORMS, HTMLAnchorElement))
    form.href = filledForm(form.href, { id: passage.id, address: addressOf(passage) }, found);
};

/** @param {HTMLElement} passage */
const choose = async (passage) => {
  chosen = passage;
  const source = element("[data-do=source]", HTMLAnchorElement, tools);
  const from = sourceLink(passage);
  source.href = from.href;
  source.textContent = wording.source({ line: from.textContent });
  fillForms(passage);
  tools.showPopover();
  const link = checkedAddress(addressOf(passage), passage.dataset.check ?? "");
  let told = wording.address;
  try {
    await navigator.clipboard.writeText(link);
    told = wording.addressCopied;
  } catch {
    /* Not permitted here: the address is shown for copying by hand. */
  }
  element(".state", HTMLElement, tools).textContent = told({ address: link });
};

document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const pin = target?.closest(".passage .pin");
  if (pin instanceof HTMLAnchorElement && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    const at = scrollY;
    location.hash = pin.hash;
    // The passage is in view already; and focus comes back here when the choice is closed.
    scrollTo({ top: at, behavior: "instant" });
    pin.focus({ preventScroll: true });
    const passage = siteAddress.target(pin.hash);
    if (passage) choose(passage);
    return;
  }
  // From the head of the page: words that are selected say which passage is meant.
  if (target?.closest(FORMS) && marked && !tools.contains(target)) fillForms(marked.passage);
  if (target?.closest("[popovertarget=cite]:not([popovertargetaction])")) (await citing()).offer(null);
  if (target?.closest("[data-do=cite]") && chosen) {
    const { referenceOf, showCitations } = await citing();
    tools.hidePopover();
    showCitations(referenceOf(chosen));
  }
});

/** Shows the current position in the contents. */
const follow = () => {
  const links = elements(".contents a[href^='#']", HTMLAnchorElement).flatMap((link) => {
    const section = document.getElementById(siteAddress.decode(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  /** @type {Set<Element>} */
  const seen = new Set();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const now = links.findLast(({ section }) => seen.has(section));
      if (!now) return;
      for (const { link, section } of links) {
        if (section === now.section) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    },
    { rootMargin: "-15% 0px -75% 0px" },
  );
  for (const { section } of links) watch.observe(section);
};

/** A passage that was asked for says which text it is of, where no band does. */
const nameText = () => {
  const passage = siteAddress.target();
  if (!(passage instanceof HTMLElement) || !passage.matches(PASSAGES)) return;
  const tools = sourceLink(passage).parentElement;
  if (passage.closest(":is(.witness, .flow):has(> .band)") || tools?.querySelector(".of")) return;
  const name = document.createElement("span");
  name.className = "of";
  name.textContent = `${wording.ofText({
    text: [nearest(passage, "text"), nearest(passage, "quality")].filter(Boolean).join(", "),
  })} `;
  sourceLink(passage).after(" ", name);
};

follow();
addEventListener("hashchange", nameText);
nameText();

/** The quotation bar is loaded when words are first selected. */
const loadQuoting = async () => {
  if (getSelection()?.isCollapsed) return;
  document.removeEventListener("selectionchange", loadQuoting);
  const { offerQuotations } = await import("./quotation-bar.js");
  offerQuotations();
};
document.addEventListener("selectionchange", loadQuoting);
if (!("fragmentDirective" in document)) import("./highlight.js");
