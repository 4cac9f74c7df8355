/* What follows of a choice on a dossier: which one holds, what the address says, what is left empty. */

/**
 * What the address asks for, if the page offers it; "" for all.
 * @param {string} asked
 * @param {(string | undefined)[]} offered
 */
export const chosenOf = (asked, offered) => (offered.includes(asked) ? asked : "");

/**
 * What holds after a click: what was clicked, or all again where it held already.
 * @param {string} held
 * @param {string} clicked
 */
export const afterClick = (held, clicked) => (held === clicked ? "" : clicked);

/**
 * The query of an address with one value set, or without it where all are shown.
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
 * Whether a holder has rows and shows none of them.
 * @param {{hidden: boolean | string}[]} rows
 */
export const isEmptied = (rows) => rows.length > 0 && rows.every((row) => row.hidden);
