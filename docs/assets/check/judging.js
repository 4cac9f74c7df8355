// Decides the verdict on the words of one sentence, given the passages that may contain them
// (section 4 of architecture/quotations.md).
/** @import { Aligned, Difference, Find, Given, Hit, Judged, Likely, Piece, Reading, Run, Span, Verdict } from "../../../types/check" */

import { bestAlignments, crosses } from "./alignment.js";
import { stripRight } from "./characters.js";
import { cover } from "./covering.js";
import { SLIGHT, byGravity, difference, differences, reached } from "./differences.js";
import { likest } from "./likeness.js";
import { Passage, compare } from "./passages.js";
import { readings } from "./paste.js";
import { rules } from "./rules.js";
import { weigh } from "./tokens.js";

/** @type {Record<Verdict, number>} */
const RANK = { verbatim: 0, joined: 1, altered: 1, near: 2, absent: 3 };
// Punctuation that may follow a complete sentence, and punctuation that may precede one.
const ENDED = /[)\]"”’»]*(?:[.!?…;]|,["”’»])/uy;
const OPENING = /["“‘„«]$/;
const CLOSING = /["”’»]/;
const BEGINNING = /[.!?…:;"“‘„«]$/;

/**
 * @param {Verdict} verdict
 * @param {Reading} reading
 * @param {Hit[]} hits
 * @param {number} count
 * @param {Likely[]} likely
 * @returns {Judged}
 */
export function judged(verdict, reading, hits = [], count = 0, likely = []) {
  return { verdict, reading, hits, count, likely, likeness: likenessOf(verdict, reading, hits, likely) };
}

/**
 * @param {Verdict} verdict
 * @param {Reading} reading
 * @param {Hit[]} hits
 * @param {Likely[]} likely
 */
function likenessOf(verdict, reading, hits, likely) {
  if (verdict === "near") return likely[0].likeness;
  if (!hits.length) return 0;
  if (verdict !== "joined" && reading.pieces.length < 2) return hits[0].likeness;
  return Math.min(...hits.map(({ likeness }) => likeness));
}

// The best verdict over all readings of a sentence.  `find` looks passages up by runs of words,
// `findNear` by single words.  All readings are compared with what is found for the plainest one.
/**
 * @param {string} text
 * @param {Find} find
 * @param {Find} findNear
 * @returns {Promise<Judged>}
 */
export async function judge(text, find, findNear) {
  const several = [...readings(text)];
  const [plain, marked] = several;
  const base = plain.literal && marked && !marked.stripped ? marked : plain;
  const found = bestOf(several, (await find(keysOf(base))).sort(compare), base);
  if (found.verdict !== "absent") return found;
  const words = base.tokens.map(({ key }) => key);
  if (words.length > rules().limits.longest) return found;
  const passages = (await findNear([words])).sort(compare);
  // In a short sentence, every run of three words may contain a difference.
  const best = bestOf(several, passages, base);
  if (best.verdict !== "absent") return best;
  const likely = likest(words, passages);
  return likely.length ? judged("near", base, [], likely.length, likely) : best;
}

// The keys of each piece.
/** @param {Reading} reading */
function keysOf({ tokens, pieces }) {
  return pieces.map((piece) => tokens.slice(...piece).map(({ key }) => key));
}

// The best verdict over some readings; `absent`, with `otherwise`, if there is none.
/**
 * @param {Reading[]} several
 * @param {Passage[]} passages
 * @param {Reading} otherwise
 */
function bestOf(several, passages, otherwise) {
  let best = judged("absent", otherwise);
  for (const reading of several) {
    if (reading.stripped && standThere(reading, best)) continue;
    const now = judgeReading(reading, passages);
    if (isBetter(now, best)) best = now;
    if (best.verdict === "verbatim") break;
  }
  return best;
}

// The verdict on several sentences if they occur together, word for word; otherwise null.
/**
 * @param {string} text
 * @param {Find} find
 */
export async function judgeInARow(text, find) {
  const [reading] = readings(text);
  const passages = (await find(keysOf(reading))).sort(compare);
  const found = ofOne({ ...reading, literal: true }, givenOf(reading), passages);
  return found.verdict === "verbatim" ? found : null;
}

// Whether words that a reading attributes to somebody else occur with the others in a text.
/**
 * @param {Reading} reading
 * @param {Judged} best
 */
function standThere({ span: [start, end] }, { reading: { tokens }, hits }) {
  return hits.some(({ runs }) =>
    runs.some((run) =>
      tokens
        .slice(run.given, run.given + run.length)
        .some((word) => !(start <= word.start && word.start < end) && !rules().small.has(word.key)),
    ),
  );
}

/**
 * @param {Judged} one
 * @param {Judged} other
 */
function isBetter(one, other) {
  return (RANK[one.verdict] - RANK[other.verdict] || other.likeness - one.likeness) < 0;
}

/**
 * @param {Reading} reading
 * @param {Passage[]} passages
 */
function judgeReading(reading, passages) {
  if (!reading.tokens.length) return judged("absent", reading);
  const given = givenOf(reading);
  return reading.pieces.length > 1 ? ofPieces(reading, given, passages) : ofOne(reading, given, passages);
}

/**
 * @param {Reading} reading
 * @returns {Given}
 */
function givenOf({ text, tokens }) {
  // Capitals indicate names if some, but not most, of the letters are capitals.
  const letters = text.match(/\p{L}/gu) ?? [];
  const upper = letters.filter((one) => /\p{Uppercase}/u.test(one)).length;
  return { text, tokens, cased: upper > 0 && 2 * upper < letters.length };
}

/**
 * @param {Reading} reading
 * @param {Given} given
 * @param {Passage[]} passages
 */
function ofOne(reading, given, passages) {
  const { limits } = rules();
  const keys = given.tokens.map(({ key }) => key);
  const hits = passages.flatMap((passage) =>
    passage.runs(keys).map((there) =>
      wholeHit(given, passage, [{ given: 0, there, length: keys.length }], reading, 100),
    ),
  );
  const same = hits.filter((one) => !one.differences.length);
  if (same.length) return judged("verbatim", reading, same.slice(0, limits.places), same.length);
  if (hits.length) return judged("altered", reading, hits.slice(0, limits.listed), hits.length);
  if (reading.literal || keys.length < limits.sentence_words || keys.length > limits.longest) {
    return judged("absent", reading);
  }
  return alignedOrJoined(reading, given, passages);
}

/**
 * @param {Reading} reading
 * @param {Given} given
 * @param {Passage[]} passages
 */
function alignedOrJoined(reading, given, passages) {
  const { limits } = rules();
  const aligned = bestAlignments(given.tokens, passages).filter(isLike);
  const pieces = cover(given.tokens, passages);
  let held = 0;
  for (const { run } of pieces) held += weigh(given.tokens.slice(run.given, run.given + run.length));
  const share = Math.floor((100 * held) / Math.max(1, weigh(given.tokens)));
  const joins = pieces.length > 1 && share >= limits.joined && !areOnePlace(pieces);
  const best = aligned[0];
  if (best) {
    const better = joins && share > best.share + limits.joined_over_altered;
    if (!better && bySentence(best).length < 2) {
      /** @param {Aligned} one */
      const hitOf = (one) => wholeHit(given, one.passage, one.runs, reading, one.likeness);
      const like = aligned.filter((one) => one.likeness === best.likeness);
      const others = aligned.filter((one) => one.likeness < best.likeness);
      const hits = like.map(hitOf).sort((one, other) => one.differences.length - other.differences.length);
      const listed = [...hits, ...others.map(hitOf)].slice(0, limits.listed);
      return judged("altered", reading, listed, like.length);
    }
  }
  if (joins) {
    const hits = pieces.map(({ passage, run }) => partHit(given, passage, [run]));
    return judged("joined", reading, hits, hits.length);
  }
  if (best) {
    const hits = bySentence(best).map((runs) => partHit(given, best.passage, runs));
    return judged("joined", reading, hits, hits.length);
  }
  return judged("absent", reading);
}

// Whether an alignment is close enough; with few significant words, it must be closer.
/** @param {Aligned} aligned */
function isLike({ telling, likeness }) {
  const { limits } = rules();
  return telling >= limits.telling && likeness >= (telling < limits.many ? limits.altered_few : limits.altered);
}

// Whether the pieces follow one another within one sentence.
/** @param {Piece[]} pieces */
function areOnePlace(pieces) {
  const [{ passage, run: first }] = pieces;
  return pieces.every(
    ({ passage: other, run }, n) =>
      other === passage &&
      passage.sentences[run.there] === passage.sentences[first.there] &&
      (!n || pieces[n - 1].run.there < run.there),
  );
}

// The runs, split where words are left out across a sentence boundary.
/** @param {Aligned} aligned */
function bySentence({ passage, runs }) {
  /** @type {Run[][]} */
  const parts = [];
  for (const [n, run] of runs.entries()) {
    if (!n || crosses(runs[n - 1], run, passage)) parts.push([run]);
    else parts[parts.length - 1].push(run);
  }
  return parts;
}

// A place with its differences, including words missing at its ends.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @param {Reading} reading
 * @param {number} likeness
 * @returns {Hit}
 */
function wholeHit(given, passage, runs, reading, likeness) {
  const found = differences(given, passage, runs);
  if (reading.whole) found.push(...clipped(given, passage, runs));
  return { passage, runs, differences: found.sort(byGravity), likeness };
}

// A place of some of the words, with its differences.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 * @returns {Hit}
 */
function partHit(given, passage, runs) {
  const last = runs[runs.length - 1];
  const inner = { ...given, tokens: given.tokens.slice(0, last.given + last.length) };
  const found = differences(inner, passage, runs).filter((one) => one.given[0] >= runs[0].given);
  return { passage, runs, differences: found, likeness: 100 };
}

// Where a quotation ends like a sentence but the passage's goes on, or begins in the middle of one.
/**
 * @param {Given} given
 * @param {Passage} passage
 * @param {Run[]} runs
 */
function clipped(given, passage, runs) {
  const { sentences, tokens, text } = passage;
  /** @type {Difference[]} */
  const found = [];
  const [start, end] = reached(given, passage, runs);
  let [low, high] = [start, end];
  while (high < sentences.length && sentences[high] === sentences[end - 1]) high += 1;
  while (low && sentences[low - 1] === sentences[start]) low -= 1;
  const before = text.slice(0, tokens[start].start);
  const after = tokens[end - 1].end;
  ENDED.lastIndex = after;
  const ended =
    text[after - 1] === "." || ENDED.test(text) || (OPENING.test(before) && CLOSING.test(text.charAt(after)));
  if (high > end && !ended) {
    const size = given.tokens.length;
    found.push(difference("omission", [size, size], [end, high]));
  }
  if (low < start && !BEGINNING.test(stripRight(before))) found.push(difference("omission", [0, 0], [low, start]));
  return found;
}

// The verdict on words with marked omissions between them.
/**
 * @param {Reading} reading
 * @param {Given} given
 * @param {Passage[]} passages
 */
function ofPieces(reading, given, passages) {
  const chain = chainOf(reading, given, passages);
  if (chain) {
    const { passage, runs } = chain;
    const inside = runs.flatMap((run) => partHit(given, passage, [run]).differences);
    const found = [...inside, ...leftOut(passage, runs)].sort(byGravity);
    const grave = found.some(({ kind, marked }) => kind === "negation" || !marked);
    const hit = { passage, runs, differences: found, likeness: 100 };
    return judged(grave ? "altered" : "verbatim", reading, [hit], 1);
  }
  /** @type {Hit[]} */
  const hits = [];
  let missing = 0;
  for (const piece of reading.pieces) {
    const own = { ...reading, pieces: [piece], whole: false };
    const part = { ...given, tokens: given.tokens.slice(...piece) };
    const { verdict, hits: found } = ofOne(own, part, nearTo(hits, passages));
    if (verdict === "absent") missing += weigh(part.tokens);
    else hits.push(...(verdict === "joined" ? found : found.slice(0, 1)).map((hit) => movedBy(hit, piece[0])));
  }
  if (!hits.length || 100 * missing > (100 - rules().limits.altered) * weigh(given.tokens)) {
    return judged("absent", reading);
  }
  const altered = missing || hits.some((hit) => hit.differences.some(({ kind }) => !SLIGHT.has(kind)));
  return judged(altered ? "altered" : "joined", reading, hits, hits.length);
}

// The text between pieces of one sentence, which the quotation marks as left out.
/**
 * @param {Passage} passage
 * @param {Run[]} runs
 */
function leftOut(passage, runs) {
  return runs.slice(1).flatMap((after, n) => {
    const before = runs[n];
    /** @type {Span} */
    const there = [before.there + before.length, after.there];
    if (there[0] === there[1]) return [];
    const turned = passage.keys.slice(...there).some((key) => rules().negations.has(key));
    const at = before.given + before.length;
    return [difference(turned ? "negation" : "omission", [at, at], there, true)];
  });
}

// The place where the pieces occur in order within one sentence.
/**
 * @param {Reading} reading
 * @param {Given} given
 * @param {Passage[]} passages
 */
function chainOf(reading, given, passages) {
  const pieces = reading.pieces.map(([start, end]) => ({
    start,
    keys: given.tokens.slice(start, end).map(({ key }) => key),
  }));
  for (const passage of passages) {
    for (const first of passage.runs(pieces[0].keys)) {
      /** @type {Run[]} */
      const runs = [];
      let behind = first;
      for (const { start, keys } of pieces) {
        const there = passage.runs(keys).find((at) => at >= behind);
        if (there === undefined || passage.sentences[there] !== passage.sentences[first]) break;
        runs.push({ given: start, there, length: keys.length });
        behind = there + keys.length;
      }
      if (runs.length === pieces.length) return { passage, runs };
    }
  }
  return null;
}

// The last hit's passage, then those of its text: joined pieces mostly come from nearby.
/**
 * @param {Hit[]} hits
 * @param {Passage[]} passages
 */
function nearTo(hits, passages) {
  const last = hits[hits.length - 1]?.passage;
  if (!last) return passages;
  /** @param {Passage} one */
  const distance = (one) => {
    if (one === last) return 0;
    return one.origin.briefing === last.origin.briefing && one.origin.source === last.origin.source ? 1 : 2;
  };
  return passages.toSorted((one, other) => distance(one) - distance(other));
}

// A hit of some of the tokens, with offsets relative to all tokens.
/**
 * @param {Hit} hit
 * @param {number} offset
 * @returns {Hit}
 */
function movedBy(hit, offset) {
  return {
    ...hit,
    runs: hit.runs.map((run) => ({ ...run, given: run.given + offset })),
    differences: hit.differences.map((one) => ({
      ...one,
      given: [one.given[0] + offset, one.given[1] + offset],
    })),
  };
}
