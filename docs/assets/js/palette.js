/* The chosen colour scheme, else the system's, and how much of the annotations is seen, before the
   first paint. */
(() => {
  const level = __md_get("__annotations");
  document.documentElement.dataset.annotations = ["off", "all"].includes(level) ? level : "essential";
  const stored = __md_get("__palette");
  const inputs = [...document.querySelectorAll("[data-md-color-media]")].filter((input) => input instanceof HTMLElement);
  const input = inputs.find(({ dataset }) => matchMedia(dataset.mdColorMedia ?? "").matches);
  /** @type {Record<string, string>} */
  const color = stored?.color ?? (input && { scheme: input.dataset.mdColorScheme });
  for (const [key, value] of Object.entries(color ?? {}))
    document.body.setAttribute(`data-md-color-${key}`, value);
})();
