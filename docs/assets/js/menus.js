/* Closes menus that unfold below a button on Escape or a click elsewhere.  Without this script only
   the button closes them. */
import { element, elements } from "./elements.js";

const OPEN = "details.menu[open]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of elements(OPEN, HTMLDetailsElement)) {
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) element("summary", HTMLElement, menu).focus();
  }
});

document.addEventListener("click", ({ target }) => {
  for (const menu of elements(OPEN, HTMLDetailsElement))
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
});
