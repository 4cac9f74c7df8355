// The state of a search in the address of the search page.
/** @import { State } from "../../../types/search" */

import { FACETS } from "./kinds.js";

/** @returns {State} */
export function read(address = location.search) {
  const params = new URLSearchParams(address);
  /** @type {State["filters"]} */
  const filters = {};
  for (const facet of FACETS) filters[facet] = params.getAll(facet);
  return {
    typed: (params.get("q") ?? "").slice(0, siteAddress.LONGEST),
    filters,
    off: new Set(params.getAll("off")),
    sort: params.get("sort") === "date" ? "date" : "relevance",
  };
}

/** @param {State} state */
export function write({ typed, filters, off, sort }) {
  const params = new URLSearchParams();
  if (typed) params.set("q", typed);
  for (const facet of FACETS) for (const value of filters[facet] ?? []) params.append(facet, value);
  for (const key of off) params.append("off", key);
  if (sort === "date") params.set("sort", "date");
  return siteAddress.withQuery(params, "");
}

/** @param {State} state */
export function isEmpty({ typed, filters }) {
  return !typed.trim() && Object.values(filters).every((values) => !values.length);
}
