import assert from "node:assert/strict";
import { test } from "node:test";
import { Element } from "./classic.js";

/* What the page says, given the query parameter `about`; null where it says nothing. */
let runs = 0;
const said = async (about) => {
  let words = null;
  const place = new Element({
    hidden: true,
    append: (...parts) => (words = parts.map((part) => part.textContent ?? part).join("")),
  });
  Object.assign(globalThis, {
    HTMLElement: Element,
    location: new URL("https://example.org/site/about/"),
    document: { querySelector: () => place, createElement: () => ({}) },
    siteAddress: { param: () => about },
  });
  runs += 1;
  await import(`../../docs/assets/js/about.js?${runs}`); // a module runs once for each address
  assert.equal(place.hidden, words === null);
  return words;
};

test("the page or passage that a report is about is named by its address", async () => {
  assert.equal(
    await said("briefings/x/#t1p1"),
    "You came from https://example.org/site/briefings/x/#t1p1. Please give this address.",
  );
});

test("no other address is shown", async () => {
  for (const about of ["", "javascript:alert(1)/", "//example.com/", "../x/", "a/?q=1", "<b>/"])
    assert.equal(await said(about), null, about);
});
