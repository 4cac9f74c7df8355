/* The page of a briefing. */
import "./every-page.js";
import "./former.js";
import "./reading.js";
import "./annotations.js";
