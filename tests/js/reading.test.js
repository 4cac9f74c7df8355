import assert from "node:assert/strict";
import { test } from "node:test";
import { checkedAddress, filledForm, passageAddress } from "../../docs/assets/js/citations.js";
import { directive, fold } from "../../docs/assets/js/fragments.js";
import { besideMark, stacked } from "../../docs/assets/js/placement.js";
import { popoverId } from "../../docs/assets/js/popover-id.js";

test("the address of a passage has no query; the copied one has the check of its words", () => {
  const address = passageAddress("https://example.org/x/?h=tea#t9p9", "t1p1");
  assert.equal(address, "https://example.org/x/#t1p1");
  assert.equal(checkedAddress(address, "0a1b2c"), "https://example.org/x/?w=0a1b2c#t1p1");
});

test("a form is filled in with the passage and the words, however often", () => {
  const passage = { id: "t1p1", address: "https://example.org/x/#t1p1" };
  const form = "https://github.com/o/r/issues/new?template=note.yml&title=Note";
  const once = new URL(filledForm(form, passage, { quote: "hot tea", directive: ":~:text=tea" }));
  assert.equal(once.searchParams.get("title"), "Note #t1p1");
  assert.equal(once.searchParams.get("passage"), "https://example.org/x/#t1p1:~:text=tea");
  assert.equal(once.searchParams.get("quote"), "hot tea");
  const other = { id: "t2p3", address: "https://example.org/x/#t2p3" };
  const again = new URL(filledForm(once.href, other, null));
  assert.equal(again.searchParams.get("title"), "Note #t2p3");
  assert.equal(again.searchParams.get("passage"), "https://example.org/x/#t2p3");
  assert.equal(again.searchParams.has("quote"), false);
});

test("where no form takes reports, the link to the about page names the passage", () => {
  const link = "https://example.org/about/?about=briefings/x/%23t1p1";
  const filled = new URL(filledForm(link, { id: "t2p3", address: "" }, null));
  assert.equal(filled.searchParams.get("about"), "briefings/x/#t2p3");
});

test("words that stand once in a passage need no text fragment", () => {
  assert.equal(directive("Tea is hot. Coffee is cold.", "Tea is", 0), "");
});

test("words that recur are named by the four words around them", () => {
  const content = "The  tea, the well-known tea\nof the north, and the tea of the south.";
  const at = content.lastIndexOf("tea");
  assert.equal(
    directive(content, "tea", at),
    ":~:text=the%20north%2C%20and%20the-,tea,-of%20the%20south.",
  );
  assert.equal(
    directive(content, "tea", content.indexOf("tea\n")),
    ":~:text=The%20tea%2C%20the%20well%2Dknown-,tea,-of%20the%20north%2C%20and",
  );
});

test("words at the start or the end have a context on one side only", () => {
  assert.equal(directive("tea or tea", "tea", 0), ":~:text=tea,-or%20tea");
  assert.equal(directive("tea or tea", "tea", 7), ":~:text=tea%20or-,tea");
});

test("white space is folded as the text's own is", () => {
  assert.equal(fold("  a\u00a0 b\n\tc "), "a b c");
});

const VIEW = { width: 400, height: 300 };
const SIZE = { width: 100, height: 80 };

test("a pop-over stands below the last line of its mark", () => {
  const lines = [{ left: 300, top: 20, bottom: 40 }, { left: 10, top: 40, bottom: 60 }];
  assert.deepEqual(besideMark(lines, SIZE, VIEW), { left: 10, top: 66 });
});

test("it stands above where there is no room below, and within the window", () => {
  assert.deepEqual(besideMark([{ left: 390, top: 250, bottom: 270 }], SIZE, VIEW), { left: 292, top: 164 });
  assert.deepEqual(besideMark([{ left: -20, top: 20, bottom: 40 }], SIZE, VIEW), { left: 8, top: 46 });
});

test("where there is room neither below nor above, it stands below", () => {
  const low = { width: 400, height: 100 };
  assert.deepEqual(besideMark([{ left: 50, top: 40, bottom: 60 }], SIZE, low), { left: 50, top: 66 });
});

test("no note stands over another, and one that is not shown takes no room", () => {
  const notes = [
    { wanted: 100, height: 50 },
    { wanted: 120, height: 0 },
    { wanted: 120, height: 30 },
    { wanted: 400, height: 30 },
  ];
  assert.deepEqual(stacked(notes), [100, null, 160, 400]);
});

test("the pop-over of a mark is known by its kind and the last part of its address", () => {
  const same = (part) => part;
  assert.equal(popoverId("https://e.org/figures/#f-1", ["figure"], same), "figure-f-1");
  assert.equal(popoverId("https://e.org/terms/law/", ["term"], same), "term-law");
  assert.equal(popoverId("https://e.org/speakers/ann-lee/", ["name"], same), "person-ann-lee");
  assert.equal(popoverId("https://e.org/outlets/the-paper/", ["name"], same), "outlet-the-paper");
});
