// Sends what looks like a quotation rather than a search to the page that checks quotations.

import { ROOT } from "./dom.js";

const LONG = 12; // words: more are a sentence that somebody has copied

// Its address there, or null; `found` are the hits of a search for it.
/**
 * @param {string} typed
 * @param {number} found
 */
export function quotationAddress(typed, found) {
  const words = typed.trim().split(/\s+/).length;
  const quoted = /["\u201c\u201d\u00ab\u00bb\u300c\u300d]/.test(typed) && words > 1;
  if (words <= LONG && !(quoted && !found)) return null;
  const address = new URL("check/", ROOT);
  address.searchParams.set("q", typed.trim());
  return address.href;
}

export function checkAddress() {
  return new URL("check/", ROOT).href;
}
