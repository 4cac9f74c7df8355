// The words and limits for checking quotations, from `data/quote-index/rules.json`.
// architecture/quotations.md specifies the rules, which the modules here implement, as does
// briefings/quotations/.
/** @import { PublishedRules, Rules } from "../../../types/check" */

/** @type {Rules | undefined} */
let current;

/** @param {PublishedRules} given */
export function useRules(given) {
  /** @param {Record<string, T>} record @template T */
  const map = (record) => new Map(Object.entries(record));
  const { sentences } = given;
  current = {
    small: new Set(given.small),
    negations: new Set(given.negations),
    contractions: map(given.contractions),
    clitics: map(given.clitics),
    either: new Map(Object.entries(given.either).map(([clitic, words]) => [clitic, new Set(words)])),
    spelling: map(given.spelling),
    beginnings: given.beginnings,
    endings: given.endings,
    numberWords: map(given.number_words),
    speech: new Set(given.speech),
    limits: given.limits,
    sentences: {
      never: new Set(sentences.never),
      alsoWords: new Set(sentences.also_words),
      seldom: new Set(sentences.seldom),
      starts: new Set(sentences.starts),
      letters: new Set(sentences.letters),
    },
  };
}

/** @returns {Rules} */
export function rules() {
  if (!current) throw new Error("The rules were not read.");
  return current;
}
