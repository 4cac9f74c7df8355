// Made by `npm run bundle` of templates/interface.yml: change that.

export const page = "Cite this page";
export const words = "Cite these words";
export const number = "Cite this number";
/** @type {(words: { passage: string | number }) => string} */
export const passage = ({ passage }) => `Cite passage ${passage}`;
export const save = "Save";
export const copy = "Copy";
/** @type {(words: { style: string | number }) => string} */
export const saves = ({ style }) => `Save ${style}`;
/** @type {(words: { style: string | number }) => string} */
export const copies = ({ style }) => `Copy ${style}`;
export const copied = "Copied";
