/* What a dossier is narrowed by: the links of `data-choices` show of the rows with `data-keys` those
   that have the value chosen, which the address keeps. Elsewhere the links lead on. */
import { hasValue } from "./narrowing.js";

/**
 * Hides what holds rows and shows none: a briefing of a dossier, or a list with the heading above.
 * @param {Iterable<Element>} holders
 */
function fold(holders) {
  for (const holder of holders) {
    const rows = [...holder.querySelectorAll("[data-keys]")];
    const empty = rows.length > 0 && rows.every((row) => row instanceof HTMLElement && row.hidden);
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
  all.textContent = "Show all";
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
    const query = new URLSearchParams(location.search);
    if (chosen) query.set(name, chosen);
    else query.delete(name);
    history.replaceState(history.state, "", siteAddress.withQuery(query));
    show(chosen);
  };

  all.addEventListener("click", () => choose(""));
  for (const link of links)
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.hasAttribute("aria-current") ? "" : (link.dataset.choice ?? ""));
    });
  const asked = siteAddress.param(name);
  show(links.some((link) => link.dataset.choice === asked) ? asked : "");
}

const choices = document.querySelector("[data-choices]");
if (choices instanceof HTMLElement) narrow(choices);
