/* Long lists.  A link to an entry on another part of the list is forwarded to that part.  A table
   is filtered over all of its rows, which are in files by year: those that may contain matches are
   read, the newest first, until there are enough rows for a page; more follow on demand.  The filter
   is kept in the address.  Without this script the parts are reached by year and letter. */
/** @import { Asked, Index, Row, Rows, RowsFile } from "../../../types/rows" */
import * as words from "../interface/rows.js";
import { saveRows } from "./csv.js";
import { element, elements } from "./elements.js";
import { drawing, make } from "./row-elements.js";
import { isSort, matching, placesNumber, sorted, whole } from "./rows.js";

const PAGE = 100;

/* ---- Finding the part with an id ---- */

const follow = async () => {
  const ways = document.querySelector("[data-places]");
  const id = siteAddress.decode(location.hash.slice(1));
  if (!(ways instanceof HTMLElement) || !id || siteAddress.target()) return;
  const answer = await fetch(`places/${placesNumber(id, Number(ways.dataset.places))}.json`);
  /** @type {Record<string, string>} */
  const places = answer.ok ? await answer.json() : {};
  if (!Object.hasOwn(places, id)) return;
  const target = new URL(`../${places[id]}`, location.href);
  target.hash = id;
  location.replace(target.href);
};

/* ---- Filtering a table over all of its files ---- */

/**
 * A file of the table.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
const load = async (name) => {
  const answer = await fetch(`rows/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
};

/** @param {string} path */
const loadRows = async (path) => whole(/** @type {RowsFile} */ (await load(path)));

/** @param {number} count */
const number = (count) => count.toLocaleString("en-US");

/**
 * @param {HTMLFormElement} form
 * @param {Index} index
 */
const narrow = (form, index) => {
  const drawn = drawing(/** @type {keyof Rows} */ (form.dataset.pieces), form.dataset.root ?? "");
  const list = element("[data-rows], #figures-table tbody", HTMLElement);
  const table = list.closest("table");
  const heads = table ? elements("th[data-sort]", HTMLElement, table) : [];
  const status = element("[data-shown]", HTMLElement);
  const more = element("[data-more]", HTMLElement);
  const csv = document.querySelector("[data-csv]");
  const first = [...list.children];
  let sort = "";
  let turn = 0;

  /** @returns {Asked} */
  const wanted = () => {
    const entries = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() ? [/** @type {[string, string]} */ ([name, value])] : [],
    );
    return {
      typed: element("[name=q]", HTMLInputElement, form).value.trim(),
      facets: entries.filter(([name]) => name !== "q"),
    };
  };

  /**
   * Rows that are shown page by page; the first of them replace those of the search before.
   * @param {AsyncGenerator<Row, void>} rows
   */
  const fresh = (rows) => ({ rows, shown: 0, fresh: true });
  let found = fresh(matching(index, { typed: "", facets: [] }, loadRows));

  /* ---- What is shown ---- */

  /**
   * @param {number} shown
   * @param {boolean} whole
   */
  const tell = (shown, whole) => {
    const all = `${number(index.count)} ${index.count === 1 ? index.one : index.many}`;
    status.textContent = whole ? words.shown({ shown: number(shown), all }) : words.first({ shown: number(shown), all });
  };

  /**
   * Shows the next rows of what was found.
   * @param {number} mine
   */
  const draw = async (mine) => {
    list.setAttribute("aria-busy", "true");
    more.hidden = true;
    try {
      const next = [];
      let done = false;
      while (next.length < PAGE && !done) {
        const step = await found.rows.next();
        if (mine !== turn) return;
        if (step.done) done = true;
        else next.push(drawn(step.value));
      }
      found.shown += next.length;
      if (found.fresh) list.replaceChildren(...next);
      else list.append(...next);
      found.fresh = false;
      more.hidden = done;
      tell(found.shown, done);
    } catch {
      status.textContent = words.unreadable;
    } finally {
      if (mine === turn) list.removeAttribute("aria-busy");
    }
  };

  const ask = async () => {
    turn += 1;
    const mine = turn;
    const asked = wanted();
    const everything = !asked.typed && !asked.facets.length && !sort;
    mark();
    if (csv) csv.textContent = everything ? words.csv : words.csvShown;
    if (everything) {
      list.replaceChildren(...first);
      list.hidden = !first.length;
      list.removeAttribute("aria-busy");
      status.textContent = first.length ? words.newest({ shown: number(first.length), all: `${number(index.count)} ${index.many}` }) : "";
      found = fresh(matching(index, asked, loadRows));
      more.hidden = !first.length;
      return;
    }
    list.hidden = false;
    found = fresh(fitting(asked));
    await draw(mine);
  };

  /** @param {Asked} asked */
  const fitting = (asked) => {
    const rows = matching(index, asked, loadRows);
    return sort ? sorted(rows, sort) : rows;
  };

  /**
   * Saves all that fit, those that are yet to be shown too.
   * @param {HTMLAnchorElement} link
   */
  const save = async (link) => {
    const ids = [];
    for await (const row of fitting(wanted())) ids.push(row.id);
    await saveRows(link, ids);
  };

  const mark = () => {
    for (const head of heads) {
      const here = sort.replace("-", "") === head.dataset.sort;
      if (here) head.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
  };

  /* ---- The address ---- */

  /** @param {"pushState" | "replaceState"} way */
  const write = (way) => {
    const { facets } = wanted();
    const typed = element("[name=q]", HTMLInputElement, form).value;
    const query = new URLSearchParams(typed.trim() ? [["q", typed], ...facets] : facets);
    if (sort) query.set("sort", sort);
    const url = siteAddress.withQuery(query, "");
    if (url !== location.href) history[way](history.state, "", url);
  };
  const read = () => {
    for (const field of form.elements) {
      if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !field.name) continue;
      field.value = siteAddress.param(field.name);
      // A value that does not occur in the table is ignored.
      if (field instanceof HTMLSelectElement && field.selectedIndex === -1) field.value = "";
    }
    sort = siteAddress.param("sort");
    if (!isSort(sort) || !table) sort = "";
    return ask();
  };

  /* ---- Begin ---- */

  for (const select of elements("select", HTMLSelectElement, form)) {
    const facet = index.facets.find((one) => one.name === select.name);
    if (facet) select.append(...facet.options.map((one) => make("option", { value: one.value }, `${one.title} (${number(one.count)})`)));
    else select.closest("label")?.remove();
  }
  for (const head of heads) {
    const id = head.dataset.sort ?? "";
    const button = make("button", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      sort = sort === id ? `-${id}` : sort === `-${id}` ? "" : id;
      write("pushState");
      ask();
    });
  }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  form.addEventListener("input", ({ target }) => {
    const typed = target instanceof HTMLInputElement && target.name === "q";
    write(typed ? "replaceState" : "pushState");
    clearTimeout(waiting);
    waiting = setTimeout(ask, typed ? 200 : 0);
  });
  form.addEventListener("reset", () =>
    setTimeout(() => {
      sort = "";
      write("pushState");
      ask();
    }),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => draw(turn));
  if (csv instanceof HTMLAnchorElement) {
    csv.addEventListener("click", (event) => {
      if (csv.textContent === words.csv) return;
      event.preventDefault();
      save(csv);
    });
  }
  addEventListener("popstate", read);
  form.hidden = false;
  read();
};

addEventListener("hashchange", follow);
follow();
const form = document.querySelector("[data-pieces]");
if (form instanceof HTMLFormElement) {
  load("index.json").then(
    (index) => narrow(form, /** @type {Index} */ (index)),
    () => {}, // the parts are still reached by year
  );
}
