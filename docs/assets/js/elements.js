/* Finds elements that a page must have if it loads the script that needs them. */

/**
 * The first element that matches a selector.
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
 * All elements of one type that match a selector, in document order.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} type
 * @param {ParentNode} within
 * @returns {T[]}
 */
export const elements = (selector, type, within = document) =>
  /** @type {T[]} */ ([...within.querySelectorAll(selector)].filter((one) => one instanceof type));
