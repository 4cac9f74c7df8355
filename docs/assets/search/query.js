// Parses a query: words, phrases, exclusions, fields.  Anything else is plain text.
/** @import { Facet, Query } from "../../../types/search" */

import { spans } from "./tokens.js";

const FIELDS = ["speaker", "outlet", "year", "kind", "role", "briefing", "topic", "holds"];

export const LONGEST = 400; // characters: a query of more is a text, and takes as long as one

const PART = new RegExp(
  `(?<=^|\\s)(?<minus>-)?(?:(?<field>${FIELDS.join("|")}):)?` +
    `(?:["\u201c\u201d](?<quoted>[^"\u201c\u201d]+)["\u201c\u201d]|(?<bare>[^\\s"\u201c\u201d]+|["\u201c\u201d]))`,
  "giu",
);

// {plain, phrases: [[word]], without: [[word]], fields: [[field, text, not]], open}: `plain` is what is
// neither, `open` says that the last word may go on.
/**
 * @param {string} typed
 * @returns {Query}
 */
export function parse(typed) {
  const cut = typed.trim().length > LONGEST;
  /** @type {Query} */
  const query = {
    cut, words: [], phrases: [], without: [], fields: [], open: !/\s$/.test(typed), plain: "",
  };
  for (const { groups = {} } of typed.trim().slice(0, LONGEST).matchAll(PART)) {
    const said = groups.quoted ?? groups.bare;
    if (groups.field) {
      const field = groups.field.toLowerCase();
      const facet = /** @type {Facet} */ (field === "role" ? "kind" : field);
      query.fields.push([facet, said, Boolean(groups.minus)]);
      continue;
    }
    const words = spans(said).filter((span) => !span.extra).map((span) => span.word);
    if (!words.length) continue;
    if (groups.minus) query.without.push(words);
    else if (groups.quoted) query.phrases.push(words);
    else query.words.push(said);
  }
  query.plain = query.words.join(" ");
  return query;
}
