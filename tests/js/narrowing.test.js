import assert from "node:assert/strict";
import { test } from "node:test";
import { extent, hasValue, holdsWords } from "../../docs/assets/js/narrowing.js";

test("every word that was typed must stand in the text, in any order and case", () => {
  assert.ok(holdsWords("we will build roads by 2025", "Roads BUILD"));
  assert.ok(!holdsWords("we will build roads by 2025", "roads bridges"));
  assert.ok(holdsWords("anything", ""));
});

test("a number is found with its commas and without", () => {
  assert.ok(holdsWords("391,000 cases", "391000"));
  assert.ok(holdsWords("391,000 cases", "391,000"));
  assert.ok(holdsWords("12,345,678 people", "12345678"));
  assert.ok(!holdsWords("in 2021, 22 people", "202122"));
});

test("one of the values must be the chosen one, whole", () => {
  assert.ok(hasValue("law policy", "policy"));
  assert.ok(hasValue("ministry of health", "ministry of health"));
  assert.ok(!hasValue("lawful", "law"));
  assert.ok(!hasValue(undefined, "law"));
  assert.ok(hasValue(undefined, ""));
});

test("the extent names how many are left out only if some are", () => {
  assert.equal(extent(3, 12, "terms"), "3 of 12 terms");
  assert.equal(extent(12, 12, "terms"), "12 terms");
  assert.equal(extent(0, 12, "terms"), "0 of 12 terms");
});
