import assert from "node:assert/strict";
import { test } from "node:test";
import { Element, run } from "./classic.js";

const HOME = "https://example.org/briefings/new/";

/* Where the page of an address that changed leads; `parts` maps old ids to new addresses. */
const leadsTo = (href, parts = {}, home = HOME) => {
  const led = [];
  const location = new URL(href);
  location.replace = (target) => led.push(target);
  const items = Object.entries(parts).map(([id, to]) => ({ id, querySelector: () => ({ href: to }) }));
  const document = {
    querySelector: () => new Element({ href: home }),
    querySelectorAll: () => items,
  };
  run("moved.js", { URL, URLSearchParams, HTMLAnchorElement: Element, location, document });
  return led;
};

const OLD = "https://example.org/briefings/old/";

test("without a passage the page's own redirect leads on", () => {
  assert.deepEqual(leadsTo(OLD), []);
});

test("a passage that moved leads to where its words are", () => {
  const parts = { t1p1: `${HOME}#t4p2` };
  assert.deepEqual(leadsTo(`${OLD}#t1p1`, parts), [`${HOME}#t4p2`]);
});

test("a passage that nothing is known of is looked for on the new page", () => {
  assert.deepEqual(leadsTo(`${OLD}#t9p9`, { t1p1: `${HOME}#t4p2` }), [`${HOME}#t9p9`]);
});

test("the check of a copied link goes along, marked as moved", () => {
  assert.deepEqual(leadsTo(`${OLD}?w=abc123#t1p1`), [`${HOME}?w=abc123&moved=#t1p1`]);
  assert.deepEqual(leadsTo(`${OLD}?h=tea#t1p1`), [`${HOME}?h=tea#t1p1`]);
});
