// What the search page needs once something is searched; its script alone is loaded before.

export { drawAnswer } from "./answer.js";
export { listed } from "./draw.js";
export { counts } from "./found.js";
export { drawFacets } from "./narrow.js";
export { LONGEST } from "./query.js";
export { quotationAddress } from "./quotation.js";
export { engine } from "./shared.js";
export { drawExpansions, drawSuggestions } from "./told.js";
