/* The page of an address that changed: the passage that the old address named is taken along, which
   the page's own redirect would lose. */
(() => {
  "use strict";

  const link = document.querySelector("a");
  if (link && location.hash && !link.hash) location.replace(link.href + location.hash);
})();
