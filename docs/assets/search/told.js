// Explains how a query was expanded, and what to try if nothing was found.
/** @import { Change, Proposal, Results, State } from "../../../types/search" */

import * as words from "../interface/search.js";
import { el } from "./dom.js";
import { FORMS } from "./expand.js";

const SHOWN = 6;

/**
 * @param {Pick<Results<unknown>, "proposals" | "unknown" | "dated">} found
 * @param {State} state
 * @param {Change} change
 */
export function drawExpansions({ proposals, unknown, dated }, state, change) {
  /** @param {string} key */
  const without = (key) => change({ off: new Set([...state.off, key]) });
  /** @param {string} key */
  const again = (key) => change({ off: new Set([...state.off].filter((one) => one !== key)) });
  /**
   * @param {string} key
   * @param {string} label
   * @param {string} sign
   * @param {(key: string) => void} act
   * @param {string} told
   */
  const chip = (key, label, sign, act, told) =>
    el("button", { type: "button", className: "chip", title: told, "aria-label": `${label}: ${told}`,
      onclick: () => act(key) }, label, el("span", { "aria-hidden": "true" }, ` ${sign}`));
  /**
   * @param {string} told
   * @param {Node[]} chips
   */
  const row = (told, chips) => {
    if (!chips.length) return [];
    const rest = chips.slice(SHOWN);
    const more = rest.length ? [el("details", {}, el("summary", {}, words.more({ number: rest.length })), ...rest)] : [];
    return [el("div", { className: "search-also-row" }, `${told} `, ...chips.slice(0, SHOWN), ...more)];
  };
  /** @param {(kind: Proposal["kind"]) => boolean} kinds */
  const on = (kinds) =>
    proposals
      .filter(({ kind }) => kinds(kind))
      .map(({ key, label }) => chip(key, label, "×", without, words.leaveOut));
  const typos = [...new Set(proposals.filter(({ kind }) => kind === "typo").map(({ from }) => from))];
  return [
    ...row(words.onlyBriefings, dated?.on ? [chip(dated.key, dated.key, "×", without, words.allDates)] : []),
    ...row(words.typos({ words: typos.join("”, “") }), on((kind) => kind === "typo")),
    ...row(words.alsoSearched, on((kind) => kind !== "typo")),
    ...row(words.switchedOff, [...state.off].map((key) =>
      chip(key, key === FORMS ? words.wordForms : key, "+", again, words.takeIn))),
    ...(unknown.length
      ? [el("p", { className: "search-also-row" }, words.unknownWords({ words: unknown.join("”, “") }))]
      : []),
  ];
}

// If nothing was found: words that the query can do without, and other places to look.
/**
 * @param {Pick<Results<unknown>, "query" | "unmet">} found
 * @param {State} state
 * @param {Change} change
 */
export function drawSuggestions({ query, unmet }, state, change) {
  /** @type {Node[]} */
  const items = [];
  /**
   * @param {string} text
   * @param {Partial<State>} changes
   */
  const action = (text, changes) =>
    items.push(el("li", {}, el("button", { type: "button", className: "action", onclick: () => change(changes) }, text)));
  for (const [facet, said] of unmet) items.push(el("li", {}, words.noValue({ facet, name: said })));
  if (Object.values(state.filters).some((values) => values.length)) {
    const filters = Object.fromEntries(Object.keys(state.filters).map((facet) => [facet, []]));
    action(words.noFilters, { filters });
  }
  if (query.fields.length && query.plain) action(words.everywhere({ words: query.plain }), { typed: query.plain });
  if (query.phrases.length) {
    action(words.noQuotationMarks, { typed: state.typed.replace(/["\u201c\u201d]/g, " ") });
  }
  if (query.without.length) {
    action(words.nothingLeftOut, { typed: state.typed.replace(/(^|\s)-(?:"[^"]*"|\S+)/g, " ").trim() });
  }
  if (state.off.size) action(words.allSwitchedOn, { off: new Set() });
  // The indexes that this site has stand on the page for readers without modules.
  for (const link of document.querySelectorAll("[data-search-fallback] a")) {
    items.push(el("li", {}, link.cloneNode(true)));
  }
  return [el("p", {}, words.mayHelp), el("ul", {}, ...items)];
}
