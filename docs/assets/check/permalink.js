// An address for particular words of a passage: the passage's own, with a text fragment.
/** @import { Match } from "../../../types/check" */

const LONGEST = 200; // characters that an address names one by one
const EDGE = 8; // words at either end of what is longer
const CONTEXT = 4; // words before and after

// Half of a surrogate pair cannot be encoded.
/** @param {string} words */
const encode = (words) =>
  encodeURIComponent(words.replace(/\p{Cs}/gu, "\ufffd")).replace(/-/g, "%2D");

/** @param {string} text */
const words = (text) => text.trim().split(/\s+/).filter(Boolean);

/** @param {Match} match */
export function permalink({ url, quote, sentence, at }) {
  const quoted = words(quote);
  const long = quote.length > LONGEST;
  const named = long
    ? [quoted.slice(0, EDGE).join(" "), quoted.slice(-EDGE).join(" ")]
    : [quoted.join(" ")];
  // A few words may recur on the page; their context shows which ones are meant.
  const prefix = words(sentence.slice(0, at)).slice(-CONTEXT).join(" ");
  const suffix = words(sentence.slice(at + quote.length)).slice(0, CONTEXT).join(" ");
  const parts = [
    ...(prefix && !long && isApart(sentence, at) ? [`${encode(prefix)}-`] : []),
    ...named.map(encode),
    ...(suffix && !long && isApart(sentence, at + quote.length) ? [`-${encode(suffix)}`] : []),
  ];
  return `${url}:~:text=${parts.join(",")}`;
}

// Whether a space separates the words before and after: browsers look for whole words.
/**
 * @param {string} text
 * @param {number} at
 */
function isApart(text, at) {
  return text[at - 1] === " " || text[at] === " ";
}
