/* Pages that have no script of their own. */
import "./every-page.js";
import "./about.js";
