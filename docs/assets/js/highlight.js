/* Marks the words of a text fragment in browsers that do not support them, searching from the
   passage that the address also names. */
import { asPage, blocksOf } from "./blocks.js";
import { find, parsed } from "./fragments.js";
import { PASSAGES } from "./selected.js";

/** @typedef {import("./blocks.js").Run} Run */

/**
 * @param {Run} run
 * @param {number} start in the text of its block
 * @param {number} end
 */
const wrap = ({ node, at }, start, end) => {
  const first = Math.max(0, start - at);
  const last = Math.min(node.length, end - at);
  if (first >= last) return [];
  const words = first ? node.splitText(first) : node;
  if (last - first < words.length) words.splitText(last - first);
  const mark = document.createElement("mark");
  mark.className = "found";
  words.replaceWith(mark);
  mark.append(words);
  return [mark];
};

/**
 * Marks the words that a text fragment specifies.
 * @param {string} hash a passage's id with the text fragment, `#t2p2:~:text=…`
 * @returns {HTMLElement[]} the marks, none where the words are not there
 */
export const highlight = (hash) => {
  const wanted = parsed(hash, siteAddress.decode);
  if (!wanted) return [];
  const passage = siteAddress.target(hash.split(":~:", 1)[0]);
  passage?.closest("details")?.setAttribute("open", "");
  const { text, lines } = asPage(blocksOf(document.body));
  const from = lines.find(({ block }) => passage?.contains(block.element))?.at ?? 0;
  const found = find(text, wanted, from) ?? find(text, wanted);
  if (!found) return [];
  return lines
    .filter(({ block }) => block.element.matches(PASSAGES))
    .flatMap(({ block, at }) =>
      block.runs.flatMap((run) => wrap(run, found.start - at, found.end - at)),
    );
};

const follow = () => {
  const { hash } = location;
  if (!hash.includes(":~:")) return;
  const marks = highlight(hash);
  // The passage is then what the address names, for the style sheet and all other scripts.
  location.replace(hash.split(":~:", 1)[0] || "#");
  marks[0]?.scrollIntoView({ block: "center" });
};

addEventListener("hashchange", follow);
follow();
