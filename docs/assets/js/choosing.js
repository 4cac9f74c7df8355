/* The effects of a choice on a dossier: the active choice, the address, and emptied containers. */

/**
 * The choice in the address, if the page offers it; "" for all.
 * @param {string} asked
 * @param {(string | undefined)[]} offered
 */
export const chosenOf = (asked, offered) => (offered.includes(asked) ? asked : "");

/**
 * The choice after a click: the clicked one, or "" (all) if it was active already.
 * @param {string} held
 * @param {string} clicked
 */
export const afterClick = (held, clicked) => (held === clicked ? "" : clicked);

/**
 * The query of an address with one value set, or removed if all rows are shown.
 * @param {string} search
 * @param {string} name
 * @param {string} value
 */
export const queryWith = (search, name, value) => {
  const query = new URLSearchParams(search);
  if (value) query.set(name, value);
  else query.delete(name);
  return query;
};

/**
 * Whether a container has rows but none of them is visible.
 * @param {{hidden: boolean | string}[]} rows
 */
export const isEmptied = (rows) => rows.length > 0 && rows.every((row) => row.hidden);
