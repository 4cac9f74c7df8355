// The words that a word of a query may match.
/** @import { Kind, Option, Unit } from "../../../types/search" */

const LETTERS = 2; // what a file of words is looked up by
/** @type {Record<Kind | "phrase", number>} */
export const WEIGHT = {
  phrase: 1.2, word: 1, number: 1, spelling: 0.95, compound: 0.9, typo: 0.9, synonym: 0.8, family: 0.5,
  prefix: 0.6,
};

/** @param {string[]} words */
export function beginnings(words) {
  return words.map((word) => word.slice(0, LETTERS));
}

/**
 * @param {Record<number, Unit>} units
 * @param {number[]} covers
 * @param {Kind} kind
 * @param {string[][]} slots
 * @param {Partial<Option>} more
 */
export function add(units, covers, kind, slots, { label, weight = WEIGHT[kind], from, ...rest } = {}) {
  const option = {
    kind, slots, covers, weight, ...rest,
    label: label ?? slots.map((slot) => slot[0]).join(" "),
    from: from ?? covers.map((n) => units[n]?.word).join(" "),
  };
  for (const n of covers) units[n].options.push(option);
}
