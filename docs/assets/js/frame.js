/* The theme's frame of a page: colour scheme, header, folds.  Without this script the system's colour
   scheme is used. */
import { elements } from "./elements.js";

const body = document.body;

/* ---- Colours ---- */

const button = document.querySelector("[data-scheme]");
const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => body.dataset.mdColorScheme === "slate";
/** @param {boolean} dark */
const colour = (dark) => {
  body.dataset.mdColorScheme = dark ? "slate" : "default";
  button?.setAttribute("aria-pressed", String(dark));
};
colour(isDark());
button?.addEventListener("click", () => {
  colour(!isDark());
  __md_set("__palette", { color: { scheme: body.dataset.mdColorScheme } });
});
system.addEventListener("change", ({ matches }) => {
  if (!__md_get("__palette")) colour(matches);
});

/* ---- The header shows the title once that is out of sight ---- */

const title = document.querySelector("h1");
const header = document.querySelector("[data-md-component=header-title]");
if (title && header) {
  new IntersectionObserver(
    ([{ isIntersecting, boundingClientRect }]) =>
      header.classList.toggle("md-header__title--active", !isIntersecting && boundingClientRect.top < 0),
    { rootMargin: "-48px 0px 0px" },
  ).observe(title);
}

/* ---- Opens folds around the target of an address in browsers that do not do so ---- */

const unfold = () => {
  const target = siteAddress.target();
  const folds = elements("details:not([open])", HTMLDetailsElement).filter((fold) => fold.contains(target));
  for (const fold of folds) fold.open = true;
  if (folds.length) target?.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
