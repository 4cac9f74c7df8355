// Parses dates in a query, in any form that readers may type.
/** @import { Dated } from "../../../types/search" */

const MONTH_FIRST = "(?<month>\\p{L}+)\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})";
const DAY_FIRST = "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<month>\\p{L}+)\\.?,?\\s+(?<year>\\d{4})";
const MONTH_ONLY = "(?<month>\\p{L}+)\\.?,?\\s+(?<year>\\d{4})";
const ISO = "(?<year>\\d{4})[-/.](?<month>\\d{1,2})(?:[-/.](?<day>\\d{1,2}))?";
const DIGITS = "(?<one>\\d{1,2})[-/.](?<other>\\d{1,2})[-/.](?<year>\\d{4})";
const CHINESE = "(?<year>\\d{4})\\s*年\\s*(?<month>\\d{1,2})\\s*月(?:\\s*(?<day>\\d{1,2})\\s*[日号])?";
const FORMS = [CHINESE, MONTH_FIRST, DAY_FIRST, ISO, DIGITS, MONTH_ONLY];
const YEAR = /(?:19|20)\d\d/; // without one the others need not be tried
/** @param {string} form */
const pattern = (form) => new RegExp(`(?<![\\p{L}\\p{N}]|\\d[-/.])${form}(?![\\p{L}\\p{N}]|[-/.]\\d)`, "giu");
const CENTURIES = /^(?:19|20)/;

// The dates of a text, in its order: {date, start, end}, `date` as far as it is given ("2023-10-24",
// "2023-10").  `months` are the numbers of months by their names.  Days and months in digits that
// may be the other way round are no date.
/**
 * @param {string} text
 * @param {Record<string, number>} months
 * @returns {Dated[]}
 */
export function datesIn(text, months) {
  /** @type {Dated[]} */
  const found = [];
  for (const form of YEAR.test(text) ? FORMS : []) {
    for (const match of text.matchAll(pattern(form))) {
      const [start, end] = [match.index, match.index + match[0].length];
      const date = dateOf(match.groups ?? {}, months);
      if (date && found.every((one) => end <= one.start || start >= one.end)) {
        found.push({ date, start, end });
      }
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/**
 * @param {Record<string, string | undefined>} groups
 * @param {Record<string, number>} months
 */
function dateOf({ year = "", month = "", day, one, other }, months) {
  if (!CENTURIES.test(year)) return null;
  if (one && other) {
    const [a, b] = [Number(one), Number(other)];
    if (a > 12 === b > 12 && a !== b) return null;
    return whole(year, Math.min(a, b), Math.max(a, b));
  }
  return whole(year, Number(month) || months[month.toLowerCase()], day ? Number(day) : null);
}

/**
 * @param {string} year
 * @param {number | undefined} month
 * @param {number | null} day
 */
function whole(year, month, day) {
  if (!month || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, "0")}`;
  if (day === null) return start;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${start}-${String(day).padStart(2, "0")}` : null;
}

// The text without its dates, or with each as `worded` words it.
/**
 * @param {string} text
 * @param {Dated[]} dates
 * @param {(date: string) => string} worded
 */
export function replaced(text, dates, worded) {
  let at = 0;
  let made = "";
  for (const { date, start, end } of dates) {
    made += text.slice(at, start) + worded(date);
    at = end;
  }
  return (made + text.slice(at)).replace(/\s+/g, " ").trim();
}
