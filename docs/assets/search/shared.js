// The search engine shared by all boxes of a page, so that nothing is fetched twice.

import { ROOT } from "./dom.js";
import { Engine } from "./engine.js";

export const engine = new Engine(new URL("search-index/", ROOT).href);
