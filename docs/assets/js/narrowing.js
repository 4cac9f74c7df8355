/* Filters the entries of a list by typed text and chosen values. */
import * as words from "../interface/rows.js";

/**
 * A text as it is searched: in lower case, and "391,000" as "391000".
 * @param {string} text
 */
const folded = (text) => text.toLocaleLowerCase().replace(/(?<=\d),(?=\d{3})/g, "");

/**
 * Whether a text contains every typed word, in any order; an empty query matches every text.
 * @param {string} text in small letters
 * @param {string} typed
 */
export const holdsWords = (text, typed) => {
  const searched = folded(text);
  return folded(typed).split(/\s+/).every((word) => searched.includes(word));
};

/**
 * Whether one of an entry's values, separated by spaces, is the chosen one; or all of them
 * together, since a value may contain spaces itself.
 * @param {string | undefined} values
 * @param {string} chosen "" fits everything
 */
export const hasValue = (values, chosen) =>
  !chosen || values === chosen || (values ?? "").split(" ").includes(chosen);

/**
 * "3 of 12 announcements"; only the number if nothing is filtered out.
 * @param {number} shown
 * @param {number} all
 * @param {string} noun for `all` of them
 */
export const extent = (shown, all, noun) =>
  shown < all ? words.shown({ shown, all: `${all} ${noun}` }) : `${all} ${noun}`;
