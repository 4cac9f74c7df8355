// Finds and draws hits, in a box and on the search page. With all its imports it becomes one file
// (`npm run bundle`), which `search.js` loads when a reader begins a search.

export { attachBox } from "./box.js";
export { attachPage } from "./page.js";
