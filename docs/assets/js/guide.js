/* The page on how to read this site: its sample paragraph works like those of briefings. */
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
