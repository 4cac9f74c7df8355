/* If there is no form for reports, links that report a mistake lead to this page, which then shows the
   page or passage concerned.  Without this script the address is only in the link. */
import * as words from "../interface/reading.js";

(() => {
  const about = siteAddress.param("about");
  const place = document.querySelector("[data-reported]");
  // Only an address of this site: letters, digits and hyphens, no scheme, no way up.
  if (!(place instanceof HTMLElement) || !/^(?:[\w-]+\/)+(?:#[\w-]+)?$/.test(about)) return;
  const link = document.createElement("a");
  link.href = new URL(`../${about}`, location.href).href;
  link.textContent = link.href;
  place.append(...words.cameFrom({ address: link }));
  place.hidden = false;
})();
