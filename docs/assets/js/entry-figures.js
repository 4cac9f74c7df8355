/* The table of figures on one page. */
import "./every-page.js";
import "../vendor/tanstack-table-core/index.production.js";
import "./former.js";
import "./figures.js";
