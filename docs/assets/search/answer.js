// Draws the number that answers a question, above the hits.
/** @import { Answer, From, Statement } from "../../../types/search" */

import * as words from "../interface/search.js";
import { ROOT, el, shownDate } from "./dom.js";
import { origin } from "./draw.js";

const OTHERS = 3; // statements named below the one that answers

/** @param {Answer} answer */
export function drawAnswer({ hit, statements }) {
  const [best, ...others] = statements;
  const all = hit.card?.of ?? 0; // none where it is a number of a passage
  return el(
    "section",
    { className: "answer", "aria-label": words.answer },
    el("p", { className: "answer-head" }, link(hit.url, hit.title ?? "")),
    el(
      "p",
      { className: "answer-value" },
      el("a", { href: passage(best) }, best.value),
      el("span", {}, ` ${period(best)}`),
    ),
    el("p", { className: "hit-facts" }, said(best)),
    ...best.against.map(([value, of, url]) =>
      el("p", { className: "answer-against" }, words.anotherSays({ value: link(url, value), text: origin(of) }))),
    ...(best.disputes ?? []).map(([title, url]) =>
      el("p", { className: "answer-against" }, words.disagree({ difference: link(url, title) }))),
    ...(best.related ?? []).map(([title, url]) =>
      el("p", { className: "hit-facts" }, words.seeAlso({ number: link(url, title) }))),
    others.length
      ? el("p", { className: "hit-facts" }, words.alsoStated({ statements: joined(others.slice(0, OTHERS).map(another)) }))
      : null,
    all > 1
      ? el("p", { className: "hit-facts" }, link(hit.url, words.compared({ statements: words.statements({ count: all }) })))
      : null,
  );
}

// On one line, for the list below a search box.
/** @param {Answer} answer */
export function answerLine({ statements: [best] }) {
  return {
    href: passage(best),
    value: best.value,
    told: [period(best), best.of[0], best.of[3] ? best.of[2] : ""].filter(Boolean).join(", "),
  };
}

/**
 * @param {string} url
 * @param {string} text
 */
function link(url, text) {
  return el("a", { href: new URL(url, ROOT).href }, text);
}

// The address of a statement, on whose page the number is marked.
/** @param {Statement} statement */
function passage({ url, value }) {
  const address = new URL(url, ROOT);
  const [number] = /\d.*$/.exec(value) ?? [];
  if (number) address.searchParams.append("h", number);
  return address.href;
}

/** @param {Statement} statement */
function period({ period: stated = "" }) {
  const [time, base] = stated.split(/\s*\bvs\b\s*/);
  if (!time) return words.periodUnknown;
  return base ? words.against({ period: time, base }) : time;
}

/** @param {Statement} statement */
function said({ speaker, told, of }) {
  const date = shownDate(told);
  const parts = [speaker, told && (of[4] ? words.reportedOn({ date }) : words.statedOn({ date }))].filter(Boolean);
  return [parts.join(", "), parts.length ? " · " : "", origin(of)].flat();
}

/** @param {Statement} statement */
function another(statement) {
  const machine = statement.of[3] ? `, ${statement.of[2]}` : "";
  return el("span", {}, el("a", { href: passage(statement) }, statement.value),
    ` ${period(statement)} (${statement.of[0]}${machine})`);
}

/** @param {Node[]} items */
function joined(items) {
  return items.flatMap((item, n) => (n ? ["; ", item] : [item]));
}
