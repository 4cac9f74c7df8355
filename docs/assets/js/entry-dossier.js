/* The pages of a topic, a person and an outlet. */
import "./every-page.js";
import "./former.js";
import "./choices.js";
