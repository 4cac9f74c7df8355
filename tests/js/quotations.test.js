/* Quotations are judged here as in Python: by the same golden cases, written by reading the texts. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { answer } from "../../docs/assets/check/answers.js";
import { QuoteIndex } from "../../docs/assets/check/index.js";
import { CASES, publishIndex } from "./quote-index.js";

/* The texts of all cases, or those of a case that has its own. */
const opened = (own) => {
  const blocks = existsSync(own) ? JSON.parse(readFileSync(own, "utf8")) : undefined;
  return new QuoteIndex(publishIndex([], 3, blocks).base);
};

/* Where an answer is not what is expected; what the case does not mention is not compared. */
const missing = (expected, given, at = "") => {
  if (Array.isArray(expected) && Array.isArray(given)) {
    if (expected.length !== given.length) return [`${at}: ${given.length}, not ${expected.length}`];
    return expected.flatMap((one, n) => missing(one, given[n], `${at}[${n}]`));
  }
  if (expected && given && typeof expected === "object" && !Array.isArray(expected)) {
    return Object.entries(expected).flatMap(([key, value]) => missing(value, given[key], `${at}.${key}`));
  }
  return expected === given ? [] : [`${at}: ${JSON.stringify(given)}, not ${JSON.stringify(expected)}`];
};

const cases = readdirSync(CASES).filter((name) => name !== "corpus");
for (const name of cases) {
  test(`quotations: ${name}`, async () => {
    const quotations = readFileSync(new URL(`${name}/quotations.txt`, CASES), "utf8").replace(/\n$/, "").split("\n");
    const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, CASES), "utf8"));
    const index = opened(new URL(`${name}/blocks.json`, CASES));
    assert.equal(quotations.length, expected.length);
    for (const [n, quotation] of quotations.entries()) {
      for (const everywhere of [true, false]) {
        const given = await answer(quotation, await index.texts(quotation), everywhere);
        assert.deepEqual(missing(expected[n], given), [], quotation);
      }
    }
  });
}
