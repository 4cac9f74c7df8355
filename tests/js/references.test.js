import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { voiceOf } from "../../docs/assets/js/references.js";
import { cite } from "../../docs/assets/js/styles.js";

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

/* “We mend nets,” Bo Fisher said.  Ann Lee reported on boats. */
const VOICES = [
  ["Bo Fisher", "Fisher", "direct", 1, 14],
  ["Ann Lee", "", "reported", 33, 60],
];

test("words within a quotation are those of whoever is quoted there", () => {
  const bo = { speaker: { name: "Bo Fisher", family: "Fisher" }, mode: "direct" };
  assert.deepEqual(voiceOf(VOICES, { at: 4, end: 8 }), bo);
  assert.deepEqual(voiceOf(VOICES.slice(0, 1), null), bo);
});

test("words of nobody, and a passage of several people, have no speaker", () => {
  const nobody = { speaker: null, mode: "" };
  assert.deepEqual(voiceOf(VOICES, { at: 16, end: 20 }), nobody);
  assert.deepEqual(voiceOf(VOICES, { at: 10, end: 40 }), nobody);
  assert.deepEqual(voiceOf(VOICES, null), nobody);
  assert.deepEqual(voiceOf([], null), nobody);
});

test("a passage with words quoted and words reported of one person counts as reported", () => {
  const both = [VOICES[0], ["Bo Fisher", "Fisher", "reported", 0, 60]];
  assert.equal(voiceOf(both, null).mode, "reported");
  assert.equal(voiceOf(both, { at: 2, end: 6 }).mode, "direct");
  assert.equal(voiceOf(both, { at: 20, end: 24 }).mode, "reported");
});
