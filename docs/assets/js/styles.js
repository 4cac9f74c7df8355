/* The four citation styles, the same as in `briefings/cite/`: `tests/cases/cite/` tests both.
   This module does not access the page. */
import {
  GENRES, MONTHS, addressOf, authorsOf, eventOf, folded, given, inWords, inner, inverted,
  isTranscript, joined, keyOf, located, notesOf, padded, parts, reporting,
} from "./references.js";

/** @typedef {import("./references.js").Name} Name */
/** @typedef {import("./references.js").Reference} Reference */
/** @typedef {import("./references.js").Text} Text */

/* ---- Chicago ---- */

/**
 * The kind of text, its event, its quality, and who published it when.
 * @param {Text} text
 * @param {string} lead
 */
const described = (text, lead) => {
  const about = eventOf(text);
  const quality = text.quality ? ` (${text.quality})` : "";
  const issued = inWords(text.issued) || "n.d.";
  if (text.kind === "article") {
    const isNamed = text.authors?.some((one) => one.name === text.publisher);
    const publisher = isNamed ? "" : text.publisher;
    return [publisher, issued + quality, joined("report on a press briefing", about)];
  }
  if (!isTranscript(text)) return about ? [joined("press briefing", about)] : [];
  const isPublished = text.publisher && text.issued && text.issued !== text.held;
  // The host of the briefing is named only once.
  const event = text.host === lead ? eventOf({ ...text, host: "" }) : about;
  return [
    GENRES[text.kind].toLowerCase(),
    (event || (isPublished ? "" : "n.d.")) + quality,
    text.publisher === text.host || text.publisher === lead ? "" : text.publisher,
    isPublished ? issued : "",
  ];
};

/** @param {Reference} reference */
const chicago = (reference) => {
  const { text, locator, accessed } = reference;
  const lead = reporting(reference) || joined(...authorsOf(reference).map((one) => one.name));
  const told = joined(
    lead,
    `“${inner(text.title.replace(/[.,]+$/, ""))}”`,
    ...described(text, lead),
    located(reference),
    locator?.words && `at “${inner(locator.words)}”`,
    locator?.value && `figure “${inner(locator.value)}”`,
    text.original && `original at ${text.original}`,
    text.archived && `archived at ${text.archived}`,
    text.site,
    accessed && `accessed ${inWords(accessed)}`,
    addressOf(reference),
  );
  return `${told}.`;
};

/* ---- BibTeX ---- */

// BibTeX counts braces even if they are escaped: unbalanced ones must be written as commands.
/** @type {Record<string, string>} */
const LONE = { "{": "\\textbraceleft{}", "}": "\\textbraceright{}" };
/** @type {Record<string, string>} */
const TEX = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** @param {string} text */
const isBalanced = (text) => {
  let depth = 0;
  for (const sign of text) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** @param {string} [text] */
const tex = (text = "") => {
  const signs = isBalanced(text) ? TEX : { ...TEX, ...LONE };
  return text.replace(/[&%$#_{}\\~^]/g, (sign) => signs[sign] ?? `\\${sign}`);
};

/** @param {string} [date] */
const known = (date = "") => (parts(date).year === null ? "" : date);

/** @param {Reference} reference */
const bibtex = (reference) => {
  const { text, accessed } = reference;
  const { year, month } = parts(text.issued);
  const isArticle = text.kind === "article";
  const authors = authorsOf(reference).map((one) =>
    given(one) ? tex(inverted(one)) : `{${tex(one.name)}}`,
  );
  const address = addressOf(reference).replace(
    /[{}\\"<>^`| ]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const fields = Object.entries({
    author: authors.join(" and "),
    title: `{${tex(text.title)}}`,
    journal: isArticle ? tex(text.publisher) : "",
    howpublished: GENRES[text.kind] ?? "",
    organization: isTranscript(text) ? tex(text.host) : "",
    publisher: isTranscript(text) ? tex(text.publisher) : "",
    eventtitle: tex(text.event),
    eventdate: known(text.held),
    venue: tex(text.place),
    year: year === null ? "" : padded(year, 4),
    month: month && year !== null ? MONTHS[month - 1].slice(0, 3).toLowerCase() : "",
    date: known(text.issued),
    note: tex([...notesOf(reference), text.site].filter(Boolean).join(". ")),
    url: address,
    urldate: known(accessed),
  });
  const lines = fields
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = ${name === "month" ? value : `{${value}}`}`);
  const sort = isArticle && text.publisher ? "article" : "misc";
  return `@${sort}{${keyOf(reference)},\n${lines.join(",\n")}\n}`;
};

/* ---- RIS ---- */

/** @param {string} [date] */
const slashed = (date) => {
  const { year, month, day } = parts(date);
  if (year === null) return "";
  const rest = [month, day].filter((one) => one !== null);
  return [padded(year, 4), ...rest.map((one) => padded(one, 2))].join("/");
};

/** @param {Reference} reference */
const ris = (reference) => {
  const { text, locator, accessed } = reference;
  const { year } = parts(text.issued);
  const isPage = text.kind === "page";
  /** @type {[string, string | undefined][]} */
  const fields = [
    ["TY", isPage ? "ELEC" : text.kind === "article" ? "NEWS" : "GEN"],
    ["ID", keyOf(reference)],
    ...authorsOf(reference).map((one) => /** @type {[string, string]} */ (["AU", inverted(one)])),
    ["TI", text.title],
    ["T2", text.kind === "article" ? text.publisher : ""],
    ["PY", year === null ? "" : padded(year, 4)],
    ["DA", slashed(text.issued)],
    ["PB", isPage ? text.site : text.publisher || text.host],
    ["CY", text.place],
    ["M3", GENRES[text.kind]],
    ["SE", locator?.passage],
    ...notesOf(reference).map((one) => /** @type {[string, string]} */ (["N1", one])),
    ["DP", text.site],
    ["UR", addressOf(reference)],
    ["Y2", slashed(accessed)],
  ];
  const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
  return [...lines, "ER  - "].join("\n");
};

/* ---- CSL-JSON ---- */

/** @param {Record<string, unknown>} made */
const full = (made) =>
  Object.fromEntries(
    Object.entries(made).filter(([, value]) => (Array.isArray(value) ? value.length : value)),
  );

/** @param {Name} one */
const cslName = (one) =>
  given(one) ? { family: one.family, given: given(one) } : { literal: one.name };

/** @param {string} [date] */
const cslDate = (date) => {
  const { year, month, day } = parts(date);
  if (year !== null) return { "date-parts": [[year, month, day].filter((one) => one !== null)] };
  return inWords(date) ? { literal: inWords(date) } : null;
};

/**
 * An item of CSL-JSON.
 * @param {Reference} reference
 */
const cslItem = (reference) => {
  const { text, locator, accessed } = reference;
  const isArticle = text.kind === "article";
  const isPage = text.kind === "page";
  const custom = full({
    source: text.source,
    host: text.host,
    quality: text.quality,
    original: text.original,
    archived: text.archived,
    passage: locator?.passage,
    lines: locator?.lines,
    speaker: locator?.speaker?.name,
    mode: locator?.mode,
    quotation: locator?.words,
    value: locator?.value,
  });
  return full({
    id: keyOf(reference),
    type: isPage ? "webpage" : isArticle ? "article-newspaper" : "speech",
    title: text.title,
    author: authorsOf(reference).map(cslName),
    "container-title": isArticle ? text.publisher : isPage ? text.site : "",
    publisher: isTranscript(text) ? text.publisher || text.host : "",
    issued: cslDate(text.issued),
    "event-title": text.event,
    "event-date": cslDate(text.held),
    "event-place": text.place,
    genre: GENRES[text.kind],
    source: text.site,
    URL: addressOf(reference),
    accessed: cslDate(accessed),
    note: notesOf(reference).join(". "),
    custom: Object.keys(custom).length ? custom : null,
  });
};

/**
 * A reference in the four styles; `csl` is a list of one item, as JSON.
 * @param {Reference} given
 */
export const cite = (given) => {
  const reference = folded(given);
  const lines = Object.entries(cslItem(reference)).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return {
    chicago: chicago(reference),
    bibtex: bibtex(reference),
    ris: ris(reference),
    csl: `[{\n${lines.join(",\n")}\n}]`,
  };
};
