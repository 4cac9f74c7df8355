/* What every page has: the frame of the theme, its search box, and how it is cited. */
import "./citing.js";
import "./frame.js";
import "../search/search.js";
