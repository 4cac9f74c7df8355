// The restrictions from a query and the page's filters: facet values, and a date.
/** @import { Index } from "./index.js" */
/** @import { Part } from "./part.js" */
/** @import { Facet, Filters, Query, Results as ResultsOf, Value } from "../../../types/search" */

import { datesIn, replaced } from "./dates.js";
import { shownDate } from "./dom.js";
import { keyOfValue, naming } from "./facets.js";
import { KINDS } from "./kinds.js";
import { spans } from "./tokens.js";

/** @typedef {ResultsOf<Part>} Results */

// The one date that a query gives, where a briefing was on it: it takes the place of its words.
// Other dates are rewritten in the form that texts use.
/**
 * @param {Index} index
 * @param {Query} query
 * @param {Set<string>} off
 */
export async function datedOf(index, query, off = new Set()) {
  const dates = datesIn(query.plain, index.layer.months);
  const [{ date } = { date: "" }] = dates;
  const key = date && shownDate(date);
  const parts = index.parts.filter((part) => isOf(part, date));
  const values = dates.length === 1 ? await Promise.all(parts.map((part) => part.values())) : [];
  const found = values.some(({ briefing }) => briefing.some((value) => isOf(value, date)));
  const on = found && !off.has(key);
  if (dates.length) query.plain = replaced(query.plain, dates, on ? () => "" : shownDate);
  return { dates: dates.map((one) => one.date), date, key, found, on };
}

// The values that the fields of a query and the filters of the page ask for.
/**
 * @param {Index} index
 * @param {Query["fields"]} fields
 * @param {Filters} filters
 */
export async function wantedOf(index, fields, filters) {
  /** @type {Filters} */
  const wanted = {};
  /** @type {Filters[]} */
  const unwanted = [];
  /** @type {Results["unmet"]} */
  const unmet = [];
  for (const [facet, keys] of Object.entries(filters)) if (keys.length) wanted[facet] = [...keys];
  for (const [facet, said, not] of fields) {
    const keys = new Set(await named(index, facet, said));
    if (not) {
      unwanted.push({ [facet]: [...keys] });
      continue;
    }
    if (!keys.size) unmet.push([facet, said]);
    wanted[facet] = [...(wanted[facet] ?? []), ...keys];
  }
  return { wanted, unwanted, unmet };
}

// The keys of the values named in a typed text.
/**
 * @param {Index} index
 * @param {Facet} facet
 * @param {string} said
 */
async function named(index, facet, said) {
  /** @param {Value[]} values */
  const keysIn = (values) => naming(facet, said, values).map(keyOfValue);
  if (facet === "kind") return keysIn(Object.keys(KINDS).map((kind) => [kind]));
  if (facet === "year") return keysIn(index.parts.flatMap(({ years }) => years).map((year) => [year]));
  const parts = await partsNaming(index, said);
  /** @param {Part[]} some */
  const keysOf = async (some) => {
    const values = await Promise.all(some.map((part) => part.values()));
    return values.flatMap((of) => keysIn(of[facet] ?? []));
  };
  // Speakers, outlets and topics have pages, with every name that they go by.
  const named = facet === "briefing" || facet === "holds"
    ? []
    : await keysOf(parts.filter((part) => part.pages));
  return named.length ? named : keysOf(facet === "holds" ? index.parts : parts);
}

// The parts whose records may be called so; a name that is nowhere whole may be anywhere.
/**
 * @param {Index} index
 * @param {string} said
 */
async function partsNaming(index, said) {
  const words = spans(said).filter((span) => !span.extra).map(({ word }) => word);
  await index.spell(words.map((word) => word.slice(0, 2)));
  if (!words.every((word) => index.has(word))) return index.parts;
  const where = words.reduce((mask, word) => mask & index.where(word), -1n);
  return index.parts.filter((part) => (where >> BigInt(part.number)) & 1n);
}

// Whether a part may hold, or a briefing is of, a date that is given as far as it is known.
/**
 * @param {Part | Value | undefined} one
 * @param {string} date
 */
export function isOf(one, date) {
  if (!one || !date) return false;
  if (Array.isArray(one)) return Boolean(one[2]?.startsWith(date));
  const [first, last] = one.dates;
  return Boolean(first) && first.slice(0, date.length) <= date && date <= last.slice(0, date.length);
}
