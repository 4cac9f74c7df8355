// Answers in sentences; the words for verdicts and differences are shared with the command.
/** @import { Answer, AnswerDifference, Match, Part, Verdict, Wording } from "../../../types/check" */

import * as words from "../interface/check.js";
import { sentences } from "./paste.js";

/** @type {Verdict[]} */
const ORDER = ["altered", "joined", "near", "absent"];

// How many sentences a part of an answer has: consecutive ones may form one part.
/**
 * @param {Answer} answer
 * @param {Part} part
 */
const size = ({ text, sentences: parts }, part) =>
  parts.length === 1 && part.end - part.start >= [...text].length ? sentences(text).length : 1;

// The summary above all results.
/** @param {Answer[]} answers */
export function overall(answers) {
  /** @type {Map<Verdict, number>} */
  const found = new Map();
  let total = 0;
  for (const answer of answers) {
    for (const part of answer.sentences) {
      const several = size(answer, part);
      total += several;
      found.set(part.verdict, (found.get(part.verdict) ?? 0) + several);
    }
  }
  const same = found.get("verbatim") ?? 0;
  if (answers.every(({ chinese, verdict }) => chinese && verdict === "absent"))
    return words.chinese;
  if (!total) return answers.some(({ chinese }) => chinese) ? "" : words.noWords;
  if (total === 1) return single(answers.flatMap((answer) => answer.sentences)[0]);
  const apart = answers.some(
    ({ verdict, sentences: parts }) =>
      verdict === "joined" && parts.every((part) => part.verdict === "verbatim"),
  );
  if (same === total) return apart ? words.allStandApart({ total }) : words.allStand({ total });
  const others = ORDER.flatMap((verdict) => {
    const number = found.get(verdict);
    return number ? OF_SEVERAL[verdict]({ count: number }) : [];
  });
  if (!same) return words.noneStand({ total, others: others.join(", ") });
  const stand = apart ? words.someStandApart : words.someStand;
  return stand({ count: same, total, others: others.join(", ") });
}

/** @type {Record<string, (words: { count: number }) => string>} */
const OF_SEVERAL = {
  altered: words.areAltered, joined: words.areJoined, near: words.areNear, absent: words.areAbsent,
};

// The places that a verdict is based on: the first for words in one place, all for pieces and near ones.
/** @param {Part} part */
export function supporting({ verdict, matches, inPieces }) {
  return inPieces || verdict === "near" ? matches : matches.slice(0, 1);
}

/** @param {Part} part */
function single(part) {
  const { verdict } = part;
  if (verdict === "verbatim") return words.verbatim;
  if (verdict === "altered") {
    const differences = supporting(part).flatMap((match) => match.differences).length;
    return differences
      ? words.alteredWith({ differences: words.differences({ count: differences }) })
      : words.altered;
  }
  if (verdict === "joined") return words.joined;
  if (verdict === "near") return words.near;
  return words.absent;
}

// A difference in words, as the command prints it.
/**
 * @param {AnswerDifference} one
 * @param {Wording} wording
 */
export function told({ kind, given, stands, marked }, wording) {
  let pattern = given ? wording.added : wording.missing;
  if (given && stands) pattern = wording.difference;
  const values = { kind: wording.kinds[kind], given: `“${given}”`, stands: `“${stands}”` };
  return `${filled(pattern, values)}${marked ? wording.marked : ""}`;
}

// The speaker, their role, and whether the words are reported by somebody else.
/**
 * @param {Match} match
 * @param {Wording} wording
 */
export function said({ speaker, role, mode }, wording) {
  return [
    speaker?.name ?? wording.speaker_not_given,
    role,
    mode === "reported" ? wording.reported : null,
  ].filter((part) => typeof part === "string" && part !== "");
}

/**
 * @param {string} pattern
 * @param {Record<string, string | number>} values
 */
export function filled(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

// A text as a sequence of differing and matching stretches.
/**
 * @param {string} text
 * @param {{start: number, end: number}[]} spans in code points of the text
 * @returns {{text: string, differs: boolean}[]}
 */
export function stretches(text, spans) {
  const points = [...text];
  const ordered = spans.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start);
  /** @type {{text: string, differs: boolean}[]} */
  const parts = [];
  let at = 0;
  for (const { start, end } of ordered) {
    if (end <= at) continue;
    parts.push({ text: points.slice(at, Math.max(at, start)).join(""), differs: false });
    parts.push({ text: points.slice(Math.max(at, start), end).join(""), differs: true });
    at = end;
  }
  parts.push({ text: points.slice(at).join(""), differs: false });
  return parts.filter((part) => part.text);
}
