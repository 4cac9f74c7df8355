/* Extracts the visible text of a part of the page, block by block. */

const BLOCKS =
  "address, article, aside, blockquote, button, dd, details, div, dt, figcaption, footer, form, h1, h2, h3, h4, h5, h6, header, label, legend, li, main, nav, ol, p, pre, section, summary, table, td, th, ul";
const NEVER = "script, style, noscript, template, [hidden], [popover], svg";

/** @typedef {{node: Text, at: number}} Run a text node and where in its block's text it begins */
/** @typedef {{element: Element, text: string, runs: Run[]}} Block `text` has its white space as it is */

/**
 * The blocks with text within an element, in document order.
 * @param {Element} root
 * @param {string} without a selector of what is left out besides what is never shown
 */
export const blocksOf = (root, without = "") => {
  const rejected = without ? `${NEVER}, ${without}` : NEVER;
  const walker = document.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && node.matches(rejected)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {Block[]} */
  const blocks = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const element = node.parentElement?.closest(BLOCKS) ?? root;
    let block = blocks.at(-1);
    if (block?.element !== element) {
      if (!node.data.trim()) continue;
      block = { element, text: "", runs: [] };
      blocks.push(block);
    }
    block.runs.push({ node, at: block.text.length });
    block.text += node.data;
  }
  return blocks;
};

/** @typedef {{block: Block, at: number}} Line a block and where in the page's text it begins */

/**
 * The text of the page, one line per block, and the offset of each block.
 * @param {Block[]} blocks
 */
export const asPage = (blocks) => {
  let text = "";
  /** @type {Line[]} */
  const lines = [];
  for (const block of blocks) {
    lines.push({ block, at: text.length });
    text += `${block.text.replace(/\s/g, " ")}\n`;
  }
  return { text, lines };
};
