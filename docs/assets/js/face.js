/* The face of what was said is asked for before the style sheet names it, so that lines seldom break
   anew when it comes; Apple's and Microsoft's systems have another one (css/faces.css).  A wrong guess
   costs one file, or a moment. */
(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (/Mac|iP|Win/.test(navigator.platform)) return;
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "font";
  link.type = "font/woff2";
  link.crossOrigin = "anonymous";
  link.href = new URL("../vendor/source-serif-4/latin.woff2", src).href;
  document.head.append(link);
})();
