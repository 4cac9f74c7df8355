// What a reader typed: words, phrases, exclusions, fields.  What is not understood is plain text.

import { spans } from "./tokens.js";

export const FIELDS = ["speaker", "outlet", "year", "kind", "role", "briefing", "topic", "holds"];

const PART = new RegExp(
  `(?<=^|\\s)(?<minus>-)?(?:(?<field>${FIELDS.join("|")}):)?` +
    `(?:["\u201c\u201d](?<quoted>[^"\u201c\u201d]+)["\u201c\u201d]|(?<bare>[^\\s"\u201c\u201d]+|["\u201c\u201d]))`,
  "giu",
);

// {words: [{word, phrase, group}], phrases: [[word]], without: [[word]], fields: [[field, text]]}
// `group` numbers what was written as one: anti-fraud, 6.05 million.
export function parse(typed) {
  const query = { words: [], phrases: [], without: [], fields: [], open: !/\s$/.test(typed) };
  for (const { groups } of typed.trim().matchAll(PART)) {
    const said = groups.quoted ?? groups.bare;
    if (groups.field) {
      const field = groups.field.toLowerCase();
      query.fields.push([field === "role" ? "kind" : field, said, Boolean(groups.minus)]);
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

// The query as it would be typed with one part of it added or taken out.
export function withField(typed, field, value) {
  const said = /\s/.test(value) ? `"${value}"` : value;
  return `${typed.trim()} ${field}:${said}`.trim();
}
