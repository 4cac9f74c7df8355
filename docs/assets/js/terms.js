/* Filters the glossary while a reader types or chooses; the address keeps the filter, so
   that a link leads to the same list.  Other names of terms, and definitions of terms that are only
   listed, are fetched when somebody searches.  Without this script the page shows all terms, by kind. */
import * as things from "../interface/things.js";
import { element, elements } from "./elements.js";
import { extent, hasValue, holdsWords } from "./narrowing.js";

const form = element("[data-narrow=terms]", HTMLFormElement);
const list = element("#terms", HTMLElement);
const entries = elements("section", HTMLElement, list).flatMap((section) =>
  elements("li", HTMLElement, section).map((item) => ({
    item,
    kind: section.id.replace("kind-", ""),
    words: item.textContent.toLocaleLowerCase(),
  })),
);
const status = element("[role=status]", HTMLElement, form);
const texts = [
  ...elements("input[name=q]", HTMLInputElement, form),
  ...elements("select[name]", HTMLSelectElement, form),
];
const boxes = elements("input[type=checkbox]", HTMLInputElement, form);

let isComplete = false;

/** Adds hidden search words to each entry; without them it is found by its visible words only. */
const complete = async () => {
  if (isComplete) return;
  isComplete = true;
  try {
    const file = new URL(form.dataset.words ?? "", location.href);
    const answer = await fetch(file);
    if (!answer.ok) return;
    /** @type {{words: Record<string, string>}} */
    const { words } = await answer.json();
    const byAddress = new Map(Object.entries(words).map(([url, more]) => [new URL(`../${url}`, file).href, more]));
    for (const entry of entries) {
      const link = element("a", HTMLAnchorElement, entry.item);
      entry.words += ` ${(byAddress.get(link.href) ?? "").toLocaleLowerCase()}`;
    }
    narrow();
  } catch {
    isComplete = false; // they may be had later
  }
};

const narrow = () => {
  const fields = new FormData(form);
  /** @param {string} name */
  const asked = (name) => String(fields.get(name) ?? "").trim();
  if (asked("q")) complete();
  let shown = 0;
  for (const { item, kind, words } of entries) {
    const fits =
      holdsWords(words, asked("q")) &&
      hasValue(kind, asked("kind")) &&
      (!asked("gone") || item.dataset.gone !== undefined);
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const section of elements("section", HTMLElement, list))
    section.hidden = !section.querySelector("li:not([hidden])");
  status.textContent = shown === entries.length ? "" : extent(shown, entries.length, things.term.many);
};

const write = () => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const text = String(value).trim();
    if (text) query.set(name, text);
  }
  history.replaceState(history.state, "", siteAddress.withQuery(query));
};

const read = () => {
  for (const field of texts) field.value = siteAddress.param(field.name);
  for (const box of boxes) box.checked = siteAddress.param(box.name) === box.value;
  narrow();
};

// A link to a kind or term that is filtered out removes the filter.
const reveal = () => {
  const target = siteAddress.target();
  if (!target || target.checkVisibility()) return;
  form.reset();
  narrow();
  write();
  target.scrollIntoView();
};

form.hidden = false;
form.addEventListener("input", () => {
  narrow();
  write();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", read);
addEventListener("hashchange", reveal);
read();
reveal();
