// What hits can be narrowed by, and what kinds of them there are.
/** @import { Facet } from "../../../types/search" */

/** @type {Facet[]} */
export const FACETS = ["kind", "speaker", "outlet", "briefing", "year", "topic", "holds"];

/** @type {Record<string, string>} */
export const KINDS = {
  official: "Said by an official",
  chair: "Said by the chair",
  outlet: "Asked by an outlet",
  unknown: "Asker not given in the source",
  article: "Written in an article",
  announcement: "Announces something",
  briefing: "Briefing",
  source: "Text",
  speaker: "Speaker",
  "outlet-page": "Outlet",
  topic: "Topic",
  term: "Term",
  indicator: "Indicator",
  phrase: "Set phrase",
  discrepancy: "Discrepancy",
  note: "Note by the editors",
};

// Words that were said or written at a briefing.
const PASSAGES = new Set(["official", "chair", "outlet", "unknown", "article"]);

/** @param {string} kind */
export function isPassage(kind) {
  return PASSAGES.has(kind);
}

// What a hit that is no passage is called, in a word or two.
/** @param {string} kind */
export function badge(kind) {
  if (isPassage(kind)) return "";
  return KINDS[kind].replace(/ by the editors$/, "").toLowerCase();
}
