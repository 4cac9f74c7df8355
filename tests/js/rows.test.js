import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, isSort, matching, placesNumber, sorted, whole } from "../../docs/assets/js/rows.js";

const asked = (typed, facets = []) => ({ typed, facets });

test("the number of a file of places is the one that the build reckons", () => {
  // The same example as in briefings/urls.py.
  assert.equal(placesNumber("2021-05-04-t2p1-f1", 1), 0);
  assert.equal(placesNumber("ab", 7), 4);
});

test("words are looked for in all that a reader sees of a row", () => {
  const row = {
    id: "hidden-id", url: "hidden/", before: "They caught ", quote: "20 thieves", after: " there.",
    who: { name: "Ann Lee", url: "speakers/ann/" }, also: [{ place: "Daily Net, 7 May 2021, line 3" }],
    of: { name: "Transcript, 4 May 2021", quality: "rewritten", by_machine: true }, subject: null, keys: { unit: "hidden-unit" },
  };
  assert.ok(fits(row, asked("THIEVES caught")));
  assert.ok(fits(row, asked("lee 7")));
  assert.ok(fits(row, asked("transcript rewritten net,")));
  assert.ok(!fits(row, asked("true")));
  // A quote without blanks around it is one with what stands beside it.
  assert.ok(fits({ ...row, before: "a 20", quote: "th", after: "ing" }, asked("20thing")));
  assert.ok(!fits(row, asked("hidden")));
  assert.ok(!fits(row, asked("null")));
});

test("a value fits whole; of topics, terms, indicators and sources, one of several", () => {
  const row = { text: "Fraud", keys: { topic: "fraud law", speaker: "Ann Lee" } };
  assert.ok(fits(row, asked("", [["topic", "law"]])));
  assert.ok(!fits(row, asked("", [["topic", "la"]])));
  assert.ok(fits(row, asked("", [["speaker", "Ann Lee"], ["topic", "fraud"]])));
  assert.ok(!fits(row, asked("", [["speaker", "Ann"]])));
  assert.ok(!fits(row, asked("", [["term", "law"]])));
});

const FILES = {
  "2022.json": [{ text: "new fraud", keys: { kind: "plan" } }, { text: "new law", keys: { kind: "plan" } }],
  "2021.json": [{ text: "law of old", keys: { kind: "release" } }],
  "2020.json": [{ text: "oldest law", keys: { kind: "plan" } }],
};
const INDEX = {
  one: "announcement", many: "announcements", count: 4,
  files: Object.entries(FILES).map(([path, rows]) => ({ path, count: rows.length })),
  facets: [{ name: "kind", title: "Kind", options: [
    { value: "plan", title: "plan", count: 3, files: [0, 2] },
    { value: "release", title: "release", count: 1, files: [1] },
  ] }],
};
const loading = () => {
  const loaded = [];
  const load = async (path) => {
    loaded.push(path);
    return { rows: FILES[path] };
  };
  return { loaded, load };
};
const all = async (rows) => {
  const found = [];
  for await (const row of rows) found.push(row);
  return found;
};

test("what several rows share stands in their file once, and in each row that is shown", () => {
  const [monday, tuesday] = [{ date: "Monday" }, { date: "Tuesday" }];
  const file = {
    rows: [{ value: 1, briefing: 1, who: null }, { value: 0, briefing: 0, who: 0 }, { value: 3, briefing: 1, who: 0 }],
    shared: { briefing: [monday, tuesday], who: [{ name: "Bo Fisher" }] },
  };
  assert.deepEqual(whole(file).rows, [
    { value: 1, briefing: tuesday, who: null },
    { value: 0, briefing: monday, who: { name: "Bo Fisher" } },
    { value: 3, briefing: tuesday, who: { name: "Bo Fisher" } },
  ]);
});

test("rows that fit come from the newest file on, out of files that can hold some", async () => {
  const { loaded, load } = loading();
  const texts = async (one) => (await all(matching(INDEX, one, load))).map(({ text }) => text);
  assert.deepEqual(await texts(asked("law")), ["new law", "law of old", "oldest law"]);
  loaded.length = 0;
  assert.deepEqual(await texts(asked("law", [["kind", "plan"]])), ["new law", "oldest law"]);
  assert.deepEqual(loaded, ["2022.json", "2020.json"]);
  assert.deepEqual(await texts(asked("", [["kind", "nothing"]])), []);
});

test("no more files are read than are needed, and the next one", async () => {
  const { loaded, load } = loading();
  const rows = matching(INDEX, asked(""), load);
  assert.deepEqual(loaded, []);
  await rows.next();
  assert.deepEqual(loaded, ["2022.json", "2021.json"]);
});

test("a file that could not be read is an error once its rows are asked for", async () => {
  const load = async (path) => {
    if (path === "2021.json") throw new Error("gone");
    return { rows: FILES[path] };
  };
  const rows = matching(INDEX, asked(""), load);
  assert.equal((await rows.next()).value.text, "new fraud");
  assert.equal((await rows.next()).value.text, "new law");
  await assert.rejects(rows.next(), /gone/);
});

test("figures are sorted by a column, either way; those without a value come last", async () => {
  const figure = (id, value, subject, who = null) => ({ id, value, subject, who });
  const rows = async function* () {
    yield figure("a", 9, "", { name: "Zoe" });
    yield figure("b", 10, "boats");
    yield figure("c", -1, "Apples", { name: "ann" });
    yield figure("d", 9, "boats");
  };
  const ids = async (sort) => (await all(sorted(rows(), sort))).map(({ id }) => id).join("");
  assert.equal(await ids("value"), "cadb");
  assert.equal(await ids("-value"), "badc");
  assert.equal(await ids("subject"), "cbda");
  assert.equal(await ids("-subject"), "bdca");
  assert.equal(await ids("speaker"), "cabd");
  assert.ok(isSort("-value") && isSort("period"));
  assert.ok(!isSort("toString") && !isSort(""));
});
