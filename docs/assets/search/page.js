// The search page: what its address says is searched, and everything it shows writes there.
/** @import { Part } from "./part.js" */
/** @import { Change, Results as ResultsOf } from "../../../types/search" */

import { element, elements } from "../js/elements.js";
import { count, el } from "./dom.js";
import { keep, keepPlace, kept } from "./kept.js";
import { checkAddress } from "./quotation.js";
import { isEmpty, read, write } from "./state.js";

/** @typedef {ResultsOf<Part>} Results */
/** @typedef {typeof import("./results.js")} Module */
/** @typedef {{module: Module, found: Results}} Answer what was found, and what draws it */

const SHOWN = 10;
const MORE = 20;
const WAIT = 200;

// `load` gives the module `results.js` with all that it needs.
/**
 * @param {HTMLElement} live
 * @param {() => Promise<Module>} load
 */
export function attachPage(live, load) {
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
    list.setAttribute("aria-busy", "true");
    if (document.activeElement !== input) input.value = state.typed;
    sort.value = state.sort;
    try {
      const answer = isEmpty(state) ? null : await search();
      const hits = answer ? await draw(answer, 0, Math.max(SHOWN, restored.shown)) : [];
      if (mine !== turn) return;
      show(answer, hits);
      if (restored.scroll) window.scrollTo({ top: restored.scroll, behavior: "instant" });
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      list.replaceChildren();
      part("status").textContent = "The search could not be loaded.";
      fallback.hidden = false;
    }
    list.setAttribute("aria-busy", "false");
  };

  /** @returns {Promise<Answer>} */
  const search = async () => {
    const module = await load();
    return { module, found: await module.engine.search(state.typed, state) };
  };

  /**
   * @param {Answer} answer
   * @param {number} from
   * @param {number} to
   */
  const draw = ({ module: { engine, listed }, found }, from, to) =>
    Promise.all(
      found.records
        .slice(from, to)
        .map(async (record) => listed(await engine.hit(record), found, record)),
    );

  /**
   * @param {Answer | null} answer
   * @param {HTMLElement[]} hits
   */
  const show = (answer, hits) => {
    list.replaceChildren(...hits);
    const found = answer?.found;
    part("tools").hidden = !found?.records.length;
    part("status").textContent = answer ? told(answer.found) + cutShort(answer) : "";
    document.title = document.title.replace(/^(?:.* · )?(?=Search · )/, () => (state.typed ? `${state.typed} · ` : ""));
    part("also").replaceChildren(
      ...(answer ? answer.module.drawExpansions(answer.found, state, change) : []),
    );
    part("card").replaceChildren(...(answer ? above(answer) : []));
    part("none").replaceChildren(...(answer ? helpful(answer) : [quotationHint()]));
    part("facets").replaceChildren(...(answer ? facets(answer) : []));
    part("narrow").hidden = !found?.found.length && !found?.unmet.length;
    const rest = part("rest");
    rest.hidden = !found?.rest.length;
    rest.textContent = `Search ${olderBriefings(found?.rest ?? [])} too`;
    rest.onclick = () => change({ enough: Infinity }, true);
    let shown = hits.length;
    more.hidden = !found || shown >= found.records.length;
    more.onclick = async () => {
      if (!answer) return;
      const mine = turn;
      try {
        const next = await draw(answer, shown, shown + MORE);
        if (mine !== turn) return;
        list.append(...next);
        next[0].querySelector("a")?.focus();
        shown += next.length;
        keep({ shown });
        more.hidden = shown >= answer.found.records.length;
      } catch (error) {
        if (mine !== turn) return;
        console.error(error);
        part("status").textContent = "More hits could not be loaded. Try again.";
      }
    };
  };

  // What stands above the hits: the number that was asked for, and what to do with a quotation.
  /** @param {Answer} answer */
  const above = ({ module, found }) => {
    const check = module.quotationAddress(state.typed, found.records.length);
    return [
      ...(check ? [el("p", {}, el("a", { className: "action", href: check }, "Check this quotation"))] : []),
      ...(found.card ? [module.drawAnswer(found.card)] : []),
    ];
  };

  /** @param {Answer} answer */
  const helpful = ({ module, found }) =>
    found.records.length ? [] : module.drawSuggestions(found, state, change);

  /** @param {Answer} answer */
  const facets = ({ module: { counts, drawFacets }, found }) =>
    drawFacets(counts(found), state, change);

  // What was typed while this script was still on its way counts.
  const early = document.activeElement === input && input.value.trim();
  if (early) state = { ...state, typed: early };
  else input.value = state.typed;
  input.addEventListener("input", () => {
    load().catch(() => {}); // the words are waited for meanwhile
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
  // On a narrow page the filters stay folded until they are asked for.
  element("[data-search-narrow]", HTMLDetailsElement, live).open = matchMedia("(min-width: 60em)").matches;
  if (isEmpty(state)) input.focus();
  run();
}

function quotationHint() {
  return el("p", {}, "Have you a quotation? ", el("a", { href: checkAddress() }, "Check it word for word"), ".");
}

// What the parts that were not searched hold.
/** @param {Part[]} parts */
function olderBriefings(parts) {
  const years = parts.flatMap((part) => part.years).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const told = [];
  if (first) told.push(`the briefings of ${first === last ? first : `${first} to ${last}`}`);
  if (parts.some((part) => !part.years.length && !part.pages)) told.push("those without a year");
  return told.join(" and ") || "pages of people, outlets and topics";
}

/** @param {Answer} answer */
function cutShort({ found, module: { LONGEST } }) {
  return found.query.cut ? ` Only the first ${LONGEST} characters were searched.` : "";
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
