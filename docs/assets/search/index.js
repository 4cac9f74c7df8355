// Access to the site's `search-index/` folder, fetched on demand and cached
// (briefings/publish/search_layer.py).
/** @import { Layer } from "../../../types/search" */

import { once } from "./once.js";
import { fetched, stretch } from "./packed.js";
import { rowsOf } from "./pairs.js";
import { Part } from "./part.js";

export class Index {
  #base;
  /** @type {Map<string, Promise<void>>} */
  #files = new Map();
  /** @type {Map<string, {count: number, where: bigint}>} */
  #words = new Map();
  /** @type {Map<string, bigint>} */
  #masks = new Map();
  /** @type {Part[]} */
  #parts = [];
  #everywhere = 0n;
  /** @type {Layer | undefined} */
  #layer;

  // `base` is the address of `search-index/`.
  /** @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  open = once(() => this.#open());

  async #open() {
    // The only file that changes under its name: all others are named by a digest.
    const answer = await fetched(`${this.#base}layer.json`, { cache: "no-cache" });
    /** @type {Layer} */
    const layer = await answer.json();
    this.#layer = layer;
    const all = layer.parts.map((described, number) => ({ described, number }));
    this.#everywhere = (1n << BigInt(all.length)) - 1n;
    this.#learn(layer.vocabulary);
    const pages = all.filter(({ described }) => described.pages);
    const dated = all.filter(({ described }) => !described.pages).reverse();
    this.#parts = [...pages, ...dated].map(
      ({ described, number }, order) =>
        new Part(this.#base, described, number, order, this, layer.heads[number]),
    );
  }

  // What the index says of itself, once it is open.
  get layer() {
    if (!this.#layer) throw new Error("The index was not opened.");
    return this.#layer;
  }

  get size() {
    return this.layer.records;
  }

  // The average number of words in a record.
  get meanLength() {
    return this.layer.textWords / Math.max(this.size, 1) || 1;
  }

  // The parts in search order: pages, then briefings, newest first.
  get parts() {
    return this.#parts;
  }

  // How many records hold a word; the file with its first letters must have been read.
  /** @param {string} word */
  count(word) {
    return this.#words.get(word)?.count ?? 0;
  }

  /** @param {string} word */
  has(word) {
    return this.#words.has(word);
  }

  // The parts of the index that hold a word, or may do so, a bit for each.
  /** @param {string} word */
  where(word) {
    return this.#words.get(word)?.where ?? 0n;
  }

  // The parts that may hold every one of these phrases, a bit for each.
  /** @param {string[][]} phrases */
  async holding(phrases) {
    const { pairs } = this.layer;
    if (!pairs) return this.#everywhere;
    const width = Math.ceil(this.layer.parts.length / 8);
    const rows = await Promise.all(
      rowsOf(phrases, pairs.rows).map((row) => this.#row(pairs.file, row * width, width)),
    );
    return rows.reduce((both, row) => both & row, this.#everywhere);
  }

  /**
   * @param {string} name
   * @param {number} from
   * @param {number} width
   */
  async #row(name, from, width) {
    const bytes = await stretch(this.#base + name, from, from + width);
    if (!bytes) return this.#everywhere;
    return bytes.reduceRight((mask, byte) => (mask << 8n) | BigInt(byte), 0n);
  }

  // Reads the files that hold the words with these beginnings.
  /** @param {string[]} beginnings */
  async spell(beginnings) {
    const files = this.layer.words;
    /** @type {Set<string>} */
    const wanted = new Set();
    for (const start of files.length ? beginnings : []) {
      let n = files.findLastIndex(([first]) => first <= start);
      if (n < 0) n = 0;
      for (; n < files.length; n += 1) {
        if (files[n][0] > start && !files[n][0].startsWith(start)) break;
        wanted.add(files[n][1]);
      }
    }
    await Promise.all([...wanted].map((name) => this.#readWords(name)));
  }

  /** @param {string} beginning */
  *startingWith(beginning) {
    for (const word of this.#words.keys()) if (word.startsWith(beginning)) yield word;
  }

  /** @param {string} name */
  #readWords(name) {
    const known = this.#files.get(name);
    if (known) return known;
    const read = async () => {
      const text = await (await fetched(this.#base + name)).text();
      this.#learn(text);
    };
    const reading = read();
    reading.catch(() => this.#files.delete(name));
    this.#files.set(name, reading);
    return reading;
  }

  // A line for each word: how many records hold it, and the parts these are in, where it is not in all:
  // their numbers, or as one number with a bit for each.
  /** @param {string} lines */
  #learn(lines) {
    for (const line of lines.trim().split("\n")) {
      const [word, count, parts] = line.split(" ");
      if (word) this.#words.set(word, { count: Number(count), where: this.#mask(parts) });
    }
  }

  // Many words have the same list of parts.
  /** @param {string} parts */
  #mask(parts = "") {
    const known = this.#masks.get(parts);
    if (known !== undefined) return known;
    let mask = 0n;
    if (!parts) mask = this.#everywhere;
    else if (parts.startsWith("0x")) mask = BigInt(parts);
    else for (const part of parts.split(",")) mask |= 1n << BigInt(part);
    this.#masks.set(parts, mask);
    return mask;
  }
}
