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
  briefing: "Page of a briefing",
  speaker: "Page of a speaker",
  "outlet-page": "Page of an outlet",
  topic: "Page of a topic",
  term: "Page of a term",
};
