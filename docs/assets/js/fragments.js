/* Text fragments (`#:~:text=`), which lead to words within a passage. */

const CONTEXT = 4; // words before and after, where the quoted ones recur

/** @param {string} text */
export const fold = (text) => text.replace(/\s+/g, " ").trim();

/** @param {string} words */
const encode = (words) => encodeURIComponent(words).replace(/-/g, "%2D");

/**
 * Which of several: the quoted words with those around them; "" where they stand there once only.
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
  const before = prefix ? `${encode(prefix)}-,` : "";
  const after = suffix ? `,-${encode(suffix)}` : "";
  return `:~:text=${before}${encode(quote)}${after}`;
};
