// The index of quotations, `data/quote-index/`: only the ranges of its files that a check needs are
// fetched, combined if possible (section 10 of architecture/quotations.md).
/** @import { Block, Chinese, ChineseName, Chosen, FindSome, Known, Lookup, PublishedIndex, PublishedRules, Texts, Wording } from "../../../types/check" */

import { once } from "../search/once.js";
import { Packed, fetched } from "../search/packed.js";
import { blocksWithNumbers, blocksWithRows, blocksWithWords } from "./candidates.js";
import { chineseIn, isChinese } from "./chinese.js";
import { Passage, passagesOf } from "./passages.js";
import { useRules } from "./rules.js";

const PAUSE = 600; // milliseconds before something is asked for a second time
const MOST_KEPT = 400; // blocks whose words stay in memory

/** @typedef {{bits: number, keys: Packed, texts: Packed, offset: number, blocks: number}} Segment */

export class QuoteIndex {
  #base;
  /** @type {Segment[]} */
  #segments = [];
  /** @type {Map<number, Promise<Known>>} */
  #numbers = new Map();
  /** @type {Map<number, Promise<Passage[]>>} */
  #passages = new Map();
  /** @type {ChineseName[]} */
  #names = [];
  /** @type {Wording | undefined} */
  #wording;

  // `base` is the address of the folder.
  /** @param {string} base */
  constructor(base) {
    this.#base = base;
  }

  // Reads the files that every check needs; failed requests are repeated the next time.
  open = once(() => this.#open());

  async #open() {
    const [index, rules] = await Promise.all([
      /** @type {Promise<PublishedIndex>} */ (this.#json("index.json")),
      /** @type {Promise<PublishedRules>} */ (this.#json("rules.json")),
    ]);
    useRules(rules);
    this.#wording = rules.wording;
    let offset = 0;
    this.#segments = index.segments.map(({ bits, keys, texts }) => {
      /** @param {{file: string, digest: string, sizes: number[]}} pack */
      const packed = ({ file, digest, sizes }) => new Packed(`${this.#base}${file}?v=${digest}`, sizes);
      const segment = { bits, keys: packed(keys), texts: packed(texts), offset, blocks: texts.sizes.length };
      offset += segment.blocks;
      return segment;
    });
  }

  get wording() {
    if (!this.#wording) throw new Error("The index was not opened.");
    return this.#wording;
  }

  // The texts that a quotation is compared with; names are read if it has Chinese words.
  /**
   * @param {string} quotation
   * @returns {Promise<Texts>}
   */
  async texts(quotation) {
    await this.open();
    if (isChinese(quotation) && !this.#names.length) {
      const { chinese } = /** @type {{chinese: ChineseName[]}} */ (await this.#json("chinese.json"));
      this.#names = chinese;
    }
    return {
      byRows: this.#finding(blocksWithRows),
      byWords: this.#finding(blocksWithWords),
      byNumbers: this.#finding(blocksWithNumbers),
      chinese: (text) => chineseIn(text, this.#names, this.wording.chinese),
    };
  }

  /**
   * @param {(pieces: string[][], look: Lookup) => Promise<Chosen>} choose
   * @returns {FindSome}
   */
  #finding(choose) {
    return async (pieces, most) => {
      const { first, others } = await choose(pieces, (number) => this.#look(number));
      const blocks = [...first, ...others.slice(0, most)];
      const passages = (await Promise.all(blocks.map((block) => this.#block(block)))).flat();
      return { passages, more: others.length > most };
    };
  }

  // The blocks that have a number.
  /** @param {number} number */
  #look(number) {
    return kept(this.#numbers, number, async () => {
      const known = await Promise.all(this.#segments.map((segment) => lookIn(segment, number)));
      return {
        blocks: known.flatMap(({ blocks }) => blocks),
        count: known.reduce((sum, { count }) => sum + count, 0),
      };
    });
  }

  /** @param {number} block */
  #block(block) {
    if (this.#passages.size > MOST_KEPT) this.#passages.clear();
    return kept(this.#passages, block, async () => {
      const segment = this.#segments.findLast(({ offset }) => offset <= block);
      if (!segment) throw new Error(`There is no block ${block}.`);
      const text = await textOf(segment.texts, block - segment.offset);
      return passagesOf(/** @type {Block} */ (JSON.parse(text)));
    });
  }

  // A file whose content may change under the same name.
  /** @param {string} name */
  #json(name) {
    return twice(async () => (await fetched(this.#base + name, { cache: "no-cache" })).json());
  }
}

// The blocks of a segment that have a number: those on the line that begins with its last bits.
/**
 * @param {Segment} segment
 * @param {number} number
 * @returns {Promise<Known>}
 */
async function lookIn({ bits, keys, offset }, number) {
  const numbers = 2 ** (32 - bits);
  const text = await textOf(keys, Math.floor(number / numbers));
  const rest = (number % numbers).toString(16).padStart(Math.ceil((32 - bits) / 4), "0");
  const line = text.split("\n").find((one) => one.startsWith(rest));
  return line ? listed(line.slice(rest.length + 1), offset) : { blocks: [], count: 0 };
}

// Parses a line of the index: block numbers, each except the first as the difference from the
// previous one, followed by their total if not all are listed.
/**
 * @param {string} line
 * @param {number} offset
 * @returns {Known}
 */
function listed(line, offset) {
  const [steps, count] = line.split(" *");
  let block = offset;
  const blocks = steps.split(" ").map((step) => {
    block += Number(step);
    return block;
  });
  return { blocks, count: count ? Number(count) : blocks.length };
}

/**
 * @param {Packed} packed
 * @param {number} block
 */
async function textOf(packed, block) {
  return new TextDecoder().decode(await twice(() => packed.block(block)));
}

// The value of a key, created if missing; a failed value is created again the next time.
/**
 * @template Value
 * @param {Map<number, Promise<Value>>} known
 * @param {number} key
 * @param {() => Promise<Value>} make
 * @returns {Promise<Value>}
 */
function kept(known, key, make) {
  const there = known.get(key);
  if (there) return there;
  const made = make();
  made.catch(() => known.delete(key));
  known.set(key, made);
  return made;
}

// A single failed connection is not reported to the reader.
/**
 * @template Value
 * @param {() => Promise<Value>} ask
 * @returns {Promise<Value>}
 */
async function twice(ask) {
  try {
    return await ask();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return ask();
  }
}
