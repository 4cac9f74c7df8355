// Helpers: creating elements, the site's root, and dates in words.
import * as words from "../interface/search.js";

export const ROOT = new URL("../../", import.meta.url);

// `props` are properties of the element, or attributes if the name contains a hyphen.
/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, unknown>} props
 * @param {(Node | string | null | undefined | (Node | string | null | undefined)[])[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function el(name, props = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "role" || key.includes("-")) made.setAttribute(key, value === true ? "" : String(value));
    else Object.assign(made, { [key]: value });
  }
  made.append(...children.flat().filter((child) => typeof child === "string" || child instanceof Node));
  return made;
}

// The browser knows the names of the months; only the build needs its own list.
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** @param {string | undefined} date */
export function shownDate(date) {
  if (!date) return words.dateUnknown;
  const [, year, month, day] = /^(\d{4}|-)-?(\d{2})?-?(\d{2})?$/.exec(date) ?? [];
  const parts = [day && String(Number(day)), month && MONTH.format(Date.UTC(2000, Number(month) - 1))];
  const told = parts.filter(Boolean).join(" ");
  return year && year !== "-" ? `${told} ${year}`.trim() : words.yearUnknown({ day: told });
}
