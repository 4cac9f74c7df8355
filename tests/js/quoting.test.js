import assert from "node:assert/strict";
import { test } from "node:test";
import { find, fragmentTo, parsed } from "../../docs/assets/js/fragments.js";
import { belowLines, isAtTop } from "../../docs/assets/js/placement.js";
import { inMarks, quotation } from "../../docs/assets/js/quoting.js";
import { firstWords, lastWords, wholeWords } from "../../docs/assets/js/words.js";

/* ---- Whole words ---- */

/**
 * What is taken of a text where some of it is selected.
 * @param {string} text
 * @param {string} selected
 */
const taken = (text, selected) => {
  const start = text.indexOf(selected);
  const words = wholeWords(text, start, start + selected.length);
  return words && text.slice(words.start, words.end);
};

test("a number is never cut, nor a word", () => {
  assert.equal(taken("fell by 62.6% in 2021", "2.6"), "62.6");
  assert.equal(taken("resolved 391,000 cases", "391"), "391,000");
  assert.equal(taken("the people's trust", "eople"), "people's");
  assert.equal(taken("cracked 12 cases", "racked 12 cas"), "cracked 12 cases");
});

test("blanks at the ends are no part of it, signs are", () => {
  assert.equal(taken("He said “yes” twice.", " “yes” "), "“yes”");
  assert.equal(taken("well-known names", "known"), "known");
});

test("Chinese words end where no blank stands", () => {
  assert.equal(taken("推广枫桥经验。", "枫桥经验"), "枫桥经验");
});

test("signs and blanks alone are no words", () => {
  assert.equal(wholeWords("one — two", 3, 6), null);
  assert.equal(wholeWords("one", 1, 1), null);
});

test("the first and the last words keep the signs between them", () => {
  assert.equal(firstWords("“A total of 1,200 nets”, he said", 4), "“A total of 1,200");
  assert.equal(lastWords("from 87.55% to 98.62%.", 2), "to 98.62%.");
  assert.equal(lastWords("one", 4), "one");
  assert.equal(lastWords("one two", 0), "");
});

/* ---- Links to words ---- */

const PAGE = [
  "The harbour, 4 May 2021",
  "We mended 1,200 nets in 2020, up 12 percent.",
  "line 6",
  "There are 35 boats. In 2020 there were 30 boats, and in 2021 there are 35 boats.",
  "Note 1: We mended 1,200 nets stands in the report as well.",
  "How many boats are there? There are many.",
  "",
].join("\n");

/**
 * The fragment to words of the page, from those of an occurrence on to the end of others.
 * @param {string} first
 * @param {string} last
 * @param {number} nth
 */
const linkTo = (first, last = first, nth = 0) => {
  let start = PAGE.indexOf(first);
  for (let n = 0; n < nth; n++) start = PAGE.indexOf(first, start + 1);
  const end = PAGE.indexOf(last, start) + last.length;
  return { link: fragmentTo(PAGE, { start, end }), stretch: { start, end } };
};

const plain = (/** @type {string} */ part) => decodeURIComponent(part);

test("words that stand there once are named by themselves", () => {
  assert.equal(linkTo("up 12 percent").link, ":~:text=up%2012%20percent");
});

test("words that recur anywhere on the page are named with those around them", () => {
  const { link } = linkTo("We mended 1,200 nets");
  assert.equal(link, ":~:text=We%20mended%201%2C200%20nets,-in%202020%2C%20up%2012");
  assert.equal(linkTo("35 boats", "35 boats", 1).link, ":~:text=in%202021%20there%20are-,35%20boats");
});

test("capital letters make no other words", () => {
  assert.equal(linkTo("there are 35").link, ":~:text=boats%2C%20and%20in%202021-,there%20are%2035,-boats");
});

test("paragraphs are named by their first and last words", () => {
  assert.equal(
    linkTo("up 12 percent.", "In 2020 there").link,
    ":~:text=up%2012%20percent,35%20boats.%20In%202020%20there",
  );
});

test("every link leads back to its words, and only there", () => {
  const pieces = [
    ["nets in 2020"], ["We mended", "30 boats"], ["35 boats", "35 boats", 1], ["There are", "There are", 1],
    ["boats", "boats", 3], ["The harbour", "many."],
  ];
  for (const [first, last, nth] of pieces) {
    const { link, stretch } = linkTo(...[`${first}`, last && `${last}`, nth && Number(nth)]);
    const wanted = parsed(link, plain);
    assert.ok(wanted, `${first}`);
    assert.deepEqual(find(PAGE, wanted), stretch, link);
  }
});

test("a long stretch is named by its ends", () => {
  const long = `${"one two three ".repeat(40)}four five six seven eight nine`;
  const link = fragmentTo(`zero ${long} ten\n`, { start: 5, end: 5 + long.length });
  assert.equal(link, ":~:text=zero-,one%20two%20three%20one%20two,five%20six%20seven%20eight%20nine,-ten");
});

test("words of which a whole paragraph recurs later are named, those of the later one are not", () => {
  const page = "Good morning.\nGood morning.\n";
  assert.equal(fragmentTo(page, { start: 0, end: 4 }), ":~:text=Good");
  assert.equal(fragmentTo(page, { start: 14, end: 18 }), "");
});

test("half a word is not found", () => {
  assert.equal(find("The 62.6% and the 2.6%", { prefix: "", start: "2.6", end: "", suffix: "" })?.start, 18);
});

test("a search may begin at the passage that the address names", () => {
  const wanted = { prefix: "", start: "boats", end: "", suffix: "" };
  const from = PAGE.indexOf("How many");
  assert.equal(find(PAGE, wanted, from)?.start, PAGE.indexOf("boats", from));
});

test("what is no text fragment wants nothing", () => {
  for (const hash of ["#t2p2", "#t2p2:~:text=", "#:~:text=a,b,c,d", "#:~:other=a"])
    assert.equal(parsed(hash, plain), null, hash);
  assert.deepEqual(parsed("#t2p2:~:text=a%2Db-,c%20d,e,-f", plain), {
    prefix: "a-b", start: "c d", end: "e", suffix: "f",
  });
});

/* ---- Quotations ---- */

const EVENT = { title: "Press conference on nets", date: "4 May 2021" };
const TEXT = { name: "Transcript, Harbour Office, 4 May 2021", quality: "official translation" };
const URL = "https://example.org/b/?w=0a1b2c#t2p1";

test("a quotation says who, where, in which text, how good it is, and where to look", () => {
  const said = [{ words: "We mended 1,200 nets", speaker: "Bo Fisher", role: "director of the Harbour Office" }];
  assert.equal(
    quotation(said, TEXT, EVENT, URL),
    "“We mended 1,200 nets”\n— Bo Fisher, director of the Harbour Office. “Press conference on nets”, 4 May 2021. Transcript, Harbour Office, 4 May 2021 (official translation). https://example.org/b/?w=0a1b2c#t2p1",
  );
});

test("what is not known is left out", () => {
  const said = [{ words: "We mended 1,200 nets.", speaker: "", role: "" }];
  const text = { name: "The Paper", quality: "" };
  assert.equal(
    quotation(said, text, { title: "Nets", date: "" }, URL),
    `“We mended 1,200 nets.”\n— “Nets”. The Paper. ${URL}`,
  );
});

test("of several speakers each is named before what they said", () => {
  const said = [
    { words: "How many boats are there?", speaker: "The Paper", role: "" },
    { words: "There are 35 boats.", speaker: "Bo Fisher", role: "director" },
    { words: "There were 30.", speaker: "Bo Fisher", role: "director" },
  ];
  assert.equal(
    quotation(said, TEXT, EVENT, URL),
    `The Paper: “How many boats are there?”

Bo Fisher, director: “There are 35 boats.

“There were 30.”
— “Press conference on nets”, 4 May 2021. Transcript, Harbour Office, 4 May 2021 (official translation). ${URL}`,
  );
});

test("an article's quotation says whether the words are the speaker's own", () => {
  const text = { name: "Daily Net, 5 May 2021", quality: "rewritten" };
  /** @param {"" | "direct" | "reported"} mode */
  const origin = (mode) =>
    quotation([{ words: "12 fish", speaker: "Bo Fisher", role: "", mode }], text, EVENT, URL)
      .split("\n— ")[1].split(". ")[0];
  assert.equal(origin("direct"), "Bo Fisher (direct quotation)");
  assert.equal(origin("reported"), "Bo Fisher (reported)");
  assert.equal(origin(""), "Bo Fisher");
});

test("words that the text itself puts in quotation marks get no second ones", () => {
  assert.equal(inMarks(["“Yes.”"]), "“Yes.”");
  assert.equal(inMarks(["“Yes,” he said. “No.”"]), "““Yes,” he said. “No.””");
});

/* ---- Where the bar stands ---- */

const VIEW = { width: 400, height: 600 };
const SIZE = { width: 200, height: 40 };

test("the bar stands below the selected lines, above them where there is no room, always in view", () => {
  assert.deepEqual(belowLines([{ left: 10, top: 100, bottom: 120 }], SIZE, VIEW), { left: 10, top: 126 });
  assert.deepEqual(belowLines([{ left: 10, top: 560, bottom: 590 }], SIZE, VIEW), { left: 10, top: 514 });
  const longer = [{ left: 10, top: -300, bottom: -280 }, { left: 10, top: 700, bottom: 720 }];
  assert.deepEqual(belowLines(longer, SIZE, VIEW), { left: 10, top: 552 });
});

test("on a touch screen it leaves the lower edge where the selection ends there", () => {
  assert.equal(isAtTop([{ top: 100, bottom: 120 }], SIZE, VIEW), false);
  assert.equal(isAtTop([{ top: 500, bottom: 560 }], SIZE, VIEW), true);
  assert.equal(isAtTop([{ top: 60, bottom: 80 }, { top: 500, bottom: 560 }], SIZE, VIEW), false);
});
