import assert from "node:assert/strict";
import test from "node:test";

import { once } from "../../docs/assets/search/once.js";

test("work is done once, however often it is asked for", async () => {
  let count = 0;
  const ask = once(async () => {
    count += 1;
    return count;
  });
  assert.deepEqual(await Promise.all([ask(), ask()]), [1, 1]);
  assert.equal(await ask(), 1);
});

test("work that failed is done again", async () => {
  let count = 0;
  const ask = once(async () => {
    count += 1;
    if (count === 1) throw new Error("no network");
    return count;
  });
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  assert.equal(first.status, "rejected");
  assert.equal(second.status, "rejected");
  assert.equal(await ask(), 2);
});
