// Draws hits, in the header's list and on the search page.
/** @import { Found, From, Hit, Results } from "../../../types/search" */

import * as things from "../interface/things.js";
import * as words from "../interface/search.js";
import { ROOT, el, shownDate } from "./dom.js";
import { excerpt, wordings } from "./excerpt.js";
import { badge, isPassage } from "./kinds.js";

// The address of a hit, with the words to mark on its page.
/**
 * @param {Hit} hit
 * @param {string[][][]} marks
 */
export function address(hit, marks) {
  const url = new URL(hit.url, ROOT);
  if (isPassage(hit.kind)) {
    for (const wording of wordings(hit.text ?? "", marks)) url.searchParams.append("h", wording);
  }
  return url.href;
}

// A hit's kind and source, on one line.
/** @param {Hit} hit */
export function headline(hit) {
  if (!isPassage(hit.kind)) return hit.title ?? "";
  const who = (hit.speakers ?? []).map(([name]) => name).join(", ");
  const asked = hit.outlet?.[0];
  const date = shownDate(hit.date);
  if (hit.kind === "outlet") return words.questionOf({ outlet: asked ?? words.anOutlet, date });
  if (hit.kind === "unknown" && !who) return words.questionOfUnknown({ date });
  if (hit.kind === "article") return who ? words.textOn({ text: textOf(hit), people: who }) : textOf(hit);
  if (hit.kind === "chair") return words.chairSaid({ name: who || words.theChair, date });
  return asked ? words.saidTo({ people: who, outlet: asked, date }) : words.saidOn({ people: who, date });
}

/** @param {Hit} hit */
function textOf({ from, date }) {
  return from?.[0] ?? words.articleOf({ date: shownDate(date) });
}

// What stands beside the line: what a page is of, or that the words are a machine's.
/** @param {Hit} hit */
export function badges({ kind, from }) {
  const page = badge(kind);
  const [, , quality, byMachine] = from ?? [];
  return [
    page ? el("span", { className: "badge" }, page) : null,
    byMachine ? el("span", { className: "badge quality" }, quality ?? "") : null,
  ];
}

// The text that a hit comes from, and its quality.
/** @param {From} from */
export function origin([name, url, quality, byMachine]) {
  const named = el("a", { href: new URL(url, ROOT).href }, name);
  if (!quality) return [named];
  return [named, byMachine ? " " : ", ", byMachine ? el("span", { className: "badge quality" }, quality) : quality];
}

/** @param {{text: string, found: boolean}[]} parts */
function marked(parts) {
  return parts.map(({ text, found }) => (found ? el("mark", {}, text) : text));
}

/**
 * @param {Hit} hit
 * @param {string[][][]} marks
 * @param {number} [length]
 */
export function shownText(hit, marks, length) {
  const text = hit.text || (hit.names ?? []).join(" · ");
  return marked(excerpt(text, marks, length));
}

// One hit of the search page: its first link leads to it, those that follow to what belongs to it.
/**
 * @param {Hit} hit
 * @param {Pick<Results<unknown>, "marks">} found
 * @param {Pick<Found<unknown>, "missing" | "facts">} record
 */
export function listed(hit, { marks }, record) {
  /**
   * @param {string} url
   * @param {string} text
   */
  const link = (url, text) => el("a", { href: new URL(url, ROOT).href }, text);
  const facts = [];
  const passage = isPassage(hit.kind);
  if (passage) {
    for (const [name, id] of hit.speakers ?? []) {
      facts.push(el("span", {}, link(`speakers/${id}/`, name), hit.role ? `, ${hit.role}` : ""));
    }
    if (hit.outlet) {
      const [name, id] = hit.outlet;
      facts.push(el("span", {}, words.askedBy({ outlet: link(`outlets/${id}/`, name) })));
    }
  }
  for (const [where, url] of hit.also ?? []) {
    facts.push(el("span", {}, words.alsoIn({ place: link(url, where) })));
  }
  return el(
    "li",
    { className: "hit" },
    el(
      "p",
      { className: "hit-head" },
      el("a", { href: address(hit, marks) }, headline(hit)),
      ...badges(hit),
      passage && record.facts.kind.length > 1 ? el("span", { className: "badge" }, things.announcement.one) : null,
    ),
    el("p", { className: passage ? "hit-text said" : "hit-text" }, shownText(hit, marks)),
    record.missing?.length
      ? el("p", { className: "hit-facts" }, words.without({ words: record.missing.join(", ") }))
      : null,
    hit.figures ? el("p", { className: "hit-facts" }, words.figures({ figures: hit.figures.join(" · ") })) : null,
    facts.length ? el("p", { className: "hit-facts" }, joined(facts)) : null,
    passage && hit.from && hit.kind !== "article" ? el("p", { className: "hit-facts" }, words.text({ text: origin(hit.from) })) : null,
    hit.kind !== "briefing" && hit.briefing
      ? el("p", { className: "hit-briefing" }, link(`briefings/${hit.briefing[1]}/`, hit.briefing[0]))
      : null,
  );
}

/** @param {Node[]} items */
function joined(items) {
  return items.flatMap((item, n) => (n ? [" · ", item] : [item]));
}
