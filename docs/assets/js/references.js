/* What is cited, and the four styles that it is written in: the same as `briefings/cite/`, which
   `tests/cases/cite/` holds both to.  A module without a page. */

/**
 * A person's name as printed, or an organisation's; `family` is the part that is the family's.
 * @typedef {{name: string, family?: string}} Name
 */

/**
 * A text as it is cited, or a page of the site; what is not known is left out.
 * @typedef {{
 *   key: string, kind: "transcript" | "partial-transcript" | "article" | "page", title: string,
 *   authors?: Name[], host?: string, event?: string, held?: string, place?: string,
 *   publisher?: string, issued?: string, quality?: string, original?: string, archived?: string,
 *   source?: string, site?: string, url?: string
 * }} Text
 */

/**
 * A passage of a text, with words of it that are quoted or a value as it is stated there.
 * @typedef {{
 *   passage: string, lines?: string, speaker?: Name | null, mode?: "" | "direct" | "reported",
 *   words?: string, value?: string, url?: string
 * }} Locator
 */

/**
 * What every style is written from; `accessed` is a day, ISO.
 * @typedef {{text: Text, locator?: Locator | null, accessed?: string}} Reference
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters end a line of RIS
const SPACE = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
/** @type {Record<string, string>} */
const GENRES = {
  transcript: "Transcript of a press briefing",
  "partial-transcript": "Partial transcript of a press briefing",
};

/**
 * White space and control characters as one space, none at the ends.
 * @param {string} text
 */
const fold = (text) => text.replace(SPACE, " ").replace(/^ +| +$/g, "");

/**
 * The same with all its texts folded.
 * @template T
 * @param {T} value
 * @returns {T}
 */
const folded = (value) => {
  if (typeof value === "string") return /** @type {T} */ (fold(value));
  if (Array.isArray(value)) return /** @type {T} */ (value.map(folded));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, one]) => [name, folded(one)]);
  return /** @type {T} */ (Object.fromEntries(entries));
};

/* ---- Names and days ---- */

/** @param {Name} one */
const given = ({ name, family }) => {
  if (!family) return "";
  const first = name.startsWith(`${family} `);
  return (first ? name.slice(family.length) : name.slice(0, -family.length)).trim();
};

/** @param {Name} one */
const inverted = (one) => (given(one) ? `${one.family}, ${given(one)}` : one.name);

/**
 * Year, month and day, as far as they are known.
 * @param {string} [date]
 */
const parts = (date = "") => {
  const [, year, month, day] = /^(\d{4}|-)(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  const number = (/** @type {string | undefined} */ one) =>
    one && one !== "-" ? Number(one) : null;
  const known = number(month);
  return {
    year: number(year),
    month: known && known <= MONTHS.length ? known : null,
    day: number(day),
  };
};

/** @param {string} [date] */
const inWords = (date) => {
  const { year, month, day } = parts(date);
  if (month === null) return year === null ? "" : String(year);
  const name = MONTHS[month - 1];
  if (year === null) return `${name} ${day} (year not given)`;
  return day === null ? `${name} ${year}` : `${name} ${day}, ${year}`;
};

/**
 * @param {number} number
 * @param {number} width
 */
const padded = (number, width) => String(number).padStart(width, "0");

/* ---- What every style says ---- */

/** @param {Text} text */
const isTranscript = ({ kind }) => kind === "transcript" || kind === "partial-transcript";

/** @param {Reference} reference */
const authorsOf = ({ text, locator }) => {
  if (locator && isTranscript(text)) return locator.speaker ? [locator.speaker] : [];
  return text.authors ?? [];
};

/** @param {Reference} reference */
const keyOf = ({ text, locator }) => {
  const key = [text.key];
  const prefix = `${text.source ?? ""}-`;
  if (locator) {
    const { passage } = locator;
    key.push(passage.startsWith(prefix) ? passage.slice(prefix.length) : passage);
  }
  return key.join("-").replace(/[^A-Za-z0-9-]/gu, "-");
};

/** @param {Reference} reference */
const addressOf = ({ text, locator }) => (locator ? locator.url : text.url) ?? "";

/**
 * Words to stand between double quotation marks: those within become single ones.
 * @param {string} words
 */
const inner = (words) => {
  const curly = words.replaceAll("“", "‘").replaceAll("”", "’");
  const pieces = curly.split('"');
  if (pieces.length % 2 === 0) return curly;
  return pieces.map((piece, n) => (n % 2 ? `‘${piece}’` : piece)).join("");
};

/**
 * The parts that are not empty, with commas, which stand within quotation marks.
 * @param {(string | undefined)[]} parts
 */
const joined = (...parts) => {
  const told = parts.flatMap((one) => one || []);
  const last = told.length - 1;
  return told
    .map((one, n) => {
      if (n === last) return one;
      return one.endsWith("”") ? `${one.slice(0, -1)},” ` : `${one}, `;
    })
    .join("");
};

/** @param {Text} text */
const eventOf = ({ event, title, host, place, held }) =>
  joined(event && event !== title ? `“${inner(event)}”` : "", host, place, inWords(held));

/** @param {Reference} reference */
const reporting = ({ text, locator }) => {
  if (!locator?.speaker || text.kind !== "article") return "";
  const by = (text.authors ?? []).map((one) => one.name).join(", ");
  const { name } = locator.speaker;
  if (locator.mode === "direct") return by ? `${name}, quoted in ${by}` : `${name}, quoted`;
  return by ? `${name}, as reported by ${by}` : `${name}, as reported`;
};

/** @param {Reference} reference */
const located = ({ text, locator }) => {
  if (!locator) return "";
  const told = joined(text.source && `source ${text.source}`, locator.lines);
  return told ? `passage ${locator.passage} (${told})` : `passage ${locator.passage}`;
};

/** @param {Reference} reference */
const notesOf = (reference) => {
  const { text, locator } = reference;
  const about = eventOf(text);
  const place = located(reference);
  return [
    reporting(reference),
    locator && isTranscript(text) && !locator.speaker ? "Speaker not given in the source" : "",
    about && `Press briefing: ${about}`,
    text.quality && `Text: ${text.quality}`,
    place && place[0].toUpperCase() + place.slice(1),
    locator?.words && `Quotation: “${inner(locator.words)}”`,
    locator?.value && `Figure as stated: “${inner(locator.value)}”`,
    text.original && `Original: ${text.original}`,
    text.archived && `Archived: ${text.archived}`,
  ].filter(Boolean);
};

/* ---- Chicago ---- */

/**
 * What sort of text it is, of what event, how good, and who published it when.
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
  // Whoever held the briefing is named once.
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

// BibTeX counts braces whatever stands before them: those without a partner must be commands.
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
