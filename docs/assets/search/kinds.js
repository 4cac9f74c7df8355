// The facets for filtering hits, and the kinds of hits.
/** @import { Facet } from "../../../types/search" */
import * as words from "../interface/search.js";
import * as things from "../interface/things.js";

/** @type {Facet[]} */
export const FACETS = ["kind", "speaker", "outlet", "briefing", "year", "topic", "holds"];

// Pages that hits lead to, by what they are of.
/** @type {Record<string, { one: string }>} */
const PAGES = {
  briefing: things.briefing, source: things.text, speaker: things.speaker, "outlet-page": things.outlet,
  topic: things.topic, term: things.term, indicator: things.indicator, phrase: things.setPhrase,
  discrepancy: things.discrepancy, note: things.note,
};

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @type {Record<string, string>} */
export const KINDS = {
  official: words.official,
  chair: words.chair,
  outlet: words.outlet,
  unknown: words.unknown,
  article: words.article,
  announcement: words.announcement,
  ...Object.fromEntries(Object.entries(PAGES).map(([kind, { one }]) => [kind, capital(one)])),
  note: words.note,
};

// Words that were said or written at a briefing.
const PASSAGES = new Set(["official", "chair", "outlet", "unknown", "article"]);

/** @param {string} kind */
export function isPassage(kind) {
  return PASSAGES.has(kind);
}

// The label of a hit that is not a passage.
/** @param {string} kind */
export function badge(kind) {
  return isPassage(kind) ? "" : PAGES[kind].one;
}
