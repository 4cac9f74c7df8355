/* Requests the font of quoted text before the style sheet does, so that its arrival seldom changes line
   breaks; systems of Apple and Microsoft use an installed one (css/faces.css).  A wrong guess costs one
   file, or a moment. */
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
