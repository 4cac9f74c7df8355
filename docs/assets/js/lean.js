/* Decides whether layout of invisible turns may be deferred (reading.css, settling.js): only if a page is
   opened at its beginning.  If a reader follows a link to a place on it, goes back to it or reloads it,
   everything above that place must have its final height. */
(() => {
  const [entry] = performance.getEntriesByType("navigation");
  // The entry has the fragment that names words (`#:~:text=`), which the address does not show to scripts.
  const isPlain = !location.hash && !location.search && !entry?.name.includes("#");
  const isNew = entry instanceof PerformanceNavigationTiming && entry.type === "navigate";
  if (isPlain && isNew) document.documentElement.classList.add("lean");
})();
