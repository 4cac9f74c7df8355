/* The page that explains the site. */
import "./every-page.js";
import "./guide.js";
