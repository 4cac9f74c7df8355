// Made by `npm run bundle` of templates/interface.yml: change that.

/** @type {(words: { number: string | number, most: string | number }) => string} */
export const tooLong = ({ number, most }) => `These are ${number} characters. The page checks ${most} at once: paste a part, or use the program (below).`;
export const empty = "Paste the words that are to be checked.";
export const comparing = "Comparing with the texts …";
export const looking = "Looking in more texts …";
export const chinese = "Chinese words cannot be looked up: the texts here are in English.";
export const noNames = "None of these is among the names and terms known here.";
export const noWords = "There are no words to check.";
export const verbatim = "This is in the texts, word for word.";
export const altered = "This is in the texts, but altered.";
/** @type {(words: { differences: string | number }) => string} */
export const alteredWith = ({ differences }) => `This is in the texts, but altered, with ${differences}.`;
/** @type {(words: { count: number }) => string} */
export const differences = ({ count }) => count === 1 ? `${count.toLocaleString("en")} difference` : `${count.toLocaleString("en")} differences`;
export const joined = "This is joined from several places.";
export const near = "These words are in no text; something close to them is.";
export const absent = "This is not in these texts.";
/** @type {(words: { total: string | number }) => string} */
export const allStand = ({ total }) => `All ${total} sentences are in the texts, word for word.`;
/** @type {(words: { total: string | number }) => string} */
export const allStandApart = ({ total }) => `All ${total} sentences are in the texts, word for word, but not one after another.`;
/** @type {(words: { count: number, total: string | number, others: string | number }) => string} */
export const someStand = ({ count, total, others }) => count === 1 ? `${count.toLocaleString("en")} of ${total} sentences is in the texts, word for word; ${others}.` : `${count.toLocaleString("en")} of ${total} sentences are in the texts, word for word; ${others}.`;
/** @type {(words: { count: number, total: string | number, others: string | number }) => string} */
export const someStandApart = ({ count, total, others }) => count === 1 ? `${count.toLocaleString("en")} of ${total} sentences is in the texts, word for word, but not one after another; ${others}.` : `${count.toLocaleString("en")} of ${total} sentences are in the texts, word for word, but not one after another; ${others}.`;
/** @type {(words: { total: string | number, others: string | number }) => string} */
export const noneStand = ({ total, others }) => `None of ${total} sentences is in the texts word for word: ${others}.`;
/** @type {(words: { count: number }) => string} */
export const areAltered = ({ count }) => count === 1 ? `${count.toLocaleString("en")} is altered` : `${count.toLocaleString("en")} are altered`;
/** @type {(words: { count: number }) => string} */
export const areJoined = ({ count }) => count === 1 ? `${count.toLocaleString("en")} is joined from several places` : `${count.toLocaleString("en")} are joined from several places`;
/** @type {(words: { count: number }) => string} */
export const areNear = ({ count }) => count === 1 ? `${count.toLocaleString("en")} is close to what a text says` : `${count.toLocaleString("en")} are close to what texts say`;
/** @type {(words: { count: number }) => string} */
export const areAbsent = ({ count }) => count === 1 ? `${count.toLocaleString("en")} is not in these texts` : `${count.toLocaleString("en")} are not in these texts`;
/** @type {(words: { verdict: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const apart = ({ verdict }) => [verdict, `: each sentence is in the texts word for word, but they do not follow one another.`].flat();
export const pasted = "Pasted:";
/** @type {(words: { words: string | number }) => string} */
export const outside = ({ words }) => `Not compared, as it says who spoke: “${words}”`;
/** @type {(words: { search: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const nothingLikeIt = ({ search }) => [`No text here has these words, or a sentence that says much the same. `, search].flat();
export const searchWords = "Search for single words of it";
export const lookFurther = "Look for it in more texts";
export const sameWords = "The same words are also in:";
/** @type {(words: { number: string | number }) => string} */
export const sameWordsIn = ({ number }) => `The same words are also in ${number} other places`;
export const like = "It is also like:";
/** @type {(words: { number: string | number }) => string} */
export const likeIn = ({ number }) => `It is also like ${number} other places`;
/** @type {(words: { text: string | number, line: string | number }) => string} */
export const place = ({ text, line }) => `${text}, line ${line}`;
/** @type {(words: { line: string | number }) => string} */
export const open = ({ line }) => `Open at these words (line ${line})`;
/** @type {(words: { done: string | number, all: string | number }) => string} */
export const compared = ({ done, all }) => `Compared ${done} of ${all} quotations …`;
