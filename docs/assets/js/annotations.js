/* The annotation layer of the reading page: how much of it is seen, what marks open, where notes
   stand, and how the keyboard leads through it. */
import { followLevel } from "./levels.js";
import { announcePopovers, openPopovers } from "./popovers.js";
import { rove, settleStops } from "./roving.js";
import { arrange, placeNotes } from "./sidenotes.js";
import { turnByKeys } from "./turning.js";

followLevel(() => {
  announcePopovers();
  settleStops();
  arrange();
});
announcePopovers();
openPopovers();
placeNotes();
// Which links are shown is known once the page is drawn; to ask before would draw it twice.
requestAnimationFrame(() => setTimeout(rove));
turnByKeys();
