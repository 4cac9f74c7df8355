/* The first page of a list that is split over several pages. */
import "./every-page.js";
import "./compare.js";
import "./former.js";
import "./pieces.js";
