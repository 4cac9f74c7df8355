/* An index of a few records in memory, with what the search asks of the real one. */
import { spans } from "../../docs/assets/search/tokens.js";

const FACETS = ["kind", "speaker", "outlet", "briefing", "year", "topic", "holds"];

class SmallPart {
  constructor(records, number) {
    this.number = number;
    this.years = [...new Set(records.map(({ year }) => year))];
    this.entries = new Map();
    this.bounds = new Map();
    this.records = new Map(records.map((record) => [record.id, record]));
    for (const record of records) this.#add(record);
  }

  #add({ id, title = "", text, context = "" }) {
    let place = 0;
    const put = (word) => {
      const known = this.entries.get(word) ?? [];
      const entry = known.find((one) => one.id === id) ?? { id, at: [] };
      entry.at.push(place);
      place += 1;
      if (entry.at.length === 1) this.entries.set(word, [...known, entry]);
    };
    const words = (said, extra = false) =>
      spans(said).filter((span) => span.extra === extra).forEach((span) => void put(span.word));
    words(title);
    const zone = { text: place, aside: false };
    place += 1;
    words(text);
    zone.extra = place;
    place += 1;
    words(text, true);
    zone.context = place;
    place += 1;
    words(context);
    this.bounds.set(id, zone);
  }

  async find(word) {
    return this.entries.get(word) ?? [];
  }

  async all() {
    return [...this.records.keys()].map((id) => ({ id, at: [] }));
  }

  async zones() {
    return this.bounds;
  }

  async facts() {
    const facts = [...this.records.values()].map((record, order) => {
      const values = FACETS.map((facet) => [facet, record[facet] ? [[record[facet]].flat()] : []]);
      return [record.id, { order, ...Object.fromEntries(values) }];
    });
    return new Map(facts);
  }

  async values() {
    const all = [...(await this.facts()).values()];
    const distinct = (values) => [...new Map(values.map((value) => [String(value), value])).values()];
    return Object.fromEntries(
      FACETS.map((facet) => [facet, distinct(all.flatMap((facts) => facts[facet]))]),
    );
  }

  async hit({ id }) {
    const { kind, title = "", text, names } = this.records.get(id);
    return { kind, title, text, names };
  }
}

export class SmallIndex {
  constructor(parts, synonyms = []) {
    this.parts = parts.map((records, number) => new SmallPart(records, number));
    this.layer = { synonyms };
    this.size = parts.flat().length;
  }

  async open() {}

  async spell() {}

  count(word) {
    return this.parts.reduce((sum, part) => sum + (part.entries.get(word)?.length ?? 0), 0);
  }

  has(word) {
    return this.count(word) > 0;
  }

  where(word) {
    return this.parts.reduce(
      (mask, part) => (part.entries.has(word) ? mask | (1n << BigInt(part.number)) : mask),
      0n,
    );
  }

  *startingWith(beginning) {
    const words = new Set(this.parts.flatMap((part) => [...part.entries.keys()]));
    for (const word of words) if (word.startsWith(beginning)) yield word;
  }
}
