// Selects the blocks of passages that may contain some words: those with most of their numbers
// (section 7 of architecture/quotations.md).
/** @import { Chosen, Known, Lookup } from "../../../types/check" */

import { ROW, askedWords, number, picks, rowKey, sentenceKey } from "./keys.js";
import { rules } from "./rules.js";

const MOST_BITS = 10;

// Blocks that may contain each piece of a quotation, by runs of its words.
/**
 * @param {string[][]} pieces
 * @param {Lookup} look
 * @returns {Promise<Chosen>}
 */
export async function blocksWithRows(pieces, look) {
  const { limits } = rules();
  const found = await Promise.all(
    pieces.map(async (keys) => {
      // Both are requested at once: a round trip to the server costs more than the data.
      const [whole, ...rows] = await Promise.all([
        look(sentenceKey(keys)),
        ...picks(keys).map((at) => look(rowKey(keys.slice(at, at + ROW)))),
      ]);
      const { blocks } = whole;
      if (!blocks.length) return chosen(rows, limits.blocks);
      const listed = blocks.slice(0, limits.places);
      return { first: listed.slice(0, limits.blocks), others: listed.slice(limits.blocks) };
    }),
  );
  // Beyond the first few, only blocks that may contain all pieces are of use.
  const listed = found.map(({ first, others }) => new Set([...first, ...others]));
  const inAll = (/** @type {number} */ block) => listed.every((blocks) => blocks.has(block));
  return together(found.map(({ first, others }) => ({ first, others: others.filter(inAll) })));
}

// The blocks that have most of the most significant words.
/**
 * @param {string[][]} pieces
 * @param {Lookup} look
 * @returns {Promise<Chosen>}
 */
export async function blocksWithWords(pieces, look) {
  const found = await Promise.all(
    pieces.map(async (keys) => {
      const asked = await Promise.all(askedWords(keys).map((word) => look(number(word))));
      return chosen(asked, rules().limits.blocks_near);
    }),
  );
  return together(found);
}

// Blocks that have the first key of each piece, in order of how many other keys they have.
/**
 * @param {string[][]} pieces
 * @param {Lookup} look
 * @returns {Promise<Chosen>}
 */
export async function blocksWithNumbers(pieces, look) {
  const found = await Promise.all(
    pieces.map(async ([key, ...words]) => {
      const [having, ...asked] = await Promise.all([key, ...askedWords(words)].map((one) => look(number(one))));
      const worth = worthOfBlocks(asked);
      const order = having.blocks.toSorted(
        (one, other) => (worth.get(other) ?? 0) - (worth.get(one) ?? 0) || one - other,
      );
      return { first: order.slice(0, rules().limits.blocks_near), others: [] };
    }),
  );
  return together(found);
}

// The value of each block, from the numbers it has.
/** @param {Known[]} known */
function worthOfBlocks(known) {
  /** @type {Map<number, number>} */
  const whole = new Map();
  for (const { blocks, count } of known) {
    for (const block of blocks) whole.set(block, (whole.get(block) ?? 0) + worthOf(count));
  }
  return whole;
}

/**
 * @param {Chosen[]} found
 * @returns {Chosen}
 */
function together(found) {
  const first = new Set(found.flatMap((one) => one.first));
  const others = new Set(found.flatMap((one) => one.others));
  return { first: [...first], others: [...others].filter((block) => !first.has(block)) };
}

// How significant it is that a block has a number which `count` blocks have.
/** @param {number} count */
function worthOf(count) {
  const bits = count ? 32 - Math.clz32(count) : 0;
  return Math.max(1, 1024 >> Math.min(MOST_BITS, bits));
}

// The best blocks, each chosen for the value of what the earlier ones lack; then those that have
// everything that any has: fewer if a number is in no block, as the words then occur nowhere in a row.
/**
 * @param {Known[]} known
 * @param {number} most
 * @returns {Chosen}
 */
function chosen(known, most) {
  const asked = known.map(({ blocks, count }) => ({ blocks: new Set(blocks), worth: worthOf(count) }));
  const whole = worthOfBlocks(known);
  const order = [...whole.keys()].sort((one, other) => ofWhole(other) - ofWhole(one) || one - other);
  /** @param {number} block */
  function ofWhole(block) {
    return whole.get(block) ?? 0;
  }
  /** @type {number[]} */
  const first = [];
  let lacking = asked;
  while (first.length < most && first.length < order.length) {
    let best = -1;
    let bestWorth = -1;
    // In order of the worth of the whole, then of age: the first of those level is the best.
    for (const block of order) {
      if (first.includes(block)) continue;
      const worth = lacking.reduce((sum, one) => sum + (one.blocks.has(block) ? one.worth : 0), 0);
      if (worth > bestWorth) [best, bestWorth] = [block, worth];
    }
    first.push(best);
    lacking = lacking.filter(({ blocks }) => !blocks.has(best));
  }
  const everything = asked.reduce((sum, { blocks, worth }) => sum + (blocks.size ? worth : 0), 0);
  const full = order.filter((block) => ofWhole(block) === everything && !first.includes(block));
  const { places, blocks_more } = rules().limits;
  const isNowhere = asked.some(({ blocks }) => !blocks.size);
  const more = isNowhere ? Math.min(blocks_more, places - first.length) : places - first.length;
  return { first, others: full.slice(0, Math.max(0, more)) };
}
