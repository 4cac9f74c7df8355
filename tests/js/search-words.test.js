import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hits } from "../../docs/assets/interface/search.js";
import { shownDate } from "../../docs/assets/search/dom.js";
import { headline } from "../../docs/assets/search/draw.js";
import { badge } from "../../docs/assets/search/kinds.js";
import { excerpt, places, wordings } from "../../docs/assets/search/excerpt.js";
import { keyOfValue, naming } from "../../docs/assets/search/facets.js";
import { LONGEST, parse } from "../../docs/assets/search/query.js";
import { spans, valueToken } from "../../docs/assets/search/tokens.js";
import { distance, forms, relatives, spellings } from "../../docs/assets/search/words.js";

const CASES = new URL("../search/tokens.json", import.meta.url);

test("a text is cut into the words that the index was made with", () => {
  const { cases } = JSON.parse(readFileSync(CASES, "utf8"));
  for (const [text, plain, extra] of cases) {
    const all = spans(text);
    assert.deepEqual(all.filter((span) => !span.extra).map((span) => span.word), plain, text);
    const others = new Set(all.filter((span) => span.extra).map((span) => span.word));
    assert.deepEqual([...others].sort(), extra.toSorted(), text);
  }
});

test("a word knows where it stands", () => {
  const text = "In 2.5 million e-mails";
  const written = spans(text).map(({ word, start, end }) => [word, text.slice(start, end)]);
  assert.deepEqual(written, [
    ["in", "In"], ["2d5", "2.5"], ["n2500000", "2.5 million"], ["million", "million"],
    ["e", "e"], ["mails", "mails"], ["emails", "e-mails"],
  ]);
});

test("a value has one token however it is written", () => {
  assert.equal(valueToken("6.05", 6), "n6050000");
  assert.equal(valueToken("6050000"), "n6050000");
  assert.equal(valueToken("98.62"), "n98d62");
  assert.equal(valueToken("007"), "n7");
});

test("forms of an irregular verb lead to one another, those of its past to no other verb", () => {
  assert.ok(forms("stolen").has("stealing"));
  assert.ok(forms("stealing").has("stolen"));
  assert.ok(!forms("founded").has("find"));
});

test("forms of a word are its plural, past and so on", () => {
  for (const [word, others] of [
    ["policies", ["policy"]], ["stopped", ["stop", "stopping", "stops"]], ["went", ["go", "gone"]],
    ["build", ["built", "builds", "building"]], ["crises", ["crise"]],
  ]) {
    for (const other of others) assert.ok(forms(word).has(other), `${word}: ${other}`);
  }
  assert.ok(forms("news").has("news"));
  assert.ok(!forms("news").has("new"));
  assert.ok(!forms("this").has("thi"));
});

test("British and American spelling lead to one another", () => {
  for (const [british, american] of [
    ["organisation", "organization"], ["labour", "labor"], ["centre", "center"],
    ["programme", "program"], ["travelled", "traveled"], ["grey", "gray"],
    ["analysed", "analyzed"], ["defence", "defense"], ["licencing", "licensing"],
  ]) {
    assert.ok(spellings(british).has(american), british);
    assert.ok(spellings(american).has(british), american);
  }
  assert.ok(!spellings("grey").has("grey"));
});

test("relatives have the root of a word, if it is long enough to be one", () => {
  for (const word of ["investigation", "investigator", "investigates"])
    assert.ok(relatives("investigate").has(word), word);
  assert.ok(!relatives("mission").has("missing"));
});

test("the distance of two words counts letters that are wrong, missing, too many or swapped", () => {
  assert.equal(distance("crime", "crime", 2), 0);
  assert.equal(distance("crime", "cirme", 2), 1);
  assert.equal(distance("crime", "crimes", 2), 1);
  assert.equal(distance("crime", "rime", 2), 1);
  assert.equal(distance("crime", "prise", 2), 2);
  assert.equal(distance("crime", "policeman", 2), 3);
});

test("a query is parted into words, phrases, exclusions and fields", () => {
  const query = parse('fraud "old age" -telecom speaker:"Ann Lee" -year:2021 role:chair');
  assert.equal(query.plain, "fraud");
  assert.deepEqual(query.phrases, [["old", "age"]]);
  assert.deepEqual(query.without, [["telecom"]]);
  assert.deepEqual(query.fields, [
    ["speaker", "Ann Lee", false], ["year", "2021", true], ["kind", "chair", false],
  ]);
});

test("what is not understood is plain text", () => {
  assert.equal(parse("colour:red well-known").plain, "colour:red well-known");
  assert.deepEqual(parse("colour:red").fields, []);
  assert.equal(parse("“ !? -").plain, "");
});

test("a last word may go on until a blank follows; a text is cut", () => {
  assert.equal(parse("frau").open, true);
  assert.equal(parse("fraud ").open, false);
  assert.equal(parse("x".repeat(LONGEST)).cut, false);
  assert.equal(parse(`${"x".repeat(LONGEST)}y`).cut, true);
});

test("searched words are found where they stand, phrases before the words in them", () => {
  const marks = [[["road"], ["safety"]], [["safety"]], [["5"]]];
  const text = "Road safety: 5% more safety.";
  const found = places(text, marks).map(([start, end, which]) => [text.slice(start, end), which]);
  assert.deepEqual(found, [["Road safety", 0], ["5%", 2], ["safety", 1]]);
  assert.deepEqual(wordings(text, marks), ["road safety", "5%", "safety"]);
});

test("an excerpt is whole where the text is short, else the stretch with most of the words", () => {
  assert.deepEqual(excerpt("Tea is hot.", [[["tea"]]]), [
    { text: "Tea", found: true }, { text: " is hot.", found: false },
  ]);
  const text = `Tea here. ${"Other words follow. ".repeat(40)}Hot tea and cold coffee. ${"More. ".repeat(60)}`;
  const parts = excerpt(text, [[["tea"]], [["coffee"]]], 100);
  assert.deepEqual(parts.filter((part) => part.found).map((part) => part.text), ["tea", "coffee"]);
  assert.equal(parts[0].text, "… ");
  assert.equal(parts.at(-1).text, " …");
});

test("a value is named by whole words, else by their beginnings, else nearly", () => {
  const speakers = [["Ann Lee", "ann-lee"], ["Anna Leeson", "anna-leeson"], ["Bo Lind", "bo-lind", "Bo Lindqvist"]];
  const named = (said) => naming("speaker", said, speakers).map(keyOfValue);
  assert.deepEqual(named("lee"), ["ann-lee"]);
  assert.deepEqual(named("lees"), ["anna-leeson"]);
  assert.deepEqual(named("Lindqvist"), ["bo-lind"]);
  assert.deepEqual(named("lindqwist"), ["bo-lind"]);
  assert.deepEqual(named("nobody"), []);
  assert.deepEqual(named("!"), []);
});

test("kinds are named by what readers call them", () => {
  const kinds = [["official"], ["outlet"], ["unknown"], ["term"], ["topic"]];
  assert.deepEqual(naming("kind", "questions", kinds), [["outlet"], ["unknown"]]);
  assert.deepEqual(naming("kind", "Answer", kinds), [["official"]]);
  assert.deepEqual(naming("kind", "page", kinds), [["term"], ["topic"]]);
});

test("a date is shown as far as it is known", () => {
  assert.equal(shownDate("2022-07-25"), "25 July 2022");
  assert.equal(shownDate("2022-07"), "July 2022");
  assert.equal(shownDate("2022"), "2022");
  assert.equal(shownDate("--01-10"), "10 January, year not known");
  assert.equal(shownDate(undefined), "date not known");
});

test("a number is shown with its noun", () => {
  assert.equal(hits({ count: 1 }), "1 hit");
  assert.equal(hits({ count: 1200 }), "1,200 hits");
});

test("a hit says who said it to whom, and when", () => {
  const hit = { url: "briefings/x/#t1p1", title: "", text: "", date: "2022-07-25", kind: "official" };
  const ann = { ...hit, speakers: [["Ann Lee", "ann-lee"]] };
  const paper = ["The Paper", "the-paper"];
  assert.equal(headline({ ...ann, outlet: paper }), "Ann Lee, asked by The Paper, 25 July 2022");
  assert.equal(headline(ann), "Ann Lee, 25 July 2022");
  assert.equal(headline({ ...ann, kind: "chair" }), "Ann Lee (chair), 25 July 2022");
  assert.equal(headline({ ...hit, kind: "chair" }), "Chair (chair), 25 July 2022");
  assert.equal(headline({ ...hit, kind: "outlet", outlet: paper }), "Question of The Paper, 25 July 2022");
  assert.equal(headline({ ...hit, kind: "unknown" }), "Question, asker not given in the source, 25 July 2022");
  assert.equal(headline({ ...hit, kind: "article" }), "Article, 25 July 2022");
  assert.equal(badge(ann.kind), "");
  const from = ["Argus, 26 July 2022", "sources/2/", "rewritten", 1, 1];
  assert.equal(headline({ ...ann, kind: "article", from }), "Argus, 26 July 2022, on Ann Lee");
});

test("a page is shown by its title and its kind", () => {
  const page = { url: "terms/law/", title: "Road Traffic Law", text: "", kind: "term" };
  assert.equal(headline(page), "Road Traffic Law");
  assert.equal(badge("term"), "term");
  assert.equal(badge("outlet-page"), "outlet");
  assert.equal(badge("note"), "note");
});
