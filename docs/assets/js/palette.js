/* The chosen colour scheme, else the system's, before the first paint. */
(() => {
  const stored = __md_get("__palette");
  const fits = (input) => matchMedia(input.dataset.mdColorMedia).matches;
  const input = [...document.querySelectorAll("[data-md-color-media]")].find(fits);
  const color = stored?.color ?? (input && { scheme: input.dataset.mdColorScheme });
  for (const [key, value] of Object.entries(color ?? {}))
    document.body.setAttribute(`data-md-color-${key}`, value);
})();
