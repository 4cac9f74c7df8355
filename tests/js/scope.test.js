import assert from "node:assert/strict";
import { test } from "node:test";
import { Element, run } from "./classic.js";

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

test("where Trusted Types are known, no string becomes an element", () => {
  let rules;
  settings({ trustedTypes: { createPolicy: (_, given) => (rules = given) } });
  assert.equal(rules.createHTML("plain words", "TrustedHTML", "Element innerHTML"), "plain words");
  assert.equal(rules.createHTML("<img src=x>", "TrustedHTML", "Element innerHTML"), null);
  const sitemap = '<?xml version="1.0"?><urlset/>';
  assert.equal(rules.createHTML(sitemap, "TrustedHTML", "DOMParser parseFromString"), sitemap);
  assert.equal(rules.createHTML(sitemap, "TrustedHTML", "Element innerHTML"), null);
});

test("the stored colour scheme is set, else the one that the system asks for", () => {
  const chosen = (stored) => {
    const set = {};
    const input = (media, scheme) =>
      new Element({ dataset: { mdColorMedia: media, mdColorScheme: scheme } });
    run("palette.js", {
      HTMLElement: Element,
      __md_get: () => stored,
      matchMedia: (media) => ({ matches: media === "dark" }),
      document: {
        querySelectorAll: () => [input("light", "default"), input("dark", "slate")],
        body: { setAttribute: (name, value) => (set[name] = value) },
      },
    });
    return set;
  };
  assert.deepEqual(chosen(null), { "data-md-color-scheme": "slate" });
  assert.deepEqual(chosen({ color: { scheme: "default", primary: "custom" } }), {
    "data-md-color-scheme": "default",
    "data-md-color-primary": "custom",
  });
});
