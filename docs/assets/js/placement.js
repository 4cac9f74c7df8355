/* Calculates the positions of pop-overs and notes. */

const EDGE = 8; // pixels between a pop-over and the edge of the window
const OFFSET = 6; // between a mark and its pop-over
const GAP = 10; // between two notes

/**
 * Below the mark, or above it if there is no room below; always within the window.
 * @param {{left: number, top: number, bottom: number}[]} lines the boxes of the mark, one a line
 * @param {{width: number, height: number}} size of the pop-over
 * @param {{width: number, height: number}} view what the reader sees
 * @returns {{left: number, top: number}} relative to the view
 */
export const besideMark = (lines, size, view) => {
  const [first] = lines;
  const last = lines[lines.length - 1];
  const left = Math.max(EDGE, Math.min(last.left, view.width - size.width - EDGE));
  const under = last.bottom + OFFSET;
  const over = first.top - OFFSET - size.height;
  const below = under + size.height <= view.height || over < 0;
  return { left, top: below ? under : over };
};

/**
 * Notes are level with their words and do not overlap.
 * @param {{wanted: number, height: number}[]} notes in the order of the page; one that is not
 *   shown has no height
 * @returns {(number | null)[]} the top of each; null where it is not shown
 */
export const stacked = (notes) => {
  let free = Number.NEGATIVE_INFINITY;
  return notes.map(({ wanted, height }) => {
    if (!height) return null;
    const top = Math.max(wanted, free);
    free = top + height + GAP;
    return top;
  });
};

const HANDLE = 48; // below and above a selection: what a finger holds it by
const HEADER = 48;

/**
 * Below the selected lines if there is room, otherwise above them, always in view.
 * @param {{left: number, top: number, bottom: number}[]} lines
 * @param {{width: number, height: number}} size of the bar
 * @param {{width: number, height: number}} view
 */
export const belowLines = (lines, size, view) => {
  const { left, top } = besideMark(lines, size, view);
  return { left, top: Math.max(EDGE, Math.min(top, view.height - size.height - EDGE)) };
};

/**
 * Whether a bar at an edge of the screen goes to the upper one: if the selection
 * ends near the lower edge and there is room above it.
 * @param {{top: number, bottom: number}[]} lines
 * @param {{height: number}} size of the bar
 * @param {{height: number}} view
 */
export const isAtTop = (lines, size, view) => {
  const ends = lines[lines.length - 1].bottom;
  const isLow = ends + HANDLE > view.height - size.height - 2 * EDGE;
  return isLow && lines[0].top > HEADER + size.height + HANDLE + 2 * EDGE;
};
