/* Comparisons and ledgers: filtered rows are counted, the filter is kept in the address, and a link to a
   folded or hidden place reveals it.  Without this script the page shows everything, unfiltered. */
import { element, elements } from "./elements.js";
import { extent, hasValue, holdsWords } from "./narrowing.js";

/**
 * The state in the address, so that a link leads to the same view.
 * @param {[string, string][]} entries
 */
const keep = (entries) => {
  const query = new URLSearchParams(entries.filter(([, value]) => value));
  history.replaceState(history.state, "", siteAddress.withQuery(query));
};

/**
 * Reveals the target of the address if it is hidden.
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

/**
 * Two texts: the style sheet decides which rows are shown, this function their order.
 * @param {HTMLFormElement} form
 */
const compare = (form) => {
  const beside = element(".beside", HTMLElement);
  const rows = elements(".row", HTMLElement, beside);
  const numbered = rows
    .filter((row) => row.dataset.n)
    .sort((one, other) => Number(one.dataset.n) - Number(other.dataset.n));
  // The position of each row when differences come first.
  const homes = rows.map((row) => ({ row, home: /** @type {HTMLElement} */ (row.parentElement) }));
  const sections = elements(":scope > section", HTMLElement, beside);
  const whole = document.createElement("div");
  whole.hidden = true;
  beside.append(whole);

  /** @param {string} name */
  const chosen = (name) => String(new FormData(form).get(name) ?? "");
  const arrange = () => {
    const asTextRuns = chosen("order") === "text";
    if (asTextRuns !== whole.hidden) return;
    if (asTextRuns) whole.append(...numbered);
    else for (const { row, home } of homes) home.append(row);
    whole.hidden = !asTextRuns;
    for (const section of sections) section.hidden = asTextRuns;
  };
  /**
   * @param {string} name
   * @param {string} wanted
   */
  const choose = (name, wanted) => {
    const radios = elements(`[name=${name}]`, HTMLInputElement, form);
    (radios.find((one) => one.value === wanted) ?? radios[0]).checked = true;
    arrange();
  };
  element("[data-order]", HTMLElement, form).hidden = false;
  form.addEventListener("change", () => {
    arrange();
    keep([["show", chosen("show")], ["order", chosen("order")]]);
  });
  const read = () => {
    choose("show", siteAddress.param("show"));
    choose("order", siteAddress.param("order"));
  };
  read();
  addEventListener("popstate", read);
  const all = () => choose("show", "");
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
    for (const group of groups) group.hidden = !rows.some(({ row }) => !row.hidden && group.contains(row));
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
if (choice instanceof HTMLFormElement) compare(choice);
const form = document.querySelector("[data-narrow]");
if (form instanceof HTMLFormElement) narrow(form);
