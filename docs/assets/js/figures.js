/* The table of figures: narrowed, sorted, its state in the address, what is shown as CSV.  The rows
   are the page's own; which of them stand in which order is TanStack Table's to say. */
(() => {
  "use strict";

  const { createTable, getCoreRowModel, getFilteredRowModel, getSortedRowModel } = TableCore;
  const PAGE = 200;
  const FACETS = ["briefing", "speaker", "unit", "direction", "topic", "indicator"];
  const SEVERAL = new Set(["topic", "indicator"]);

  const table = document.getElementById("figures-table");
  const body = table.tBodies[0];
  const form = document.querySelector("[data-figures]");
  const more = document.querySelector("[data-more]");
  const csv = document.querySelector("[data-csv]");
  const status = document.querySelector("[data-shown]");

  const cell = (row, n) => row.cells[n].textContent.trim();
  const order = new Map();
  const data = [...body.rows].map((element) => {
    const { value, time, ...keys } = element.dataset;
    if (!order.has(keys.briefing)) order.set(keys.briefing, order.size);
    return {
      element,
      keys,
      words: element.textContent.toLocaleLowerCase(),
      value: Number(value),
      subject: cell(element, 2).toLocaleLowerCase(),
      period: time ?? "",
      direction: cell(element, 4),
      speaker: cell(element, 5).toLocaleLowerCase(),
      briefing: cell(element, 6),
    };
  });
  // Briefings are sorted by their day; rows of one briefing keep the order of the text.
  const days = new Map(data.map((row) => [row.keys.briefing, row.element.querySelector("time")?.dateTime ?? ""]));

  const facet = (name) => ({
    id: `in-${name}`,
    accessorFn: (row) => row.keys[name] ?? "",
    filterFn: (row, id, wanted) =>
      SEVERAL.has(name) ? row.getValue(id).split(" ").includes(wanted) : row.getValue(id) === wanted,
  });
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
    globalFilterFn: (row, _, words) => words.split(/\s+/).every((word) => row.original.words.includes(word)),
    getColumnCanGlobalFilter: (column) => column.id === "value",
  });
  const initial = tanstack.initialState;

  const rowsById = new Map(data.map((row) => [row.element.id, row.element]));
  const asked = () => {
    const name = location.hash.slice(1);
    return rowsById.get(name) ?? rowsById.get(siteAddress.decode(name));
  };

  const shown = () => tanstack.getRowModel().rows.map((row) => row.original);

  const draw = () => {
    tanstack.setOptions((options) => ({ ...options, state: { ...initial, ...state } }));
    const rows = shown();
    const target = asked();
    const at = rows.findIndex((row) => row.element === target);
    for (const element of rowsById.values()) element.classList.toggle("found", element === target);
    limit = Math.max(limit, at + 1);
    body.replaceChildren(...rows.slice(0, limit).map((row) => row.element));
    more.hidden = rows.length <= limit;
    const narrowed = rows.length < data.length;
    status.textContent = narrowed ? `${rows.length} of ${data.length} figures` : `${data.length} figures`;
    csv.textContent = narrowed || state.sorting.length ? "CSV of what is shown" : "CSV";
    for (const head of table.querySelectorAll("th[data-sort]")) {
      const sort = state.sorting.find((one) => one.id === head.dataset.sort);
      if (sort) head.setAttribute("aria-sort", sort.desc ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };

  /* The address holds the state, and a link to it brings the same rows. */
  const write = () => {
    const query = new URLSearchParams();
    if (state.globalFilter) query.set("q", state.globalFilter);
    for (const { id, value } of state.columnFilters) query.set(id.slice(3), value);
    for (const { id, desc } of state.sorting) query.set("sort", desc ? `-${id}` : id);
    history.replaceState(history.state, "", siteAddress.withQuery(query, ""));
  };

  const read = () => {
    form.elements.q.value = siteAddress.param("q");
    for (const name of FACETS)
      if (form.elements[name]) form.elements[name].value = siteAddress.param(name);
    const sort = siteAddress.param("sort");
    const id = sort.replace(/^-/, "");
    state.sorting = table.querySelector(`th[data-sort="${CSS.escape(id)}"]`) ? [{ id, desc: sort.startsWith("-") }] : [];
    ask();
  };

  const ask = () => {
    const wanted = new FormData(form);
    state = {
      ...state,
      globalFilter: wanted.get("q").trim().toLocaleLowerCase(),
      columnFilters: FACETS.filter((name) => wanted.get(name)).map((name) => ({ id: `in-${name}`, value: wanted.get(name) })),
    };
    draw();
  };

  for (const head of table.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const id = head.dataset.sort;
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
    if (csv.textContent === "CSV") return;
    event.preventDefault();
    // Ids hold no comma and no quotation mark, and no cell holds the end of a line.
    const [head, ...lines] = (await (await fetch(csv.href)).text()).split("\r\n");
    const known = new Map(lines.map((line) => [line.split(",", 1)[0], line]));
    const text = [head, ...shown().map((row) => known.get(row.element.id)).filter(Boolean), ""].join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = "figures.csv";
    link.click();
    URL.revokeObjectURL(link.href);
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
