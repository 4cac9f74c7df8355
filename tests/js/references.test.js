import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { cite } from "../../docs/assets/js/references.js";

const CASES = new URL("../cases/cite/", import.meta.url);
const STYLES = { chicago: "txt", bibtex: "bib", ris: "ris", csl: "json" };

for (const name of readdirSync(CASES).sort()) {
  const read = (file) => readFileSync(new URL(`${name}/${file}`, CASES), "utf-8");
  for (const [style, ending] of Object.entries(STYLES)) {
    test(`${name} is cited as ${style}`, () => {
      const written = cite(JSON.parse(read("input.json")))[style];
      assert.equal(`${written}\n`, read(`expected.${ending}`));
    });
  }
}
