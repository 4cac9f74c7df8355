/* The table of figures: filtering, sorting, state in the address, and CSV of the rows shown.  The rows
   are in the page; TanStack Table decides which of them are shown, and in which order. */
import * as words from "../interface/rows.js";
import * as things from "../interface/things.js";
import { saveRows } from "./csv.js";
import { extent } from "./narrowing.js";

(() => {
  const { createTable, getCoreRowModel, getFilteredRowModel, getSortedRowModel } = TableCore;
  const PAGE = 200;
  const FACETS = ["briefing", "speaker", "unit", "direction", "topic", "indicator"];
  const SEVERAL = new Set(["topic", "indicator"]);

  /** @typedef {{element: HTMLTableRowElement, keys: DOMStringMap, words: string, value: number, subject: string, period: string, direction: string, speaker: string, briefing: string}} Row */
  /** @typedef {{original: Row, getValue(id: string): string}} TableRow */

  const table = /** @type {HTMLTableElement} */ (document.getElementById("figures-table"));
  const body = table.tBodies[0];
  const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-figures]"));
  const more = /** @type {HTMLElement} */ (document.querySelector("[data-more]"));
  const csv = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-csv]"));
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-shown]"));
  /** @type {HTMLTableCellElement[]} */
  const heads = [...table.querySelectorAll("th")].filter((head) => head.dataset.sort);

  /**
   * A text as it is searched: in lower case, and "391,000" as "391000".
   * @param {string} text
   */
  const folded = (text) => text.toLocaleLowerCase().replace(/(?<=\d),(?=\d{3})/g, "");

  /**
   * @param {HTMLTableRowElement} row
   * @param {number} n
   */
  const cell = (row, n) => row.cells[n].textContent.trim();
  const data = [...body.rows].map((element) => {
    const { value, time, ...own } = element.dataset;
    // The address of the passage names the briefing; said once in a row of a long table.
    const said = element.querySelector("a.said");
    const briefing = said instanceof HTMLAnchorElement ? said.pathname.split("/").at(-2) : undefined;
    /** @type {DOMStringMap} */
    const keys = { ...own, briefing };
    return {
      element,
      keys,
      words: folded(element.textContent),
      value: Number(value),
      subject: cell(element, 2).toLocaleLowerCase(),
      period: time ?? "",
      direction: cell(element, 4),
      speaker: cell(element, 5).toLocaleLowerCase(),
      briefing: cell(element, 6),
    };
  });
  // Briefings are sorted by their day; rows of one briefing keep the order of the text.
  const days = new Map(data.map((row) => [row.keys.briefing, row.keys.day ?? ""]));

  /** @param {string} name */
  const facet = (name) => ({
    id: `in-${name}`,
    /** @param {Row} row */
    accessorFn: (row) => row.keys[name] ?? "",
    /**
     * @param {TableRow} row
     * @param {string} id
     * @param {string} wanted
     */
    filterFn: (row, id, wanted) =>
      SEVERAL.has(name) ? row.getValue(id).split(" ").includes(wanted) : row.getValue(id) === wanted,
  });
  /**
   * @param {string} id
   * @param {(row: Row) => string | number | undefined} accessorFn
   */
  const sorted = (id, accessorFn) => ({ id, accessorFn, sortingFn: "basic", sortUndefined: "last" });
  const columns = [
    ...FACETS.map(facet),
    sorted("value", (row) => row.value),
    sorted("subject", (row) => row.subject || undefined),
    sorted("period", (row) => row.period || undefined),
    sorted("direction", (row) => row.direction || undefined),
    sorted("speaker", (row) => row.speaker || undefined),
    sorted("briefing", (row) => days.get(row.keys.briefing) || undefined),
  ];

  /** @type {{columnFilters: {id: string, value: string}[], globalFilter: string, sorting: {id: string, desc: boolean}[]}} */
  let state = { columnFilters: [], globalFilter: "", sorting: [] };
  let limit = PAGE;

  const tanstack = createTable({
    data,
    columns,
    state: {},
    onStateChange: () => {},
    renderFallbackValue: null,
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
    /**
     * @param {TableRow} row
     * @param {string} _
     * @param {string} words
     */
    globalFilterFn: (row, _, words) => folded(words).split(/\s+/).every((word) => row.original.words.includes(word)),
    /** @param {{id: string}} column */
    getColumnCanGlobalFilter: (column) => column.id === "value",
  });
  const initial = tanstack.initialState;

  const rowsById = new Map(data.map((row) => [row.element.id, row.element]));
  const asked = () => {
    const name = location.hash.slice(1);
    return rowsById.get(name) ?? rowsById.get(siteAddress.decode(name));
  };

  /** @returns {Row[]} */
  const shown = () =>
    tanstack.getRowModel().rows.map((/** @type {TableRow} */ row) => row.original);

  const draw = () => {
    tanstack.setOptions((/** @type {object} */ options) => ({ ...options, state: { ...initial, ...state } }));
    const rows = shown();
    const target = asked();
    const at = rows.findIndex((row) => row.element === target);
    for (const element of rowsById.values()) element.classList.toggle("found", element === target);
    limit = Math.max(limit, at + 1);
    body.replaceChildren(...rows.slice(0, limit).map((row) => row.element));
    more.hidden = rows.length <= limit;
    const narrowed = rows.length < data.length;
    status.textContent = extent(rows.length, data.length, data.length === 1 ? things.figure.one : things.figure.many);
    csv.textContent = narrowed || state.sorting.length ? words.csvShown : words.csv;
    for (const head of heads) {
      const sort = state.sorting.find((one) => one.id === head.dataset.sort);
      if (sort) head.setAttribute("aria-sort", sort.desc ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };

  /* The address contains the state, and a link to it leads to the same rows. */
  const write = () => {
    const query = new URLSearchParams();
    if (state.globalFilter) query.set("q", state.globalFilter);
    for (const { id, value } of state.columnFilters) query.set(id.slice(3), value);
    for (const { id, desc } of state.sorting) query.set("sort", desc ? `-${id}` : id);
    history.replaceState(history.state, "", siteAddress.withQuery(query, ""));
  };

  const read = () => {
    for (const name of ["q", ...FACETS]) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = siteAddress.param(name);
    }
    const sort = siteAddress.param("sort");
    const id = sort.replace(/^-/, "");
    state.sorting = heads.some((head) => head.dataset.sort === id) ? [{ id, desc: sort.startsWith("-") }] : [];
    ask();
  };

  const ask = () => {
    const fields = new FormData(form);
    /** @param {string} name */
    const wanted = (name) => String(fields.get(name) ?? "");
    state = {
      ...state,
      globalFilter: wanted("q").trim(),
      columnFilters: FACETS.filter(wanted).map((name) => ({ id: `in-${name}`, value: wanted(name) })),
    };
    draw();
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const id = head.dataset.sort ?? "";
      const [last] = state.sorting;
      const desc = last?.id === id && !last.desc;
      state.sorting = last?.id === id && last.desc ? [] : [{ id, desc }];
      write();
      draw();
    });
  }
  form.addEventListener("input", () => {
    limit = PAGE;
    ask();
    write();
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      state.sorting = [];
      ask();
      write();
    }),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => {
    limit += PAGE;
    draw();
  });
  csv.addEventListener("click", async (event) => {
    if (csv.textContent === words.csv) return;
    event.preventDefault();
    await saveRows(csv, shown().map((row) => row.element.id));
  });
  addEventListener("popstate", read);
  addEventListener("hashchange", () => {
    draw();
    asked()?.scrollIntoView();
  });

  form.hidden = false;
  read();
  asked()?.scrollIntoView();
})();
