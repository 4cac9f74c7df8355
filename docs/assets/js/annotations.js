/* The annotation layer of the reading page: how much of it is visible, what marks open, where notes
   are placed, and keyboard navigation. */
import { followLevel, linkMarks } from "./levels.js";
import { announcePopovers, openPopovers } from "./popovers.js";
import { rove, settleStops } from "./roving.js";
import { settle } from "./settling.js";
import { arrange, placeNotes } from "./sidenotes.js";
import { turnByKeys } from "./turning.js";

followLevel(() => {
  announcePopovers();
  settleStops();
  arrange();
});
openPopovers();
placeNotes();
settle((part) => {
  linkMarks(part);
  announcePopovers(part);
  if (!part.matches(".passage")) settleStops(part);
  else if (!part.nextElementSibling) settleStops(part.parentElement ?? part);
}, arrange);
rove();
turnByKeys();
