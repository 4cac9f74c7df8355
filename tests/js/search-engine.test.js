import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../docs/assets/search/engine.js";
import { expand, FORMS, proposals } from "../../docs/assets/search/expand.js";
import { parse } from "../../docs/assets/search/query.js";
import { SmallIndex } from "./small-index.js";

const briefing = (day) => [`Briefing of ${day}`, `briefing-${day}`, day];
const said = (id, text, more = {}) => ({
  id, text, kind: "official", year: "2022", briefing: briefing("2022-07-25"), ...more,
});

const engine = (parts, synonyms) => {
  const made = new Engine("https://example.org/pagefind/", async () => ({}));
  made.index = new SmallIndex(parts, synonyms);
  return made;
};
const ids = ({ records }) => records.map(({ id }) => id);

const LONG = "and many other words that were said to the reporters on that day in the hall of the ministry";

test("a record with all words comes before one with some, and the rest is left out", async () => {
  const search = engine([[
    said("some", `Police fight fraud ${LONG}`),
    said("all", `Police fight telecom fraud ${LONG}`),
    said("none", `The weather was fine ${LONG}`),
  ]]);
  const results = await search.search("police telecom fraud");
  assert.deepEqual(ids(results), ["all", "some"]);
  assert.deepEqual(results.records.map(({ missing }) => missing), [[], ["telecom"]]);
});

test("words side by side come before the same words apart", async () => {
  const search = engine([[
    said("apart", `Traffic was heavy, and so for years nobody in all of the city spoke of safety ${LONG}`),
    said("near", `Traffic safety was heavy, and so for years nobody in all of the city spoke ${LONG}`),
  ]]);
  assert.deepEqual(ids(await search.search("traffic safety")), ["near", "apart"]);
});

test("a phrase in quotation marks stands in the text as it is", async () => {
  const search = engine([[
    said("apart", `Safety comes first on the road ${LONG}`),
    said("phrase", `Road safety comes first ${LONG}`),
    said("other form", `Roads and their safety ${LONG}`),
  ]]);
  assert.deepEqual(ids(await search.search('"road safety"')), ["phrase"]);
});

test("what is excluded is left out in all its forms", async () => {
  const search = engine([[
    said("kept", `Police fight fraud ${LONG}`),
    said("excluded", `Police fight fraud and crimes ${LONG}`),
  ]]);
  assert.deepEqual(ids(await search.search("fraud -crime")), ["kept"]);
});

test("word forms are searched, told, and can be switched off", async () => {
  const search = engine([[said("plural", `Many crimes ${LONG}`), said("same", `One crime ${LONG}`)]]);
  const results = await search.search("crime");
  assert.deepEqual(ids(results).sort(), ["plural", "same"]);
  assert.deepEqual(results.proposals.map(({ key }) => key), [FORMS]);
  assert.deepEqual(ids(await search.search("crime", { off: new Set([FORMS]) })), ["same"]);
});

test("a word that no text holds is corrected, and the correction can be switched off", async () => {
  const search = engine([[said("one", `Telecom fraud ${LONG}`)]]);
  const results = await search.search("telecmo");
  assert.deepEqual(ids(results), ["one"]);
  const [{ key, kind, from }] = results.proposals;
  assert.deepEqual([key, kind, from], ["telecom", "typo", "telecmo"]);
  const without = await search.search("telecmo", { off: new Set(["telecom"]) });
  assert.deepEqual(ids(without), []);
  assert.deepEqual(without.unknown, ["telecmo"]);
});

test("a number is found however it is written", async () => {
  const search = engine([[
    said("words", `It was 6.05 million yuan ${LONG}`),
    said("digits", `It was 6,050,000 yuan ${LONG}`),
    said("other", `It was 605 yuan ${LONG}`),
  ]]);
  for (const typed of ["6.05 million", "6,050,000", "6050000"])
    assert.deepEqual(ids(await search.search(typed)).sort(), ["digits", "words"], typed);
});

test("wordings that editors hold to be the same are searched too", async () => {
  const search = engine(
    [[said("short", `The MPS said so ${LONG}`)]],
    [["Ministry of Public Security", "MPS"]],
  );
  const results = await search.search("ministry of public security");
  assert.deepEqual(ids(results), ["short"]);
  assert.deepEqual(results.proposals.map(({ kind, label }) => [kind, label]), [["synonym", "MPS"]]);
});

test("filters and fields narrow the hits; both count what they leave", async () => {
  const search = engine([[
    said("answer", `On fraud ${LONG}`, { speaker: ["Ann Lee", "ann-lee"] }),
    said("question", `On fraud ${LONG}`, { kind: "outlet", outlet: ["The Paper", "the-paper"] }),
  ]]);
  assert.deepEqual(ids(await search.search("fraud speaker:lee")), ["answer"]);
  assert.deepEqual(ids(await search.search("fraud -speaker:lee")), ["question"]);
  const results = await search.search("fraud", { filters: { outlet: ["the-paper"] } });
  assert.deepEqual(ids(results), ["question"]);
  const counted = search.counts(results).find(({ facet }) => facet === "outlet");
  assert.deepEqual(counted.values.map(({ key, count, on }) => [key, count, on]), [["the-paper", 1, true]]);
  assert.deepEqual((await search.search("fraud speaker:nobody")).unmet, [["speaker", "nobody"]]);
});

test("a page comes first where its name was typed, else after the passages", async () => {
  const page = { id: "page", title: "Road Safety", text: "", kind: "term", year: "2022" };
  const search = engine([[
    said("passage", `Road safety ${LONG}`),
    { ...page, briefing: briefing("2022-07-25") },
  ]]);
  assert.deepEqual(ids(await search.search("road safety")), ["page", "passage"]);
  assert.deepEqual(ids(await search.search("safety")), ["passage", "page"]);
});

test("hits are sorted by day on request, and where nothing but a filter is asked for", async () => {
  const old = { briefing: briefing("2019-01-02"), year: "2019" };
  const search = engine([[
    said("old", `Fraud, fraud and fraud again ${LONG}`, old),
    said("new", `Fraud ${LONG} ${LONG}`),
  ]]);
  assert.deepEqual(ids(await search.search("fraud")), ["old", "new"]);
  assert.deepEqual(ids(await search.search("fraud", { sort: "date" })), ["new", "old"]);
  assert.deepEqual(ids(await search.search("", { filters: { kind: ["official"] } })), ["new", "old"]);
});

test("older parts wait until the newer ones have given too little", async () => {
  const search = engine([
    [said("new", `Fraud ${LONG}`)],
    [said("old", `Fraud ${LONG}`, { briefing: briefing("2019-01-02"), year: "2019" })],
  ]);
  const first = await search.search("fraud", { enough: 1 });
  assert.deepEqual([ids(first), first.rest], [["new"], ["2019"]]);
  const both = await search.search("fraud", { enough: 2 });
  assert.deepEqual([ids(both), both.rest], [["new", "old"], []]);
});

test("signs alone ask for nothing", async () => {
  const search = engine([[said("one", `Fraud ${LONG}`)]]);
  assert.deepEqual(ids(await search.search("?!")), []);
});

test("the last word may go on while it is typed", async () => {
  const index = new SmallIndex([[said("one", "telecom fraud and telecommunication")]]);
  const { options } = await expand(index, parse("telec"), { typing: true });
  for (const option of options) option.found = true;
  assert.deepEqual(proposals(options).map(({ kind, label }) => [kind, label]), [["prefix", "telec…"]]);
});
