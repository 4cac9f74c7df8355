import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./classic.js";

class Storage {
  kept = {};
  getItem = (key) => this.kept[key] ?? null;
  setItem = (key, value) => {
    if (this.full) throw new Error("full");
    this.kept[key] = value;
  };
}

const settings = (extra = {}) =>
  run("scope.js", {
    URL,
    location: new URL("https://example.org/site/briefings/x/"),
    document: { currentScript: { dataset: { base: "../.." } } },
    localStorage: new Storage(),
    ...extra,
  });

test("settings belong to the site's root, under whatever path it is served", () => {
  const page = settings();
  page.__md_set("layers-off", ["term"]);
  assert.deepEqual(page.localStorage.kept, { "/site/.layers-off": '["term"]' });
  assert.deepEqual([...page.__md_get("layers-off")], ["term"]);
});

test("what is not stored, or is damaged, counts as not set", () => {
  const page = settings();
  page.localStorage.kept["/site/.damaged"] = "{";
  assert.equal(page.__md_get("damaged"), null);
  assert.equal(page.__md_get("absent"), null);
});

test("storage that is full stops nothing", () => {
  const page = settings();
  page.localStorage.full = true;
  page.__md_set("layers-off", []);
  assert.equal(page.__md_get("layers-off"), null);
});

/* What the page is marked with before it is painted, where `stored` holds settings by their names. */
const marked = (stored, dark = false) => {
  const documentElement = { classList: { replace() {} }, dataset: {} };
  const document = { documentElement, body: null };
  let watched = true;
  let mutated;
  class MutationObserver {
    constructor(callback) {
      mutated = () => watched && callback([], this);
    }
    observe() {}
    disconnect() {
      watched = false;
    }
  }
  run("palette.js", {
    MutationObserver, document, __md_get: (key) => stored[key] ?? null, matchMedia: () => ({ matches: dark }),
  });
  mutated();
  document.body = { dataset: { mdColorScheme: "default" } };
  mutated();
  assert.equal(watched, false);
  return { scheme: document.body.dataset.mdColorScheme, level: documentElement.dataset.annotations };
};

test("the stored colour scheme is set as soon as there is a body, else the system's", () => {
  assert.equal(marked({}, true).scheme, "slate");
  assert.equal(marked({}, false).scheme, "default");
  assert.equal(marked({ __palette: { color: { scheme: "default", primary: "custom" } } }, true).scheme, "default");
  assert.equal(marked({ __palette: { color: { scheme: "slate" } } }, false).scheme, "slate");
});

test("what else is stored under the scheme's name counts as not set", () => {
  assert.equal(marked({ __palette: "slate" }).scheme, "default");
  assert.equal(marked({ __palette: { color: { scheme: "sepia" } } }, true).scheme, "slate");
});

test("the stored level of annotations is set, else the essential one", () => {
  assert.equal(marked({ __annotations: "all" }).level, "all");
  assert.equal(marked({ __annotations: "off" }).level, "off");
  assert.equal(marked({ __annotations: "loud" }).level, "essential");
  assert.equal(marked({}).level, "essential");
});
