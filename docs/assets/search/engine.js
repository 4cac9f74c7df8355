// The one search that the header and the search page share.
/** @import { Part } from "./index.js" */
/** @import * as Types from "../../../types/search" */
/** @import { Counted, Expanded, Facet, Filters, Hit, Kind, Option, Query, Ranked, Unit, Value } from "../../../types/search" */

import { expand, proposals } from "./expand.js";
import { FACETS, keyOfValue, naming } from "./facets.js";
import { Index } from "./index.js";
import { parse } from "./query.js";
import { rank } from "./rank.js";
import { spans } from "./tokens.js";
import { STOP, forms } from "./words.js";

const ENOUGH_WORDS = 10; // with as many records that hold every word, others are not shown
const ENOUGH_HITS = 20; // with as many, older parts of the index wait until they are asked for
const LEAST_COVERAGE = 0.45;
const PAGES_LOOKED_AT = 12; // those with the shortest names
// Passages that answer come first; a page that was not asked for comes after the passages.
const WORTH = new Map([
  ["official", 1], ["article", 1], ["outlet", 0.9], ["unknown", 0.9], ["chair", 1],
]);
const OTHER_PAGE = 0.35;
// How much of its name must be typed for a page to come first.
const FIRST = new Map([
  ["speaker", 0.35], ["outlet-page", 0.35], ["term", 0.8], ["briefing", 0.8], ["topic", 0.95],
]);

/** @typedef {Types.Found<Part>} Found */
/** @typedef {Types.Results<Part>} Results */

export class Engine {
  /**
   * @param {string} base
   * @param {ConstructorParameters<typeof Index>[1]} [load]
   */
  constructor(base, load) {
    this.index = new Index(base, load);
  }

  // {records: [{id, score, missing}], rest, proposals, unknown, unmet, marks}; `hit(record)` has
  // what is shown of one.  `filters` are {facet: [value]}, `off` the expansions switched off.
  // The index is searched part by part, newest first, until it has given `enough` hits; `rest` are
  // the years of the parts left out.
  /**
   * @param {string} typed
   * @param {{off?: Set<string>, typing?: boolean, filters?: Filters, sort?: string, enough?: number}} options
   * @returns {Promise<Results>}
   */
  async search(typed, {
    off, typing = false, filters = {}, sort = "relevance", enough = ENOUGH_HITS,
  } = {}) {
    await this.index.open();
    const query = parse(typed);
    const expanded = await expand(this.index, query, { off, typing: typing && query.open });
    const without = await this.#forms(query.without);
    await this.index.spell(query.phrases.flat().map((word) => word.slice(0, 2)));
    const asked = { ...expanded, phrases: query.phrases, without };
    const { wanted, unwanted, unmet } = await this.#wanted(query.fields, filters);
    const parts = unmet.length || !isAsked(query, wanted) ? [] : this.#parts(asked, wanted);
    /** @type {Found[]} */
    let found = [];
    let whole = 0;
    while (parts.length && whole < enough) {
      const { part, complete } = parts[0];
      if (!complete && found.length >= ENOUGH_WORDS) break;
      parts.shift();
      const [ranked, facts] = await Promise.all([rank(this.index, part, asked), part.facts()]);
      for (const record of known(part, ranked, facts)) {
        if (unwanted.some((one) => meets(record, one))) continue;
        found.push(record);
        if (!record.missing.length && meets(record, wanted)) whole += 1;
      }
    }
    found = found.filter((record) =>
      whole >= ENOUGH_WORDS ? !record.missing.length : record.coverage >= LEAST_COVERAGE,
    );
    let records = found.filter((record) => meets(record, wanted));
    const words = expanded.units.length || query.phrases.length;
    if (sort === "date" || !words) records = byDate(records);
    else records = await this.#namesFirst(records.sort(byScore), expanded);
    return {
      query, records, found, wanted, unmet,
      rest: parts.filter(({ complete }) => complete).flatMap(({ part }) => part.years),
      proposals: proposals(expanded.options),
      unknown: expanded.units
        .filter((unit) => !unit.options.some((option) => option.found))
        .map((unit) => unit.typed),
      marks: marks(expanded, query),
    };
  }

  // The parts that can hold an answer: first those that hold every word, the newest first.
  /**
   * @param {{units: Unit[], phrases: string[][]}} asked
   * @param {Filters} wanted
   */
  #parts({ units, phrases }, { year }) {
    /** @param {bigint[]} masks */
    const either = (masks) => masks.reduce((sum, mask) => sum | mask, 0n);
    /** @param {bigint[]} masks */
    const both = (masks) => masks.reduce((sum, mask) => sum & mask);
    /** @param {string[]} words */
    const slot = (words) => either(words.map((word) => this.index.where(word)));
    /** @param {Unit} unit */
    const unit = ({ options }) => either(options.map(({ slots }) => both(slots.map(slot))));
    const needed = phrases.flat().map((word) => this.index.where(word));
    const helpful = units.map(unit);
    /**
     * @param {bigint} mask
     * @param {Part} part
     */
    const holds = (mask, part) => (mask >> BigInt(part.number)) & 1n;
    return this.index.parts
      .filter((part) => !year || part.years.some((one) => year.includes(one)))
      .filter((part) => needed.every((mask) => holds(mask, part)))
      .filter((part) => !helpful.length || helpful.some((mask) => holds(mask, part)))
      .map((part) => ({ part, complete: helpful.every((mask) => holds(mask, part)) }))
      .sort((one, other) => Number(other.complete) - Number(one.complete));
  }

  // [{facet, values: [{value, count, on}]}] over what was found, each facet as if it were open.
  /**
   * @param {Results} results
   * @returns {Counted[]}
   */
  counts({ found, wanted }) {
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

  // The values that the fields of a query and the filters of the page ask for.
  /**
   * @param {Query["fields"]} fields
   * @param {Filters} filters
   */
  async #wanted(fields, filters) {
    /** @type {Filters} */
    const wanted = {};
    /** @type {Filters[]} */
    const unwanted = [];
    /** @type {Results["unmet"]} */
    const unmet = [];
    for (const [facet, keys] of Object.entries(filters)) if (keys.length) wanted[facet] = [...keys];
    for (const [facet, said, not] of fields) {
      const keys = new Set();
      for (const part of await this.#naming(facet, said)) {
        const values = (await part.values())[facet] ?? [];
        for (const value of naming(facet, said, values)) keys.add(keyOfValue(value));
      }
      if (not) {
        unwanted.push({ [facet]: [...keys] });
        continue;
      }
      if (!keys.size) unmet.push([facet, said]);
      wanted[facet] = [...(wanted[facet] ?? []), ...keys];
    }
    return { wanted, unwanted, unmet };
  }

  /** @param {Found} record */
  hit(record) {
    return record.part.hit(record);
  }

  // The parts whose records may be called so; a name that is nowhere whole may be anywhere.
  /**
   * @param {string} facet
   * @param {string} said
   */
  async #naming(facet, said) {
    if (!["speaker", "outlet", "topic"].includes(facet)) return this.index.parts;
    const words = spans(said).filter((span) => !span.extra).map(({ word }) => word);
    await this.index.spell(words.map((word) => word.slice(0, 2)));
    if (!words.every((word) => this.index.has(word))) return this.index.parts;
    const where = words.reduce((mask, word) => mask & this.index.where(word), -1n);
    return this.index.parts.filter((part) => (where >> BigInt(part.number)) & 1n);
  }

  /** @param {string[][]} groups */
  async #forms(groups) {
    const wanted = groups.map((words) =>
      words.map((word) => (words.length > 1 ? [word] : [...forms(word)])),
    );
    await this.index.spell(wanted.flat(2).map((word) => word.slice(0, 2)));
    return wanted
      .map((slots) => slots.map((words) => words.filter((word) => this.index.has(word))))
      .filter((slots) => slots.every((words) => words.length));
  }

  // A page comes first where what was typed is its name, or enough of it.
  /**
   * @param {Found[]} records
   * @param {Expanded} expanded
   */
  async #namesFirst(records, { units }) {
    if (!units.length) return records;
    const titled = records
      .filter((record) => record.titled && !record.missing.length)
      .sort((one, other) => (one.titled ?? 0) - (other.titled ?? 0) || byScore(one, other))
      .slice(0, PAGES_LOOKED_AT);
    const hits = await Promise.all(titled.map((record) => this.hit(record)));
    for (const [n, record] of titled.entries()) {
      const hit = hits[n];
      const share = await this.#share(hit, units);
      if (share >= (FIRST.get(hit.kind) ?? Infinity)) record.first = share;
    }
    return records.sort(
      (one, other) => (other.first ?? 0) - (one.first ?? 0) || byScore(one, other),
    );
  }

  // How much of one of a page's names the words of the query make up, rare words counting more.
  /**
   * @param {Hit} hit
   * @param {Unit[]} units
   */
  async #share(hit, units) {
    /** @param {Option} option */
    const near = ({ kind }) => kind !== "synonym" && kind !== "family";
    const typed = new Set(
      units.flatMap(({ options }) => options.filter(near).flatMap(({ slots }) => slots.flat())),
    );
    let most = 0;
    for (const name of [hit.title, ...(hit.names ?? [])]) {
      const words = spans(name).filter((span) => !span.extra && !STOP.has(span.word));
      await this.index.spell(words.map(({ word }) => word.slice(0, 2)));
      /** @param {{word: string}} span */
      const weight = ({ word }) =>
        Math.log(1 + (this.index.size + 1) / (this.index.count(word) + 0.5));
      /** @param {{word: string}[]} some */
      const sum = (some) => some.reduce((total, span) => total + weight(span), 0);
      const named = new Set(words.map(({ word }) => word));
      const allNamed = units.every(({ options }) =>
        options.some((option) => near(option) && option.slots.every((slot) => slot.some((word) => named.has(word)))),
      );
      if (!allNamed) continue;
      most = Math.max(most, sum(words.filter(({ word }) => typed.has(word))) / sum(words));
    }
    return most;
  }
}

// What the corpus knows of each record, for filters, counts, dates and order.
/**
 * @param {Part} part
 * @param {Ranked[]} records
 * @param {Map<string, Found["facts"]>} facts
 * @returns {Found[]}
 */
function known(part, records, facts) {
  return records.map((record) => {
    const its = facts.get(record.id);
    if (!its) throw new Error(`The index has no facts of ${record.id}.`);
    const score = record.score * (WORTH.get(its.kind[0][0]) ?? OTHER_PAGE);
    return { ...record, part, facts: its, score };
  });
}

/**
 * @param {Found} one
 * @param {Found} other
 */
function byScore(one, other) {
  return other.score - one.score || inText(one, other);
}

/**
 * @param {Found} one
 * @param {Found} other
 */
function inText(one, other) {
  return one.part.number - other.part.number || one.facts.order - other.facts.order;
}

// Signs alone ask for nothing.
/**
 * @param {Query} query
 * @param {Filters} wanted
 */
function isAsked({ plain, phrases, without }, wanted) {
  return /[\p{L}\p{N}]/u.test(plain) || phrases.length + without.length + Object.keys(wanted).length;
}

/** @param {Found[]} records */
function byDate(records) {
  /** @param {Found} record */
  const date = (record) => record.facts.briefing[0]?.[2] ?? "";
  return records.sort((one, other) => date(other).localeCompare(date(one)) || inText(one, other));
}

/**
 * @param {Found} record
 * @param {Filters} wanted
 */
function meets(record, wanted) {
  return Object.entries(wanted).every(([facet, keys]) =>
    record.facts[/** @type {Facet} */ (facet)].some((value) => keys.includes(keyOfValue(value))),
  );
}

// The words to mark in a text: each a list of tokens that stand side by side.
/**
 * @param {Expanded} expanded
 * @param {Query} query
 */
function marks({ units, options }, { phrases }) {
  const asked = new Set(units.map((unit) => unit.n));
  /** @type {string[][][]} */
  const found = [];
  for (const { slots, covers } of options) {
    if (!covers.some((n) => asked.has(n))) continue;
    found.push(slots);
  }
  for (const words of phrases) found.push(words.map((word) => [word]));
  return found;
}
