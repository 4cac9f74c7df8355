/* Filters a dossier: the links of `data-choices` show only those rows with `data-keys` that have the
   chosen value, which the address keeps. On other pages the links lead elsewhere. */
import * as words from "../interface/reading.js";
import { afterClick, chosenOf, isEmptied, queryWith } from "./choosing.js";
import { elements } from "./elements.js";
import { hasValue } from "./narrowing.js";

/**
 * Hides containers without visible rows: a briefing of a dossier, or a list with its heading.
 * @param {Iterable<Element>} holders
 */
function fold(holders) {
  for (const holder of holders) {
    const empty = isEmptied(elements("[data-keys]", HTMLElement, holder));
    for (const element of [holder, holder.previousElementSibling]) {
      const belongs = element === holder || (element?.matches("h2, h3, .part") ?? false);
      if (belongs && element instanceof HTMLElement) element.hidden = empty;
    }
  }
}

/** @param {HTMLElement} choices */
function narrow(choices) {
  const name = choices.dataset.choices ?? "";
  const links = [...choices.querySelectorAll("a")];
  const all = document.createElement("button");
  all.type = "button";
  all.className = "action";
  all.textContent = words.showAll;
  choices.append(all);

  /** @param {string} chosen "" for all */
  const show = (chosen) => {
    for (const row of document.querySelectorAll("[data-keys]"))
      if (row instanceof HTMLElement) row.hidden = !hasValue(row.dataset.keys, chosen);
    fold(document.querySelectorAll("article :is(ol, ul):not(ol ol, nav ul)"));
    fold(document.querySelectorAll("[data-fold]"));
    for (const details of document.querySelectorAll("li:not([hidden]) > details"))
      if (details instanceof HTMLDetailsElement && details.querySelector("[data-keys]"))
        details.open = Boolean(chosen);
    for (const link of links)
      if (link.dataset.choice === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    all.hidden = !chosen;
  };
  /** @param {string} chosen */
  const choose = (chosen) => {
    const query = queryWith(location.search, name, chosen);
    history.replaceState(history.state, "", siteAddress.withQuery(query));
    show(chosen);
  };

  all.addEventListener("click", () => choose(""));
  for (const link of links)
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      const clicked = link.dataset.choice ?? "";
      choose(afterClick(link.hasAttribute("aria-current") ? clicked : "", clicked));
    });
  show(chosenOf(siteAddress.param(name), links.map((link) => link.dataset.choice)));
}

const choices = document.querySelector("[data-choices]");
if (choices instanceof HTMLElement) narrow(choices);
