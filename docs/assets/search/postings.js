// The numbers of a word: in groups of seven bits, the lowest first, the last byte of each below 128.
// For each record its distance from the record before (from -1), how many places, the first place,
// and the distance of each further place from the one before.
/** @import { Entry } from "../../../types/search" */

/**
 * @param {Uint8Array} bytes
 * @returns {Entry[]}
 * @throws {Error} where the last number is cut off
 */
export function postings(bytes) {
  /** @type {Entry[]} */
  const found = [];
  let next = 0;
  const number = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[next];
      if (byte === undefined) throw new Error("the numbers of a word end too soon");
      next += 1;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  let id = -1;
  while (next < bytes.length) {
    id += number();
    /** @type {number[]} */
    const at = [];
    let place = 0;
    for (let left = number(); left; left -= 1) {
      place += number();
      at.push(place);
    }
    found.push({ id, at });
  }
  return found;
}
