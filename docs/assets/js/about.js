/* A link that reports a mistake leads to this page where no form takes reports: it says here which
   page or passage was meant.  Without this script the address stands in the link alone. */
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
