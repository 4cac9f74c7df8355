// What is searched, as the address of the search page holds it.

import { FACETS } from "./kinds.js";

export function read(address = location.search) {
  const params = new URLSearchParams(address);
  const filters = {};
  for (const facet of FACETS) filters[facet] = params.getAll(facet);
  return {
    typed: (params.get("q") ?? "").slice(0, siteAddress.LONGEST),
    filters,
    off: new Set(params.getAll("off")),
    sort: params.get("sort") === "date" ? "date" : "relevance",
  };
}

export function write({ typed, filters, off, sort }) {
  const params = new URLSearchParams();
  if (typed) params.set("q", typed);
  for (const facet of FACETS) for (const value of filters[facet] ?? []) params.append(facet, value);
  for (const key of off) params.append("off", key);
  if (sort === "date") params.set("sort", "date");
  return siteAddress.withQuery(params, "");
}

export function isEmpty({ typed, filters }) {
  return !typed.trim() && Object.values(filters).every((values) => !values.length);
}
