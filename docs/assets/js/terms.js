/* The list of terms is narrowed while a reader types or chooses. */
import { element, elements } from "./elements.js";
import { extent, hasValue, holdsWords } from "./narrowing.js";

const form = element("[data-narrow=terms]", HTMLFormElement);
const list = element("#terms", HTMLElement);
const entries = elements("li", HTMLElement, list).map((item) => ({
  item,
  words: item.textContent.toLocaleLowerCase(),
}));
const status = element("[role=status]", HTMLElement, form);

const narrow = () => {
  const fields = new FormData(form);
  /** @param {string} name */
  const asked = (name) => String(fields.get(name) ?? "").trim();
  let shown = 0;
  for (const { item, words } of entries) {
    const fits =
      holdsWords(words, asked("q")) &&
      hasValue(item.dataset.kind, asked("kind")) &&
      (!asked("gone") || Boolean(item.dataset.gone));
    item.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const section of elements("section", HTMLElement, list))
    section.hidden = !section.querySelector("li:not([hidden])");
  status.textContent = shown === entries.length ? "" : extent(shown, entries.length, "terms");
};

form.hidden = false;
form.addEventListener("input", narrow);
form.addEventListener("submit", (event) => event.preventDefault());
