// What the site's `pagefind/` folder holds, fetched when it is first asked for and kept.
/** @import { Entry, Facet, Facets, Facts, Hit, Layer, Pagefind, Ranked, Value, Zone } from "../../../types/search" */

// Ends every token in the index; two of them stand between title, text, other forms of words in
// the text, and context (briefings/publish/search.py).
const END = "\u2d63";

export class Index {
  #base;
  #load;
  /** @type {Map<string, Promise<void>>} */
  #files = new Map();
  /** @type {Promise<void> | undefined} */
  #opening;
  /** @type {Map<string, {count: number, where: bigint}>} */
  #words = new Map();
  /** @type {Part[]} */
  #parts = [];
  /** @type {Layer | undefined} */
  #layer;

  // `base` is the address of `pagefind/`; `load` imports a module.
  /**
   * @param {string} base
   * @param {(url: string) => Promise<Pagefind>} load
   */
  constructor(base, load = (url) => import(url)) {
    this.#base = base;
    this.#load = load;
  }

  open() {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open() {
    // The engine of the first part serves all, and is fetched before it is known what others are.
    const engine = this.#load(`${this.#base}0/pagefind.js`);
    engine.catch(() => {});
    this.#layer = await this.#json("layer.json");
    this.#parts = this.layer.shards.map(
      (shard, number) => new Part(this.#base, engine, shard, number, this),
    );
    this.#parts[0]?.open();
  }

  // What the index says of itself, once it is open.
  get layer() {
    if (!this.#layer) throw new Error("The index was not opened.");
    return this.#layer;
  }

  get size() {
    return this.layer.records;
  }

  // The parts of the index, newest first.
  get parts() {
    return this.#parts;
  }

  // How many records hold a word; the file with its first letters must have been read.
  /** @param {string} word */
  count(word) {
    return this.#words.get(word)?.count ?? 0;
  }

  /** @param {string} word */
  has(word) {
    return this.#words.has(word);
  }

  // The parts of the index that hold a word, a bit for each.
  /** @param {string} word */
  where(word) {
    return this.#words.get(word)?.where ?? 0n;
  }

  // Reads the files that hold the words with these beginnings.
  /** @param {string[]} beginnings */
  async spell(beginnings) {
    const files = this.layer.words;
    const wanted = new Set();
    for (const start of beginnings) {
      let n = files.findLastIndex(([first]) => first <= start);
      if (n < 0) n = 0;
      for (; n < files.length; n += 1) {
        if (files[n][0] > start && !files[n][0].startsWith(start)) break;
        wanted.add(files[n][1]);
      }
    }
    await Promise.all([...wanted].map((name) => this.#readWords(name)));
  }

  /** @param {string} beginning */
  *startingWith(beginning) {
    for (const word of this.#words.keys()) if (word.startsWith(beginning)) yield word;
  }

  /** @param {string} name */
  #readWords(name) {
    if (!this.#files.has(name)) {
      const read = async () => {
        const everywhere = (1n << BigInt(this.#parts.length)) - 1n;
        const text = await (await this.#fetch(name)).text();
        for (const line of text.trim().split("\n")) {
          const [word, count, where] = line.split(" ");
          this.#words.set(word, {
            count: Number(count),
            where: where ? BigInt(`0x${where}`) : everywhere,
          });
        }
      };
      this.#files.set(name, read());
    }
    return this.#files.get(name);
  }

  /** @param {string} name */
  async #fetch(name) {
    const answer = await fetch(this.#base + name);
    if (answer.ok === false) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }

  /**
   * @param {string} name
   * @returns {Promise<Layer>}
   */
  async #json(name) {
    return (await this.#fetch(name)).json();
  }
}

// One part: some years of briefings with their own Pagefind index.
export class Part {
  #base;
  #engine;
  /** @type {ReturnType<Pagefind["createInstance"]> | undefined} */
  #instance;
  /** @type {Map<string, Promise<Entry[]>>} */
  #found = new Map();
  /** @type {Promise<{facts: Map<string, Facts>, values: Record<string, Value[]>}> | undefined} */
  #facets;
  /** @type {Promise<Map<string, Zone>> | undefined} */
  #zones;
  /** @type {Map<string, Promise<Hit>>} */
  #hits = new Map();

  /**
   * @param {string} base
   * @param {Promise<Pagefind>} engine
   * @param {Layer["shards"][number]} shard
   * @param {number} number
   * @param {Index} index
   */
  constructor(base, engine, shard, number, index) {
    this.#base = `${base}${shard.name}/`;
    this.#engine = engine;
    this.index = index;
    this.number = number;
    this.years = shard.years;
  }

  // Pagefind for this part; it begins to fetch what it needs.
  open() {
    this.#instance ??= this.#engine.then(({ createInstance }) =>
      createInstance({ basePath: this.#base, noWorker: true }),
    );
    return this.#instance;
  }

  // Where a word stands: [{id, at: [place], data}].
  /**
   * @param {string} word
   * @returns {Promise<Entry[]>}
   */
  find(word) {
    const known = this.#found.get(word) ?? this.#find(word);
    this.#found.set(word, known);
    return known;
  }

  /**
   * @param {string} word
   * @returns {Promise<Entry[]>}
   */
  async #find(word) {
    // What is not there Pagefind cuts and tries again, so only what is there may be asked for.
    if (word !== END && !((this.index.where(word) >> BigInt(this.number)) & 1n)) return [];
    const instance = await this.open();
    const { results } = await instance.search(word + END);
    return results.map((result) => ({
      id: result.id.slice(result.id.lastIndexOf("_") + 1),
      at: result.words.toSorted((one, other) => one - other),
      data: result.data,
    }));
  }

  // Every record.
  all() {
    return this.find(END);
  }

  // Where the parts of each record begin: Map(id -> {title, text, extra, context, aside}).
  zones() {
    this.#zones ??= this.find(END).then((entries) => {
      const zones = new Map();
      for (const { id, at } of entries) {
        const [text, extra, context, aside] = at;
        zones.set(id, { text, extra, context, aside: aside !== undefined });
      }
      return zones;
    });
    return this.#zones;
  }

  /** @param {Ranked} entry */
  async hit(entry) {
    const known = this.#hits.get(entry.id) ?? entry.data().then((fragment) => fragment.meta);
    this.#hits.set(entry.id, known);
    return known;
  }

  // What is known of each record: Map(id -> {facet: [value]}).
  async facts() {
    return (await this.#readFacets()).facts;
  }

  // Every value of each facet: {facet: [value]}.
  async values() {
    return (await this.#readFacets()).values;
  }

  #readFacets() {
    this.#facets ??= this.#fetchFacets();
    return this.#facets;
  }

  async #fetchFacets() {
    /** @type {Facets} */
    const { ids, facets } = await (await fetch(`${this.#base}facets.json`)).json();
    // Records stand in the order of their briefings and texts.
    const order = ids.split(" ");
    const records = order.map((_, n) => /** @type {Facts} */ ({ order: n }));
    /** @type {Record<string, Value[]>} */
    const values = {};
    for (const [name, { values: all, of }] of Object.entries(facets)) {
      values[name] = all;
      for (const [at, n] of of.entries()) {
        const its = Array.isArray(n) ? n : n < 0 ? [] : [n];
        records[at][/** @type {Facet} */ (name)] = its.map((one) => all[one]);
      }
    }
    return { facts: new Map(order.map((id, n) => [id, records[n]])), values };
  }
}
