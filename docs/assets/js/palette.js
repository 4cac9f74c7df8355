/* Sets the colour scheme (the chosen one, else the system's) and the level of annotations before the
   first paint: the head is parsed before the body, whose mark-up has the light scheme. */
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
