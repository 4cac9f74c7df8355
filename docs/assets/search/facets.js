// The facet values that a text names.  A value is [label, id, other names ...], or its label alone.
/** @import { Value } from "../../../types/search" */

import { fold, spans } from "./tokens.js";
import { distance } from "./words.js";

// What may be typed after `kind:` beside the names of the kinds.
const PAGES = ["briefing", "source", "speaker", "outlet-page", "topic", "term", "indicator", "phrase"];
const KINDS_TYPED = new Map([
  ["answer", ["official"]], ["answers", ["official"]], ["officials", ["official"]],
  ["question", ["outlet", "unknown"]], ["questions", ["outlet", "unknown"]],
  ["articles", ["article"]], ["announcements", ["announcement"]], ["discrepancies", ["discrepancy"]],
  ["notes", ["note"]], ["number", ["indicator"]], ["numbers", ["indicator"]], ["text", ["source"]],
  ["texts", ["source"]], ["page", PAGES], ["pages", PAGES],
]);

/** @param {Value} value */
export function keyOfValue(value) {
  return value[1] ?? value[0];
}

// The values that a typed text names: by whole words or their beginnings, else nearly.
/**
 * @param {string} facet
 * @param {string} said
 * @param {Value[]} values
 * @returns {Value[]}
 */
export function naming(facet, said, values) {
  const kinds = facet === "kind" && KINDS_TYPED.get(fold(said));
  if (kinds) return values.filter((value) => kinds.includes(value[0]));
  const wanted = words(said);
  if (!wanted.length) return [];
  const named = values.map((value) => ({ value, names: value.map(words) }));
  /** @param {(word: string) => (other: string) => boolean} test */
  const holding = (test) =>
    named
      .filter(({ names }) => names.some((name) => wanted.every((word) => name.some(test(word)))))
      .map(({ value }) => value);
  /** @type {((word: string) => (other: string) => boolean)[]} */
  const tests = [
    (word) => (other) => other === word,
    (word) => (other) => other.startsWith(word),
    (word) => (other) => word.length > 3 && distance(word, other, 2) <= (word.length < 6 ? 1 : 2),
  ];
  for (const test of tests) {
    const found = holding(test);
    if (found.length) return found;
  }
  return [];
}

/** @param {string} text */
function words(text) {
  return spans(text).filter((span) => !span.extra).map((span) => span.word);
}
