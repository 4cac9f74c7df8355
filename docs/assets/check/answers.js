// Answers on quotations: a verdict for each sentence, with the places it is based on
// (section 9 of architecture/quotations.md).
/** @import { Answer, Difference, Elsewhere, Find, FindSome, Hit, Judged, Likely, Match, Part, Reading, Span, Texts, Token, Verdict } from "../../../types/check" */

import { inPoints } from "./characters.js";
import { elsewhere } from "./elsewhere.js";
import { judge, judgeInARow } from "./judging.js";
import { Passage } from "./passages.js";
import { sentences } from "./paste.js";
import { rules } from "./rules.js";
import { tokens } from "./tokens.js";

/** @type {Verdict[]} */
const WORST_FIRST = ["absent", "near", "altered", "joined", "verbatim"];

// The answer on one quotation of one or more sentences.  Offsets count code points.
// Unless `everywhere`, not all blocks that have all that was asked for may be looked at: `more` of a
// part says so.
/**
 * @param {string} quotation
 * @param {Texts} texts
 * @param {boolean} everywhere
 * @returns {Promise<Answer>}
 */
export async function answer(quotation, texts, everywhere = true) {
  const parts = await partsOf(quotation, texts, everywhere ? Number.POSITIVE_INFINITY : 0);
  let verdict = WORST_FIRST.find((one) => parts.some((part) => part.verdict === one)) ?? "absent";
  if (parts.length > 1 && verdict === "verbatim" && !follow(parts)) {
    if (parts.some(({ more }) => more)) return answer(quotation, texts, true);
    verdict = "joined";
  }
  return {
    text: quotation,
    verdict,
    matches: parts.flatMap(({ matches }) => matches),
    sentences: parts,
    chinese: texts.chinese(quotation),
  };
}

/**
 * @param {string} quotation
 * @param {Texts} texts
 * @param {number} others blocks beyond the first ones
 */
async function partsOf(quotation, texts, others) {
  const spans = sentences(quotation);
  const worded = spans.filter((span) => tokens(quotation.slice(...span)).length);
  // What the sentences need is fetched together with what they need as a whole.
  const parts = Promise.all(worded.map((span) => partOf(quotation, span, texts, others)));
  if (spans.length > 1) {
    const whole = await inARow(quotation, texts, others);
    if (whole) {
      parts.catch(() => {});
      return [whole];
    }
  }
  return parts;
}

/**
 * @param {string} quotation
 * @param {Span} span
 * @param {Texts} texts
 * @param {number} others blocks beyond the first ones
 * @returns {Promise<Part>}
 */
async function partOf(quotation, span, texts, others) {
  const { find, leftOut } = finding(texts, others);
  const found = await judge(quotation.slice(...span), find.byRows, find.byWords);
  if (leftOut() && found.verdict !== "verbatim" && !others) return partOf(quotation, span, texts, rules().limits.blocks_more);
  const near = await elsewhere(found, find.byNumbers);
  return described(quotation, span, found, near, leftOut());
}

// The verdict on several sentences if they occur together, word for word; otherwise null.
/**
 * @param {string} quotation
 * @param {Texts} texts
 * @param {number} others blocks beyond the first ones
 * @returns {Promise<Part | null>}
 */
async function inARow(quotation, texts, others) {
  const { find, leftOut } = finding(texts, others);
  const found = await judgeInARow(quotation, find.byRows);
  if (found) return described(quotation, [0, quotation.length], found, [], leftOut());
  return leftOut() && !others ? inARow(quotation, texts, rules().limits.blocks_more) : null;
}

// Look-ups that record whether texts were left out.
/**
 * @param {Texts} texts
 * @param {number} others blocks beyond the first ones
 */
function finding(texts, others) {
  let some = false;
  /** @param {FindSome} find @returns {Find} */
  const noted = (find) => async (pieces) => {
    const { passages, more } = await find(pieces, others);
    some ||= more;
    return passages;
  };
  const [byRows, byWords, byNumbers] = [texts.byRows, texts.byWords, texts.byNumbers].map(noted);
  return { find: { byRows, byWords, byNumbers }, leftOut: () => some };
}

// Whether the sentences follow one another in one text, for some choice of their places.
/** @param {Part[]} parts */
function follow(parts) {
  /** @param {Match} match @param {number} sentence */
  const place = ({ source, order }, sentence) => `${order.passage} ${sentence} ${source}`;
  /** @param {Match} match */
  const passage = ({ source, order }) => `${order.passage} ${source}`;
  /** @type {Match[]} */
  let reached = parts[0].matches;
  for (const { matches } of parts.slice(1)) {
    const sentenceEnds = new Set(reached.map((one) => place(one, one.order.last)));
    const passages = new Set(reached.map(passage));
    reached = matches.filter(
      (one) =>
        sentenceEnds.has(place(one, one.order.first - 1)) ||
        (one.order.first === 0 &&
          passages.has(passage({ ...one, order: { ...one.order, passage: one.order.passage - 1 } }))),
    );
  }
  return reached.length > 0;
}

/**
 * @param {string} quotation
 * @param {Span} span
 * @param {Judged} found
 * @param {Elsewhere[]} near
 * @param {boolean} more
 * @returns {Part}
 */
function described(quotation, span, found, near, more) {
  const { reading, verdict } = found;
  const points = inPoints(quotation);
  /** @param {number} at in the sentence */
  const inQuotation = (at) => points(at + span[0]);
  const telling = reading.tokens.filter(({ key }) => !rules().small.has(key));
  return {
    start: points(span[0]),
    end: points(span[1]),
    verdict,
    likeness: verdict === "absent" ? null : found.likeness,
    count: found.count,
    short: reading.tokens.length <= rules().limits.short || telling.length < 2,
    matches: [
      ...found.hits.map((hit) => matchOf(hit, reading, inQuotation)),
      ...found.likely.map((one) => likelyMatch(one, reading, inQuotation)),
    ],
    near: near.map((one) => ({
      ...likelyMatch(one, reading, inQuotation),
      // If only part of a sentence is quoted speech, the speaker of the part with the number.
      ...speakerOf(one.passage, spanOf(one.passage.tokens, [one.there, one.there + 1])),
      given: pair(spanOf(reading.tokens, [one.given, one.given + 1]), inQuotation),
    })),
    outside: reading.outside || null,
    inPieces: verdict === "joined" || (reading.pieces.length > 1 && found.hits.length > 1),
    more,
  };
}

/** @typedef {(at: number) => number} Offset */

/**
 * @param {Span} span
 * @param {Offset} inQuotation
 * @returns {Span}
 */
const pair = ([start, end], inQuotation) => [inQuotation(start), inQuotation(end)];

/**
 * @param {Hit} hit
 * @param {Reading} reading
 * @param {Offset} inQuotation
 * @returns {Match}
 */
function matchOf({ passage, runs, differences, likeness }, reading, inQuotation) {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  const edges = differences.map(({ there }) => there).filter(([start, end]) => start < end);
  const from = Math.min(first.there, ...edges.map(([start]) => start));
  const to = Math.max(last.there + last.length, ...edges.map(([, end]) => end));
  const words = passage.tokens;
  const given = spanOf(reading.tokens, [first.given, last.given + last.length]);
  return {
    ...place(passage, [words[from].start, words[to - 1].end]),
    likeness,
    given: pair(given, inQuotation),
    differences: differences.map((one) => differenceOf(one, reading, passage, inQuotation)),
    order: { passage: passage.n, first: passage.sentences[from], last: passage.sentences[to - 1] },
  };
}

/**
 * @param {Likely} likely
 * @param {Reading} reading
 * @param {Offset} inQuotation
 * @returns {Match}
 */
function likelyMatch({ passage, sentence, likeness }, { span }, inQuotation) {
  return {
    ...place(passage, passage.spans[sentence]),
    likeness,
    given: pair(span, inQuotation),
    differences: [],
    order: { passage: passage.n, first: 0, last: 0 },
  };
}

/**
 * @param {Passage} passage
 * @param {Span} span
 */
function place(passage, span) {
  const { origin, text } = passage;
  const points = inPoints(text);
  const [start, end] = span;
  const inside = passage.spans.filter(([a, b]) => a < end && start < b);
  const from = inside.length ? inside[0][0] : start;
  return {
    briefing: origin.briefing,
    source: origin.source,
    passage: passage.id,
    line: passage.line,
    start: points(start),
    end: points(end),
    quote: text.slice(start, end),
    sentence: text.slice(from, inside.length ? inside[inside.length - 1][1] : end),
    ...speakerOf(passage, span),
    event: origin.title,
    date: origin.date,
    text: origin.text,
    url: `briefings/${origin.briefing}/#${passage.id}`,
    // The offset of the words in the whole sentence, in code units.
    at: start - from,
  };
}

// The speaker of the words, their role, and whether the words are direct or reported.
/**
 * @param {Passage} passage
 * @param {Span} span
 * @returns {Pick<Match, "speaker" | "role" | "mode">}
 */
function speakerOf({ speaker, quoted }, [start, end]) {
  if (speaker) {
    const { kind, id, name, role } = speaker;
    return { speaker: { kind, id, name }, role, mode: "direct" };
  }
  const holding = quoted.filter((one) => one.start < end && start < one.end);
  const said =
    holding.find((one) => one.mode === "direct" && one.start <= start && end <= one.end + 1) ??
    holding.find((one) => one.mode === "reported");
  if (!said) return { speaker: null, role: null, mode: null };
  const { id, name, role, mode } = said;
  return { speaker: { kind: "official", id, name }, role, mode };
}

// The span from the first character of some tokens to the last; if there are none, between them.
/**
 * @param {Token[]} words
 * @param {Span} part
 * @returns {Span}
 */
function spanOf(words, [start, end]) {
  if (start < end) return [words[start].start, words[end - 1].end];
  const at = start ? words[start - 1].end : (words[0]?.start ?? 0);
  return [at, at];
}

/**
 * @param {Difference} one
 * @param {Reading} reading
 * @param {Passage} passage
 * @param {Offset} inQuotation
 */
function differenceOf({ kind, given, there, marked }, reading, passage, inQuotation) {
  const mine = spanOf(reading.tokens, given);
  const theirs = spanOf(passage.tokens, there);
  const points = inPoints(passage.text);
  return {
    kind,
    given: reading.text.slice(...mine),
    stands: passage.text.slice(...theirs),
    given_start: inQuotation(mine[0]),
    given_end: inQuotation(mine[1]),
    start: points(theirs[0]),
    end: points(theirs[1]),
    marked,
  };
}
