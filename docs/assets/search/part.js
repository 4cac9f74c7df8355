// One part of the index: briefings of a year, or pages, with their words, hits and facets
// (briefings/publish/search_index.py).
/** @import { Index } from "./index.js" */
/** @import { Described, Entry, Facet, Facets, Facts, Hit, PartHead, Value, Zone } from "../../../types/search" */

import { once } from "./once.js";
import { Packed } from "./packed.js";
import { postings } from "./postings.js";
import { fold } from "./tokens.js";

const text = new TextDecoder();

/** @typedef {{places: Map<string, [start: number, end: number]>, bytes: Uint8Array}} Block */
/** @typedef {Record<Facet, Value[]>} Values */
/**
 * @typedef {object} Opened
 * @property {Zone[]} zones by the number of a record
 * @property {Facts[]} facts by the number of a record
 * @property {Values} values
 * @property {Map<number, string[]>} names by the number of a record: a sign for each word of its names
 * @property {string[]} firsts
 * @property {Packed} hits
 * @property {number} each
 */

export class Part {
  #base;
  #words;
  /** @type {PartHead | undefined} */
  #head;
  /** @type {Map<number, Promise<Block>>} */
  #blocks = new Map();
  /** @type {Map<string, Promise<Entry[]>>} */
  #found = new Map();

  // `described` stands in layer.json, and `head` where every search needs it; `number` is its place
  // there, `order` its place in a search.
  /**
   * @param {string} base
   * @param {Described} described
   * @param {number} number
   * @param {number} order
   * @param {Pick<Index, "where">} index
   * @param {PartHead} [head]
   */
  constructor(base, described, number, order, index, head) {
    this.#base = `${base}${described.name}/`;
    this.#words = new Packed(this.#base + described.file, described.sizes);
    this.#head = head;
    this.index = index;
    this.number = number;
    this.order = order;
    this.years = described.years;
    this.records = described.records;
    this.pages = described.pages ?? false;
    this.dates = described.dates ?? [];
  }

  // Facts about each record and the files of the part; fetched on demand.
  open = once(() => this.#open());

  /** @returns {Promise<Opened>} */
  async #open() {
    /** @type {PartHead} */
    const { zones, facets, names, words, hits } =
      this.#head ?? JSON.parse(text.decode(await this.#words.block(0)));
    this.#words.divide(words.sizes);
    return {
      zones: placesOfZones(zones),
      ...factsOfRecords(facets, zones.text.length),
      names: new Map(names.map(([id, ...weights]) => [id, weights])),
      firsts: words.firsts,
      hits: new Packed(this.#base + hits.file, hits.sizes),
      each: hits.each,
    };
  }

  // The positions of a word.
  /** @param {string} word */
  find(word) {
    const known = this.#found.get(word);
    if (known) return known;
    const found = this.#find(word);
    found.catch(() => this.#found.delete(word));
    this.#found.set(word, found);
    return found;
  }

  /**
   * @param {string} word
   * @returns {Promise<Entry[]>}
   */
  async #find(word) {
    if (!((this.index.where(word) >> BigInt(this.number)) & 1n)) return [];
    const { firsts } = await this.open();
    const block = firsts.findLastIndex((first) => first <= word);
    if (block < 0) return [];
    const { places, bytes } = await this.#block(block + 1);
    const [start, end] = places.get(word) ?? [0, 0];
    return postings(bytes.subarray(start, end));
  }

  // The first block is the head.
  /** @param {number} number */
  #block(number) {
    const known = this.#blocks.get(number);
    if (known) return known;
    const read = this.#words.block(number).then((bytes) => ({ places: header(bytes), bytes }));
    read.catch(() => this.#blocks.delete(number));
    this.#blocks.set(number, read);
    return read;
  }

  // Every record, as `find` gives them.
  /** @returns {Promise<Entry[]>} */
  async all() {
    const { zones } = await this.open();
    return zones.map((_, id) => ({ id, at: [] }));
  }

  // Where the zones of each record begin, by its id.
  async zones() {
    return (await this.open()).zones;
  }

  // The data shown for a hit.
  /**
   * @param {number} id
   * @returns {Promise<Hit>}
   */
  async hit(id) {
    const { hits, each } = await this.open();
    const block = await hits.block(Math.floor(id / each));
    return JSON.parse(text.decode(block))[id % each];
  }

  // What is known of each record, by its id.
  async facts() {
    return (await this.open()).facts;
  }

  // How rare each word of a record's title and names is, by its number.
  async names() {
    return (await this.open()).names;
  }

  // Every value of each facet.
  async values() {
    return (await this.open()).values;
  }
}

// A line for each word with the size of its numbers, up to an empty line: from where to where these
// stand, by the word.
/** @param {Uint8Array} bytes */
function header(bytes) {
  let end = 0;
  while (bytes[end] !== 10 || bytes[end + 1] !== 10) end += 1;
  /** @type {Block["places"]} */
  const places = new Map();
  let start = end + 2;
  for (const line of text.decode(bytes.subarray(0, end)).split("\n")) {
    const [word, size] = line.split(" ");
    places.set(word, [start, start + Number(size)]);
    start += Number(size);
  }
  return places;
}

// One position is skipped between zones.
/**
 * @param {PartHead["zones"]} zones
 * @returns {Zone[]}
 */
function placesOfZones({ title, text: words, extra, aside, secondary = [], retells = [] }) {
  const asides = new Set(aside);
  const beside = new Set(secondary);
  const fuller = new Map(retells.map(([id, ...others]) => [id, others]));
  return words.map((count, id) => {
    const begin = title[id];
    const more = begin + 1 + count;
    return {
      text: begin, extra: more, context: more + 1 + extra[id], aside: asides.has(id),
      secondary: beside.has(id), retells: fuller.get(id) ?? [],
    };
  });
}

/**
 * @param {Facets} facets
 * @param {number} count of records
 */
function factsOfRecords(facets, count) {
  const names = /** @type {Facet[]} */ (Object.keys(facets));
  const values = /** @type {Values} */ (
    Object.fromEntries(names.map((name) => [name, facets[name].values.map(withId)]))
  );
  const facts = Array.from({ length: count }, (_, id) => {
    const its = names.map((name) => {
      const n = facets[name].of[id];
      const of = Array.isArray(n) ? n : n < 0 ? [] : [n];
      return [name, of.map((one) => values[name][one])];
    });
    // Records stand in the order of their briefings and texts.
    return /** @type {Facts} */ ({ order: id, ...Object.fromEntries(its) });
  });
  return { facts, values };
}

// An id that can be derived from its name is left out.
/** @param {(string | 0)[]} value */
function withId(value) {
  if (value[1] !== 0) return /** @type {Value} */ (value);
  const told = fold(String(value[0])).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return /** @type {Value} */ (value.with(1, told));
}
