/* The page that checks quotations. */
import "./every-page.js";
import "../check/check.js";
