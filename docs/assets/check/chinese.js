// Finds the known names and terms among Chinese words of a quotation.
/** @import { Chinese, ChineseName } from "../../../types/check" */

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;

export const isChinese = (/** @type {string} */ text) => HAN.test(text);

// The answer on Chinese words; null if there are none.
/**
 * @param {string} text
 * @param {ChineseName[]} names
 * @param {string} note
 * @returns {Chinese | null}
 */
export function chineseIn(text, names, note) {
  if (!isChinese(text)) return null;
  const found = names
    .map((name) => ({ name, at: text.indexOf(name.chinese) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.name.chinese.length - one.name.chinese.length);
  return { note, names: found.map(({ name }) => name) };
}
