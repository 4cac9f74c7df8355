// The search page: what its address says is searched, and everything it shows writes there.
/** @import { Part } from "./index.js" */
/** @import { Change, Results as ResultsOf } from "../../../types/search" */

import { element, elements } from "../js/elements.js";
import { count } from "./dom.js";
import { listed } from "./draw.js";
import { drawFacets } from "./narrow.js";
import { LONGEST } from "./query.js";
import { engine } from "./shared.js";
import { isEmpty, read, write } from "./state.js";
import { drawExpansions, drawSuggestions } from "./told.js";

/** @typedef {ResultsOf<Part>} Results */

const SHOWN = 10;
const MORE = 20;
const WAIT = 200;

/** @param {HTMLElement} live */
export function attachPage(live) {
  /** @param {string} name */
  const part = (name) => element(`[data-search-${name}]`, HTMLElement, live);
  const form = element("[data-search-form]", HTMLFormElement);
  const input = element("input", HTMLInputElement, form);
  const fallback = element("[data-search-fallback]", HTMLElement);
  const list = part("results");
  const more = part("more");
  const sort = element("[data-search-sort]", HTMLSelectElement, live);
  let state = read();
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  fallback.hidden = true;
  live.hidden = false;

  /** @type {Change} */
  const change = (changes, replace = false) => {
    // Words that were typed a moment ago, and wait to be searched, count.
    const waiting = timer ? { typed: input.value.trim() } : {};
    clearTimeout(timer);
    timer = undefined;
    state = { ...state, enough: undefined, ...waiting, ...changes };
    const address = write(state);
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    run();
  };

  const run = async () => {
    turn += 1;
    const mine = turn;
    list.setAttribute("aria-busy", "true");
    if (document.activeElement !== input) input.value = state.typed;
    sort.value = state.sort;
    try {
      const found = isEmpty(state) ? null : await engine.search(state.typed, state);
      const hits = found ? await draw(found, 0, SHOWN) : [];
      if (mine !== turn) return;
      show(found, hits);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      list.replaceChildren();
      part("status").textContent = "The search could not be loaded.";
      fallback.hidden = false;
    }
    list.setAttribute("aria-busy", "false");
  };

  /**
   * @param {Results} found
   * @param {number} from
   * @param {number} to
   */
  const draw = (found, from, to) =>
    Promise.all(
      found.records
        .slice(from, to)
        .map(async (record) => listed(await engine.hit(record), found, record)),
    );

  /**
   * @param {Results | null} found
   * @param {HTMLElement[]} hits
   */
  const show = (found, hits) => {
    list.replaceChildren(...hits);
    part("tools").hidden = !found?.records.length;
    part("status").textContent = found ? told(found) + cutShort(found) : "";
    document.title = document.title.replace(/^(?:.* · )?(?=Search · )/, () => (state.typed ? `${state.typed} · ` : ""));
    part("also").replaceChildren(...(found ? drawExpansions(found, state, change) : []));
    part("none").replaceChildren(
      ...(found && !found.records.length ? drawSuggestions(found, state, change) : []),
    );
    part("facets").replaceChildren(
      ...(found ? drawFacets(engine.counts(found), state, change) : []),
    );
    part("narrow").hidden = !found?.found.length && !found?.unmet.length;
    const rest = part("rest");
    rest.hidden = !found?.rest.length;
    rest.textContent = `Search the briefings of ${years(found?.rest ?? [])} too`;
    rest.onclick = () => change({ enough: Infinity }, true);
    let shown = hits.length;
    more.hidden = !found || shown >= found.records.length;
    more.onclick = async () => {
      if (!found) return;
      const next = await draw(found, shown, shown + MORE);
      list.append(...next);
      next[0].querySelector("a")?.focus();
      shown += next.length;
      more.hidden = shown >= found.records.length;
    };
  };

  // What was typed while this script was still on its way counts.
  const early = document.activeElement === input && input.value.trim();
  if (early) state = { ...state, typed: early };
  else input.value = state.typed;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ typed: input.value.trim(), off: new Set() }, true), WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change({ typed: input.value.trim() });
  });
  // From the box to the hits, between them, and back.
  const links = () => elements(".hit-head > a:first-child", HTMLAnchorElement, list);
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && links().length) {
      event.preventDefault();
      links()[0].focus();
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      change({ typed: "" }, true);
    }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") input.focus();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    const all = links();
    const hit = event.target instanceof Element ? event.target.closest("li") : null;
    const at = all.findIndex((link) => hit?.contains(link));
    event.preventDefault();
    if (at + step < 0) input.focus();
    else all[Math.min(at + step, all.length - 1)].focus();
  });
  sort.addEventListener("change", () => change({ sort: sort.value }));
  window.addEventListener("popstate", () => {
    state = read();
    input.value = state.typed;
    run();
  });
  // On a narrow page the filters stay folded until they are asked for.
  element("[data-search-narrow]", HTMLDetailsElement, live).open = matchMedia("(min-width: 60em)").matches;
  if (isEmpty(state)) input.focus();
  run();
}

/** @param {string[]} all */
function years(all) {
  const sorted = all.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}

/** @param {Results} found */
function cutShort({ query }) {
  return query.cut ? ` Only the first ${LONGEST} characters were searched.` : "";
}

/** @param {Results} found */
function told({ records, rest }) {
  if (!records.length) return "Nothing found.";
  if (rest.length) return `${count(records.length, "hit")} in the newest briefings.`;
  const whole = records.filter((record) => !record.missing.length).length;
  const some = records.length - whole;
  if (!some) return `${count(whole, "hit")}.`;
  if (!whole) return `No passage holds all of these words; ${count(some, "hit")} with most of them.`;
  return `${count(whole, "hit")} with all of these words, ${some} with most of them.`;
}
