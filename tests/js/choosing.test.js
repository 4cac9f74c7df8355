import assert from "node:assert/strict";
import { test } from "node:test";
import { afterClick, chosenOf, isEmptied, queryWith } from "../../docs/assets/js/choosing.js";

test("an address asks for what the page offers, or for all", () => {
  assert.equal(chosenOf("ann-lee", ["bo-holm", "ann-lee"]), "ann-lee");
  assert.equal(chosenOf("nobody", ["bo-holm", undefined]), "");
  assert.equal(chosenOf("", ["bo-holm"]), "");
});

test("a second click on what is chosen shows all again", () => {
  assert.equal(afterClick("", "ann-lee"), "ann-lee");
  assert.equal(afterClick("bo-holm", "ann-lee"), "ann-lee");
  assert.equal(afterClick("ann-lee", "ann-lee"), "");
});

test("the address keeps the choice beside what else it says", () => {
  assert.equal(queryWith("?from=x&topic=fish", "topic", "nets & boats").toString(), "from=x&topic=nets+%26+boats");
  assert.equal(queryWith("?from=x&topic=fish", "topic", "").toString(), "from=x");
});

test("a holder is folded away when all of its rows are, not when it never had any", () => {
  assert.equal(isEmptied([{ hidden: true }, { hidden: true }]), true);
  assert.equal(isEmptied([{ hidden: true }, { hidden: false }]), false);
  assert.equal(isEmptied([]), false);
});
