// Sorts the records that were found.
/** @import { Part } from "./part.js" */
/** @import { Found as FoundIn, Unit } from "../../../types/search" */

import { byScore, inText } from "./found.js";
import { isPassage } from "./kinds.js";
import { spans } from "./tokens.js";
import { STOP } from "./words.js";

// A passage that answers the query comes first; a page that was not asked for comes after passages.
/** @type {Map<string, number>} */
const WORTH = new Map([["outlet", 0.9], ["unknown", 0.9]]);
const OTHER_PAGE = 0.35;
const MOST_WORDS = 0.6; // of the words of a query, rare ones counting more
const SECONDARY = 0.9; // a text beside the primary one
const NO_NUMBER = 0.7; // where a number is asked for
const HOSTED = 5; // briefings that come first where their host was typed
const NAMED = 1.8; // said by somebody whom the query names
// Breaks ties between names.
const PAGES = ["speaker", "outlet-page", "source", "term", "briefing", "topic"];

/** @typedef {FoundIn<Pick<Part, "order" | "number">>} Found */

// A record's score apart from its words; `number` says that the query asks for a number.
/**
 * @param {Found["facts"]} facts
 * @param {{secondary: boolean}} zone
 * @param {Set<string>} persons
 * @param {boolean} number
 */
export function worth({ kind: [[kind]], speaker, holds }, { secondary }, persons, number) {
  const its = isPassage(kind) ? WORTH.get(kind) ?? 1 : OTHER_PAGE;
  const named = isPassage(kind) && speaker.some(([, id]) => persons.has(id));
  const without = number && isPassage(kind) && !holds.length;
  return its * (secondary ? SECONDARY : 1) * (named ? NAMED : 1) * (without ? NO_NUMBER : 1);
}

// A record that repeats a fuller text comes after it, if that contains as many of the words.
/**
 * @template {Found} T
 * @param {T[]} records of one part
 */
export function retold(records) {
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const record of records) {
    const fuller = record.retells
      .map((id) => byId.get(id))
      .filter((other) => other && other.coverage >= record.coverage);
    if (!fuller.length) continue;
    const best = Math.max(...fuller.map((other) => other?.score ?? 0));
    // The better score is the fact's; the fuller text takes it.
    for (const other of fuller) if (other?.score === best) other.score = Math.max(best, record.score);
    record.score = Math.min(record.score, Math.max(best, record.score) * 0.99);
  }
  return records;
}

// Marks the pages of the newest briefings whose host is what was typed, and nothing else.
/**
 * @param {Found[]} records
 * @param {Unit[]} units
 */
export function markHosted(records, units) {
  const hosted = records.filter(({ facts: { kind: [[kind]], briefing } }) => {
    const host = briefing[0]?.[3];
    if (kind !== "briefing" || !host || !units.length) return false;
    const words = spans(host).filter((span) => !span.extra && !STOP.has(span.word)).map(({ word }) => word);
    /** @param {string} word */
    const typed = (word) => units.some(({ options }) => options.some(({ kind, slots }) =>
      kind !== "family" && slots.some((slot) => slot.includes(word))));
    return words.every(typed) && units.every(({ options, stop }) => stop || options.some(({ slots }) =>
      slots.every((slot) => slot.some((word) => words.includes(word)))));
  });
  for (const record of hosted.sort(inText).slice(0, HOSTED)) record.first = 1;
}

// Pages whose name was typed, then all that a named person said, then passages with every word and
// those with most of them, then what is left.
/**
 * @template {Found} T
 * @param {T[]} records
 * @param {Set<string>} said the persons that alone were typed
 */
export function inOrder(records, said) {
  /** @param {T} record */
  const place = ({ first, named, missing, coverage, facts: { kind: [[kind]], speaker } }) => {
    if (first) return 0;
    // A number whose name was typed stands where its score puts it among the passages.
    if (kind === "indicator" && named === 1) return 2;
    if (!isPassage(kind)) return 4;
    if (said.size && speaker.some(([, id]) => said.has(id))) return 1;
    if (!missing.length) return 2;
    return coverage >= MOST_WORDS ? 3 : 4;
  };
  /** @param {T} record */
  const rank = ({ facts: { kind: [[kind]] } }) => (PAGES.indexOf(kind) + 1 || PAGES.length + 1);
  const placed = new Map(records.map((record) => [record, place(record)]));
  return records.sort((one, other) => {
    const [here, there] = [placed.get(one) ?? 0, placed.get(other) ?? 0];
    if (here !== there) return here - there;
    if (here === 0) return (other.first ?? 0) - (one.first ?? 0) || rank(one) - rank(other) || byScore(one, other);
    if (here === 1) return Number(isLittle(one)) - Number(isLittle(other)) || inText(one, other);
    return byScore(one, other);
  });
}

// Hand-overs, and words of thanks.
/** @param {Found} record */
function isLittle({ little, facts: { kind: [[kind]] } }) {
  return little || kind === "chair";
}
