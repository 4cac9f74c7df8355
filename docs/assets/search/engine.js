// The one search that the header and the search page share.

import { expand, proposals } from "./expand.js";
import { Index } from "./index.js";
import { parse } from "./query.js";
import { rank } from "./rank.js";
import { isNumber, spans } from "./tokens.js";
import { STOP, forms } from "./words.js";

const ENOUGH = 10; // with as many records that hold every word, others are not shown
const LEAST_COVERAGE = 0.45;
const PAGES_LOOKED_AT = 8;
const NAMES_FIRST = 0.35; // how much of a name must be typed for its page to come first
const FIRST = new Map([["speaker", NAMES_FIRST], ["outlet-page", NAMES_FIRST], ["term", 0.6],
  ["topic", 0.95], ["briefing", 0.8]]);

export class Engine {
  constructor(base, load) {
    this.index = new Index(base, load);
  }

  // {records: [{id, score, missing}], proposals, words, unknown, total}; `hit(record)` has the rest.
  async search(typed, { off, typing = false } = {}) {
    await this.index.open();
    const query = parse(typed);
    const expanded = await expand(this.index, query, { off, typing: typing && query.open });
    const without = await this.#forms(query.without);
    await this.index.spell(query.phrases.flat().map((word) => word.slice(0, 2)));
    const known = query.phrases.every((words) => words.every((word) => this.index.has(word)));
    let records = [];
    if (known) {
      const asked = { ...expanded, phrases: query.phrases, without };
      for (const part of this.index.parts) {
        for (const record of await rank(this.index, part, asked)) {
          records.push({ ...record, part });
        }
      }
    }
    records.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
    const whole = records.filter((record) => !record.missing.length);
    if (whole.length >= ENOUGH) records = whole;
    else records = records.filter((record) => record.coverage >= LEAST_COVERAGE);
    records = await this.#namesFirst(records, expanded);
    return {
      query,
      records,
      whole: whole.length,
      proposals: proposals(expanded.options),
      unknown: expanded.unknown.map((unit) => unit.word),
      marks: marks(expanded, query),
    };
  }

  hit(record) {
    return record.part.hit(record);
  }

  async #forms(groups) {
    const wanted = groups.map((words) =>
      words.map((word) => (words.length > 1 || isNumber(word) ? [word] : [...forms(word)])),
    );
    await this.index.spell(wanted.flat(2).map((word) => word.slice(0, 2)));
    return wanted
      .map((slots) => slots.map((words) => words.filter((word) => this.index.has(word))))
      .filter((slots) => slots.every((words) => words.length));
  }

  // A page comes first where what was typed is its name, or enough of it.
  async #namesFirst(records, { units }) {
    const asked = records.filter((record) => !record.missing.length).slice(0, 60);
    const rest = [];
    const first = [];
    let looked = 0;
    for (const record of records) {
      if (!asked.includes(record) || looked >= PAGES_LOOKED_AT || !units.length) {
        rest.push(record);
        continue;
      }
      const titled = record.inTitle;
      if (!titled) {
        rest.push(record);
        continue;
      }
      looked += 1;
      const hit = await this.hit(record);
      const share = await this.#share(hit, units);
      if (share >= (FIRST.get(hit.kind) ?? 2)) first.push([share, record]);
      else rest.push(record);
    }
    first.sort((one, other) => other[0] - one[0]);
    return [...first.map(([, record]) => record), ...rest];
  }

  // How much of one of a page's names the words of the query make up, rare words counting more.
  async #share(hit, units) {
    const typed = new Set(units.flatMap(({ options }) => options.flatMap(({ slots }) => slots.flat())));
    let most = 0;
    for (const name of [hit.title, ...(hit.names ?? [])]) {
      const words = spans(name).filter((span) => !span.extra && !STOP.has(span.word));
      await this.index.spell(words.map(({ word }) => word.slice(0, 2)));
      const weight = ({ word }) =>
        Math.log(1 + (this.index.size + 1) / (this.index.count(word) + 0.5));
      const sum = (some) => some.reduce((total, span) => total + weight(span), 0);
      const named = new Set(words.map(({ word }) => word));
      const allNamed = units.every(({ options }) =>
        options.some(({ slots }) => slots.every((slot) => slot.some((word) => named.has(word)))),
      );
      if (!allNamed) continue;
      most = Math.max(most, sum(words.filter(({ word }) => typed.has(word))) / sum(words));
    }
    return most;
  }
}

// The words to mark in a text: each a list of tokens that stand side by side.
function marks({ units, options }, { phrases }) {
  const asked = new Set(units.map((unit) => unit.n));
  const found = [];
  for (const { slots, covers } of options) {
    if (!covers.some((n) => asked.has(n))) continue;
    found.push(slots);
  }
  for (const words of phrases) found.push(words.map((word) => [word]));
  return found;
}
