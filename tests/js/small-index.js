/* An index of a few records, written as briefings/publish/search_index.py and search_layer.py write
   theirs, with small blocks and files; and a server of it in place of `fetch`. */
import { crc32, gzipSync } from "node:zlib";
import { spans } from "../../docs/assets/search/tokens.js";

const BYTES_PER_BLOCK = 60;
const HITS_PER_BLOCK = 2;
const SHOWN = ["url", "kind", "title", "text", "names", "briefing", "speakers", "outlet", "from", "card", "counted", "date"];
const MONTHS = { january: 1, october: 10, oct: 10, july: 7 };
const FACETS = {
  kind: ({ kind, kinds = [] }) => [kind, ...kinds].map((one) => [one]),
  speaker: ({ speakers = [] }) => speakers,
  outlet: ({ outlet }) => (outlet ? [outlet] : []),
  briefing: ({ briefing, date = "", host }) =>
    (briefing ? [[...briefing, date, ...(host ? [host] : [])]] : []),
  year: ({ year }) => (year ? [[year]] : []),
  topic: ({ topics = [] }) => topics,
  holds: ({ holds = [] }) => holds.map((what) => [what]),
};

const plain = (texts) =>
  texts.flatMap((text) => spans(text).filter((span) => !span.extra).map(({ word }) => word));
const extra = (texts) =>
  [...new Set(texts.flatMap((text) => spans(text).filter((span) => span.extra).map(({ word }) => word)))];

const zonesOf = ({ title = "", names = [], text = "", context = [] }) => ({
  title: plain([title, ...names]),
  text: plain([text]),
  extra: extra([text, title, ...names]),
  context: plain(context),
});

/** Blocks one behind another, each compressed. */
export const pack = (blocks) => {
  const packed = blocks.map((block) => gzipSync(block));
  return { bytes: Buffer.concat(packed), sizes: packed.map(({ length }) => length) };
};

const variableLength = (numbers) =>
  numbers.flatMap((number) => {
    const bytes = [];
    let rest = number;
    for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
    return [...bytes, rest];
  });

/* For each word the numbers of its records and places. */
const postingsOf = (records) => {
  const found = new Map();
  for (const [id, zones] of records.entries()) {
    const places = new Map();
    let place = 0;
    for (const zone of [zones.title, zones.text, zones.extra, zones.context]) {
      for (const word of zone) {
        places.set(word, [...(places.get(word) ?? []), place]);
        place += 1;
      }
      place += 1;
    }
    for (const [word, at] of places) {
      const { numbers = [], last = -1, count = 0 } = found.get(word) ?? {};
      const gaps = at.slice(1).map((there, n) => there - at[n]);
      numbers.push(id - last, at.length, at[0], ...gaps);
      found.set(word, { numbers, last: id, count: count + 1 });
    }
  }
  return found;
};

const wordBlocks = (postings) => {
  const firsts = [];
  const blocks = [];
  let size = BYTES_PER_BLOCK;
  for (const word of [...postings.keys()].sort()) {
    if (size >= BYTES_PER_BLOCK) {
      firsts.push(word);
      blocks.push({ head: "", body: [] });
      size = 0;
    }
    const body = variableLength(postings.get(word).numbers);
    const block = blocks[blocks.length - 1];
    block.head += `${word} ${body.length}\n`;
    block.body.push(...body);
    size += word.length + body.length;
  }
  const bytes = blocks.map(({ head, body }) => Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(body)]));
  return { firsts, bytes };
};

const facetsOf = (records) =>
  Object.fromEntries(Object.entries(FACETS).map(([facet, valuesOf]) => {
    const values = [];
    const of = records.map((record) => {
      const its = valuesOf(record).map((value) => {
        const known = values.findIndex((one) => (one[1] ?? one[0]) === (value[1] ?? value[0]));
        return known < 0 ? values.push(value) - 1 : known;
      });
      return its.length > 1 ? its : its[0] ?? -1;
    });
    return [facet, { values, of }];
  }));

/* The files of a part by name, and what `layer.json` says of it. */
const partOf = (records, name, pages) => {
  const zones = records.map(zonesOf);
  const postings = postingsOf(zones);
  const { firsts, bytes } = wordBlocks(postings);
  const words = pack(bytes);
  const shown = records.map((record) => Object.fromEntries(SHOWN.map((key) => [key, record[key]])));
  const blocks = shown.flatMap((_, n) => (n % HITS_PER_BLOCK ? [] : [shown.slice(n, n + HITS_PER_BLOCK)]));
  const hits = pack(blocks.map((block) => JSON.stringify(block)));
  const lengths = (zone) => zones.map((one) => one[zone].length);
  const head = {
    zones: {
      title: lengths("title"), text: lengths("text"), extra: lengths("extra"),
      aside: records.flatMap(({ aside }, id) => (aside ? [id] : [])),
      secondary: records.flatMap(({ secondary }, id) => (secondary ? [id] : [])),
      retells: records.flatMap(({ retells = [] }, id) =>
        (retells.length ? [[id, ...retells.map((url) => records.findIndex((one) => one.url === url))]] : [])),
    },
    facets: facetsOf(records),
    // Of every word the same weight.
    names: records.flatMap(({ title, names = [] }, id) =>
      title ? [[id, ...[title, ...names].map((name) => "2".repeat(plain([name]).length))]] : []),
    words: { sizes: words.sizes, firsts },
    hits: { file: "hits.pack", sizes: hits.sizes, each: HITS_PER_BLOCK },
  };
  const first = pack([JSON.stringify(head)]);
  const files = { "words.pack": Buffer.concat([first.bytes, words.bytes]), "hits.pack": hits.bytes };
  const years = [...new Set(records.flatMap(({ year }) => year ?? []))];
  const days = records.flatMap(({ date }) => date ?? []).sort();
  const sizes = [first.bytes.length, words.bytes.length];
  const described = {
    name, records: records.length, file: "words.pack", sizes, years, dates: days.length ? [days[0], days.at(-1)] : [],
    ...(pages && { pages }),
  };
  const length = lengths("text").reduce((sum, n) => sum + n + 1, 0);
  return { files, described, head, postings, zones, words: length };
};

/* A line for each word, in files by its first two letters. */
const wordFiles = (parts) => {
  const files = new Map();
  for (const word of [...new Set(parts.flatMap(({ postings }) => [...postings.keys()]))].sort()) {
    const where = parts.flatMap(({ postings }, n) => (postings.has(word) ? [n] : []));
    const count = where.reduce((sum, n) => sum + parts[n].postings.get(word).count, 0);
    const listed = where.length < parts.length ? ` ${where.join(",")}` : "";
    const name = word.slice(0, 2);
    files.set(name, `${files.get(name) ?? ""}${word} ${count}${listed}\n`);
  }
  return files;
};

/* For each pair of words side by side, in the row of its last bits, a bit for each part that holds it. */
const pairsOf = (parts, rows) => {
  const table = Buffer.alloc(rows * Math.ceil(parts.length / 8));
  for (const [n, { zones }] of parts.entries())
    for (const words of zones.flatMap(({ title, text }) => [title, text]))
      for (const [k, word] of words.slice(1).entries()) {
        const row = crc32(`${words[k]} ${word}`) % rows;
        table[row * Math.ceil(parts.length / 8) + (n >> 3)] |= 1 << (n & 7);
      }
  return table;
};

const served = new Map();
let sites = 0;

/** A site with these files by name: its address, and the requests for them, "name range". */
export const site = (files) => {
  sites += 1;
  const base = `https://example.org/${sites}/`;
  const requests = [];
  served.set(base, { files: new Map(Object.entries(files)), requests });
  return { base, requests };
};

/**
 * A site with an index of parts, each a list of records: those of dated briefings from the oldest on,
 * and parts of pages, whose records have no year.  `heads` are the numbers of the parts whose heads
 * stand in `layer.json`, `rows` those of the table of pairs; with `few` all words stand there too.
 */
export const siteOf = (parts, { synonyms = [], heads = [], rows = 0, few = false } = {}) => {
  const made = parts.map((records, n) => partOf(records, `part-${n}`, !records.some(({ year }) => year)));
  const words = wordFiles(made);
  const layer = {
    records: parts.flat().length,
    textWords: made.reduce((sum, part) => sum + part.words, 0),
    parts: made.map(({ described }) => described),
    vocabulary: few ? [...words.values()].join("") : "",
    words: few ? [] : [...words].map(([name, lines]) => [lines.split(" ")[0], name]),
    pairs: rows ? { file: "pairs.pack", rows } : null,
    synonyms,
    heads: Object.fromEntries(heads.map((n) => [n, made[n].head])),
    months: MONTHS,
  };
  const files = made.flatMap(({ files, described }) =>
    Object.entries(files).map(([name, bytes]) => [`${described.name}/${name}`, bytes]));
  const pairs = rows ? [["pairs.pack", pairsOf(made, rows)]] : [];
  return site({ ...Object.fromEntries([...files, ...words, ...pairs]), "layer.json": JSON.stringify(layer) });
};

/* A server that knows ranges, but for files whose names say that they come whole. */
globalThis.fetch = async (address, { headers = {} } = {}) => {
  const [base] = /^.*?\/\/.*?\/.*?\//.exec(address);
  const [name] = address.slice(base.length).split("?");
  const { files, requests } = served.get(base);
  requests.push([name, headers.Range?.replace("bytes=", "")].filter(Boolean).join(" "));
  if (!files.has(name)) return new Response("", { status: 404 });
  const bytes = Buffer.from(files.get(name));
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.Range ?? "") ?? [];
  if (!from || name.startsWith("whole")) return new Response(bytes);
  return new Response(bytes.subarray(Number(from), Number(to) + 1), { status: 206 });
};

/** Replaces or adds a file of a site. */
export const publish = (base, name, bytes) => served.get(base).files.set(name, bytes);
