/* Whether turns that are not seen may wait to be laid out (reading.css, settling.js): only where a page is
   opened at its beginning.  Where a reader is led to a place on it, goes back to it or loads it again,
   everything above that place must have its height. */
(() => {
  const [entry] = performance.getEntriesByType("navigation");
  // The entry has the fragment that names words (`#:~:text=`), which the address does not show to scripts.
  const isPlain = !location.hash && !location.search && !entry?.name.includes("#");
  const isNew = entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
  if (isPlain && isNew) document.documentElement.classList.add("lean");
})();
