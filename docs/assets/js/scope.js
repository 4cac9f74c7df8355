/* What Material's scripts expect of the page's head (its partial javascripts/base.html, which is
   inline there): stored settings belong to the site's root, under whatever path it is served. */
var __md_scope = new URL(
  /** @type {HTMLScriptElement} */ (document.currentScript).dataset.base ?? ".",
  location.href,
);
/** @param {string} text */
var __md_hash = (text) =>
  [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0);
/** @param {string} key */
var __md_get = (key, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`) ?? "null");
  } catch {
    return null;
  }
};
/**
 * @param {string} key
 * @param {unknown} value
 */
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    /* Storage may be full or forbidden: the setting then lasts for this page only. */
  }
};
/* Where browsers know Trusted Types, no string becomes an element or a script.  Two things pass
   that Material does on every page: it puts words without a tag in as markup, and it parses the
   sitemap into a document of its own, where nothing runs. */
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (text, _, sink) =>
    !text.includes("<") || (sink === "DOMParser parseFromString" && text.startsWith("<?xml")) ? text : null,
});
