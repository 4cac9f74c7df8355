// Made by `npm run bundle` of templates/interface.yml: change that.

/** @type {(words: { line: string | number }) => string} */
export const source = ({ line }) => `Source, ${line}`;
/** @type {(words: { address: string | number }) => string} */
export const address = ({ address }) => `Address: ${address}`;
/** @type {(words: { address: string | number }) => string} */
export const addressCopied = ({ address }) => `Address copied: ${address}`;
/** @type {(words: { text: string | number }) => string} */
export const ofText = ({ text }) => `of ${text}`;
export const notes = "Notes";
export const followedAs = "Followed as";
export const inFigures = "In the table of figures";
export const more = "More";
export const close = "Close";
export const cite = "Cite";
export const quotationCopied = "Quotation copied";
export const linkCopied = "Link copied";
export const paragraphCopied = "Link to the paragraph copied";
export const wordsChanged = "The words of this passage have changed since this link was copied.";
export const earlierBelow = "The earlier wording is below.";
export const addressChanged = "This passage had another address when this link was copied.";
/** @type {(words: { address: Node | string | (Node | string)[] }) => (Node | string)[]} */
export const cameFrom = ({ address }) => [`You came from `, address, `. Please give this address.`].flat();
export const showAll = "Show all";
export const direct = "(direct quotation)";
export const reported = "(reported)";
export const speakerUnknown = "Speaker not given";
