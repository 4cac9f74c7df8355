// Reads the table of which parts contain two adjacent words
// (briefings/publish/search_pairs.py).

const MOST = 4; // rows that are asked for: so many leave hardly a part by chance

const encoder = new TextEncoder();

// The rows of adjacent words in phrases; if there are many, a selection spread evenly.
/**
 * @param {string[][]} phrases
 * @param {number} rows of the table, a power of two
 */
export function rowsOf(phrases, rows) {
  const pairs = phrases.flatMap((words) => words.slice(1).map((word, n) => `${words[n]} ${word}`));
  const asked = [...new Set(pairs)];
  const step = Math.max(asked.length / MOST, 1);
  return Array.from({ length: Math.min(asked.length, MOST) }, (_, n) =>
    (crc32(asked[Math.floor(n * step)]) & (rows - 1)) >>> 0);
}

// The checksum of gzip and PNG (RFC 1952), which Python has too.
/** @param {string} text */
function crc32(text) {
  let crc = -1;
  for (const byte of encoder.encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
