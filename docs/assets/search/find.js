// What finds and draws hits, in a box and on the search page: with all that it imports it becomes one
// file (`npm run bundle`), which `search.js` asks for when a reader turns to a search.

export { attachBox } from "./box.js";
export { attachPage } from "./page.js";
