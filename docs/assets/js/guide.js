/* The page on how to read this site: its one paragraph behaves as those of briefings do. */
import { followLevel, linkMarks } from "./levels.js";
import { announcePopovers, openPopovers } from "./popovers.js";
import { arrange, placeNotes } from "./sidenotes.js";

followLevel(() => {
  announcePopovers();
  arrange();
});
linkMarks();
announcePopovers();
openPopovers();
placeNotes();
