// What else a query may mean: word forms, spelling, families of words, typing errors, numbers,
// and what editors hold to be the same.  Only what the corpus holds is proposed.
/** @import { Index } from "./index.js" */
/** @import { Expanded, Kind, Option, Proposal, Query, Span, Unit } from "../../../types/search" */

import { isChinese, isNumber, spans, valueToken } from "./tokens.js";
import { STOP, distance, forms, relatives, spellings } from "./words.js";

/** @type {Record<Kind | "phrase", number>} */
const WEIGHT = {
  phrase: 1.2, word: 1, number: 1, spelling: 0.95, compound: 0.9, typo: 0.9, synonym: 0.8, family: 0.5,
  prefix: 0.6,
};
/** @typedef {(kind: Kind, words: string[], more?: Partial<Option>) => void} Put */

/** @type {Set<Kind>} */
const OTHER_WORDS = new Set(["synonym", "family", "prefix"]);
const COMMON = 10;
const LETTERS = 2; // what a file of words is looked up by
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
    // WHO among small letters is a name.
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

// The key that switches the plurals, pasts and so on of all words off.
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
      told.set(FORMS, { key: FORMS, kind: "form", label: "word forms", from: "" });
    }
    if (["word", "number"].includes(option.kind)) continue;
    told.set(keyOf(option), {
      key: keyOf(option), kind: option.kind, label: option.label, from: option.from,
    });
  }
  return [...told.values()];
}

/** @param {string[]} words */
function beginnings(words) {
  return words.map((word) => word.slice(0, LETTERS));
}

/**
 * @param {Record<number, Unit>} units
 * @param {number[]} covers
 * @param {Kind} kind
 * @param {string[][]} slots
 * @param {Partial<Option>} more
 */
function add(units, covers, kind, slots, { label, weight = WEIGHT[kind], from, ...rest } = {}) {
  const option = {
    kind, slots, covers, weight, ...rest,
    label: label ?? slots.map((slot) => slot[0]).join(" "),
    from: from ?? covers.map((n) => units[n]?.word).join(" "),
  };
  for (const n of covers) units[n].options.push(option);
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
  const edited = index.layer.synonyms.some((group) =>
    group.some((wording) => spans(wording).some((span) => isForm(span.word, word))),
  );
  if (!unit.options.length && !edited) await corrections(index, unit, put);
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

// Words that begin with what was typed.
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

// The words of the corpus that are nearest to one it does not hold.
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

// Every other wording of a group, where the query holds one of its wordings.
/**
 * @param {Index} index
 * @param {Unit[]} units
 */
async function synonyms(index, units) {
  const met = index.layer.synonyms.flatMap((group) => meetings(units, group));
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
 * @param {Unit[]} units
 * @param {string[]} group
 */
function meetings(units, group) {
  const wordings = group
    .map((wording) => ({
      wording,
      words: spans(wording).filter((span) => !span.extra).map((span) => span.word),
    }))
    .sort((one, other) => other.words.length - one.words.length);
  /** @type {Set<number>} */
  const taken = new Set();
  const met = [];
  for (const { wording, words } of wordings) {
    const start = units.findIndex((_, n) => words.every((word, k) => means(units[n + k], word)));
    const covers = words.map((_, k) => start + k);
    if (start < 0 || covers.some((n) => taken.has(n))) continue;
    for (const n of covers) taken.add(n);
    // What holds the words of the query or of a shorter wording is found anyway; what is held by
    // the query says less.
    const others = wordings.filter(
      (other) =>
        !other.words.every((word, k) => means(units[start + k], word)) &&
        !holds(words, other.words) &&
        !wordings.some((shorter) => shorter !== other && holds(other.words, shorter.words)),
    );
    met.push({ wording, covers, others });
  }
  return met;
}

/**
 * @param {Unit | undefined} unit
 * @param {string} word
 */
function means(unit, word) {
  if (!unit) return false;
  return (
    unit.word === word ||
    isForm(word, unit.word) ||
    spellings(word).has(unit.word) ||
    unit.options.some((option) => option.kind === "typo" && option.slots[0][0] === word)
  );
}

// Whether what editors write is the word that was typed, or another of its family: poaching, poachers.
/**
 * @param {string} written
 * @param {string} typed
 */
function isForm(written, typed) {
  return forms(written).has(typed) || (typed.length > 5 && relatives(typed).has(written));
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
