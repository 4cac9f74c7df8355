/* Creates and parses text fragments (`#:~:text=`), which lead to words of a page, and follows them in
   browsers that do not support them.  A page is one string here: its blocks are lines, and any other
   white space is one space. */
import { firstWords, isBoundary, lastWords } from "./words.js";

/**
 * The words that a text fragment specifies: all of them, or the first and the last ones.
 * @typedef {{prefix: string, start: string, end: string, suffix: string}} Wanted
 */
/** @typedef {{start: number, end: number}} Stretch */

const CONTEXT = 4; // words before and after, where the quoted ones recur
const CONTEXTS = [0, CONTEXT, 2 * CONTEXT, 4 * CONTEXT, 8 * CONTEXT];
const LONGEST = 200; // letters that an address names one by one
const EDGES = [5, 10, 20]; // words at either end of a longer stretch

/** @param {string} text */
export const fold = (text) => text.replace(/\s+/g, " ").trim();

/** @param {string} words */
const encode = (words) => encodeURIComponent(words).replace(/-/g, "%2D");

/** @param {Wanted} wanted */
const written = ({ prefix, start, end, suffix }) => {
  const parts = [
    prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(",")}`;
};

/**
 * Context that identifies the occurrence: the quoted words with those around them; "" if unique.
 * @param {string} content the passage as the page has it
 * @param {string} quote words of it, white space folded
 * @param {number} at where in `content` they begin
 */
export const directive = (content, quote, at) => {
  const text = fold(content);
  if (text.split(quote).length <= 2) return "";
  const start = text.indexOf(quote, Math.max(0, fold(content.slice(0, at)).length - 1));
  if (start < 0) return "";
  const prefix = text.slice(0, start).trim().split(" ").slice(-CONTEXT).join(" ");
  const suffix = text.slice(start + quote.length).trim().split(" ").slice(0, CONTEXT).join(" ");
  return written({ prefix, start: quote, end: "", suffix });
};

/* ---- Following ---- */

/**
 * In small letters, each where it was.
 * @param {string} text
 */
const small = (text) =>
  text.replace(/\p{Lu}/gu, (letter) => {
    const other = letter.toLowerCase();
    return other.length === letter.length ? other : letter;
  });

/**
 * @param {string} text
 * @param {number} at
 */
const afterSpace = (text, at) => at + (/^\s*/.exec(text.slice(at, at + 9))?.[0].length ?? 0);

/**
 * The next occurrence of whole words.
 * @param {string} text
 * @param {string} words
 * @param {number} from
 */
const next = (text, words, from) => {
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1))
    if (isBoundary(text, at) && isBoundary(text, at + words.length)) return at;
  return -1;
};

/**
 * @param {string} text
 * @param {string} words
 * @param {number} at
 */
const standsAt = (text, words, at) =>
  text.startsWith(words, at) && isBoundary(text, at + words.length);

/**
 * The end of the wanted words if they begin at this offset; -1 if other words follow.
 * @param {string} text
 * @param {Wanted} wanted
 * @param {number} begin
 */
const endOf = (text, { start, end, suffix }, begin) => {
  /** @param {number} stop */
  const fits = (stop) => !suffix || standsAt(text, suffix, afterSpace(text, stop));
  const first = begin + start.length;
  if (!end) return fits(first) ? first : -1;
  for (let at = next(text, end, first); at >= 0; at = next(text, end, at + 1))
    if (fits(at + end.length)) return at + end.length;
  return -1;
};

/**
 * @param {string} text in small letters, as `wanted` is
 * @param {Wanted} wanted
 * @param {number} from
 * @returns {Stretch | null}
 */
const search = (text, wanted, from) => {
  const { prefix, start } = wanted;
  const head = prefix || start;
  for (let at = next(text, head, from); at >= 0; at = next(text, head, at + 1)) {
    const begin = prefix ? afterSpace(text, at + prefix.length) : at;
    if (!standsAt(text, start, begin)) continue;
    const end = endOf(text, wanted, begin);
    if (end >= 0) return { start: begin, end };
  }
  return null;
};

/** @param {Wanted} wanted */
const smallWanted = ({ prefix, start, end, suffix }) => ({
  prefix: small(prefix), start: small(start), end: small(end), suffix: small(suffix),
});

/**
 * The first occurrence of the wanted words, found as browsers do: as whole words, ignoring case;
 * null if there is none.
 * @param {string} page
 * @param {Wanted} wanted
 * @param {number} from
 */
export const find = (page, wanted, from = 0) => search(small(page), smallWanted(wanted), from);

/**
 * The words wanted by the first text fragment of an address; null if it has none.
 * @param {string} hash
 * @param {(part: string) => string} decode
 * @returns {Wanted | null}
 */
export const parsed = (hash, decode) => {
  const parts = /:~:(?:.*?&)?text=([^&]+)/.exec(hash)?.[1].split(",") ?? [];
  const prefix = parts[0]?.endsWith("-") ? /** @type {string} */ (parts.shift()).slice(0, -1) : "";
  const suffix = parts.at(-1)?.startsWith("-") ? /** @type {string} */ (parts.pop()).slice(1) : "";
  const [start, end = "", ...more] = parts;
  if (!start || more.length) return null;
  const [a, b, c, d] = [prefix, start, end, suffix].map((part) => fold(decode(part)));
  return { prefix: a, start: b, end: c, suffix: d };
};

/* ---- Making ---- */

/**
 * Ways to specify a stretch of text, the shortest first.
 * @param {string} page
 * @param {Stretch} stretch
 * @returns {Generator<Wanted, void>}
 */
function* ways(page, { start, end }) {
  const words = page.slice(start, end);
  const lines = words.split("\n");
  const before = page.slice(page.lastIndexOf("\n", start - 1) + 1, start).trim();
  const after = page.slice(end).split("\n", 1)[0].trim();
  const named =
    lines.length === 1 && words.length <= LONGEST
      ? [{ start: words, end: "" }]
      : EDGES.map((count) => ({
          start: firstWords(lines[0], count),
          end: lastWords(lines[lines.length - 1], count),
        }));
  for (const count of CONTEXTS)
    for (const one of named)
      yield { ...one, prefix: lastWords(before, count), suffix: firstWords(after, count) };
}

/**
 * The text fragment that leads only to this stretch of whole words; if its context recurs too,
 * one whose first match it is; "" if there is none.
 * @param {string} page
 * @param {Stretch} stretch
 */
export const fragmentTo = (page, stretch) => {
  const text = small(page);
  let second = "";
  for (const wanted of ways(page, stretch)) {
    const sought = smallWanted(wanted);
    const found = search(text, sought, 0);
    if (found?.start !== stretch.start || found.end !== stretch.end) continue;
    if (!search(text, sought, stretch.start + 1)) return written(wanted);
    second ||= written(wanted);
  }
  return second;
};
