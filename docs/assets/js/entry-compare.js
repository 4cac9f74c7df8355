/* Comparisons and ledgers. */
import "./every-page.js";
import "./former.js";
import "./compare.js";
