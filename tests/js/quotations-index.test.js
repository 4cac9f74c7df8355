/* The index of quotations: what is fetched of it, and what it makes of hostile words. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "../../docs/assets/check/answers.js";
import { QuoteIndex } from "../../docs/assets/check/index.js";
import { number } from "../../docs/assets/check/keys.js";
import { publishIndex } from "./quote-index.js";

const asked = async (index, text, everywhere = true) => answer(text, await index.texts(text), everywhere);

test("numbers are those of zlib", () => assert.equal(number("we mended nets"), 2783585806));

test("only what a quotation needs is fetched, and nothing twice", async () => {
  const { base, requests } = publishIndex();
  const index = new QuoteIndex(base);
  await asked(index, "There are 35 boats.");
  assert.deepEqual(requests.slice(0, 2), ["index.json", "rules.json"]);
  assert.ok(!requests.includes("chinese.json"));
  const before = requests.length;
  await asked(index, "There are 35 boats.");
  assert.equal(requests.length, before);
});

/* Blocks of another year, each with the same sentence. */
const repeated = (count) => Array.from({ length: count }, (_, n) => ({
  briefing: `2022-${n}`, title: "Ice", date: "2022-12-01", source: `r${n}`,
  text: { name: "Transcript", kind: "transcript", publisher: null, published: null, quality: null, primary: true, by_machine: false },
  passages: [{ n: 0, passage: "t1p1", line: 1, text: "Ice closes every northern harbor.", sentences: [[0, 33]], speaker: null }],
}));

test("other places are looked at when they are asked for", async () => {
  const { base } = publishIndex(repeated(40));
  const index = new QuoteIndex(base);
  const first = await asked(index, "Ice closes every northern harbor.", false);
  assert.deepEqual([first.verdict, first.sentences[0].count, first.sentences[0].more], ["verbatim", 6, true]);
  const all = await asked(index, "Ice closes every northern harbor.");
  // Of one segment so many are listed at most.
  assert.deepEqual([all.sentences[0].count, all.sentences[0].more], [32, false]);
});

test("what is altered in the first texts is looked for in some more at once, in others when asked", async () => {
  const index = new QuoteIndex(publishIndex(repeated(40)).base);
  const text = "Ice closes every northern harbour.";
  const first = await asked(index, text, false);
  assert.deepEqual([first.verdict, first.sentences[0].count, first.sentences[0].more], ["altered", 18, true]);
  const all = await asked(index, text);
  assert.deepEqual([all.verdict, all.sentences[0].count, all.sentences[0].more], ["altered", 32, false]);
});

/* What was asked of the texts of a year. */
const textsOf = (requests, year) => requests.filter((one) => one.startsWith(`${year}.texts.pack`));

test("of texts that have no more of the words than the first ones a few are fetched", async () => {
  const many = repeated(40).map((block, n) => ({
    ...block,
    passages: [{ ...block.passages[0], text: `Ice closes every northern harbor in week ${n + 1}.`, sentences: [[0, 50]] }],
  }));
  const { base, requests } = publishIndex(many);
  const found = await asked(new QuoteIndex(base), "Ice closes every northern harbor in June.", false);
  assert.deepEqual([found.verdict, found.sentences[0].more], ["altered", false]);
  const sizes = textsOf(requests, "2022").map((one) => {
    const [from, to] = one.split(" ")[1].split("-").map(Number);
    return to - from + 1;
  });
  // 6 of 40, then 12.
  assert.equal(sizes.length, 2);
  assert.ok(Math.abs(sizes[1] / sizes[0] - 2) < 0.2, sizes.join());
});

test("what fails is asked for once more, and again the next time", async () => {
  const { base } = publishIndex();
  const server = globalThis.fetch;
  let failures = 1;
  globalThis.fetch = (...given) => {
    failures -= 1;
    return failures < 0 ? server(...given) : Promise.reject(new TypeError("no network"));
  };
  try {
    const index = new QuoteIndex(base);
    assert.equal((await asked(index, "There are 35 boats.")).verdict, "verbatim");
    failures = 9;
    await assert.rejects(asked(new QuoteIndex(base), "There are 35 boats."), /no network/);
    failures = 0;
    assert.equal((await asked(index, "Boats that are not seaworthy are listed, too.")).verdict, "verbatim");
  } finally {
    globalThis.fetch = server;
  }
});

const { base } = publishIndex();
const index = new QuoteIndex(base);
for (const [name, text, verdict] of [
  ["markup", "<img src=x onerror=alert(1)> There are 35 boats.", "absent"],
  ["marks alone", "…?! [] () “” ' .", "absent"],
  ["right to left", "\u202eThere are 35 boats.\u202c", "verbatim"],
  ["Arabic", "مرحبا بالعالم كيف حالك اليوم", "absent"],
  ["half a character", "There are \ud800 35 \udc00 boats.", "verbatim"],
  ["letters beyond the first plane", "𝐓𝐡𝐞𝐫𝐞 are 35 boats.", "verbatim"],
  ["brackets without end", "[".repeat(3000), "absent"],
  ["stops without end", ". ".repeat(3000), "absent"],
  ["one word again and again", "boats ".repeat(3000), "absent"],
  ["numbers without end", "1,".repeat(3000), "absent"],
  ["names of properties", "constructor toString __proto__ hasOwnProperty valueOf", "absent"],
]) {
  test(`hostile words: ${name}`, async () => {
    const found = await asked(index, text);
    assert.equal(found.verdict, verdict);
    for (const { start, end } of found.sentences) assert.ok(0 <= start && start < end && end <= [...text].length);
  });
}
