/* The page of an address that changed: the passage that the old address named is looked for in the
   list of what stood here, which the page's own redirect would lose.  The check of the words that a
   copied link carries goes along. */
(() => {
  const home = document.querySelector("p a");
  if (!(home instanceof HTMLAnchorElement) || (!location.hash && !location.search)) return;
  const parts = [...document.querySelectorAll("li[id]")];
  const part = parts.find((one) => `#${one.id}` === location.hash)?.querySelector("a");
  const target = new URL((part ?? home).href);
  if (!part && !target.hash) target.hash = location.hash;
  const query = new URLSearchParams(location.search);
  if (query.has("w")) query.set("moved", "");
  target.search = query.toString();
  location.replace(target.href);
})();
