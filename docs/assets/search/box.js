// A search box with hits while you type: a combobox with a list.
/** @import { Part } from "./part.js" */
/** @import { Results } from "../../../types/search" */

import * as things from "../interface/things.js";
import * as words from "../interface/search.js";
import { ROOT, el } from "./dom.js";
import { answerLine } from "./answer.js";
import { address, badges, headline, shownText } from "./draw.js";
import { SHORT } from "./excerpt.js";
import { quotationAddress } from "./quotation.js";
import { engine } from "./shared.js";

const SHOWN = 6;
const WAIT = 120;
let boxes = 0;

/** @param {HTMLFormElement} form */
export function attachBox(form) {
  /** @type {HTMLInputElement | null} */
  const input = form.querySelector("input[type=search]");
  if (!input) return;
  boxes += 1;
  const id = `search-list-${boxes}`;
  const list = el("div", { id, role: "listbox", className: "search-list", hidden: true,
    "aria-label": words.list });
  const said = el("p", { role: "status", className: "search-said" });
  const panel = el("div", { className: "search-panel" }, list, said);
  form.append(panel);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-expanded", "false");

  /** @type {HTMLAnchorElement[]} */
  let options = [];
  let active = -1;
  let turn = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const close = () => {
    turn += 1;
    clearTimeout(timer);
    list.hidden = true;
    options = [];
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  };

  /** @param {number} n */
  const activate = (n) => {
    active = n;
    for (const [k, option] of options.entries()) option.setAttribute("aria-selected", String(k === n));
    if (n < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", options[n].id);
      options[n].scrollIntoView({ block: "nearest" });
    }
  };

  const show = async () => {
    const typed = input.value.trim();
    turn += 1;
    const mine = turn;
    if (!typed) {
      said.textContent = "";
      close();
      return;
    }
    let drawn;
    try {
      const found = await engine.search(input.value, { typing: true });
      drawn = await drawnOptions(found, typed, id);
      if (mine !== turn) return;
      const total = words.hits({ count: found.records.length });
      said.textContent = drawn.hits ? words.shown({ hits: total, shown: drawn.hits }) : words.nothing;
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      said.textContent = words.notLoaded;
      close();
      return;
    }
    // An option selected by a key stays selected if it is still among the current hits.
    const chosen = active < 0 ? null : place(options[active]);
    options = drawn.options;
    list.replaceChildren(...options);
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(Boolean(options.length)));
    activate(options.findIndex((option) => place(option) === chosen));
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, list.hidden ? 0 : WAIT);
  });
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if ((key === "ArrowDown" || key === "ArrowUp") && !event.altKey) {
      event.preventDefault();
      if (!options.length) {
        show();
        return;
      }
      const step = key === "ArrowDown" ? 1 : -1;
      const places = options.length + 1; // one of them is the box itself
      activate(((active + 1 + step + places) % places) - 1);
    } else if (key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(options[active].href);
    } else if (key === "Escape") {
      if (!list.hidden) {
        event.preventDefault();
        close();
      } else {
        form.classList.remove("open");
        input.blur();
      }
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && form.contains(relatedTarget)) return;
    close();
    form.classList.remove("open");
  });
  // A click must not move the focus before it has been handled.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  engine.index.open().catch(() => {});
  if (input.value) show();
}

/**
 * Where an option leads, whatever words are marked there.
 *
 * @param {HTMLAnchorElement} option
 */
function place({ pathname, hash }) {
  return pathname + hash;
}

/**
 * @param {Results<Part>} found
 * @param {string} typed
 * @param {string} id
 */
async function drawnOptions(found, typed, id) {
  const records = found.records.slice(0, SHOWN);
  const hits = await Promise.all(records.map((record) => engine.hit(record)));
  /**
   * @param {string} href
   * @param {(Node | string | null)[]} content
   */
  const option = (href, ...content) =>
    el("a", { role: "option", href, tabIndex: -1, "aria-selected": "false" }, content);
  const options = hits.map((hit) =>
    option(
      address(hit, found.marks),
      el("span", { className: "option-head" }, headline(hit)),
      ...badges(hit),
      el("span", { className: "option-text" }, shownText(hit, found.marks, SHORT)),
      hit.from ? el("span", { className: "option-from" }, hit.from[0]) : null,
    ),
  );
  if (found.card) {
    const { href, value, told } = answerLine(found.card);
    options.unshift(option(href,
      el("span", { className: "option-head" }, found.card.hit.title ?? ""),
      el("span", { className: "option-number" }, value),
      el("span", { className: "option-from" }, told)));
  }
  const check = quotationAddress(typed, hits.length);
  if (check) options.unshift(option(check, el("span", { className: "option-head" }, words.checkThis)));
  const all = new URL("search/", ROOT);
  all.searchParams.set("q", typed);
  if (found.records.length > SHOWN) {
    options.push(option(all.href, found.rest.length ? words.all : words.allOf({ hits: words.hits({ count: found.records.length }) })));
  }
  const here = scope();
  if (here) {
    const within = new URL(all);
    within.searchParams.set(here.facet, here.value);
    options.push(option(within.href, words.within({ part: here.part })));
  }
  for (const [n, one] of options.entries()) one.id = `${id}-${n}`;
  return { options, hits: hits.length };
}

/** @type {Record<string, { one: string }>} */
const PARTS = { briefing: things.briefing, speaker: things.speaker, outlet: things.outlet, topic: things.topic };

// The briefing, speaker, outlet or topic that this page is about.
function scope() {
  const path = location.pathname.slice(ROOT.pathname.length);
  const [, folder, value] = /^(briefings|speakers|outlets|topics)\/([^/]+)\/$/.exec(path) ?? [];
  if (!folder) return null;
  const facet = folder.slice(0, -1);
  return { facet, value: siteAddress.decode(value), part: PARTS[facet].one };
}
