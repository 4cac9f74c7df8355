/* The chosen colour scheme, else the system's, and how much of the annotations is seen, before the
   first paint: the head is read before there is a body, which has the light scheme in the mark-up. */
document.documentElement.classList.replace("no-js", "js");
document.documentElement.dataset.annotations = ["off", "all"].includes(__md_get("__annotations"))
  ? __md_get("__annotations")
  : "essential";
new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  const chosen = __md_get("__palette")?.color?.scheme;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.dataset.mdColorScheme = ["slate", "default"].includes(chosen) ? chosen : system;
}).observe(document.documentElement, { childList: true });
