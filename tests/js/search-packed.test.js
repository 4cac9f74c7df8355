import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { Packed, runs, stretch } from "../../docs/assets/search/packed.js";
import { rowsOf } from "../../docs/assets/search/pairs.js";
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
  assert.deepEqual(runs([2, 0], [0, 10, 6154, 6164]), [[0, 2]]);
  assert.deepEqual(runs([2, 0], [0, 10, 6155, 6165]), [[0], [2]]);
});

const BLOCKS = ["first", randomBytes(8000).toString("hex"), "third"];
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

test("a file is divided further by what its first block tells", async () => {
  const { bytes, sizes } = pack(BLOCKS);
  const { base, requests } = site({ "some.pack": bytes });
  const packed = new Packed(`${base}some.pack`, [sizes[0], sizes[1] + sizes[2]]);
  assert.equal(await text(packed.block(0)), "first");
  packed.divide(sizes.slice(1));
  assert.equal(await text(packed.block(2)), "third");
  assert.deepEqual(requests.length, 2);
});

test("of a table a row comes alone, and nothing where the server would send all of it", async () => {
  const { base } = site({ "some.pack": Buffer.from([1, 2, 3]), "whole.pack": Buffer.from([1, 2, 3]) });
  assert.deepEqual(await stretch(`${base}some.pack`, 1, 3), new Uint8Array([2, 3]));
  assert.equal(await stretch(`${base}whole.pack`, 1, 3), null);
});

test("rows are those of the pairs of a phrase, four of them where it is long", () => {
  // Python's zlib.crc32(b"telecom fraud") is 2951136313, that of b"fraud cases" 748563319.
  assert.deepEqual(rowsOf([["telecom", "fraud", "cases"]], 1024), [2951136313 % 1024, 748563319 % 1024]);
  assert.deepEqual(rowsOf([["fraud"]], 1024), []);
  const long = "of all of these words four pairs are enough to tell a phrase from others".split(" ");
  assert.equal(rowsOf([long], 1 << 20).length, 4);
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
