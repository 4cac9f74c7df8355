// Made by `npm run bundle` of templates/interface.yml: change that.

export const official = "Said by an official";
export const chair = "Said by the chair";
export const outlet = "Asked by an outlet";
export const unknown = "Asker not given in the source";
export const article = "Written in an article";
export const announcement = "Announces something";
export const note = "Note by the editors";
export const kind = "What it is";
export const outletThatAsked = "Outlet that asked";
export const year = "Year";
export const holds = "Contains";
/** @type {(words: { number: string | number }) => string} */
export const more = ({ number }) => `${number} more`;
/** @type {(words: { count: number }) => string} */
export const hits = ({ count }) => count === 1 ? `${count.toLocaleString("en")} hit` : `${count.toLocaleString("en")} hits`;
/** @type {(words: { count: number }) => string} */
export const statements = ({ count }) => count === 1 ? `${count.toLocaleString("en")} statement` : `${count.toLocaleString("en")} statements`;
export const list = "Hits";
/** @type {(words: { hits: string | number, shown: string | number }) => string} */
export const shown = ({ hits, shown }) => `${hits}, ${shown} shown`;
export const nothing = "Nothing found";
export const notLoaded = "The search could not be loaded.";
export const restNotLoaded = "More hits could not be loaded. Try again.";
export const all = "All hits";
/** @type {(words: { hits: string | number }) => string} */
export const allOf = ({ hits }) => `All ${hits}`;
/** @type {(words: { part: string | number }) => string} */
export const within = ({ part }) => `Search this ${part} only`;
export const dateUnknown = "date not known";
/** @type {(words: { day: string | number }) => string} */
export const yearUnknown = ({ day }) => `${day}, year not known`;
export const anOutlet = "an outlet";
/** @type {(words: { outlet: string | number, date: string | number }) => string} */
export const questionOf = ({ outlet, date }) => `Question of ${outlet}, ${date}`;
/** @type {(words: { date: string | number }) => string} */
export const questionOfUnknown = ({ date }) => `Question, asker not given in the source, ${date}`;
/** @type {(words: { text: string | number, people: string | number }) => string} */
export const textOn = ({ text, people }) => `${text}, on ${people}`;
/** @type {(words: { name: string | number, date: string | number }) => string} */
export const chairSaid = ({ name, date }) => `${name} (chair), ${date}`;
export const theChair = "Chair";
/** @type {(words: { people: string | number, date: string | number }) => string} */
export const saidOn = ({ people, date }) => `${people}, ${date}`;
/** @type {(words: { people: string | number, outlet: string | number, date: string | number }) => string} */
export const saidTo = ({ people, outlet, date }) => `${people}, asked by ${outlet}, ${date}`;
/** @type {(words: { date: string | number }) => string} */
export const articleOf = ({ date }) => `Article, ${date}`;
/** @type {(words: { outlet: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const askedBy = ({ outlet }) => [`asked by `, outlet].flat();
/** @type {(words: { place: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const alsoIn = ({ place }) => [`also in `, place].flat();
/** @type {(words: { words: string | number }) => string} */
export const without = ({ words }) => `without: ${words}`;
/** @type {(words: { figures: string | number }) => string} */
export const figures = ({ figures }) => `Figures: ${figures}`;
/** @type {(words: { text: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const text = ({ text }) => [`Text: `, text].flat();
export const answer = "The number";
/** @type {(words: { value: Node | string | (Node | string)[], text: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const anotherSays = ({ value, text }) => [`Another text says `, value, `: `, text].flat();
/** @type {(words: { difference: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const disagree = ({ difference }) => [`The texts disagree: `, difference].flat();
/** @type {(words: { number: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const seeAlso = ({ number }) => [`See also: `, number].flat();
/** @type {(words: { statements: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const alsoStated = ({ statements }) => [`Also stated: `, statements].flat();
/** @type {(words: { statements: string | number }) => string} */
export const compared = ({ statements }) => `All ${statements} and how they compare`;
export const periodUnknown = "(period not stated)";
/** @type {(words: { period: string | number, base: string | number }) => string} */
export const against = ({ period, base }) => `${period}, against ${base}`;
/** @type {(words: { date: string | number }) => string} */
export const statedOn = ({ date }) => `said on ${date}`;
/** @type {(words: { date: string | number }) => string} */
export const reportedOn = ({ date }) => `reported on ${date}`;
export const onlyBriefings = "Only briefings of:";
export const allDates = "search all dates";
/** @type {(words: { words: string | number }) => string} */
export const typos = ({ words }) => `No text contains “${words}”. Did you mean, and searched:`;
export const alsoSearched = "Also searched:";
export const switchedOff = "Switched off:";
export const wordForms = "word forms";
export const leaveOut = "do not search this";
export const takeIn = "search this again";
/** @type {(words: { words: string | number }) => string} */
export const unknownWords = ({ words }) => `No text contains “${words}”, or anything like it.`;
/** @type {(words: { facet: string | number, name: string | number }) => string} */
export const noValue = ({ facet, name }) => `No ${facet} is called “${name}”.`;
export const noFilters = "Search everywhere, without the filters";
/** @type {(words: { words: string | number }) => string} */
export const everywhere = ({ words }) => `Search “${words}” everywhere`;
export const noQuotationMarks = "Search the words without the quotation marks";
export const nothingLeftOut = "Search without leaving anything out";
export const allSwitchedOn = "Search with everything that was switched off";
export const mayHelp = "What may help:";
/** @type {(words: { check: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const quotation = ({ check }) => [`Have a quotation? `, check, `.`].flat();
export const checkQuotation = "Check it word for word";
export const checkThis = "Check this quotation";
/** @type {(words: { parts: string | number }) => string} */
export const older = ({ parts }) => `Search ${parts} too`;
/** @type {(words: { years: string | number }) => string} */
export const briefingsOf = ({ years }) => `the briefings of ${years}`;
/** @type {(words: { first: string | number, last: string | number }) => string} */
export const fromTo = ({ first, last }) => `${first} to ${last}`;
export const undated = "those without a year";
/** @type {(words: { one: string | number, other: string | number }) => string} */
export const both = ({ one, other }) => `${one} and ${other}`;
export const otherPages = "pages of people, outlets and topics";
/** @type {(words: { number: string | number }) => string} */
export const cut = ({ number }) => `Only the first ${number} characters were searched.`;
export const unfinished = "The newest first; older briefings are being searched.";
export const nothingAtAll = "Nothing found.";
/** @type {(words: { hits: string | number }) => string} */
export const inNewest = ({ hits }) => `${hits} in the newest briefings.`;
/** @type {(words: { hits: string | number }) => string} */
export const allWords = ({ hits }) => `${hits}.`;
/** @type {(words: { hits: string | number }) => string} */
export const mostWords = ({ hits }) => `No passage has all of these words; ${hits} with most of them.`;
/** @type {(words: { hits: string | number, some: string | number }) => string} */
export const allAndMost = ({ hits, some }) => `${hits} with all of these words, ${some} with most of them.`;
export const marks = "Searched words on this page";
export const searched = "Searched words";
/** @type {(words: { place: string | number, all: string | number }) => string} */
export const position = ({ place, all }) => `${place} of ${all}`;
export const previous = "Previous";
export const next = "Next";
export const noMarks = "Take the marks away";
