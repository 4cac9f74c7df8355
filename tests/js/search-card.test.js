import assert from "node:assert/strict";
import { test } from "node:test";
import { Engine } from "../../docs/assets/search/engine.js";
import { asks } from "../../docs/assets/search/question.js";
import { siteOf } from "./small-index.js";

const OF = ["Transcript, 4 May 2021", "sources/1/", "official translation", 0, 0];
const stated = (value, more = {}) =>
  ({ value, of: OF, url: "briefings/a/#t1p1", told: "2021-05-04", against: [], ...more });
const number = (id, title, kind, statements, { unit = "count", names = [] } = {}) => ({
  url: `indicators/${id}/`, kind: "indicator", title, names,
  card: { kind, unit, names: [title, ...names], of: statements.length, statements },
});

const PAGES = [
  number("boats", "Boats registered", "level", [
    stated("1,300", { start: "", end: "2021-12-31" }), stated("1,200", { start: "", end: "2020-12-31" }),
  ]),
  number("boats-change", "Boats registered, change", "change", [stated("increase of 8%")], { unit: "%" }),
  number("wardens", "Harbour wardens killed on duty", "flow", [stated("3")]),
  number("auxiliary-wardens", "Auxiliary harbour wardens killed on duty", "flow", [stated("1")]),
  number("accidents", "Major harbour accidents", "flow", [stated("4")], { names: ["major harbour accidents"] }),
  number("solved", "Thefts of nets solved, share", "rate", [stated("99%")], { unit: "%" }),
  number("caught-a", "Smugglers caught at sea", "flow", [stated("5")]),
  number("caught-b", "Smugglers caught on land", "flow", [stated("6")]),
  number("quiet", "Months without a collision", "streak", [stated("33 months")], { unit: "months" }),
];
const search = new Engine(siteOf([PAGES], {
  synonyms: [["killed", "died"], ["boat", "vessel"], ["theft", "stealing"]],
}).base);

const answer = async (typed, options) => {
  const { card } = await search.search(typed, options);
  return card && [card.hit.url.split("/")[1], ...card.statements.map(({ value }) => value)];
};

test("a question for a number is answered by what is stated, the newest first", async () => {
  assert.deepEqual(await answer("how many boats are registered?"), ["boats", "1,300", "1,200"]);
  assert.deepEqual(await answer("number of registered vessels"), ["boats", "1,300", "1,200"]);
  assert.deepEqual(await answer("share of thefts of nets solved"), ["solved", "99%"]);
  assert.deepEqual(await answer("how many months without collisions"), ["quiet", "33 months"]);
});

test("a year or a day asks for statements about it; where none is, there is no answer", async () => {
  assert.deepEqual(await answer("how many boats registered in 2020"), ["boats", "1,200"]);
  assert.equal(await answer("how many boats registered in 2019"), null);
  assert.equal(await answer("how many boats registered in October 2021"), null);
});

test("which way a number went is answered by a change, and only that", async () => {
  assert.deepEqual(await answer("did boats registered increase"), ["boats-change", "increase of 8%"]);
  assert.equal(await answer("did smugglers caught at sea fall"), null);
});

test("of a thing and a part of it the whole is meant, where the part is not named", async () => {
  assert.deepEqual(await answer("how many harbour wardens died on duty"), ["wardens", "3"]);
  assert.deepEqual(await answer("how many auxiliary harbour wardens died on duty"), ["auxiliary-wardens", "1"]);
});

test("where it is not clear what is meant there is no answer", async () => {
  assert.equal(await answer("how many smugglers were caught"), null, "either of two");
  assert.equal(await answer("how many harbour accidents"), null, "only major ones are counted");
  assert.equal(await answer("how many boats registered by pirates"), null, "a word that it does not have");
  assert.equal(await answer("boats registered"), null, "no number is asked for");
  assert.equal(await answer("how many"), null);
  assert.equal(await answer("how many boats are registered", { filters: { kind: ["term"] } }), null);
});

const saying = (url, date, counted, more = {}) => ({
  url, date, year: date.slice(0, 4), briefing: ["Briefing", `b-${date}`], kind: "official", from: OF,
  text: `They spoke of harbour boats mended and of nets ${url}`, speakers: [["Bo Fisher", "bo-fisher"]], counted, ...more,
});
const PRESS = ["Argus, 5 May 2021", "sources/2/", "rewritten", 1, 1];
const said = async (typed, ...records) => {
  const { card } = await new Engine(siteOf([records]).base).search(typed);
  return card?.statements.map(({ value, of, against }) => [value, of[0], against.map(([other]) => other)]);
};

test("where no indicator answers, a number of just what was asked for does", async () => {
  const mended = saying("a#t1p1", "2021-05-04", [["40", "harbour boats mended", "count", "2020", "2020-01-01", "2020-12-31"]]);
  const later = saying("b#t1p1", "2022-05-04", [["50", "harbour boats mended", "count", "", "", ""]]);
  const typed = "how many harbour boats were mended";
  assert.deepEqual(await said(typed, mended, later), [["50", OF[0], []], ["40", OF[0], []]]);
  assert.deepEqual(await said(`${typed} in 2020`, mended, later), [["40", OF[0], []]]);
  const retold = saying("a#2-s1p1", "2021-05-04", [["45", "harbour boats mended", "count", "", "", ""]],
    { from: PRESS, kind: "article", secondary: true });
  assert.deepEqual(await said(typed, mended, retold), [["40", OF[0], ["45"]]]);
});

test("a number of something more, of anything, or one of several is no answer", async () => {
  const one = (...counted) => saying("a#t1p1", "2021-05-04", counted);
  assert.equal(await said("how many boats mended", one(["40", "old harbour boats mended", "count", "", "", ""])), undefined);
  assert.equal(await said("how many boats", one(["40", "boats", "count", "", "", ""])), undefined);
  const two = one(["40", "boats mended", "count", "", "", ""], ["41", "boats mended", "count", "", "", ""]);
  assert.equal(await said("how many boats mended", two), undefined);
  assert.equal(await said("share of boats mended", one(["40", "boats mended", "count", "", "", ""])), undefined);
});

test("a query says which sort of number it asks for", () => {
  assert.equal(asks("harbour safety"), null);
  assert.ok(asks("how many boats").many);
  assert.ok(asks("clearance rate").share);
  assert.ok(asks("did thefts fall").moved);
  assert.ok(asks("how many months without accidents").length);
});
