/* The first page of a list that is shared out over several. */
import "./every-page.js";
import "./compare.js";
import "./former.js";
import "./pieces.js";
