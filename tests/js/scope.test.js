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

/* The scheme of the body once it is there, for what is stored and what the system asks for. */
const scheme = (stored, dark) => {
  const body = { dataset: { mdColorScheme: "default" } };
  const document = { documentElement: { classList: { replace() {} } }, body: null };
  let mutated;
  let watched = true;
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
    MutationObserver, document, __md_get: () => stored, matchMedia: () => ({ matches: dark }),
  });
  mutated();
  document.body = body;
  mutated();
  assert.equal(watched, false);
  return body.dataset.mdColorScheme;
};

test("the stored colour scheme is set as soon as there is a body, else the system's", () => {
  assert.equal(scheme(null, true), "slate");
  assert.equal(scheme(null, false), "default");
  assert.equal(scheme({ color: { scheme: "default", primary: "custom" } }, true), "default");
  assert.equal(scheme({ color: { scheme: "slate" } }, false), "slate");
});

test("what else is stored under the scheme's name counts as not set", () => {
  assert.equal(scheme("slate", false), "default");
  assert.equal(scheme({ color: { scheme: "sepia" } }, true), "slate");
});
