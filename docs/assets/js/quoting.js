/* A quotation as it is taken away: the words with who said them, where, in which text, how good that
   text is, and where to check it. */
import * as wording from "../interface/reading.js";

/**
 * Words of one paragraph of a text, and who said them: "" where the text does not tell.  `mode`
 * says, of an article, whether they are the speaker's own.
 * @typedef {{words: string, speaker: string, role: string, mode?: "" | "direct" | "reported"}} Said
 */
/**
 * The name of a text, with its grade in words, or "".
 * @typedef {{name: string, quality: string}} Text
 */
/** @typedef {{title: string, date: string}} Event */

/** @param {string} words */
const isQuotedAlready = (words) =>
  /^“[^“”]*”$/u.test(words) || /^"[^"]*"$/u.test(words);

/**
 * Paragraphs in quotation marks: each begins with one, the last ends with one.
 * @param {string[]} paragraphs
 */
export const inMarks = (paragraphs) =>
  paragraphs.length === 1 && isQuotedAlready(paragraphs[0])
    ? paragraphs[0]
    : `${paragraphs.map((words) => `“${words}`).join("\n\n")}”`;

/**
 * Consecutive words grouped by speaker.
 * @param {Said[]} several
 */
const bySpeaker = (several) => {
  /** @type {(Said & {paragraphs: string[]})[]} */
  const groups = [];
  for (const one of several) {
    const last = groups.at(-1);
    if (last?.speaker === one.speaker && last.mode === one.mode) last.paragraphs.push(one.words);
    else groups.push({ ...one, paragraphs: [one.words] });
  }
  return groups;
};

const MODES = { "": "", direct: ` ${wording.direct}`, reported: ` ${wording.reported}` };

/** @param {Said} one */
const named = ({ speaker, role, mode = "" }) =>
  speaker ? [speaker, role].filter(Boolean).join(", ") + MODES[mode] : "";

/** @param {(string | undefined)[]} sentences */
const sentences = (...sentences) =>
  sentences.filter(Boolean).map((one) => `${one}`.replace(/\.$/, "")).join(". ");

/**
 * A quotation from one text.  If there are several speakers, each is named before their words.
 * @param {Said[]} said in the order of the text
 * @param {Text} text
 * @param {Event} event
 * @param {string} url
 */
export const quotation = (said, text, event, url) => {
  const groups = bySpeaker(said);
  const [first, ...others] = groups;
  const source = sentences(
    others.length ? "" : named(first),
    [`“${event.title}”`, event.date].filter(Boolean).join(", "),
    text.quality ? `${text.name} (${text.quality})` : text.name,
  );
  const words = others.length
    ? groups.map((one) => `${named(one) || wording.speakerUnknown}: ${inMarks(one.paragraphs)}`)
    : [inMarks(first.paragraphs)];
  return `${words.join("\n\n")}\n— ${source}. ${url}`;
};
