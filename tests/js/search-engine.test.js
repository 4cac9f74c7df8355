import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../docs/assets/search/engine.js";
import { expand, FORMS, proposals } from "../../docs/assets/search/expand.js";
import { counts } from "../../docs/assets/search/found.js";
import { Index } from "../../docs/assets/search/index.js";
import { parse } from "../../docs/assets/search/query.js";
import { publish, siteOf } from "./small-index.js";

const on = (date) => ({ date, year: date.slice(0, 4), briefing: [`Briefing of ${date}`, `briefing-${date}`] });
const said = (url, text, more = {}) => ({ url, text, kind: "official", ...on("2022-07-25"), ...more });

const engine = (parts, options) => new Engine(siteOf(parts, options).base);
const urls = (search, { records }) =>
  Promise.all(records.map(async (record) => (await search.hit(record)).url));
const found = async (search, typed, options) => urls(search, await search.search(typed, options));

const LONG = "and many other words that were said to the reporters on that day in the hall of the ministry";

test("a record with all words comes before one with some, and the rest is left out", async () => {
  const search = engine([[
    said("some", `Police fight fraud ${LONG}`),
    said("all", `Police fight telecom fraud ${LONG}`),
    said("none", `The weather was fine ${LONG}`),
  ]]);
  const results = await search.search("police telecom fraud");
  assert.deepEqual(await urls(search, results), ["all", "some"]);
  assert.deepEqual(results.records.map(({ missing }) => missing), [[], ["telecom"]]);
});

test("a hit holds what is shown of its record", async () => {
  const search = engine([[
    said("first", `Fraud ${LONG}`),
    said("second", `Police ${LONG}`),
    said("third", "Telecom", { speakers: [["Ann Lee", "ann-lee"]] }),
  ]]);
  const [record] = (await search.search("telecom")).records;
  assert.deepEqual(await search.hit(record), {
    url: "third", kind: "official", text: "Telecom", speakers: [["Ann Lee", "ann-lee"]],
    briefing: ["Briefing of 2022-07-25", "briefing-2022-07-25"], date: "2022-07-25",
  });
});

test("words side by side come before the same words apart", async () => {
  const search = engine([[
    said("apart", `Traffic was heavy, and so for years nobody in all of the city spoke of safety ${LONG}`),
    said("near", `Traffic safety was heavy, and so for years nobody in all of the city spoke ${LONG}`),
  ]]);
  assert.deepEqual(await found(search, "traffic safety"), ["near", "apart"]);
});

test("a word counts less where it only stands around a record, and an aside comes last", async () => {
  const search = engine([[
    said("around", `They spoke ${LONG}`, { context: ["Fraud"] }),
    said("aside", `Fraud ${LONG}`, { aside: true }),
    said("inside", `Fraud ${LONG}`),
  ]]);
  assert.deepEqual(await found(search, "fraud"), ["inside", "aside", "around"]);
});

test("a phrase in quotation marks stands in the text as it is", async () => {
  const search = engine([[
    said("apart", `Safety comes first on the road ${LONG}`),
    said("phrase", `Road safety comes first ${LONG}`),
    said("other form", `Roads and their safety ${LONG}`),
    said("across zones", `Safety comes first ${LONG}`, { title: "Road" }),
    said("at the end", `${LONG} ${LONG} on road safety`),
    said("around", `${LONG} they spoke`, { context: ["Road safety"] }),
  ]]);
  assert.deepEqual(await found(search, '"road safety"'), ["phrase", "at the end"]);
});

test("what is excluded is left out in all its forms", async () => {
  const search = engine([[
    said("kept", `Police fight fraud ${LONG}`),
    said("excluded", `Police fight fraud and crimes ${LONG}`),
    said("kept with words around", `Police fight fraud and more ${LONG}`, { context: ["Crime"] }),
  ]]);
  assert.deepEqual(await found(search, "fraud -crime"), ["kept", "kept with words around"]);
});

test("word forms are searched, told, and can be switched off", async () => {
  const search = engine([[said("plural", `Many crimes ${LONG}`), said("same", `One crime ${LONG}`)]]);
  const results = await search.search("crime");
  assert.deepEqual((await urls(search, results)).sort(), ["plural", "same"]);
  assert.deepEqual(results.proposals.map(({ key }) => key), [FORMS]);
  assert.deepEqual(await found(search, "crime", { off: new Set([FORMS]) }), ["same"]);
});

test("a word that no text holds is corrected, and the correction can be switched off", async () => {
  const search = engine([[said("one", `Telecom fraud ${LONG}`)]]);
  const results = await search.search("telecmo");
  assert.deepEqual(await urls(search, results), ["one"]);
  const [{ key, kind, from }] = results.proposals;
  assert.deepEqual([key, kind, from], ["telecom", "typo", "telecmo"]);
  const without = await search.search("telecmo", { off: new Set(["telecom"]) });
  assert.deepEqual(await urls(search, without), []);
  assert.deepEqual(without.unknown, ["telecmo"]);
});

test("a number is found however it is written", async () => {
  const search = engine([[
    said("words", `It was 6.05 million yuan ${LONG}`),
    said("digits", `It was 6,050,000 yuan ${LONG}`),
    said("other", `It was 605 yuan ${LONG}`),
  ]]);
  for (const typed of ["6.05 million", "6,050,000", "6050000"])
    assert.deepEqual((await found(search, typed)).sort(), ["digits", "words"], typed);
});

test("wordings that editors hold to be the same are searched too", async () => {
  const synonyms = [["Ministry of Public Security", "MPS"]];
  const search = engine([[said("short", `The MPS said so ${LONG}`)]], { synonyms });
  const results = await search.search("ministry of public security");
  assert.deepEqual(await urls(search, results), ["short"]);
  assert.deepEqual(results.proposals.map(({ kind, label }) => [kind, label]), [["synonym", "MPS"]]);
});

test("filters and fields narrow the hits; both count what they leave", async () => {
  const search = engine([[
    said("answer", `On fraud ${LONG}`, { speakers: [["Ann Lee", "ann-lee"]] }),
    said("question", `On fraud ${LONG}`, { kind: "outlet", outlet: ["The Paper", "the-paper"] }),
  ]]);
  assert.deepEqual(await found(search, "fraud speaker:lee"), ["answer"]);
  assert.deepEqual(await found(search, "fraud -speaker:lee"), ["question"]);
  assert.deepEqual(await found(search, "fraud kind:question"), ["question"]);
  const results = await search.search("fraud", { filters: { outlet: ["the-paper"] } });
  assert.deepEqual(await urls(search, results), ["question"]);
  const counted = (facet) => counts(results)
    .filter((one) => one.facet === facet)
    .flatMap(({ values }) => values.map(({ key, count, on }) => [key, count, on]));
  assert.deepEqual(counted("outlet"), [["the-paper", 1, true]]);
  assert.deepEqual(counted("speaker"), []);
  assert.deepEqual((await search.search("fraud speaker:nobody")).unmet, [["speaker", "nobody"]]);
});

test("of the values of a facet, those of most records are told first", async () => {
  const from = (name) => ({ kind: "outlet", outlet: [name, name.toLowerCase()] });
  const search = engine([[
    said("1", `Fraud ${LONG}`, from("Argus")),
    said("2", `Fraud ${LONG}`, from("Herald")),
    said("3", `Fraud ${LONG}`, from("Herald")),
  ]]);
  const { values } = counts(await search.search("fraud")).find(({ facet }) => facet === "outlet");
  assert.deepEqual(values.map(({ value, count }) => [value[0], count]), [["Herald", 2], ["Argus", 1]]);
});

test("a speaker goes by every name that stands on a page", async () => {
  const search = engine([
    [said("answer", `On fraud ${LONG}`, { speakers: [["Ann Lee", "ann-lee"]] })],
    [{ url: "page", kind: "speaker", title: "Ann Lee", names: ["Li An"],
      speakers: [["Ann Lee", "ann-lee", "Li An"]] }],
  ]);
  assert.deepEqual(await found(search, "fraud speaker:li"), ["answer"]);
});

test("a page comes first where its name was typed, else after the passages", async () => {
  const search = engine([
    [said("passage", `Road safety ${LONG}`)],
    [{ url: "page", title: "Road Safety", kind: "term" }],
  ]);
  assert.deepEqual(await found(search, "road safety"), ["page", "passage"]);
  assert.deepEqual(await found(search, "safety"), ["passage", "page"]);
});

test("hits are sorted by day on request, and where nothing but a filter is asked for", async () => {
  const search = engine([[
    said("old", `Fraud, fraud and fraud again ${LONG}`, on("2019-01-02")),
    said("new", `Fraud ${LONG} ${LONG}`),
  ]]);
  assert.deepEqual(await found(search, "fraud"), ["old", "new"]);
  assert.deepEqual(await found(search, "fraud", { sort: "date" }), ["new", "old"]);
  assert.deepEqual(await found(search, "", { filters: { kind: ["official"] } }), ["new", "old"]);
});

/* More records than are searched at once: the newest part alone gives enough. */
const many = (count, date) =>
  Array.from({ length: count }, (_, n) => said(`${date} ${n}`, n ? "Nothing" : `Fraud ${LONG}`, on(date)));

test("older parts wait until the newer ones have given too little", async () => {
  const site = siteOf([many(1, "2019-01-02"), many(1500, "2022-07-25")]);
  const search = new Engine(site.base);
  const first = await search.search("fraud", { enough: 1 });
  assert.deepEqual(await urls(search, first), ["2022-07-25 0"]);
  assert.deepEqual(first.rest.map(({ years }) => years), [["2019"]]);
  assert.deepEqual(site.requests.filter((one) => one.startsWith("part-0/")), []);
  const both = await search.search("fraud", { enough: 2 });
  assert.deepEqual(await urls(search, both), ["2022-07-25 0", "2019-01-02 0"]);
  assert.deepEqual(both.rest, []);
});

test("what the newest parts gave is told at once, and keeps its place", async () => {
  const site = siteOf([
    [said("old", `Fraud, fraud, fraud ${LONG}`, on("2019-01-02"))],
    many(700, "2022-07-25"),
  ]);
  const search = new Engine(site.base);
  const early = [];
  const results = await search.search("fraud", { early: (now) => early.push(now) });
  assert.equal(early.length, 1);
  assert.deepEqual(await urls(search, early[0]), ["2022-07-25 0"]);
  assert.deepEqual(await urls(search, results), ["2022-07-25 0", "old"]);
  assert.equal(results.records[0], early[0].records[0]);
});

test("nothing is told before its time where the newest parts lack a word, or are all there is", async () => {
  const early = [];
  const search = engine([[said("all", `Telecom fraud ${LONG}`, on("2019-01-02"))], many(700, "2022-07-25")]);
  await search.search("telecom fraud", { early: (now) => early.push(now) });
  await search.search("nothing", { early: (now) => early.push(now), enough: 1 });
  assert.deepEqual(early, []);
});

test("heads and words that stand in layer.json are not asked for", async () => {
  const parts = [[said("old", `Fraud ${LONG}`, on("2019-01-02"))], [said("new", `Fraud ${LONG}`)]];
  const site = siteOf(parts, { heads: [0, 1], few: true });
  await new Engine(site.base).search("fraud");
  assert.deepEqual(site.requests.map((one) => one.split(" ")[0]), [
    "layer.json", "part-1/words.pack", "part-0/words.pack",
  ]);
});

test("no part is read for a phrase that the table of pairs knows to be nowhere", async () => {
  const parts = ["2019-01-02", "2020-01-02", "2021-01-02"].map((date) =>
    [said(date, `Police fight telecom fraud ${LONG}`, on(date))]);
  const site = siteOf(parts, { rows: 1 << 16 });
  const search = new Engine(site.base);
  assert.deepEqual(await found(search, '"fraud police"'), []);
  assert.deepEqual(site.requests.filter((one) => one.startsWith("part-")), []);
  assert.equal((await found(search, '"telecom fraud"')).length, 3);
});

test("parts that hold no word of a query are not read", async () => {
  const site = siteOf([
    [said("old", `Fraud ${LONG}`, on("2019-01-02"))],
    [said("other", `Police ${LONG}`, on("2020-01-02"))],
    [said("new", `Fraud ${LONG}`)],
  ]);
  assert.deepEqual(await found(new Engine(site.base), "fraud"), ["new", "old"]);
  assert.deepEqual(site.requests.filter((one) => one.startsWith("part-1/")), []);
});

const NAMES = [{ url: "page", kind: "speaker", title: "Ann Lee", speakers: [["Ann Lee", "ann-lee"]] }];
const byAnn = { context: ["Ann Lee"], speakers: [["Ann Lee", "ann-lee"]] };

test("a person's name gives the page, then all that the person said, then who else says the name", async () => {
  const search = engine([[
    said("handed over", `I invite Ann Lee, yes, Ann Lee, to answer ${LONG}`, { kind: "chair" }),
    said("first", `On boats ${LONG}`, byAnn),
    said("second", `On nets, nets and nets ${LONG}`, byAnn),
  ], NAMES]);
  for (const typed of ["Ann Lee", "lee"])
    assert.deepEqual(await found(search, typed), ["page", "first", "second", "handed over"], typed);
});

test("what a named person said comes before what others say of the same", async () => {
  const search = engine([[
    said("other", `I ask Ann Lee about boats ${LONG}`, { kind: "chair" }),
    said("own", `On boats ${LONG}`, byAnn),
  ], NAMES]);
  assert.deepEqual((await found(search, "Ann Lee boats"))[0], "own");
});

test("of two texts with the same fact the primary one comes first", async () => {
  const search = engine([[
    said("primary", `Thefts fell by 62 percent ${LONG} ${LONG}`),
    said("retold", `Thefts, thefts and thefts fell`, { kind: "article", secondary: true, retells: ["primary"] }),
  ]]);
  assert.deepEqual(await found(search, "thefts fell"), ["primary", "retold"]);
});

test("a text that tells more of what was asked comes first although it is not the primary one", async () => {
  const search = engine([[
    said("primary", `Thefts fell ${LONG}`),
    said("retold", `Thefts fell in Harbourtown ${LONG}`, { kind: "article", secondary: true, retells: ["primary"] }),
  ]]);
  assert.deepEqual((await found(search, "thefts fell Harbourtown"))[0], "retold");
});

const DAYS = [
  { url: "page-2022", kind: "briefing", title: "At the hall", text: "On fraud", ...on("2022-07-25"), host: "Harbour Office" },
  said("2022", `Fraud before October 2023 ${LONG}`),
  { url: "page-2023", kind: "briefing", title: "In the yard", text: "Harbour Office", ...on("2023-10-24"), host: "Harbour Office" },
  said("2023", `Fraud in October 2023 ${LONG}`, on("2023-10-24")),
];

test("a date leads to its briefing and narrows the hits to it, and can be switched off", async () => {
  const search = engine([DAYS]);
  for (const typed of ["24 October 2023", "2023-10-24", "October 2023", "24/10/2023"])
    assert.deepEqual(await found(search, typed), ["page-2023", "2023"], typed);
  const { dated } = await search.search("fraud 25 July 2022");
  assert.deepEqual(dated, { key: "25 July 2022", on: true });
  assert.deepEqual(await found(search, "25 July 2022 fraud"), ["2022", "page-2022"]);
  const off = await search.search("fraud October 2023", { off: new Set(["October 2023"]) });
  assert.equal(off.dated.on, false);
  assert.ok((await urls(search, off)).includes("2022"));
});

test("a date on which no briefing was is searched as words", async () => {
  const search = engine([[said("told", `From 5 October 2019 on ${LONG}`), said("other", `Fraud ${LONG}`)]]);
  assert.deepEqual(await found(search, "2019-10-05"), ["told"]);
});

test("the name of a host gives its briefings", async () => {
  const search = engine([DAYS]);
  assert.deepEqual(await found(search, "harbour office"), ["page-2023"]);
});

test("Chinese names are found, alone and in a longer text", async () => {
  const search = engine([[said("other", `Fraud ${LONG}`)], [
    { url: "fengqiao", kind: "term", title: "Fengqiao experience", names: ["枫桥经验"] },
    { url: "ministry", kind: "term", title: "Ministry", names: ["公安部"] },
  ]]);
  assert.deepEqual(await found(search, "枫桥经验"), ["fengqiao"]);
  assert.deepEqual((await found(search, "什么是公安部？"))[0], "ministry");
  const { records, unknown } = await search.search("天气");
  assert.deepEqual([records, unknown], [[], ["天气"]]);
});

test("a word that stands anywhere is not said to be nowhere", async () => {
  const search = engine([[said("one", `Telecom fraud ${LONG}`)], [{ url: "page", title: "Mint", kind: "term" }]]);
  assert.deepEqual((await search.search("mint fraud", { filters: { kind: ["official"] } })).unknown, []);
  assert.deepEqual((await search.search("zzyzx fraud")).unknown, ["zzyzx"]);
});

test("a name that no text has is not replaced by a word that is merely like it", async () => {
  const search = engine([[said("one", `He refers to routes ${LONG}`)]]);
  const { proposals: told, unknown } = await search.search("Reuters");
  assert.deepEqual([told, unknown], [[], ["Reuters"]]);
});

test("passages come before pages that merely hold the words", async () => {
  const search = engine([
    [said("passage", `${LONG} ${LONG} ${LONG} telecom fraud`)],
    [{ url: "term", title: "Swindle", text: "Telecom fraud", kind: "term" }],
  ]);
  assert.deepEqual(await found(search, "telecom fraud"), ["passage", "term"]);
});

test("the word that was typed comes before what editors hold to be the same", async () => {
  const search = engine([[
    said("same", `The gang, that gang, a gang, the gang's gang ${LONG}`),
    said("typed", `The mafia ${LONG}`),
  ]], { synonyms: [["mafia", "gang"]] });
  assert.deepEqual(await found(search, "mafia"), ["typed", "same"]);
});

test("what announces something is counted among announcements too", async () => {
  const search = engine([[said("told", `Fraud ${LONG}`), said("promised", `Fraud ${LONG}`, { kinds: ["announcement"] })]]);
  assert.deepEqual(await found(search, "fraud", { filters: { kind: ["announcement"] } }), ["promised"]);
  assert.deepEqual(await found(search, "fraud kind:announcements"), ["promised"]);
});

test("signs alone ask for nothing", async () => {
  const search = engine([[said("one", `Fraud ${LONG}`)]]);
  assert.deepEqual(await found(search, "?!"), []);
});

test("where a file is gone, the index is read anew: the site was published meanwhile", async () => {
  const { base } = siteOf([[said("one", `Fraud ${LONG}`)]]);
  const layer = await (await fetch(`${base}layer.json`)).text();
  const search = new Engine(base);
  publish(base, "layer.json", layer.replace("words.pack", "gone.pack"));
  await assert.rejects(search.search("fraud"), /gone\.pack.*: 404/);
  publish(base, "layer.json", layer);
  assert.deepEqual(await found(search, "fraud"), ["one"]);
});

test("the last word may go on while it is typed", async () => {
  const index = new Index(siteOf([[said("one", "telecom fraud and telecommunication")]]).base);
  await index.open();
  const { options } = await expand(index, parse("telec"), { typing: true });
  for (const option of options) option.found = true;
  assert.deepEqual(proposals(options).map(({ kind, label }) => [kind, label]), [["prefix", "telec…"]]);
});
