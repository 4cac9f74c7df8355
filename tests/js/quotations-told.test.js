/* What the page says of answers, in sentences and addresses. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { compareStrings, inPoints, inUnits } from "../../docs/assets/check/characters.js";
import { paragraphs } from "../../docs/assets/check/paste.js";
import { permalink } from "../../docs/assets/check/permalink.js";
import { overall, stretches, told } from "../../docs/assets/check/telling.js";
import { publishIndex } from "./quote-index.js";

publishIndex();

const WORDING = {
  kinds: { number: "another number", omission: "left out", addition: "added" },
  difference: "{kind}: {given}, where the text has {stands}",
  missing: "{kind}: the text has {stands}",
  added: "{kind}: {given}, which the text does not have",
  marked: ", marked by whoever quotes",
};

/* An answer on so many one-word sentences with these verdicts. */
const answered = (...verdicts) => ({
  text: verdicts.map(() => "Ice.").join(" "),
  verdict: verdicts[0],
  chinese: null,
  sentences: verdicts.map((verdict, n) => ({
    verdict, start: 5 * n, end: 5 * n + 4, inPieces: false, matches: [{ differences: [{}, {}] }],
  })),
});

test("the line above all results counts sentences", () => {
  assert.equal(overall([answered("verbatim")]), "This is in the texts, word for word.");
  assert.equal(overall([answered("altered")]), "This is in the texts, but altered, with 2 differences.");
  assert.equal(overall([answered("absent")]), "This is not in these texts.");
  assert.equal(overall([answered("verbatim", "verbatim")]), "All 2 sentences are in the texts, word for word.");
  assert.equal(
    overall([answered("verbatim", "verbatim", "verbatim"), answered("absent")]),
    "3 of 4 sentences are in the texts, word for word; 1 is not in these texts.",
  );
  assert.equal(
    overall([answered("near", "altered", "altered")]),
    "None of 3 sentences is in the texts word for word: 2 are altered, 1 is close to what a text says.",
  );
  assert.equal(overall([answered()]), "There are no words to check.");
});

test("Chinese words are not said to be in no text", () => {
  const chinese = { ...answered("absent"), chinese: { note: "", names: [] } };
  assert.equal(overall([chinese]), "Chinese words cannot be looked up: the texts here are in English.");
  assert.equal(
    overall([chinese, answered("verbatim")]),
    "1 of 2 sentences is in the texts, word for word; 1 is not in these texts.",
  );
});

test("sentences that do not follow one another are said to be apart", () => {
  const answer = { ...answered("verbatim", "verbatim"), verdict: "joined" };
  assert.equal(overall([answer]), "All 2 sentences are in the texts, word for word, but not one after another.");
});

test("several sentences that stand in a row are counted each", () => {
  const text = "There are boats. There is ice.";
  const answer = { ...answered("verbatim"), text };
  answer.sentences[0].end = text.length;
  assert.equal(overall([answer]), "All 2 sentences are in the texts, word for word.");
});

test("a difference is told with both sides, or the one there is", () => {
  const one = { kind: "number", given: "1,300", stands: "1,200", marked: false };
  assert.equal(told(one, WORDING), "another number: “1,300”, where the text has “1,200”");
  assert.equal(
    told({ ...one, kind: "omission", given: "", marked: true }, WORDING),
    "left out: the text has “1,200”, marked by whoever quotes",
  );
  assert.equal(
    told({ ...one, kind: "addition", stands: "" }, WORDING),
    "added: “1,300”, which the text does not have",
  );
});

test("a text is parted where it differs, in characters", () => {
  assert.deepEqual(stretches("a 𝟏𝟐 b", [{ start: 2, end: 4 }, { start: 5, end: 5 }]), [
    { text: "a ", differs: false }, { text: "𝟏𝟐", differs: true }, { text: " b", differs: false },
  ]);
});

const MATCH = {
  url: "briefings/x/#t1p1",
  quote: "no accidents in the harbor",
  sentence: "There have been no accidents in the harbor since March.",
  at: 16,
};

test("a permalink names the words, with those around them", () => {
  assert.equal(
    permalink(MATCH),
    "briefings/x/#t1p1:~:text=There%20have%20been-,no%20accidents%20in%20the%20harbor,-since%20March.",
  );
  assert.equal(
    permalink({ ...MATCH, quote: "Twenty-one, at most", sentence: "Twenty-one, at most.", at: 0 }),
    "briefings/x/#t1p1:~:text=Twenty%2Done%2C%20at%20most",
  );
});

test("a permalink to many words names the first and the last, and half a character does no harm", () => {
  const quote = `${"word ".repeat(60)}end \ud800`;
  const url = permalink({ ...MATCH, quote, sentence: quote, at: 0 });
  assert.match(url, /text=(?:word%20){7}word,(?:word%20){6}end%20%EF%BF%BD$/);
});

test("offsets are told in characters, and read so", () => {
  const text = "a𝟏b𝟐c";
  assert.deepEqual([0, 1, 3, 4, 6].map(inPoints(text)), [0, 1, 2, 3, 4]);
  assert.deepEqual([0, 1, 2, 3, 4].map(inUnits(text)), [0, 1, 3, 4, 6]);
});

test("strings are in the order of their characters", () => {
  assert.deepEqual(["𝟏", "ﬀ", "b", "a", "ab"].sort(compareStrings), ["a", "ab", "b", "ﬀ", "𝟏"]);
});

test("blank lines part quotations", () => {
  const text = " one\ntwo \n \t\n\nthree\n\n";
  assert.deepEqual(paragraphs(text).map(([start, end]) => text.slice(start, end)), ["one\ntwo", "three"]);
  assert.deepEqual(paragraphs(" \n\n \u00a0"), []);
});
