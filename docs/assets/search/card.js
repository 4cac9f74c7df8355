// Finds the number that a question asks for: the indicator, and the matching statements.
// If the question is ambiguous there is none: no answer is better than a wrong one.
/** @import { Answer, Asks, Candidate, Hit, Statement, Unit } from "../../../types/search" */

import { isMeasure, asks as sortOf, periodsOf } from "./question.js";
import { spans } from "./tokens.js";
import { STOP, forms } from "./words.js";

const IN = /\b(?:in|across|throughout) (?:the )?$/i;
const LEAST_OF_SUBJECT = 0.75; // the same of what a number of a passage is of
const LEAST_SHARE = 0.5; // of the words of a title that must have been asked for

// The matching candidate and the statements that answer the question, the best first.
/**
 * @template {Candidate} T
 * @param {string} typed
 * @param {Unit[]} units
 * @param {T[]} candidates
 * @param {string[]} dates
 * @param {(word: string) => boolean} isCommon whether a word stands in so many places that it may be
 *   where all of them are about
 * @returns {{hit: T, statements: Statement[]} | null}
 */
export function answer(typed, units, candidates, dates, isCommon) {
  const sort = sortOf(typed);
  if (!sort) return null;
  const wanted = contentOf(typed, units, isCommon);
  if (!wanted.length) return null;
  const meant = candidates
    .filter(({ card }) => card && answers(sort, card.kind, card.unit))
    .map((hit) => ({ hit, ...match(hit, wanted) }))
    .filter(({ all }) => all);
  const likely = meant.filter(({ share, essential }) => essential && share >= LEAST_SHARE);
  const best = likely.filter((one) => likely.every((other) => one === other || narrower(other, one)));
  if (best.length !== 1) return null;
  const [{ hit, title }] = best;
  // What is asked for may be the whole of something of which only a part is counted.
  if (meant.some((other) => other.hit !== hit && !narrower(other, { title }))) return null;
  const statements = ofPeriod(hit.card?.statements ?? [], periodsOf(units, dates));
  return statements.length ? { hit, statements } : null;
}

// A number of a passage that is of just what was asked for, where no indicator answers; `hits` are
// the first ones.  Where a text gives several such numbers there is no telling which is meant.
/**
 * @param {string} typed
 * @param {Unit[]} units
 * @param {Hit[]} hits
 * @param {string[]} dates
 * @param {(word: string) => boolean} isCommon
 * @returns {Answer | null}
 */
export function counted(typed, units, hits, dates, isCommon) {
  const sort = sortOf(typed);
  const wanted = contentOf(typed, units, isCommon);
  if (!sort || sort.moved || sort.length || !(sort.many || sort.share) || !wanted.length) return null;
  /** @type {Map<string, {title: string, stated: Statement[]}>} */
  const byBriefing = new Map();
  for (const hit of hits) {
    const { url, counted: numbers = [], from, date, briefing, speakers = [] } = hit;
    for (const [value, title, unit, period, start, end] of numbers) {
      if (!from || (unit === "%") !== sort.share || isBare(title)) continue;
      const { all, share } = match({ url, title }, wanted);
      if (!all || share < LEAST_OF_SUBJECT) continue;
      const one = { value, period, start, end, told: date, speaker: speakers[0]?.[0], of: from, url, against: [] };
      if (!ofPeriod([one], periodsOf(units, dates)).length) continue;
      const key = briefing?.[1] ?? url;
      const known = byBriefing.get(key) ?? { title, stated: [] };
      byBriefing.set(key, { title: known.title, stated: [...known.stated, one] });
    }
  }
  const told = [...byBriefing.values()].map(({ title, stated }) => ({ title, ...ofTexts(stated) }));
  if (!told.length || told.some(({ one }) => !one)) return null;
  told.sort((a, b) => (b.one?.told ?? "").localeCompare(a.one?.told ?? ""));
  const [{ title, one }] = told;
  const statements = told.flatMap((its) => its.one ?? []);
  return one ? { hit: { url: one.url, title }, statements } : null;
}

// "14 states" alone tells of no states in particular.
/** @param {string} subject */
function isBare(subject) {
  return spans(subject).filter(({ word, extra }) => !extra && !STOP.has(word)).length < 2;
}

// The first text's value, with differing ones of others; nothing if it gives several values.
/** @param {Statement[]} stated */
function ofTexts(stated) {
  const [first] = stated;
  const own = stated.filter(({ of }) => of[1] === first.of[1]);
  if (own.some(({ value }) => value !== first.value)) return { one: null };
  const against = stated.filter(({ of, value }) => of[1] !== first.of[1] && value !== first.value);
  return { one: { ...first, against: against.map(({ value, of, url }) => /** @type {Statement["against"][number]} */ ([value, of, url])) } };
}

// The words of a query that say what is to be counted.
/**
 * @param {string} typed
 * @param {Unit[]} units
 * @param {(word: string) => boolean} isCommon
 */
function contentOf(typed, units, isCommon) {
  return units.filter(({ word, start }) =>
    !isMeasure(word) && !(isCommon(word) && IN.test(typed.slice(0, start))));
}

/**
 * @param {Asks} sort
 * @param {string} kind
 * @param {string} unit
 */
function answers({ length, many, share, moved }, kind, unit) {
  if (length) return kind === "streak";
  if (kind === "streak") return false;
  if (moved) return kind === "change";
  if (many) return kind !== "change" && kind !== "rate" && unit !== "%";
  if (share) return unit === "%" && kind !== "change";
  return kind !== "change";
}

// `all`: every word asked for is one of its names; `essential`: every word that all of its names
// have was asked for; `share`: how much of its title.
/**
 * @param {Candidate} hit
 * @param {Unit[]} wanted
 */
function match({ title = "", card }, wanted) {
  const typed = new Set(
    wanted.flatMap(({ word, options }) => [
      ...forms(word),
      ...options.filter(({ kind }) => kind !== "prefix").flatMap(({ slots }) => slots.flat()),
    ]),
  );
  const names = [title, ...(card?.names ?? [])].map(wordsOf);
  /** @param {string} word */
  const isNamed = (word) => names.some((name) => name.has(word));
  const all = wanted.every(
    ({ word, options }) =>
      [...forms(word)].some(isNamed) ||
      options.some(({ kind, slots }) => kind !== "prefix" && kind !== "family" &&
        slots.every((slot) => slot.some(isNamed))),
  );
  const own = [...names[0]];
  const asked = own.filter((word) => typed.has(word)).length;
  const shared = own.filter((word) =>
    names.every((name) => !name.size || [...forms(word)].some((form) => name.has(form))));
  return {
    all,
    title: names[0],
    essential: shared.every((word) => typed.has(word)),
    share: own.length ? asked / own.length : 0,
  };
}

/** @param {string} name */
function wordsOf(name) {
  return new Set(
    spans(name)
      .filter((span) => !span.extra && !STOP.has(span.word) && !isMeasure(span.word))
      .map(({ word }) => word),
  );
}

// Whether one is a part of the other: its title has all words of the other's, and more.
/**
 * @param {{title: Set<string>}} one
 * @param {{title: Set<string>}} other
 */
function narrower({ title: one }, { title: other }) {
  return one.size > other.size &&
    [...other].every((word) => [...forms(word)].some((form) => one.has(form)));
}

// The statements about a period; all of them if the query names none.
/**
 * @param {Statement[]} statements
 * @param {string[]} periods
 */
function ofPeriod(statements, periods) {
  if (!periods.length) return statements;
  return statements.filter(({ start = "", end = "" }) =>
    periods.every((period) => {
      if (!start || !end) return (start || end).startsWith(period);
      // A total over many years does not answer for one of them.
      return start.startsWith(period) && end.startsWith(period);
    }),
  );
}
