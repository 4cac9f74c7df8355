// Draws answers on the page.
/** @import { Answer, Match, Part, Verdict, Wording } from "../../../types/check" */

import * as words from "../interface/check.js";
import { ROOT, el, shownDate } from "../search/dom.js";
import { permalink } from "./permalink.js";
import { filled, said, stretches, supporting, told } from "./telling.js";

const UNFOLDED = 3; // other places that are listed without being asked for
/** @type {Record<Verdict, string>} signs that tell verdicts apart without colour */
const SIGNS = { verbatim: "=", altered: "≠", joined: "+", near: "≈", absent: "∅" };
/** @type {Record<string, (id: string) => string>} */
const PAGES = {
  official: (id) => `speakers/${id}/`,
  chair: (id) => `speakers/${id}/`,
  outlet: (id) => `outlets/${id}/`,
};

/** @param {string} url relative to the site's root */
const address = (url) => new URL(url, ROOT).href;

// A quotation with its sentences.  `look` looks for other places of its sentences.
/**
 * @param {Answer} answer
 * @param {Wording} wording
 * @param {(() => void) | null} look
 */
export function drawAnswer(answer, wording, look) {
  const apart =
    answer.verdict === "joined" && answer.sentences.every(({ verdict }) => verdict === "verbatim");
  return el(
    "div",
    { className: "check-answer" },
    apart
      ? el("p", { className: "check-apart" }, words.apart({ verdict: el("strong", {}, wording.verdicts.joined) }))
      : null,
    answer.chinese ? drawChinese(answer.chinese) : null,
    el("ol", { className: "check-sentences" }, answer.sentences.map((part) => drawPart(part, answer.text, wording, look))),
  );
}

/** @param {{note: string, names: {chinese: string, name: string, url: string}[]}} chinese */
function drawChinese({ note, names }) {
  const known = names.map(({ chinese, name, url }) =>
    el("li", {}, el("span", { lang: "zh" }, chinese), ": ", el("a", { href: address(url) }, name)));
  return el("div", { className: "check-chinese" },
    el("p", {}, note),
    known.length ? el("ul", {}, known) : el("p", {}, words.noNames));
}

/**
 * @param {Part} part
 * @param {string} text the quotation
 * @param {Wording} wording
 * @param {(() => void) | null} look
 */
function drawPart(part, text, wording, look) {
  const { verdict } = part;
  const own = [...text].slice(part.start, part.end).join("");
  const differences = supporting(part).flatMap((match) => match.differences);
  const marked = stretches(
    own,
    differences.map(({ given_start, given_end }) => ({
      start: given_start - part.start,
      end: given_end - part.start,
    })),
  );
  return el(
    "li",
    { className: "check-sentence", "data-verdict": verdict },
    el("p", { className: "check-verdict" },
      el("span", { className: "check-sign", "aria-hidden": "true" }, SIGNS[verdict]),
      el("strong", {}, wording.verdicts[verdict])),
    differences.length ? drawDifferences(differences, wording) : null,
    el("p", { className: "check-given" },
      el("span", { className: "check-label" }, `${words.pasted} `),
      marked.map(({ text: same, differs }) => (differs ? el("del", {}, same) : same))),
    part.short ? el("p", { className: "meta" }, wording.short) : null,
    part.outside ? el("p", { className: "meta" }, words.outside({ words: part.outside })) : null,
    ...(verdict === "absent" ? drawAbsent(own) : drawMatches(part, wording, look)),
    ...drawElsewhere(part.near, text, wording),
  );
}

/**
 * @param {Match["differences"]} differences the gravest first
 * @param {Wording} wording
 */
function drawDifferences(differences, wording) {
  const lines = differences.map((one) => capital(told(one, wording)));
  const [first, ...others] = lines;
  return el("div", { className: "check-differences" },
    el("p", {}, el("strong", {}, `${first}.`)),
    others.length ? el("ul", {}, others.map((line) => el("li", {}, `${line}.`))) : null);
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} quoted */
function drawAbsent(quoted) {
  const search = new URL("search/", ROOT);
  search.searchParams.set("q", quoted.slice(0, 200));
  return [
    el("p", {}, words.nothingLikeIt({ search: el("a", { href: search.href }, words.searchWords) })),
  ];
}

/**
 * @param {Part} part
 * @param {Wording} wording
 * @param {(() => void) | null} look
 */
function drawMatches(part, wording, look) {
  const { verdict, matches, count, more } = part;
  const main = supporting(part);
  const others = matches.slice(main.length);
  const beyond = count - matches.length;
  return [
    ...main.map((match) => drawMatch(match, verdict, wording)),
    others.length ? drawOthers(others, beyond, verdict, wording) : null,
    more && look
      ? el("p", {}, el("button", { type: "button", className: "action", onclick: look }, words.lookFurther))
      : null,
  ];
}

/**
 * @param {Match[]} others
 * @param {number} beyond
 * @param {Verdict} verdict
 * @param {Wording} wording
 */
function drawOthers(others, beyond, verdict, wording) {
  const isSame = verdict === "verbatim";
  const list = el("ul", { className: "check-places" }, others.map((match) =>
    el("li", {},
      el("a", { href: address(permalink(match)) }, words.place({ text: match.text.name, line: match.line })),
      ...quality(match, wording),
      ` · ${said(match, wording).join(", ")} · ${shownDate(match.date ?? undefined)}`,
      verdict === "altered" && match.differences.length
        ? ` · ${match.differences.map((one) => told(one, wording)).join("; ")}`
        : null)));
  const rest = beyond > 0 ? el("p", { className: "meta" }, `${capital(filled(wording.more, { count: beyond }))}.`) : null;
  const number = others.length + Math.max(0, beyond);
  if (others.length <= UNFOLDED) return el("div", { className: "check-others" }, el("p", {}, isSame ? words.sameWords : words.like), list, rest);
  return el("details", { className: "check-others" },
    el("summary", {}, isSame ? words.sameWordsIn({ number }) : words.likeIn({ number })), list, rest);
}

// Other places of the numbers that differ, number by number.
/**
 * @param {Match[]} near
 * @param {string} text the quotation
 * @param {Wording} wording
 */
function drawElsewhere(near, text, wording) {
  const points = [...text];
  const numberOf = (/** @type {Match} */ { given }) => points.slice(...given).join("");
  return [...new Set(near.map(numberOf))].map((number) =>
    el("div", { className: "check-elsewhere" },
      el("p", {}, el("strong", {}, filled(wording.elsewhere, { number }))),
      near.filter((match) => numberOf(match) === number).map((match) => drawMatch({ ...match, likeness: 100 }, "near", wording))));
}

/**
 * @param {Match} match
 * @param {Verdict} verdict
 * @param {Wording} wording
 */
function drawMatch(match, verdict, wording) {
  const [name, ...rest] = said(match, wording);
  const { speaker } = match;
  const page = speaker?.id ? PAGES[speaker.kind]?.(speaker.id) : undefined;
  return el(
    "figure",
    { className: "check-match" },
    el("blockquote", {}, el("p", {}, drawQuote(match, verdict))),
    el("figcaption", {},
      el("p", {}, page ? el("a", { href: address(page) }, name) : name, rest.length ? `, ${rest.join(", ")}` : ""),
      el("p", {}, el("a", { href: address(`briefings/${match.briefing}/`) }, match.event), `, ${shownDate(match.date ?? undefined)}`),
      el("p", {}, el("span", { className: "check-text" }, match.text.name),
        publisher(match), ...quality(match, wording)),
      el("p", {}, el("a", { href: address(permalink(match)) }, words.open({ line: match.line })))),
  );
}

// The publisher, unless the name of the text contains it.
/** @param {Match} match */
function publisher({ text }) {
  return text.publisher && !text.name.includes(text.publisher) ? `, ${text.publisher}` : "";
}

/**
 * @param {Match} match
 * @param {Wording} wording
 */
function quality({ text }, wording) {
  if (!text.quality) return [];
  const grade = wording.qualities[text.quality] ?? text.quality;
  return text.by_machine ? [" ", el("span", { className: "badge quality" }, grade)] : [`, ${grade}`];
}

// The words of the text in their sentence, with differing ones marked; the rest of the sentence
// is grey.
/**
 * @param {Match} match
 * @param {Verdict} verdict
 */
function drawQuote(match, verdict) {
  const { sentence, quote, at, start, differences } = match;
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + quote.length);
  const spans = verdict === "near" ? [] : differences.map((one) => ({
    start: one.start - start,
    end: one.end - start,
    marked: one.marked,
  }));
  return [
    before ? el("span", { className: "check-around" }, before) : null,
    ...stretches(quote, spans).map(({ text, differs }) => (differs ? el("ins", {}, text) : text)),
    after.trim() ? el("span", { className: "check-around" }, after) : null,
  ];
}
