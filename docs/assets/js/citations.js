/* The addresses of passages, and the GitHub forms that are filled in with them. */

/**
 * An address without its query, with the fragment of a passage.
 * @param {string} page
 * @param {string} passage
 */
export const passageAddress = (page, passage) => {
  const url = new URL(page);
  url.search = "";
  url.hash = passage;
  return url.href;
};

/** The page's address: the canonical one, if it has one. */
export const pageAddress = () => {
  const canonical = document.querySelector("link[rel=canonical]");
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href;
};

/**
 * The address of a passage of the page.
 * @param {HTMLElement} passage
 */
export const addressOf = (passage) => passageAddress(pageAddress(), passage.id);

/**
 * The address to copy: it contains a checksum of the words, so that changes can be detected.
 * @param {string} address
 * @param {string} check
 */
export const checkedAddress = (address, check) => {
  const url = new URL(address);
  url.searchParams.set("w", check);
  return url.href;
};

/**
 * A form's address with the passage and, if words of it are selected, these words.
 * @param {string} form the link as the page has it, or as it was filled in before
 * @param {{id: string, address: string}} passage
 * @param {{quote: string, directive: string} | null} words
 */
export const filledForm = (form, passage, words) => {
  const url = new URL(form);
  const query = url.searchParams;
  const about = query.get("about");
  if (about !== null) {
    query.set("about", `${about.replace(/#.*/, "")}#${passage.id}`);
    return url.href;
  }
  query.set("title", `${(query.get("title") ?? "").replace(/ #\S+$/, "")} #${passage.id}`);
  query.set("passage", passage.address + (words?.directive ?? ""));
  if (words) query.set("quote", words.quote);
  else query.delete("quote");
  return url.href;
};
