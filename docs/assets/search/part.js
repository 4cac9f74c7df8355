// One part of the index: some briefings of a year, or pages, with words, hits and facets of its own
// (briefings/publish/search_index.py).

import { Packed, fetched, unzip } from "./packed.js";
import { postings } from "./postings.js";

const text = new TextDecoder();

export class Part {
  #base;
  #facts;
  #blocks = new Map();
  #found = new Map();

  // `described` stands in layer.json; `number` is its place there, `order` its place in a search.
  constructor(base, described, number, order, index) {
    this.#base = `${base}${described.name}/`;
    this.#facts = { file: described.facts };
    this.index = index;
    this.number = number;
    this.order = order;
    this.years = described.years;
    this.records = described.records;
    this.pages = described.pages ?? false;
  }

  // What is known of each record and of the files of the part; fetched when it is first asked for.
  open() {
    this.#facts.read ??= this.#open().catch((error) => {
      this.#facts.read = undefined;
      throw error;
    });
    return this.#facts.read;
  }

  async #open() {
    const answer = await fetched(this.#base + this.#facts.file);
    const bytes = await unzip(new Uint8Array(await answer.arrayBuffer()));
    const { zones, facets, words, hits } = JSON.parse(text.decode(bytes));
    return {
      zones: placesOfZones(zones),
      ...factsOfRecords(facets, zones.text.length),
      firsts: words.firsts,
      words: new Packed(this.#base + words.file, words.sizes),
      hits: new Packed(this.#base + hits.file, hits.sizes),
      each: hits.each,
    };
  }

  // Where a word stands: [{id, at: [place]}].
  find(word) {
    if (!this.#found.has(word)) {
      const found = this.#find(word);
      found.catch(() => this.#found.delete(word));
      this.#found.set(word, found);
    }
    return this.#found.get(word);
  }

  async #find(word) {
    if (!((this.index.where(word) >> BigInt(this.number)) & 1n)) return [];
    const { firsts, words } = await this.open();
    const block = firsts.findLastIndex((first) => first <= word);
    if (block < 0) return [];
    const { places, bytes } = await this.#block(words, block);
    const [start, end] = places.get(word) ?? [0, 0];
    return postings(bytes.subarray(start, end));
  }

  #block(words, number) {
    if (!this.#blocks.has(number)) {
      const read = words.block(number).then((bytes) => ({ places: header(bytes), bytes }));
      read.catch(() => this.#blocks.delete(number));
      this.#blocks.set(number, read);
    }
    return this.#blocks.get(number);
  }

  // Every record, as `find` gives them.
  async all() {
    const { zones } = await this.open();
    return zones.map((_, id) => ({ id, at: [] }));
  }

  // Where the zones of each record begin: [{text, extra, context, aside}] by its id.
  async zones() {
    return (await this.open()).zones;
  }

  // What is shown of a record.
  async hit(id) {
    const { hits, each } = await this.open();
    const block = await hits.block(Math.floor(id / each));
    return JSON.parse(text.decode(block))[id % each];
  }

  // What is known of each record: [{facet: [value], order}] by its id.
  async facts() {
    return (await this.open()).facts;
  }

  // Every value of each facet: {facet: [value]}.
  async values() {
    return (await this.open()).values;
  }
}

// The size of each word's numbers, a line for each, up to an empty line: Map(word -> [start, end]).
function header(bytes) {
  let end = 0;
  while (bytes[end] !== 10 || bytes[end + 1] !== 10) end += 1;
  const places = new Map();
  let at = end + 2;
  for (const line of text.decode(bytes.subarray(0, end)).split("\n")) {
    const [word, size] = line.split(" ");
    places.set(word, [at, (at += Number(size))]);
  }
  return places;
}

// One place is left out between zones.
function placesOfZones({ title, text: words, extra, aside }) {
  const asides = new Set(aside);
  return words.map((count, id) => {
    const begin = title[id];
    const more = begin + 1 + count;
    return { text: begin, extra: more, context: more + 1 + extra[id], aside: asides.has(id) };
  });
}

function factsOfRecords(facets, count) {
  // Records stand in the order of their briefings and texts.
  const facts = Array.from({ length: count }, (_, order) => ({ order }));
  const values = {};
  for (const [name, { values: all, of }] of Object.entries(facets)) {
    values[name] = all;
    of.forEach((n, id) => {
      const its = Array.isArray(n) ? n : n < 0 ? [] : [n];
      facts[id][name] = its.map((one) => all[one]);
    });
  }
  return { facts, values };
}
