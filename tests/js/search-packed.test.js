import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { Packed, runs } from "../../docs/assets/search/packed.js";
import { postings } from "../../docs/assets/search/postings.js";
import { pack, publish, site } from "./small-index.js";

test("the numbers of a word tell its records and the places in them", () => {
  // Record 0 at place 3; record 300 at places 5, 6 and 206.
  const bytes = new Uint8Array([1, 1, 3, 172, 2, 3, 5, 1, 200, 1]);
  assert.deepEqual(postings(bytes), [{ id: 0, at: [3] }, { id: 300, at: [5, 6, 206] }]);
  assert.deepEqual(postings(new Uint8Array()), []);
  assert.throws(() => postings(new Uint8Array([1, 1])), /too soon/);
});

test("blocks with little between them are fetched as one", () => {
  assert.deepEqual(runs([2, 0], [0, 10, 4106, 4116]), [[0, 2]]);
  assert.deepEqual(runs([2, 0], [0, 10, 4107, 4117]), [[0], [2]]);
});

const BLOCKS = ["first", randomBytes(5000).toString("hex"), "third"];
const text = async (block) => new TextDecoder().decode(await block);

test("only the stretches of a file that hold the blocks are fetched", async () => {
  const { bytes, sizes } = pack(BLOCKS);
  const { base, requests } = site({ "some.pack": bytes });
  const packed = new Packed(`${base}some.pack`, sizes);
  const both = await Promise.all([text(packed.block(2)), text(packed.block(0))]);
  assert.deepEqual(both, ["third", "first"]);
  const third = sizes[0] + sizes[1];
  assert.deepEqual(requests, [`some.pack 0-${sizes[0] - 1}`, `some.pack ${third}-${third + sizes[2] - 1}`]);
  await packed.block(0);
  assert.equal(requests.length, 2);
});

test("a file that comes whole is kept", async () => {
  const { bytes, sizes } = pack(BLOCKS);
  const { base, requests } = site({ "whole.pack": bytes });
  const packed = new Packed(`${base}whole.pack`, sizes);
  assert.equal(await text(packed.block(2)), "third");
  assert.equal(await text(packed.block(0)), "first");
  assert.equal(requests.length, 1);
});

test("a file that was cut off is an error, and asked for again", async () => {
  const { bytes, sizes } = pack(BLOCKS);
  const { base } = site({ "whole.pack": bytes.subarray(0, -1) });
  const packed = new Packed(`${base}whole.pack`, sizes);
  await assert.rejects(packed.block(0), /bytes, not/);
  publish(base, "whole.pack", bytes);
  assert.equal(await text(packed.block(0)), "first");
});
