// The search page: it searches for what its address says, and every control updates the address.
/** @import { Part } from "./part.js" */
/** @import { Change, Results as ResultsOf } from "../../../types/search" */

import * as words from "../interface/search.js";
import { element, elements } from "../js/elements.js";
import { drawAnswer } from "./answer.js";
import { el } from "./dom.js";
import { listed } from "./draw.js";
import { counts } from "./found.js";
import { keep, keepPlace, kept } from "./kept.js";
import { drawFacets } from "./narrow.js";
import { LONGEST } from "./query.js";
import { checkAddress, quotationAddress } from "./quotation.js";
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
  let restored = kept();
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
    restored = { shown: 0, scroll: 0 };
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    run();
  };

  const run = async () => {
    turn += 1;
    const mine = turn;
    const here = () => mine === turn;
    list.setAttribute("aria-busy", "true");
    if (document.activeElement !== input) input.value = state.typed;
    sort.value = state.sort;
    try {
      const draw = drawing(here);
      /** @param {Results} found */
      const early = (found) => draw(found, false).catch(() => {}); // told when all is drawn
      await draw(isEmpty(state) ? null : await engine.search(state.typed, { ...state, early }), true);
      if (!here()) return;
      if (restored.scroll) window.scrollTo({ top: restored.scroll, behavior: "instant" });
    } catch (error) {
      if (!here()) return;
      console.error(error);
      list.replaceChildren();
      part("status").textContent = words.notLoaded;
      fallback.hidden = false;
      fallback.classList.add("needed");
    }
    list.setAttribute("aria-busy", "false");
  };

  // Draws what one search gives, its first hits and then all: a hit that stands on the page stays
  // where it is, and nothing above it comes later than the first.
  /** @param {() => boolean} here whether no other search has begun */
  const drawing = (here) => {
    /** @type {Map<Results["records"][number], Promise<HTMLElement>>} */
    const hits = new Map();
    /** @type {Promise<unknown>} */
    let before = Promise.resolve();
    /**
     * @param {Results | null} found
     * @param {boolean} whole
     */
    return (found, whole) => {
      const records = found?.records.slice(0, Math.max(SHOWN, restored.shown)) ?? [];
      for (const record of records) if (!hits.has(record)) hits.set(record, hitOf(record, found));
      const wanted = records.map((record) => hits.get(record));
      const drawn = before.then(async () => {
        const first = await wanted[0];
        if (!here()) return;
        show(found, whole);
        const placed = first ? [first] : [];
        place(placed);
        for (const next of wanted.slice(1)) {
          placed.push(/** @type {HTMLElement} */ (await next));
          if (!here()) return;
          place(placed);
        }
        if (whole) offerMore(found, records.length);
      });
      before = drawn.catch(() => {});
      return drawn;
    };
  };

  /**
   * @param {Results["records"][number]} record
   * @param {Results | null} found
   */
  const hitOf = async (record, found) => listed(await engine.hit(record), found ?? { marks: [] }, record);

  // Hits that stand there already are not touched: a reader may be at one of them.
  /** @param {HTMLElement[]} hits */
  const place = (hits) => {
    const changed = hits.findIndex((hit, n) => list.children[n] !== hit);
    const same = changed < 0 ? hits.length : changed;
    while (list.children.length > same) list.lastElementChild?.remove();
    list.append(...hits.slice(same));
  };

  // All but the hits.
  /**
   * @param {Results | null} found
   * @param {boolean} whole whether all parts of the index that are wanted were searched
   */
  const show = (found, whole) => {
    part("tools").hidden = !found?.records.length;
    part("status").textContent = found ? told(found, whole) + cutShort(found) : "";
    document.title = document.title.replace(/^(?:.* · )?(?=Search · )/, () => (state.typed ? `${state.typed} · ` : ""));
    part("also").replaceChildren(...(found ? drawExpansions(found, state, change) : []));
    part("card").replaceChildren(...(found ? above(found) : []));
    part("none").replaceChildren(...(found ? helpful(found) : [quotationHint()]));
    part("facets").replaceChildren(...(found ? drawFacets(counts(found), state, change) : []));
    part("narrow").hidden = !found?.found.length && !found?.unmet.length;
    const rest = part("rest");
    rest.hidden = !whole || !found?.rest.length;
    rest.textContent = words.older({ parts: olderBriefings(found?.rest ?? []) });
    rest.onclick = () => change({ enough: Infinity }, true);
    more.hidden = true;
  };

  /**
   * @param {Results | null} found
   * @param {number} shown
   */
  const offerMore = (found, shown) => {
    more.hidden = !found || shown >= found.records.length;
    more.onclick = async () => {
      if (!found) return;
      const mine = turn;
      try {
        const records = found.records.slice(shown, shown + MORE);
        const next = await Promise.all(records.map((record) => hitOf(record, found)));
        if (mine !== turn) return;
        list.append(...next);
        next[0].querySelector("a")?.focus();
        shown += next.length;
        keep({ shown });
        more.hidden = shown >= found.records.length;
      } catch (error) {
        if (mine !== turn) return;
        console.error(error);
        part("status").textContent = words.restNotLoaded;
      }
    };
  };

  // What stands above the hits: the number that was asked for, and what to do with a quotation.
  /** @param {Results} found */
  const above = (found) => {
    const check = quotationAddress(state.typed, found.records.length);
    return [
      ...(check ? [el("p", {}, el("a", { className: "action", href: check }, words.checkThis))] : []),
      ...(found.card ? [drawAnswer(found.card)] : []),
    ];
  };

  /** @param {Results} found */
  const helpful = (found) => (found.records.length ? [] : drawSuggestions(found, state, change));

  // Text typed while this script was loading counts.
  const early = document.activeElement === input && input.value.trim();
  if (early) state = { ...state, typed: early };
  else input.value = state.typed;
  input.addEventListener("input", () => {
    engine.index.open().catch(() => {}); // the words are waited for meanwhile
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
    restored = kept();
    input.value = state.typed;
    run();
  });
  keepPlace();
  // On a narrow page the filters are folded until they are opened.
  element("[data-search-narrow]", HTMLDetailsElement, live).open = matchMedia("(min-width: 60em)").matches;
  if (isEmpty(state)) input.focus();
  run();
}

function quotationHint() {
  return el("p", {}, words.quotation({ check: el("a", { href: checkAddress() }, words.checkQuotation) }));
}

// What the parts that were not searched hold.
/** @param {Part[]} parts */
function olderBriefings(parts) {
  const years = parts.flatMap((part) => part.years).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const dated = first && words.briefingsOf({ years: first === last ? first : words.fromTo({ first, last: last ?? "" }) });
  const undated = parts.some((part) => !part.years.length && !part.pages) ? words.undated : "";
  if (dated && undated) return words.both({ one: dated, other: undated });
  return dated || undated || words.otherPages;
}

/** @param {Results} found */
function cutShort({ query }) {
  return query.cut ? ` ${words.cut({ number: LONGEST })}` : "";
}

/**
 * @param {Results} found
 * @param {boolean} all whether all was searched
 */
function told({ records, rest }, all) {
  if (!all) return words.unfinished;
  if (!records.length) return words.nothingAtAll;
  if (rest.length) return words.inNewest({ hits: words.hits({ count: records.length }) });
  const whole = records.filter((record) => !record.missing.length).length;
  const some = records.length - whole;
  if (!some) return words.allWords({ hits: words.hits({ count: whole }) });
  if (!whole) return words.mostWords({ hits: words.hits({ count: some }) });
  return words.allAndMost({ hits: words.hits({ count: whole }), some });
}
