/* The glossary on one page. */
import "./every-page.js";
import "./terms.js";
