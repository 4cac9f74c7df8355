import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { bundles } from "../../bundles.js";

const FOLDER = new URL("../../docs/assets/bundles/", import.meta.url);

test("what pages load is what its sources give: else run `npm run bundle`", async () => {
  const made = await bundles();
  assert.deepEqual(readdirSync(FOLDER).sort(), made.map(({ path }) => basename(path)).sort());
  for (const { path, text } of made) {
    const committed = readFileSync(new URL(basename(path), FOLDER), "utf8");
    assert.ok(committed === text, `${basename(path)} is not what its sources give: run npm run bundle`);
  }
});
