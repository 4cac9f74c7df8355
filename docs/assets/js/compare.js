/* Comparisons and ledgers: what is narrowed is counted and kept in the address, and a link into a
   folded or hidden place opens it.  Without this script all of it is on the page, unnarrowed. */
import { element, elements } from "./elements.js";
import { extent, hasValue, holdsWords } from "./narrowing.js";

/**
 * The state in the address, so that a link brings the same view.
 * @param {[string, string][]} entries
 */
const keep = (entries) => {
  const query = new URLSearchParams(entries.filter(([, value]) => value));
  history.replaceState(history.state, "", siteAddress.withQuery(query));
};

/**
 * Shows the target of the address, whatever hides it.
 * @param {() => void} show
 */
const reveal = (show) => {
  const target = siteAddress.target();
  if (!target) return;
  const fold = target.closest("details");
  if (fold) fold.open = true;
  if (!target.checkVisibility()) show();
  target.scrollIntoView();
};

/** @param {Element} choice */
const compare = (choice) => {
  const status = element("[data-shown]", HTMLElement);
  const radios = elements("input", HTMLInputElement, choice);
  const rows = elements(".row", HTMLElement);
  const tell = () => {
    const shown = rows.filter((row) => row.checkVisibility()).length;
    status.textContent = shown === rows.length ? "" : extent(shown, rows.length, "rows");
  };
  /** @param {string} value */
  const choose = (value) => {
    const radio = radios.find((one) => one.value === value) ?? radios[0];
    radio.checked = true;
    tell();
  };
  choice.addEventListener("change", () => {
    tell();
    keep([["show", radios.find((one) => one.checked)?.value ?? ""]]);
  });
  choose(siteAddress.param("show"));
  const all = () => choose("");
  addEventListener("hashchange", () => reveal(all));
  reveal(all);
};

/** @param {HTMLFormElement} form */
const narrow = (form) => {
  const status = element("[data-shown]", HTMLElement);
  const lists = elements("[data-rows]", HTMLElement);
  const [list] = lists;
  const rows = lists.flatMap((part) =>
    elements(":scope > :not([data-head])", HTMLElement, part).map((row) => ({
      row,
      words: row.textContent.toLocaleLowerCase(),
    })),
  );
  const groups = elements("[data-group]", HTMLElement);
  const inputs = elements("input[name]", HTMLInputElement, form);
  const fields = [...inputs, ...elements("select[name]", HTMLSelectElement, form)];
  const ask = () => {
    let shown = 0;
    for (const { row, words } of rows) {
      const fits = fields.every(({ name, value }) => {
        const wanted = value.trim();
        return name === "q" ? holdsWords(words, wanted) : hasValue(row.dataset[name], wanted);
      });
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-row]:not([hidden])");
    const { one = "", many = "" } = list.dataset;
    status.textContent = extent(shown, rows.length, rows.length === 1 ? one : many);
  };
  const write = () => keep(fields.map((field) => [field.name, field.value.trim()]));
  for (const field of fields) field.value = siteAddress.param(field.name);
  form.addEventListener("input", () => {
    ask();
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  const clear = () => {
    for (const field of fields) field.value = "";
    ask();
    write();
  };
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });
  form.hidden = false;
  ask();
  addEventListener("hashchange", () => reveal(clear));
  reveal(clear);
};

const choice = document.querySelector("[data-show]");
if (choice) compare(choice);
const form = document.querySelector("[data-narrow]");
if (form instanceof HTMLFormElement) narrow(form);
