// Made by `npm run bundle` of templates/interface.yml: change that.

export const entry = "Entry";
export const entryOf = "The entry of this comparison";
export const added = "Added by the editors.";
export const thisNumber = "This number";
export const thisAnnouncement = "This announcement";
export const thisDifference = "This difference";
/** @type {(words: { places: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const alsoStated = ({ places }) => [`Also stated in `, places, `.`].flat();
/** @type {(words: { doubts: string | number }) => string} */
export const doubts = ({ doubts }) => `Bear in mind: ${doubts}`;
export const reported = "reported";
export const nobodyNamed = "speaker not named";
/** @type {(words: { subjects: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const on = ({ subjects }) => [`On `, subjects].flat();
/** @type {(words: { subject: string | number }) => string} */
export const later = ({ subject }) => `Later statements on ${subject}`;
/** @type {(words: { subject: string | number }) => string} */
export const laterOnce = ({ subject }) => `A later statement on ${subject}`;
/** @type {(words: { words: string | number }) => string} */
export const bothName = ({ words }) => `both name ${words}`;
export const takeaway = "What the texts show:";
export const reason = "Why it is no difference:";
export const basis = "Basis";
/** @type {(words: { text: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const lastSaid = ({ text }) => [`as last said in `, text].flat();
/** @type {(words: { shown: string | number, all: string | number }) => string} */
export const shown = ({ shown, all }) => `${shown} of ${all}`;
/** @type {(words: { shown: string | number, all: string | number }) => string} */
export const first = ({ shown, all }) => `the first ${shown} that fit, of ${all}`;
/** @type {(words: { shown: string | number, all: string | number }) => string} */
export const newest = ({ shown, all }) => `the newest ${shown} of ${all}`;
export const unreadable = "The rows could not be read; all of them are listed by year.";
export const csv = "CSV";
export const csvShown = "CSV of what is shown";
