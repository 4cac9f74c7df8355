// The search engine shared by the header and the search page.
/** @import { Part } from "./part.js" */
/** @import { Answer, Asked, Expanded, Facet, Facts, Filters, Found as FoundIn, Hit, Option, Query, Ranked, Results as ResultsOf, Unit, Value, Zone } from "../../../types/search" */

import { answer, counted } from "./card.js";
import { expand, proposals } from "./expand.js";
import { byDate, meets } from "./found.js";
import { Index } from "./index.js";
import { inOrder, markHosted, retold, worth } from "./order.js";
import { personsIn } from "./persons.js";
import { parse } from "./query.js";
import { asks as sortOf } from "./question.js";
import { rank } from "./rank.js";
import { isChinese } from "./tokens.js";
import { datedOf, isOf, wantedOf } from "./wanted.js";
import { forms } from "./words.js";

const ENOUGH_WORDS = 10; // with as many records that hold every word, others are not shown
const ENOUGH_HITS = 20; // with as many, older parts of the index wait until they are asked for
const FIRST_RECORDS = 600; // parts are searched before all others until they hold as many
const TOGETHER = 6; // parts of briefings that are searched at once after those
const FIRST_SHOWN = 10; // hits that keep their place, whatever comes after them
const LEAST_COVERAGE = 0.45;
const COMMON = 0.1; // of all records
const NUMBERS_LOOKED_AT = 12; // indicators that a question may mean
// The share of its name that must be typed for a page to come first.
const FIRST = new Map([
  ["speaker", 0.35], ["outlet-page", 0.35], ["source", 0.8], ["term", 0.8], ["briefing", 0.8],
  ["topic", 0.95],
]);

/** @typedef {FoundIn<Part>} Found */
/** @typedef {ResultsOf<Part>} Results */
/**
 * @typedef {object} Options
 * @property {Set<string>} [off] the expansions switched off
 * @property {boolean} [typing] whether the last word may go on
 * @property {Filters} [filters]
 * @property {string} [sort] "date" or "relevance"
 * @property {number} [enough] hits: with as many, parts that were not searched yet are left out
 * @property {(results: Results) => unknown} [early] is given the first hits before others are searched
 */
/**
 * @typedef {object} Searchable
 * @property {Part} part
 * @property {boolean} complete whether it holds every word
 * @property {boolean} wanted whether it is of a year that is wanted
 */

export class Engine {
  #base;
  #failed = false;

  /** @param {string} base */
  constructor(base) {
    this.#base = base;
    this.index = new Index(base);
  }

  // After a failed request, file names may have changed: the site may have been published again.
  /**
   * @template T
   * @param {Promise<T>} fetched
   */
  async #fetching(fetched) {
    try {
      return await fetched;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }

  // The index is searched part by part, newest first, until it has given `enough` hits; `rest` are
  // the parts left out.  What the first parts gave stands first, and `early` has it at once.  `hit`
  // has what is shown of a record.
  /**
   * @param {string} typed
   * @param {Options} options
   */
  search(typed, options = {}) {
    if (this.#failed) this.index = new Index(this.#base);
    this.#failed = false;
    return this.#fetching(this.#search(typed, options));
  }

  /**
   * @param {string} typed
   * @param {Options} options
   * @returns {Promise<Results>}
   */
  async #search(typed, {
    off, typing = false, filters = {}, sort = "relevance", enough = ENOUGH_HITS, early,
  }) {
    await this.index.open();
    const query = parse(typed);
    const holding = this.index.holding(query.phrases);
    holding.catch(() => {}); // told where it is waited for
    const dated = await datedOf(this.index, query, off);
    const expanded = await expand(this.index, query, { off, typing: typing && query.open });
    const without = await this.#forms(query.without);
    await this.index.spell(query.phrases.flat().map((word) => word.slice(0, 2)));
    const asked = { ...expanded, phrases: query.phrases, without };
    const { wanted, unwanted, unmet } = await wantedOf(this.index, query.fields, filters);
    const persons = await this.#persons(expanded);
    const number = sortOf(query.plain);
    const searchable = unmet.length || !(dated.on || isAsked(query, wanted)) ? [] : this.#parts(asked, wanted, await holding);
    const parts = searchable.filter(({ part }) => !dated.on || isOf(part, dated.date));
    /** @type {Found[]} */
    const all = [];
    let whole = 0;
    /** @type {Found[]} */
    let first = [];
    /** @type {Results["card"]} */
    let card = null;
    const results = async () => {
      const found = all.filter((record) =>
        whole >= ENOUGH_WORDS ? !record.missing.length : record.coverage >= LEAST_COVERAGE,
      );
      let records = found.filter((record) => meets(record, wanted));
      const words = expanded.units.length || query.phrases.length;
      if (sort === "date" || !words) records = briefingsFirst(byDate(records), dated.on);
      else {
        await this.#markNamed(records, expanded);
        markHosted(records, expanded.units);
        records = inOrder(records, persons.alone ? persons.ids : new Set());
        if (number && !Object.keys(wanted).length) {
          const hits = await Promise.all(records.slice(0, FIRST_SHOWN).map((record) => this.hit(record)));
          card ??= counted(query.plain, expanded.units, hits, dated.dates, this.#isCommon);
          if (card) records = statedFirst(records, hits, card);
        }
      }
      const shown = new Set(first);
      return /** @type {Results} */ ({
        query, found, wanted, unmet, card,
        records: [...first, ...records.filter((record) => !shown.has(record))],
        dated: dated.found ? { key: dated.key, on: dated.on } : null,
        rest: parts.filter(({ complete, wanted }) => complete && wanted).map(({ part }) => part),
        proposals: proposals(expanded.options),
        unknown: expanded.units.filter(({ options }) => !options.length).map((unit) => unit.typed),
        marks: marks(expanded, query),
      });
    };
    for (let wave = 1; parts.length && whole < enough; wave += 1) {
      const batch = together(parts, all, wave === 1);
      if (!batch.length) break;
      const searched = await Promise.all(
        batch.map((part) => Promise.all([part, rank(this.index, part, asked), part.facts(), part.zones()])),
      );
      for (const record of searched.flatMap((one) => known(...one, persons.ids, Boolean(number)))) {
        if (unwanted.some((one) => meets(record, one))) continue;
        if (dated.on && !isOf(record.facts.briefing[0], dated.date)) continue;
        all.push(record);
        if (!record.missing.length && meets(record, wanted)) whole += 1;
      }
      if (first.length || !whole || whole >= enough || !parts.length) continue;
      card = await this.#card(query, expanded, all, wanted, dated);
      const now = await results();
      first = now.records.filter(({ missing }) => !missing.length).slice(0, FIRST_SHOWN);
      await early?.({ ...now, records: first }); // nothing else is fetched before the first hits
    }
    card ??= await this.#card(query, expanded, all, wanted, dated);
    return results();
  }

  // The people named in a query, if any.
  /** @param {Expanded} expanded */
  async #persons({ units }) {
    const where = units.reduce((mask, { word }) => mask | this.index.where(word), 0n);
    const pages = this.index.parts.filter((part) => part.pages && (where >> BigInt(part.number)) & 1n);
    const values = await Promise.all(pages.map((part) => part.values()));
    return personsIn(units, values.flatMap(({ speaker }) => speaker));
  }

  // The answer to a question for a number.
  /**
   * @param {Query} query
   * @param {Expanded} expanded
   * @param {Found[]} found
   * @param {Filters} wanted
   * @param {{dates: string[], on: boolean}} dated
   */
  async #card(query, { units }, found, wanted, dated) {
    if (Object.keys(wanted).length || dated.on) return null;
    const indicators = found
      .filter(({ facts }) => facts.kind[0][0] === "indicator")
      .sort((one, other) => other.coverage - one.coverage || other.score - one.score)
      .slice(0, NUMBERS_LOOKED_AT);
    if (!indicators.length || !sortOf(query.plain)) return null;
    const hits = await Promise.all(indicators.map((record) => this.hit(record)));
    return answer(query.plain, units, hits, dated.dates, this.#isCommon);
  }

  // Whether a word stands in so many places that it may be where all of them are about.
  #isCommon = (/** @type {string} */ word) => this.index.count(word) > COMMON * this.index.size;

  // The parts that can hold an answer: first those that hold every word; pages, then the newest.
  // Parts of years that are not wanted come last, for the counts that stand beside the year's.
  /**
   * @param {Asked} asked
   * @param {Filters} wanted
   * @param {bigint} holding the parts that may hold the phrases
   * @returns {Searchable[]}
   */
  #parts({ units, phrases }, { year }, holding) {
    /** @param {bigint[]} masks */
    const either = (masks) => masks.reduce((sum, mask) => sum | mask, 0n);
    /** @param {bigint[]} masks */
    const both = (masks) => masks.reduce((sum, mask) => sum & mask);
    /** @param {string[]} words */
    const slot = (words) => either(words.map((word) => this.index.where(word)));
    /** @param {Unit} unit */
    const unit = ({ options }) => either(options.map(({ slots }) => both(slots.map(slot))));
    const needed = [holding, ...phrases.flat().map((word) => this.index.where(word))];
    const known = units.filter(({ options }) => options.length);
    const helpful = (known.length ? known : units).map(unit);
    /**
     * @param {bigint} mask
     * @param {Part} part
     */
    const holds = (mask, part) => (mask >> BigInt(part.number)) & 1n;
    return this.index.parts
      .filter((part) => needed.every((mask) => holds(mask, part)))
      .filter((part) => !helpful.length || helpful.some((mask) => holds(mask, part)))
      .map((part) => ({
        part,
        complete: helpful.every((mask) => holds(mask, part)),
        wanted: !year || part.years.some((one) => year.includes(one)),
      }))
      .sort((one, other) =>
        Number(other.wanted) - Number(one.wanted) || Number(other.complete) - Number(one.complete),
      );
  }

  /** @param {Found} record */
  hit(record) {
    return this.#fetching(record.part.hit(record.id));
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

  // A page comes first if its name, or enough of it, was typed.
  /**
   * @param {Found[]} records
   * @param {Expanded} expanded
   */
  async #markNamed(records, { units }) {
    // Of Chinese that is typed in one go a name may be a part.
    const needed = units.filter(({ word }) => !isChinese(word));
    const typed = new Set(needed.map(({ word }) => word));
    for (const record of units.length ? records : []) {
      if (!record.titles || record.missing.some((word) => typed.has(word))) continue;
      const names = (await record.part.names()).get(record.id) ?? [];
      /** @param {Unit[]} some */
      const places = (some) => some.map(({ n }) => record.titles?.get(n) ?? []);
      record.named = shareOfName(names, places(needed), places(units));
      const [[kind]] = record.facts.kind;
      if (record.named >= (FIRST.get(kind) ?? Infinity)) record.first = record.named;
    }
  }
}

// The share of a page's name that the query covers, with more weight for rare words.
/**
 * @param {string[]} names a sign for each word, by base 36: how rare it is
 * @param {number[][]} needed for each word that must be in the name, where it stands in the names
 * @param {number[][]} places the same for each word that was typed
 */
function shareOfName(names, needed, places) {
  let most = 0;
  let start = 0;
  for (const name of names) {
    const end = start + name.length;
    const from = start;
    /** @param {number} place */
    const inside = (place) => from <= place && place < end;
    /** @param {number[]} at */
    const weight = (at) => at.reduce((sum, n) => sum + Number.parseInt(name[n], 36), 0);
    start = end;
    if (!needed.every((at) => at.some(inside))) continue;
    const here = places.map((at) => at.filter(inside).map((place) => place - from));
    const whole = weight([...name].map((_, n) => n));
    if (whole) most = Math.max(most, weight([...new Set(here.flat())]) / whole);
  }
  return most;
}

// The next parts to search at once, taken off the list: at first as few as may give the first hits.
/**
 * @param {Searchable[]} parts
 * @param {Found[]} found
 * @param {boolean} first
 */
function together(parts, found, first) {
  /** @type {Part[]} */
  const batch = [];
  for (let records = 0, dated = 0; parts.length; ) {
    const { part, complete, wanted } = parts[0];
    if (first ? records >= FIRST_RECORDS : dated >= TOGETHER) break;
    if (!complete && found.length >= ENOUGH_WORDS) break;
    if (!wanted && found.length) break;
    parts.shift();
    batch.push(part);
    if (part.pages) continue;
    records += part.records;
    dated += 1;
  }
  return batch;
}

// What the corpus knows of each record, for filters, counts, dates and order.
/**
 * @param {Part} part
 * @param {Ranked[]} records
 * @param {Facts[]} facts
 * @param {Zone[]} zones
 * @param {Set<string>} persons
 * @param {boolean} number
 * @returns {Found[]}
 */
function known(part, records, facts, zones, persons, number) {
  return retold(records.map((record) => {
    const zone = zones[record.id];
    const its = facts[record.id];
    const score = record.score * worth(its, zone, persons, number);
    return Object.assign(record, { part, facts: its, score, retells: zone.retells });
  }));
}

// The passage that a card cites comes first, where it is among the hits that are shown at once.
/**
 * @param {Found[]} records
 * @param {Hit[]} hits of the first of them
 * @param {Answer} card
 */
function statedFirst(records, hits, { statements: [{ url }] }) {
  const n = hits.findIndex((hit) => [hit.url, ...(hit.also ?? []).map(([, where]) => where)].includes(url));
  if (n > 0) records.unshift(...records.splice(n, 1));
  return records;
}

// Of a day that was asked for, its briefings come before what was said there.
/**
 * @param {Found[]} records
 * @param {boolean} dated
 */
function briefingsFirst(records, dated) {
  /** @param {Found} record */
  const page = ({ facts }) => Number(facts.kind[0][0] === "briefing");
  return dated ? records.sort((one, other) => page(other) - page(one)) : records;
}

// Punctuation alone is not a query.
/**
 * @param {Query} query
 * @param {Filters} wanted
 */
function isAsked({ plain, phrases, without }, wanted) {
  return /[\p{L}\p{N}]/u.test(plain) || phrases.length + without.length + Object.keys(wanted).length;
}

// The words to mark in a text: each is a list of adjacent tokens.
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
