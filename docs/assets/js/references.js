/* References, and what all citation styles share, the same as in `briefings/cite/`: `tests/cases/cite/`
   tests both.  This module does not access the page. */

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
 * The input of every citation style; `accessed` is an ISO date.
 * @typedef {{text: Text, locator?: Locator | null, accessed?: string}} Reference
 */

/**
 * The person whom a passage of an article quotes or reports: name, family name, mode, and the
 * range in its text, in code points.
 * @typedef {[string, string, "direct" | "reported", number, number]} Voice
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters end a line of RIS
const SPACE = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
/** @type {Record<string, string>} */
export const GENRES = {
  transcript: "Transcript of a press briefing",
  "partial-transcript": "Partial transcript of a press briefing",
};

/**
 * Replaces each run of white space and control characters by one space, and strips the ends.
 * @param {string} text
 */
const fold = (text) => text.replace(SPACE, " ").replace(/^ +| +$/g, "");

/**
 * The same value with all its texts folded.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export const folded = (value) => {
  if (typeof value === "string") return /** @type {T} */ (fold(value));
  if (Array.isArray(value)) return /** @type {T} */ (value.map(folded));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, one]) => [name, folded(one)]);
  return /** @type {T} */ (Object.fromEntries(entries));
};

/* ---- Names and days ---- */

/** @param {Name} one */
export const given = ({ name, family }) => {
  if (!family) return "";
  const first = name.startsWith(`${family} `);
  return (first ? name.slice(family.length) : name.slice(0, -family.length)).trim();
};

/** @param {Name} one */
export const inverted = (one) => (given(one) ? `${one.family}, ${given(one)}` : one.name);

/**
 * Year, month and day, as far as they are known.
 * @param {string} [date]
 */
export const parts = (date = "") => {
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
export const inWords = (date) => {
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
export const padded = (number, width) => String(number).padStart(width, "0");

/* ---- What every style says ---- */

/** @param {Text} text */
export const isTranscript = ({ kind }) => kind === "transcript" || kind === "partial-transcript";

/** @param {Reference} reference */
export const authorsOf = ({ text, locator }) => {
  if (locator && isTranscript(text)) return locator.speaker ? [locator.speaker] : [];
  return text.authors ?? [];
};

/** @param {Reference} reference */
export const keyOf = ({ text, locator }) => {
  const key = [text.key];
  const prefix = `${text.source ?? ""}-`;
  if (locator) {
    const { passage } = locator;
    key.push(passage.startsWith(prefix) ? passage.slice(prefix.length) : passage);
  }
  return key.join("-").replace(/[^A-Za-z0-9-]/gu, "-");
};

/** @param {Reference} reference */
export const addressOf = ({ text, locator }) => (locator ? locator.url : text.url) ?? "";

/**
 * Words for use within double quotation marks: inner double marks become single ones.
 * @param {string} words
 */
export const inner = (words) => {
  const curly = words.replaceAll("“", "‘").replaceAll("”", "’");
  const pieces = curly.split('"');
  if (pieces.length % 2 === 0) return curly;
  return pieces.map((piece, n) => (n % 2 ? `‘${piece}’` : piece)).join("");
};

/**
 * The non-empty parts, joined with commas, which go inside closing quotation marks.
 * @param {(string | undefined)[]} parts
 */
export const joined = (...parts) => {
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
export const eventOf = ({ event, title, host, place, held }) =>
  joined(event && event !== title ? `“${inner(event)}”` : "", host, place, inWords(held));

/** @param {Reference} reference */
export const reporting = ({ text, locator }) => {
  if (!locator?.speaker || text.kind !== "article") return "";
  const by = (text.authors ?? []).map((one) => one.name).join(", ");
  const { name } = locator.speaker;
  if (locator.mode === "direct") return by ? `${name}, quoted in ${by}` : `${name}, quoted`;
  return by ? `${name}, as reported by ${by}` : `${name}, as reported`;
};

/** @param {Reference} reference */
export const located = ({ text, locator }) => {
  if (!locator) return "";
  const told = joined(text.source && `source ${text.source}`, locator.lines);
  return told ? `passage ${locator.passage} (${told})` : `passage ${locator.passage}`;
};

/** @param {Reference} reference */
export const notesOf = (reference) => {
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

/* ---- Whose words they are ---- */

/**
 * The speaker of the words: the person quoted there or, for a whole passage, the only one quoted.
 * @param {Voice[]} voices
 * @param {{at: number, end: number} | null} span in code points; null for the whole passage
 * @returns {{speaker: Name | null, mode: "" | "direct" | "reported"}}
 */
export const voiceOf = (voices, span) => {
  const around = span
    ? voices.filter(([, , , from, to]) => from <= span.at && span.end <= to)
    : voices;
  const names = new Set(around.map(([name]) => name));
  if (names.size !== 1) return { speaker: null, mode: "" };
  const [[name, family]] = around;
  const isDirect = around[span ? "some" : "every"](([, , mode]) => mode === "direct");
  return { speaker: { name, family }, mode: isDirect ? "direct" : "reported" };
};
