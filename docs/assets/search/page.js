// The search page: what its address says is searched, and everything it shows writes there.

import { count } from "./dom.js";
import { isEmpty, read, write } from "./state.js";

const SHOWN = 10;
const MORE = 20;
const WAIT = 200;

// `load` gives the module `results.js` with all that it needs.
export function attachPage(live, load) {
  const part = (name) => live.querySelector(`[data-search-${name}]`);
  const form = document.querySelector("[data-search-form]");
  const input = form.querySelector("input");
  const list = part("results");
  const more = part("more");
  const sort = part("sort");
  let state = read();
  let turn = 0;
  let timer = 0;

  document.querySelector("[data-search-fallback]").hidden = true;
  live.hidden = false;

  const change = (changes, replace = false) => {
    // Words that were typed a moment ago, and wait to be searched, count.
    const waiting = timer ? { typed: input.value.trim() } : {};
    clearTimeout(timer);
    timer = 0;
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
      const results = isEmpty(state) ? null : await load();
      const found = results && (await results.engine.search(state.typed, state));
      const hits = found ? await draw(results, found, 0, SHOWN) : [];
      if (mine !== turn) return;
      show(results, found, hits);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      list.replaceChildren();
      part("status").textContent = "The search could not be loaded.";
      document.querySelector("[data-search-fallback]").hidden = false;
    }
    list.setAttribute("aria-busy", "false");
  };

  const draw = ({ engine, listed }, found, from, to) =>
    Promise.all(
      found.records
        .slice(from, to)
        .map(async (record) => listed(await engine.hit(record), found, record)),
    );

  const show = (results, found, hits) => {
    list.replaceChildren(...hits);
    part("tools").hidden = !found?.records.length;
    part("status").textContent = found ? told(found) + cutShort(found, results) : "";
    document.title = document.title.replace(/^(?:.* · )?(?=Search · )/, () => (state.typed ? `${state.typed} · ` : ""));
    part("also").replaceChildren(...(found ? results.drawExpansions(found, state, change) : []));
    part("none").replaceChildren(
      ...(found && !found.records.length ? results.drawSuggestions(found, state, change) : []),
    );
    part("facets").replaceChildren(
      ...(found ? results.drawFacets(results.engine.counts(found), state, change) : []),
    );
    part("narrow").hidden = !found?.found.length && !found?.unmet.length;
    const rest = part("rest");
    rest.hidden = !found?.rest.length;
    rest.textContent = `Search ${olderBriefings(found?.rest ?? [])} too`;
    rest.onclick = () => change({ enough: Infinity }, true);
    let shown = hits.length;
    more.hidden = !found || shown >= found.records.length;
    more.onclick = async () => {
      const mine = turn;
      try {
        const next = await draw(results, found, shown, shown + MORE);
        if (mine !== turn) return;
        list.append(...next);
        next[0].querySelector("a").focus();
        shown += next.length;
        more.hidden = shown >= found.records.length;
      } catch (error) {
        if (mine !== turn) return;
        console.error(error);
        part("status").textContent = "More hits could not be loaded. Try again.";
      }
    };
  };

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
  const links = () => [...list.querySelectorAll(".hit-head > a:first-child")];
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
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") input.focus();
    if (!step) return;
    const all = links();
    const at = all.indexOf(event.target.closest("li")?.querySelector("a"));
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
  part("narrow").open = matchMedia("(min-width: 60em)").matches;
  if (isEmpty(state)) input.focus();
  run();
}

// What the parts that were not searched hold.
function olderBriefings(parts) {
  const years = parts.flatMap((part) => part.years).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  const told = [];
  if (first) told.push(`the briefings of ${first === last ? first : `${first} to ${last}`}`);
  if (parts.some((part) => !part.years.length && !part.pages)) told.push("those without a year");
  return told.join(" and ") || "pages of people, outlets and topics";
}

function cutShort({ query }, { LONGEST }) {
  return query.cut ? ` Only the first ${LONGEST} characters were searched.` : "";
}

function told({ records, rest }) {
  if (!records.length) return "Nothing found.";
  if (rest.length) return `${count(records.length, "hit")} in the newest briefings.`;
  const whole = records.filter((record) => !record.missing.length).length;
  const some = records.length - whole;
  if (!some) return `${count(whole, "hit")}.`;
  if (!whole) return `No passage holds all of these words; ${count(some, "hit")} with most of them.`;
  return `${count(whole, "hit")} with all of these words, ${some} with most of them.`;
}
