/* Calculates where a key leads. */

const NEAR = 1; // pixels: a turn that stands so near to where turns are scrolled to is the one read

/**
 * From one of several links to another.
 * @param {string} key
 * @param {number} at the link that has the focus, counted from 0
 * @param {number} count of links
 * @returns {number | null} null where the key leads nowhere
 */
export const stepped = (key, at, count) => {
  const last = count - 1;
  if (key === "ArrowRight") return at < last ? at + 1 : null;
  if (key === "ArrowLeft") return at > 0 ? at - 1 : null;
  if (key === "End") return last;
  if (key === "Home") return 0;
  return key === "Escape" && at > 0 ? 0 : null;
};

/**
 * From where a reader is to the next turn (`j`) or to the one before (`k`).
 * @param {string} key
 * @param {number[]} distances of all turns, in order, from where a turn is scrolled to
 * @returns {number | null} null where there is none, or the key is another
 */
export const turned = (key, distances) => {
  const found =
    key === "j" ? distances.findIndex((one) => one > NEAR)
    : key === "k" ? distances.findLastIndex((one) => one < -NEAR)
    : -1;
  return found < 0 ? null : found;
};
