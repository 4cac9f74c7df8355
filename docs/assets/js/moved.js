/* The page at a former address: looks up the passage that the old address names in the list of former
   passages, since a plain redirect would lose it.  The checksum in a copied link is passed on. */
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
