// A file of separately compressed blocks, of which only the requested ones are fetched (HTTP range
// requests).  If a server sends the whole file instead, it is kept.

const GAP = 6144; // bytes: to fetch what lies between costs less than one more request

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{resolve: (bytes: Bytes) => void, reject: (error: unknown) => void}} Waiting */

export class Packed {
  #url;
  #starts = [0];
  /** @type {Map<number, Promise<Bytes>>} */
  #blocks = new Map();
  /** @type {Map<number, Waiting>} */
  #wanted = new Map();
  /** @type {Promise<Bytes> | undefined} */
  #whole;

  // `sizes` are the bytes of each block, as `search_index.py` wrote them.
  /**
   * @param {string} url
   * @param {number[]} sizes
   */
  constructor(url, sizes) {
    this.#url = url;
    this.#hold(sizes);
  }

  // The first block has told which blocks the rest of the file is.
  /** @param {number[]} sizes */
  divide(sizes) {
    this.#starts.length = 2;
    this.#hold(sizes);
  }

  /** @param {number[]} sizes */
  #hold(sizes) {
    for (const size of sizes) this.#starts.push(this.#size + size);
  }

  get #size() {
    return this.#starts[this.#starts.length - 1];
  }

  // The bytes of a block.
  /** @param {number} number */
  block(number) {
    const known = this.#blocks.get(number);
    if (known) return known;
    const read = this.#read(number);
    // Failed requests are repeated the next time.
    read.catch(() => this.#blocks.delete(number));
    this.#blocks.set(number, read);
    return read;
  }

  // Blocks requested together are fetched together.
  /**
   * @param {number} number
   * @returns {Promise<Bytes>}
   */
  #read(number) {
    return new Promise((resolve, reject) => {
      if (!this.#wanted.size) queueMicrotask(() => this.#fetchWanted());
      this.#wanted.set(number, { resolve, reject });
    });
  }

  #fetchWanted() {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    for (const numbers of runs([...wanted.keys()], this.#starts)) {
      this.#fetchRun(numbers, wanted).catch((error) => {
        for (const number of numbers) wanted.get(number)?.reject(error);
      });
    }
  }

  /**
   * @param {number[]} numbers neighbours, or nearly so, in order
   * @param {Map<number, Waiting>} wanted
   */
  async #fetchRun(numbers, wanted) {
    const from = this.#starts[numbers[0]];
    const to = this.#starts[numbers[numbers.length - 1] + 1];
    const { bytes, start } = await this.#bytes(from, to);
    for (const number of numbers) {
      const block = bytes.subarray(this.#starts[number] - start, this.#starts[number + 1] - start);
      unzip(block).then(wanted.get(number)?.resolve, wanted.get(number)?.reject);
    }
  }

  // The bytes of the file between two places, and perhaps more: from where on they are.
  /**
   * @param {number} from
   * @param {number} to
   */
  async #bytes(from, to) {
    if (this.#whole) return { bytes: await this.#whole, start: 0 };
    const answer = await (from || to < this.#size
      ? fetchedStretch(this.#url, from, to)
      : fetched(this.#url));
    const body = answer.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    const start = answer.status === 206 ? from : 0;
    if (answer.status !== 206) this.#whole = body;
    const bytes = await body.catch((error) => {
      this.#whole = undefined;
      throw error;
    });
    const length = answer.status === 206 ? to - from : this.#size;
    if (bytes.length === length) return { bytes, start };
    this.#whole = undefined;
    throw new Error(`${this.#url}: ${bytes.length} bytes, not ${length}`);
  }
}

// Blocks that lie next to each other, or nearly so.
/**
 * @param {number[]} numbers
 * @param {number[]} starts of all blocks, and the end of the last
 */
export function runs(numbers, starts) {
  /** @type {number[][]} */
  const found = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && starts[number] - starts[last[last.length - 1] + 1] <= GAP) last.push(number);
    else found.push([number]);
  }
  return found;
}

/**
 * @param {string} url
 * @param {RequestInit} [options]
 * @throws {Error} where the server has no such file
 */
export async function fetched(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

// The bytes of a file between two places; null where the server would send the whole file.
/**
 * @param {string} url
 * @param {number} from
 * @param {number} to
 */
export async function stretch(url, from, to) {
  const answer = await fetchedStretch(url, from, to);
  if (answer.status === 206) return new Uint8Array(await answer.arrayBuffer());
  await answer.body?.cancel();
  return null;
}

// Browsers fetch ranges of the same address one after another, so each has a separate address.
/**
 * @param {string} url
 * @param {number} from
 * @param {number} to
 */
function fetchedStretch(url, from, to) {
  const bytes = `${from}-${to - 1}`;
  return fetched(`${url}${url.includes("?") ? "&" : "?"}${bytes}`, { headers: { Range: `bytes=${bytes}` } });
}

/** @param {Bytes} bytes */
export async function unzip(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
