// Finds the people named in a query.
/** @import { Unit, Value } from "../../../types/search" */

import { spans } from "./tokens.js";

// {ids, alone}: the people whose complete name was typed, else the only person whose name has all
// words of the query; `alone` says that nothing else was typed.
/**
 * @param {Unit[]} units
 * @param {Value[]} speakers
 */
export function personsIn(units, speakers) {
  const typed = units.map(({ options }) =>
    options.filter(({ kind }) => kind === "word" || kind === "typo").flatMap(({ slots }) => slots.flat()),
  );
  /** @type {Set<string>} */
  const ids = new Set();
  /** @type {Set<number>} */
  const used = new Set();
  /** @type {Set<string>} */
  const partly = new Set();
  for (const [label, id, ...others] of speakers) {
    for (const name of [label, ...others]) {
      const words = spans(name).filter((span) => !span.extra).map(({ word }) => word);
      const at = words.map((word) => typed.findIndex((its) => its.includes(word)));
      if (words.length > 1 && at.every((n) => n >= 0)) {
        ids.add(id);
        for (const n of at) used.add(n);
      }
      if (typed.length && typed.every((its) => its.some((word) => words.includes(word)))) partly.add(id);
    }
  }
  if (!ids.size && partly.size === 1) return { ids: partly, alone: true };
  return { ids, alone: ids.size > 0 && used.size === units.length };
}
