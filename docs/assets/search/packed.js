// A file of many blocks, each compressed by itself: only the stretches that hold the blocks asked
// for are fetched (HTTP ranges).  Where a server sends the whole file instead, it is kept.

const GAP = 4096; // bytes: to fetch what lies between costs less than one more request

export class Packed {
  #url;
  #starts = [0];
  #blocks = new Map();
  #wanted = new Map();
  #whole;

  // `sizes` are the bytes of each block, as `search_index.py` wrote them.
  constructor(url, sizes) {
    this.#url = url;
    for (const size of sizes) this.#starts.push(this.#starts.at(-1) + size);
  }

  // The bytes of a block.
  block(number) {
    if (!this.#blocks.has(number)) {
      const read = this.#read(number);
      // What could not be fetched is asked for again the next time.
      read.catch(() => this.#blocks.delete(number));
      this.#blocks.set(number, read);
    }
    return this.#blocks.get(number);
  }

  // Blocks that are asked for together are fetched together.
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
        for (const number of numbers) wanted.get(number).reject(error);
      });
    }
  }

  async #fetchRun(numbers, wanted) {
    const from = this.#starts[numbers[0]];
    const to = this.#starts[numbers.at(-1) + 1];
    const { bytes, start } = await this.#bytes(from, to);
    for (const number of numbers) {
      const block = bytes.subarray(this.#starts[number] - start, this.#starts[number + 1] - start);
      unzip(block).then(wanted.get(number).resolve, wanted.get(number).reject);
    }
  }

  // The bytes of the file between two places, and perhaps more: from where on they are.
  async #bytes(from, to) {
    if (this.#whole) return { bytes: await this.#whole, start: 0 };
    const range = { headers: { Range: `bytes=${from}-${to - 1}` } };
    const answer = await fetched(this.#url, from || to < this.#starts.at(-1) ? range : {});
    const body = answer.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    const start = answer.status === 206 ? from : 0;
    if (answer.status !== 206) this.#whole = body;
    const bytes = await body.catch((error) => {
      this.#whole = undefined;
      throw error;
    });
    const length = answer.status === 206 ? to - from : this.#starts.at(-1);
    if (bytes.length === length) return { bytes, start };
    this.#whole = undefined;
    throw new Error(`${this.#url}: ${bytes.length} bytes, not ${length}`);
  }
}

// Blocks that lie next to each other, or nearly so.
export function runs(numbers, starts) {
  const found = [];
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && starts[number] - starts[last.at(-1) + 1] <= GAP) last.push(number);
    else found.push([number]);
  }
  return found;
}

export async function fetched(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

export async function unzip(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
