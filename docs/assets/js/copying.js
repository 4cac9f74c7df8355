/* Copies only the texts: paragraphs and their speakers, without notes, links to
   other texts, addresses and lines.  A selection without words of a text is not changed. */
import { blocksOf } from "./blocks.js";
import { fold } from "./fragments.js";
import { selectedParts } from "./selected.js";

/* Of what stands between passages only headings and names are the text's. */
const NOT_TEXT = `.tools, .also, .sidenote, .earlier, .since, .about, .band, .actions, .layers,
  .contents, .role, .former, .neighbours, .meta, details:not([open]) > :not(summary)`;

/**
 * The part of a node's text within a range.
 * @param {Range} range
 * @param {Text} node
 */
const held = (range, node) =>
  range.intersectsNode(node)
    ? node.data.slice(
        node === range.startContainer ? range.startOffset : 0,
        node === range.endContainer ? range.endOffset : node.length,
      )
    : "";

/**
 * The paragraphs of the text within the selection.
 * @param {Selection} selection
 */
const paragraphs = (selection) => {
  const ranges = Array.from({ length: selection.rangeCount }, (_, n) => selection.getRangeAt(n));
  const first = ranges[0].commonAncestorContainer;
  const last = ranges[ranges.length - 1].commonAncestorContainer;
  const whole = document.createRange();
  whole.setStartBefore(first);
  whole.setEndAfter(last);
  const around = whole.commonAncestorContainer;
  const root = around instanceof Element ? around : around.parentElement;
  if (!root) return [];
  return blocksOf(root, NOT_TEXT).flatMap(({ element, runs }) => {
    const words = runs.map(({ node }) => ranges.map((range) => held(range, node)).join("")).join("");
    return fold(words) ? [{ tag: /^H[1-6]$/.test(element.tagName) ? element.tagName : "P", words: fold(words) }] : [];
  });
};

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || !event.clipboardData || !selectedParts().length) return;
  const copied = paragraphs(selection);
  const page = document.createElement("div");
  for (const { tag, words } of copied) {
    const line = document.createElement(tag);
    line.textContent = words;
    page.append(line);
  }
  event.clipboardData.setData("text/plain", copied.map(({ words }) => words).join("\n\n"));
  event.clipboardData.setData("text/html", page.innerHTML);
  event.preventDefault();
});
