/* The id of the pop-over that a mark opens. */

const KINDS = ["figure", "term", "person"];
/** @type {Record<string, string>} */
const KIND_OF_FOLDER = { speakers: "person", outlets: "outlet" };

/**
 * The id of a pop-over: the kind of the mark, or of the page that it leads to, and the last part
 * of its address.
 * @param {string} href a full address
 * @param {Iterable<string>} classes of the mark
 * @param {(part: string) => string} decode
 */
export const popoverId = (href, classes, decode) => {
  const url = new URL(href);
  const path = url.pathname.split("/").filter(Boolean);
  const last = decode(url.hash ? url.hash.slice(1) : (path.at(-1) ?? ""));
  const kind = [...classes].find((name) => KINDS.includes(name));
  return `${kind ?? KIND_OF_FOLDER[path.at(-2) ?? ""]}-${last}`;
};
