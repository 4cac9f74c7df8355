// Selects the records that match a query, and scores them.
/** @import { Index } from "./index.js" */
/** @import { Part } from "./part.js" */
/** @import { Asked, Entry, Option, Ranked, Unit, Zone } from "../../../types/search" */

const SATURATION = 1.2; // how soon more of the same word stops counting
const LENGTH = 0.35; // how much a long record must hold more
const IN_CONTEXT = 0.35; // a word that stands around the record, not in it
const UNKNOWN = 0.1; // a word that stands nowhere
const IN_TITLE = 1;
const BESIDE = 0.75; // other words, where what was typed stands in the texts
const BESIDE_OFTEN = 1.6; // and how often they count at most; once where only one word was typed
const COVERAGE = 2; // how much the words count that a record lacks
const NEAR = 0.6; // what words side by side add
const ASIDE = 0.75;
const SHORT = 12; // words; what is shorter says little, "Thank you" most often
const TOO_SHORT = 0.5;

// The matches in one part of the index, unsorted.
/**
 * @param {Index} index
 * @param {Part} part
 * @param {Asked} asked
 * @returns {Promise<Ranked[]>}
 */
export async function rank(index, part, { units, options, phrases, without }) {
  // All is asked for at once, then taken one by one.
  const words = [...options.flatMap(({ slots }) => slots), ...without.flat(), phrases.flat()].flat();
  const [zones] = await Promise.all([part.zones(), ...words.map((word) => part.find(word))]);
  const mean = index.meanLength;
  /** @type {Map<number, Ranked>} */
  const records = new Map();
  /** @param {Entry} entry */
  const reach = ({ id }) => {
    /** @type {Ranked} */
    const known = records.get(id) ?? {
      id, best: new Map(), at: new Map(), coverage: 0, missing: [], score: 0,
    };
    records.set(id, known);
    return known;
  };

  for (const option of options) {
    for (const entry of await stand(part, option.slots)) {
      option.found = true;
      const zone = zones[entry.id];
      const { frequency: often, inside } = weigh(entry.at, zone);
      const frequency = option.beside ? Math.min(often, units.length > 1 ? BESIDE_OFTEN : 1) : often;
      const long = 1 - LENGTH + (LENGTH * (zone.extra - zone.text)) / mean;
      const value = option.weight * (option.beside ? BESIDE : 1) * frequency * ((1 + SATURATION) / (frequency + SATURATION * long));
      const record = reach(entry);
      for (const n of option.covers) {
        if (value > (record.best.get(n) ?? 0)) record.best.set(n, value);
        record.at.set(n, [...(record.at.get(n) ?? []), ...inside]);
        if (near(option)) noteTitle(record, n, option.slots.length, entry.at.filter((place) => place < zone.text));
      }
    }
  }
  if (!options.length && !phrases.length) {
    for (const entry of await part.all()) reach(entry).best.set("any", 1);
  }
  await holdPhrases(part, phrases, records, reach, zones);
  await leaveOut(part, without, records, zones);

  /** @type {Map<number | string, number>} */
  const weight = new Map(units.map((unit) => [unit.n, rarity(index, unit)]));
  // What stands nowhere is told of, and keeps nobody from what the other words find.
  const isKnown = (/** @type {Unit} */ { options }) => options.length > 0;
  if (units.some(isKnown)) {
    for (const unit of units) if (!isKnown(unit)) weight.set(unit.n, UNKNOWN);
  }
  for (const n of phrases.keys()) weight.set(`phrase ${n}`, 3);
  const whole = [...weight.values()].reduce((sum, one) => sum + one, 0);
  for (const record of records.values()) {
    let sum = 0;
    let matched = 0;
    for (const [n, value] of record.best) {
      const of = weight.get(n) ?? 0;
      sum += of * value;
      matched += of;
    }
    if (!whole) sum = 1;
    record.coverage = whole ? matched / whole : 1;
    record.missing = units.filter((unit) => !record.best.has(unit.n)).map((unit) => unit.word);
    const near = nearness([...record.at].filter(([n]) => weight.has(n)).map(([, at]) => at));
    record.score = sum * record.coverage ** COVERAGE * (1 + NEAR * near);
    const zone = zones[record.id];
    if (zone.aside) record.score *= ASIDE;
    const short = zone.extra - zone.text < SHORT && !zone.text;
    if (short) record.score *= TOO_SHORT;
    record.little = zone.aside || short;
  }
  return [...records.values()].filter((record) => record.score > 0);
}

// What names the same thing, not one that is related.
/** @param {Option} option */
function near({ kind }) {
  return kind !== "synonym" && kind !== "family";
}

// Records the positions of typed words in the names of a record.
/**
 * @param {Ranked} record
 * @param {number} n the number of the word
 * @param {number} length how many words stand side by side
 * @param {number[]} ends where the last of them is
 */
function noteTitle(record, n, length, ends) {
  if (!ends.length) return;
  record.titles ??= new Map();
  const places = ends.flatMap((end) => Array.from({ length }, (_, back) => end - back));
  record.titles.set(n, [...(record.titles.get(n) ?? []), ...places]);
}

// The positions where words of the slots are adjacent.
/**
 * @param {Part} part
 * @param {string[][]} slots
 * @returns {Promise<Entry[]>}
 */
async function stand(part, slots) {
  /** @type {Map<number, Entry> | null} */
  let found = null;
  for (const words of slots) {
    /** @type {Map<number, Entry>} */
    const here = new Map();
    for (const word of words) {
      for (const { id, at } of await part.find(word)) {
        const known = here.get(id);
        here.set(id, { id, at: known ? [...known.at, ...at] : at });
      }
    }
    if (found === null) {
      found = here;
      continue;
    }
    /** @type {Map<number, Entry>} */
    const both = new Map();
    for (const [id, entry] of found) {
      const next = here.get(id);
      const at = next?.at.filter((place) => entry.at.includes(place - 1));
      if (at?.length) both.set(id, { ...entry, at });
    }
    found = both;
  }
  return found ? [...found.values()] : [];
}

/**
 * @param {number[]} at
 * @param {Zone} zone
 */
function weigh(at, zone) {
  let frequency = 0;
  /** @type {number[]} */
  const inside = [];
  for (const place of at) {
    if (place < zone.text) frequency += IN_TITLE;
    else if (place > zone.context) frequency += frequency ? 0 : IN_CONTEXT;
    else frequency += 1;
    if (place < zone.extra) inside.push(place);
  }
  return { frequency, inside };
}

// A quoted phrase must occur in the text or title exactly.
/**
 * @param {Part} part
 * @param {string[][]} phrases
 * @param {Map<number, Ranked>} records
 * @param {(entry: Entry) => Ranked} reach
 * @param {Zone[]} zones
 */
async function holdPhrases(part, phrases, records, reach, zones) {
  for (const [n, words] of phrases.entries()) {
    const holds = new Set();
    for (const entry of await stand(part, words.map((word) => [word]))) {
      const inside = entry.at.filter((place) => place < zones[entry.id].extra);
      if (!inside.length) continue;
      holds.add(entry.id);
      const record = reach(entry);
      record.best.set(`phrase ${n}`, 1 + Math.min(inside.length - 1, 4) / 10);
      record.at.set(`phrase ${n}`, inside);
    }
    for (const id of records.keys()) if (!holds.has(id)) records.delete(id);
  }
}

/**
 * @param {Part} part
 * @param {string[][][]} without
 * @param {Map<number, Ranked>} records
 * @param {Zone[]} zones
 */
async function leaveOut(part, without, records, zones) {
  for (const slots of without) {
    for (const { id, at } of await stand(part, slots)) {
      if (records.has(id) && at.some((place) => place < zones[id].context)) records.delete(id);
    }
  }
}

// A word in few records is more significant than one in many.
/**
 * @param {Index} index
 * @param {Unit} unit
 */
function rarity(index, unit) {
  const words = new Set(
    unit.options.filter(({ covers }) => covers.length === 1).flatMap(({ slots }) => slots[0]),
  );
  const held = Math.min([...words].reduce((sum, word) => sum + index.count(word), 0), index.size);
  return Math.log(1 + (index.size - held + 0.5) / (held + 0.5));
}

// 1 where one place of each word stands side by side, less the further apart they are.
/** @param {number[][]} lists */
function nearness(lists) {
  const words = lists.filter((at) => at.length);
  if (words.length < 2) return 0;
  const places = words
    .flatMap((at, n) => at.map((place) => /** @type {[number, number]} */ ([place, n])))
    .sort((one, other) => one[0] - other[0]);
  const count = new Array(words.length).fill(0);
  let open = words.length;
  let left = 0;
  let least = Infinity;
  for (const [place, n] of places) {
    count[n] += 1;
    if (count[n] === 1) open -= 1;
    while (!open) {
      const [first, word] = places[left];
      least = Math.min(least, place - first);
      count[word] -= 1;
      if (count[word] === 0) open += 1;
      left += 1;
    }
  }
  return (words.length - 1) / Math.max(least, words.length - 1);
}
