/* Elements that a page has whenever it loads the script that asks for them. */

/**
 * The first element that a selector names.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} within
 * @returns {T}
 * @throws {Error} where there is none of this type
 */
export const element = (selector, type, within = document) => {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`This page has no ${selector}.`);
  return found;
};

/**
 * All elements of one type that a selector names, in the order of the page.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} within
 * @returns {T[]}
 */
export const elements = (selector, type, within = document) =>
  /** @type {T[]} */ ([...within.querySelectorAll(selector)].filter((one) => one instanceof type));
