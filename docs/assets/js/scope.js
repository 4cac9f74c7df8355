/* Readers' settings are stored per site root, whatever path it is served under.  Names and
   keys are those of Material for MkDocs, whose script wrote them once. */
var __md_scope = new URL(
  /** @type {HTMLScriptElement} */ (document.currentScript).dataset.base ?? ".",
  location.href,
);
/** @param {string} key */
var __md_get = (key) => {
  try {
    return JSON.parse(localStorage.getItem(`${__md_scope.pathname}.${key}`) ?? "null");
  } catch {
    return null;
  }
};
/**
 * @param {string} key
 * @param {unknown} value
 */
var __md_set = (key, value) => {
  try {
    localStorage.setItem(`${__md_scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    /* Storage may be full or disabled: the setting then lasts for this page only. */
  }
};
