// The editors' equivalent wordings.
/** @import { Index } from "./index.js" */
/** @import { Layer, Unit } from "../../../types/search" */

import { add, beginnings, WEIGHT } from "./options.js";
import { spans } from "./tokens.js";
import { forms, relatives, spellings } from "./words.js";

// All other wordings of a group if the query contains one of them.
/**
 * @param {Index} index
 * @param {Unit[]} units
 */
export async function synonyms(index, units) {
  const names = units.map(namesOf);
  const met = wordingsOf(index.layer).flatMap((group) => meetings(names, group));
  await index.spell(met.flatMap(({ others }) => others.flatMap(({ words }) => beginnings(words))));
  for (const { wording, covers, others } of met) {
    if (covers.length > 1) {
      const slots = covers.map((n) => units[n].options[0]?.slots[0] ?? []);
      if (slots.every((slot) => slot.length)) {
        add(units, covers, "word", slots, { label: wording, weight: WEIGHT.phrase });
      }
    }
    for (const other of others) {
      const slots = other.words.map((word) => [...forms(word)].filter((form) => index.has(form)));
      if (slots.some((slot) => !slot.length)) continue;
      if (covers.length === 1 && slots.length === 1 && has(units[covers[0]], slots[0])) continue;
      add(units, covers, "synonym", slots, { label: other.wording });
    }
  }
}

// Where the wordings of a group stand in the query, the longest first, and what else they may be.
/**
 * @param {Set<string>[]} names of each word of the query
 * @param {Wording[]} wordings
 */
function meetings(names, wordings) {
  /** @type {Set<number>} */
  const taken = new Set();
  const met = [];
  for (const { wording, words } of wordings) {
    const start = names.findIndex((_, n) => words.every((word, k) => names[n + k]?.has(word)));
    const covers = words.map((_, k) => start + k);
    if (start < 0 || covers.some((n) => taken.has(n))) continue;
    for (const n of covers) taken.add(n);
    // What holds the words of the query or of a shorter wording is found anyway; what is held by
    // the query says less.
    const others = wordings.filter(
      (other) =>
        !other.words.every((word, k) => names[start + k]?.has(word)) &&
        !holds(words, other.words) &&
        !wordings.some((shorter) => shorter !== other && holds(other.words, shorter.words)),
    );
    met.push({ wording, covers, others });
  }
  return met;
}

// The words by which editors may call what was typed: its forms and spellings, what it is corrected
// to and, where no text has it, those of its family (poaching, poachers).
/** @param {Unit} unit */
function namesOf({ word, options }) {
  const names = new Set([...forms(word), ...spellings(word)]);
  for (const { kind, slots } of options) if (kind === "typo") names.add(slots[0][0]);
  if (!options.some(({ kind }) => kind === "word") && word.length > 5) {
    for (const other of relatives(word)) names.add(other);
  }
  return names;
}

// Whether an editors' wording has a word that occurs in no text: then it is not a typing error.
/**
 * @param {Index} index
 * @param {Unit} unit
 */
export function isWritten({ layer }, unit) {
  const names = namesOf(unit);
  return wordingsOf(layer).some((group) => group.some(({ words }) => words.some((word) => names.has(word))));
}

/** @typedef {{wording: string, words: string[]}} Wording */
/** @type {WeakMap<Layer, Wording[][]>} */
const CUT = new WeakMap();

// The groups of wordings, split into words, the longest first.
/** @param {Layer} layer */
function wordingsOf(layer) {
  const known = CUT.get(layer);
  if (known) return known;
  const groups = layer.synonyms.map((group) =>
    group
      .map((wording) => ({
        wording,
        words: spans(wording).filter((span) => !span.extra).map((span) => span.word),
      }))
      .sort((one, other) => other.words.length - one.words.length),
  );
  CUT.set(layer, groups);
  return groups;
}

/**
 * @param {string[]} long
 * @param {string[]} short
 */
function holds(long, short) {
  return long.some((_, n) => short.every((word, k) => long[n + k] === word));
}

/**
 * @param {Unit} unit
 * @param {string[]} words
 */
function has(unit, words) {
  return unit.options.some((option) => words.every((word) => option.slots[0].includes(word)));
}
