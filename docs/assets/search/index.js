// What the site's `pagefind/` folder holds, fetched when it is first asked for and kept.

// Ends every token in the index; two of them stand between title, text, other forms of words in
// the text, and context (briefings/publish/search.py).
const END = "\u2d63";

export class Index {
  #base;
  #load;
  #files = new Map();
  #opening;
  #words = new Map();
  #parts = [];

  // `base` is the address of `pagefind/`; `load` imports a module.
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
    this.layer = await this.#json("layer.json");
    this.#parts = this.layer.shards.map(
      (shard, number) => new Part(this.#base, engine, shard, number, this),
    );
    this.#parts[0]?.open();
  }

  get size() {
    return this.layer.records;
  }

  // The parts of the index, newest first.
  get parts() {
    return this.#parts;
  }

  // How many records hold a word; the file with its first letters must have been read.
  count(word) {
    return this.#words.get(word)?.count ?? 0;
  }

  has(word) {
    return this.#words.has(word);
  }

  // The parts of the index that hold a word, a bit for each.
  where(word) {
    return this.#words.get(word)?.where ?? 0n;
  }

  // Reads the files that hold the words with these beginnings.
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

  *startingWith(beginning) {
    for (const word of this.#words.keys()) if (word.startsWith(beginning)) yield word;
  }

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

  async #fetch(name) {
    const answer = await fetch(this.#base + name);
    if (answer.ok === false) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }

  async #json(name) {
    return (await this.#fetch(name)).json();
  }
}

// One part: some years of briefings with their own Pagefind index.
class Part {
  #base;
  #engine;
  #instance;
  #found = new Map();
  #facets;
  #zones;
  #hits = new Map();

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
  find(word) {
    if (!this.#found.has(word)) this.#found.set(word, this.#find(word));
    return this.#found.get(word);
  }

  async #find(word) {
    // What is not there Pagefind cuts and tries again, so only what is there may be asked for.
    if (word !== END && !((this.index.where(word) >> BigInt(this.number)) & 1n)) return [];
    const instance = await this.open();
    const { results } = await instance.search(word + END);
    return results.map((result) => ({
      id: result.id.split("_").pop(),
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

  async hit(entry) {
    if (!this.#hits.has(entry.id)) {
      this.#hits.set(
        entry.id,
        entry.data().then((fragment) => fragment.meta),
      );
    }
    return this.#hits.get(entry.id);
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
    const { ids, facets } = await (await fetch(`${this.#base}facets.json`)).json();
    // Records stand in the order of their briefings and texts.
    const order = ids.split(" ");
    const facts = new Map(order.map((id, n) => [id, { order: n }]));
    const values = {};
    for (const [name, { values: all, of }] of Object.entries(facets)) {
      values[name] = all;
      of.forEach((n, at) => {
        const its = Array.isArray(n) ? n : n < 0 ? [] : [n];
        facts.get(order[at])[name] = its.map((one) => all[one]);
      });
    }
    return { facts, values };
  }
}
