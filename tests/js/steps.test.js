import assert from "node:assert/strict";
import { test } from "node:test";
import { stepped, turned } from "../../docs/assets/js/steps.js";

test("arrows lead from link to link and stop at the ends", () => {
  assert.equal(stepped("ArrowRight", 0, 3), 1);
  assert.equal(stepped("ArrowRight", 2, 3), null);
  assert.equal(stepped("ArrowLeft", 2, 3), 1);
  assert.equal(stepped("ArrowLeft", 0, 3), null);
  assert.equal(stepped("ArrowDown", 1, 3), null);
});

test("Home and End lead to the first and last, Escape back to the first", () => {
  assert.equal(stepped("Home", 2, 3), 0);
  assert.equal(stepped("End", 0, 3), 2);
  assert.equal(stepped("Escape", 2, 3), 0);
  // At the first link Escape is left to whatever else it closes.
  assert.equal(stepped("Escape", 0, 3), null);
});

test("j turns to the next turn and k to the previous one", () => {
  assert.equal(turned("j", [-300, -20, 40, 500]), 2);
  assert.equal(turned("k", [-300, -20, 40, 500]), 1);
});

test("the turn that is read is neither the next nor the previous one", () => {
  assert.equal(turned("j", [-300, 0.4, 40]), 2);
  assert.equal(turned("k", [-300, -0.4, 40]), 0);
});

test("past the ends, and by other keys, nothing is turned to", () => {
  assert.equal(turned("j", [-300, 0]), null);
  assert.equal(turned("k", [0, 300]), null);
  assert.equal(turned("n", [-300, 300]), null);
  assert.equal(turned("j", []), null);
});
