// Query expansion: word forms, spelling, word families, typing errors, numbers, and the editors'
// equivalent wordings.  Only words that occur in the corpus are proposed.
/** @import { Index } from "./index.js" */
/** @import { Expanded, Kind, Option, Proposal, Query, Span, Unit } from "../../../types/search" */

import * as words from "../interface/search.js";
import { add, beginnings, WEIGHT } from "./options.js";
import { isWritten, synonyms } from "./synonyms.js";
import { isChinese, isNumber, spans, valueToken } from "./tokens.js";
import { STOP, distance, forms, relatives, spellings } from "./words.js";

/** @typedef {(kind: Kind, words: string[], more?: Partial<Option>) => void} Put */

/** @type {Set<Kind>} */
const OTHER_WORDS = new Set(["synonym", "family", "prefix"]);
const COMMON = 10;
const MOST_BEGINNINGS = 12;

// {units: [{word, stop, typed, options}], options}: an option is {slots: [[word]], covers: [unit], kind,
// weight, label}; its slots stand side by side, each filled by any of its words.
/**
 * @param {Index} index
 * @param {Query} query
 * @param {{off?: Set<string>, typing?: boolean}} options
 * @returns {Promise<Expanded>}
 */
export async function expand(index, query, { off = new Set(), typing = false } = {}) {
  const all = spans(query.plain);
  const plain = all.filter((span) => !span.extra);
  const loud = query.plain === query.plain.toUpperCase();
  let units = plain.map((span, n) => {
    const typed = query.plain.slice(span.start, span.end);
    // WHO in otherwise lower-case text is a name.
    const capitals = !loud && typed.length > 1 && typed === typed.toUpperCase();
    const stop = STOP.has(span.word) && !capitals;
    return /** @type {Unit} */ ({ ...span, n, typed, stop, options: [] });
  });
  if (units.every((unit) => unit.stop)) for (const unit of units) unit.stop = false;

  await index.spell(units.flatMap(({ word }) => beginnings([...forms(word), ...spellings(word)])));
  compounds(index, units);
  for (const unit of units) await ownOptions(index, unit, typing && unit === units.at(-1), off);
  units = knownChinese(units);
  await numbers(index, units, all, typing);
  await synonyms(index, units);

  for (const unit of units) {
    unit.options = unit.options.filter((option) => !off.has(keyOf(option)));
  }
  const options = [...new Set(units.flatMap((unit) => unit.options))];
  // What was typed and stands in the texts comes before what means the same.
  for (const option of options) {
    option.beside = OTHER_WORDS.has(option.kind) &&
      option.covers.every((n) => units[n].options.some(({ kind }) => kind === "word"));
  }
  units = units.filter((unit) => !unit.stop);
  return { units, options };
}

// The key that switches off the inflected forms of all words.
export const FORMS = "word-forms";

/** @param {Option} option */
function keyOf(option) {
  return option.label;
}

// What a reader is told of, and may switch off: [{key, kind, label, from}].
/**
 * @param {Option[]} options
 * @returns {Proposal[]}
 */
export function proposals(options) {
  const told = new Map();
  for (const option of options) {
    if (!option.found) continue;
    if (option.kind === "word" && option.forms) {
      told.set(FORMS, { key: FORMS, kind: "form", label: words.wordForms, from: "" });
    }
    if (["word", "number"].includes(option.kind)) continue;
    told.set(keyOf(option), {
      key: keyOf(option), kind: option.kind, label: option.label, from: option.from,
    });
  }
  return [...told.values()];
}

/**
 * @param {Index} index
 * @param {Unit} unit
 * @param {boolean} unfinished
 * @param {Set<string>} off
 */
async function ownOptions(index, unit, unfinished, off) {
  const { word } = unit;
  /** @type {Put} */
  const put = (kind, words, more) => add({ [unit.n]: unit }, [unit.n], kind, [words], { from: word, ...more });
  if (isNumber(word)) return; // see numbers()
  if (isChinese(word)) {
    if (index.has(word)) put("word", [word], { label: unit.typed });
    return;
  }
  /** @param {Iterable<string>} words */
  const known = (words) => [...words].filter((other) => index.has(other));
  const own = known(off.has(FORMS) ? [word] : forms(word));
  if (own.length) put("word", own, { label: word, forms: own.length > 1 });
  const taken = new Set(own);
  /** @param {Iterable<string>} words */
  const rest = (words) => mostFirst(index, known(words).filter((other) => !taken.has(other)));
  const spelled = rest([...spellings(word)].flatMap((other) => [...forms(other)]));
  if (spelled.length) put("spelling", spelled);
  for (const other of spelled) taken.add(other);
  // A family helps where the word itself is rare, and must not drown it.
  const held = [...taken].reduce((sum, other) => sum + index.count(other), 0);
  const related = unit.stop || held >= COMMON
    ? []
    : rest(relatives(word)).filter((other) => !held || index.count(other) <= 2 * held + 5);
  if (related.length) {
    put("family", related, taken.size ? {} : { weight: WEIGHT.spelling });
    for (const other of related) taken.add(other);
  }
  if (unfinished || !taken.size) beginning(index, unit, taken, put);
  // What editors know is no mistake, though no text holds it.
  if (!unit.options.length && !isWritten(index, unit)) await corrections(index, unit, put);
}

// Of Chinese that is typed in one go the names that are known count, wherever they stand in it; where
// nothing of it is known it is one unknown word.
/** @param {Unit[]} units */
function knownChinese(units) {
  /** @type {Unit[][]} */
  const runs = [];
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && isChinese(last.word) && isChinese(unit.word) && unit.start < last.end;
    if (goesOn) runs[runs.length - 1].push(unit);
    else runs.push([unit]);
  }
  const kept = runs.flatMap((run) => {
    if (run.length === 1) return run;
    const known = run.filter(({ options }) => options.length);
    if (known.length) return known;
    const typed = run.map((unit, n) => (n ? unit.typed.slice(1) : unit.typed)).join("");
    return [{ ...run[0], typed, end: run[run.length - 1].end }];
  });
  return kept.map((unit, n) => {
    for (const option of unit.options) option.covers = [n];
    return { ...unit, n };
  });
}

/**
 * @param {Index} index
 * @param {string[]} words
 */
function mostFirst(index, words) {
  return words.sort((one, other) => index.count(other) - index.count(one) || (one < other ? -1 : 1));
}

// Words that begin with the typed text.
/**
 * @param {Index} index
 * @param {Unit} unit
 * @param {Set<string>} taken
 * @param {Put} put
 */
function beginning(index, unit, taken, put) {
  if (unit.word.length < 3) return;
  const longer = [...index.startingWith(unit.word)]
    .filter((word) => !taken.has(word));
  const most = mostFirst(index, longer).slice(0, MOST_BEGINNINGS);
  if (!most.length) return;
  put("prefix", most, { label: `${unit.word}…`, weight: taken.size ? WEIGHT.prefix : WEIGHT.typo });
  for (const word of most) taken.add(word);
}

// The words of the corpus most similar to one that it does not contain.
/**
 * @param {Index} index
 * @param {Unit} unit
 * @param {Put} put
 */
async function corrections(index, unit, put) {
  const { word } = unit;
  if (word.length < 4) return;
  await index.spell([word[0]]);
  // What has a capital may be a name that no text has: only a slip is corrected there.
  const isName = unit.typed[0] !== unit.typed[0].toLowerCase() && unit.typed !== unit.typed.toUpperCase();
  const limit = word.length < 8 || isName ? 1 : 2;
  /** @type {string[]} */
  let nearest = [];
  let least = limit + 1;
  for (const other of index.startingWith("")) {
    if (isNumber(other)) continue;
    const wrong = distance(word, other, Math.min(limit, least));
    if (wrong > limit || wrong > least) continue;
    if (wrong < least) nearest = [];
    least = wrong;
    nearest.push(other);
  }
  /** @param {string} other */
  const alike = (other) => (other[0] === word[0] ? 1 : 0) + (other.at(-1) === word.at(-1) ? 0.5 : 0);
  nearest.sort(
    (one, other) => alike(other) - alike(one) || index.count(other) - index.count(one),
  );
  for (const other of nearest.slice(0, 2)) {
    const words = [...forms(other)].filter((form) => index.has(form));
    put("typo", [other, ...words.filter((form) => form !== other)], { label: other });
  }
}

// A number is found however it is written: 1198 = 1,198, 6.05 million = 6050000.
/**
 * @param {Index} index
 * @param {Unit[]} units
 * @param {Span[]} all
 * @param {boolean} typing
 */
async function numbers(index, units, all, typing) {
  /** @param {string[]} words */
  const known = async (words) => {
    await index.spell(beginnings(words));
    return words.filter((word) => index.has(word));
  };
  /**
   * @param {number[]} covers
   * @param {string[]} words
   */
  const put = async (covers, words) => {
    const held = await known(words);
    if (held.length) add(units, covers, "number", [held]);
  };
  const valued = all.filter((span) => span.extra && isNumber(span.word));
  for (const span of valued) {
    const covers = units.filter((unit) => unit.start >= span.start && unit.end <= span.end);
    for (const unit of covers) unit.options = [];
    await put(covers.map((unit) => unit.n), [span.word, span.word.slice(1)]);
  }
  for (const unit of units) {
    const { word, start } = unit;
    if (!isNumber(word) || valued.some((span) => span.start === start)) continue;
    const digits = word.replace("d", ".");
    const value = /^\d+(?:\.\d+)?$/.test(digits) ? valueToken(digits) : "";
    await put([unit.n], [...new Set([word, value, value.slice(1)].filter(Boolean))]);
    if (!unit.options.length && typing && unit === units.at(-1)) {
      const longer = [...index.startingWith(word)].slice(0, MOST_BEGINNINGS);
      if (longer.length) add(units, [unit.n], "prefix", [longer], { label: `${word}…` });
    }
  }
}

// cyber crime = cybercrime, anti-fraud = antifraud, each way.
/**
 * @param {Index} index
 * @param {Unit[]} units
 */
function compounds(index, units) {
  units.slice(1).forEach((unit, n) => {
    const joined = [...forms(units[n].word + unit.word)].filter((word) => index.has(word));
    if (joined.length) add(units, [n, n + 1], "compound", [joined]);
  });
  for (const unit of units) {
    if (isNumber(unit.word) || unit.word.length < 7) continue;
    for (let cut = 3; cut <= unit.word.length - 3; cut += 1) {
      const slots = [[unit.word.slice(0, cut)], [...forms(unit.word.slice(cut))]].map((words) =>
        words.filter((word) => index.has(word)),
      );
      if (slots.every((words) => words.length)) add(units, [unit.n], "compound", slots);
    }
  }
}
