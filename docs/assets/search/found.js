// The results of a search: filtered, counted and sorted.
/** @import { Part } from "./part.js" */
/** @import { Counted, Facet, Filters, Found as FoundIn, Value } from "../../../types/search" */

import { keyOfValue } from "./facets.js";
import { FACETS } from "./kinds.js";

/** @typedef {Pick<FoundIn<Pick<Part, "order">>, "score" | "facts" | "part">} Found */

/**
 * @param {Found} one
 * @param {Found} other
 */
export function byScore(one, other) {
  return other.score - one.score || inText(one, other);
}

/**
 * @param {Found} one
 * @param {Found} other
 */
export function inText(one, other) {
  return one.part.order - other.part.order || one.facts.order - other.facts.order;
}

// Sorts in place, the newest first.
/**
 * @template {Found} T
 * @param {T[]} records
 */
export function byDate(records) {
  /** @param {T} record */
  const date = (record) => record.facts.briefing[0]?.[2] ?? "";
  return records.sort((one, other) => date(other).localeCompare(date(one)) || inText(one, other));
}

// Whether a record has one of the wanted values for each facet.
/**
 * @param {Found} record
 * @param {Filters} wanted
 */
export function meets(record, wanted) {
  return Object.entries(wanted).every(([facet, keys]) =>
    record.facts[/** @type {Facet} */ (facet)].some((value) => keys.includes(keyOfValue(value))),
  );
}

// [{facet, values: [{value, count, on}]}] over what was found, each facet as if it were open.
/**
 * @param {{found: Found[], wanted: Filters}} results
 * @returns {Counted[]}
 */
export function counts({ found, wanted }) {
  return FACETS.map((facet) => {
    const others = Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== facet));
    /** @type {Map<string, {value: Value, key: string, count: number}>} */
    const counted = new Map();
    for (const record of found) {
      if (!meets(record, others)) continue;
      for (const value of record.facts[facet]) {
        const key = keyOfValue(value);
        const known = counted.get(key) ?? { value, key, count: 0 };
        known.count += 1;
        counted.set(key, known);
      }
    }
    const on = new Set(wanted[facet] ?? []);
    const values = [...counted.values()].map((one) => ({ ...one, on: on.has(one.key) }));
    values.sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
    return { facet, values };
  });
}
