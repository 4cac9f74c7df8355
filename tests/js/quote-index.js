/* The index of the golden cases, written as briefings/publish/quote_index.py writes one, with a
   server of it in place of `fetch`. */
import { readFileSync } from "node:fs";
import { keysOf } from "../../docs/assets/check/keys.js";
import { passagesOf } from "../../docs/assets/check/passages.js";
import { useRules } from "../../docs/assets/check/rules.js";
import { pack, site } from "./small-index.js";

export const CASES = new URL("../cases/quotations/", import.meta.url);
const MOST = 32;
const read = (name) => JSON.parse(readFileSync(new URL(`corpus/${name}`, CASES), "utf8"));

const CHINESE = [{ chinese: "费博", name: "Bo Fisher", kind: "person", url: "speakers/bo-fisher/" }];

const segment = (name, blocks, bits) => {
  const known = new Map();
  for (const [n, block] of blocks.entries()) {
    for (const number of keysOf(passagesOf(block))) known.set(number, [...(known.get(number) ?? []), n]);
  }
  const lines = Array.from({ length: 1 << bits }, () => "");
  for (const number of [...known.keys()].sort((one, other) => one - other)) {
    const all = known.get(number);
    const steps = all.slice(0, MOST).map((block, n) => block - (n ? all[n - 1] : 0));
    const more = all.length > MOST ? ` *${all.length}` : "";
    const numbers = 2 ** (32 - bits);
    const digits = (number % numbers).toString(16).padStart(Math.ceil((32 - bits) / 4), "0");
    lines[Math.floor(number / numbers)] += `${digits} ${steps.join(" ")}${more}\n`;
  }
  const packs = { keys: pack(lines), texts: pack(blocks.map((block) => JSON.stringify(block))) };
  const files = {};
  const described = { name, bits };
  for (const [kind, { bytes, sizes }] of Object.entries(packs)) {
    files[`${name}.${kind}.pack`] = bytes;
    described[kind] = { file: `${name}.${kind}.pack`, digest: "d", sizes };
  }
  return { files, described };
};

/* The address of the index, and what was asked of it: of the texts of the cases and `more`, or of
   `blocks` of other texts. */
export const publishIndex = (more = [], bits = 3, blocks = read("blocks.json")) => {
  const rules = read("rules.json");
  useRules(rules);
  const segments = [["2021", 0], ["2022", bits]].map(([name, size]) =>
    segment(name, [...blocks, ...more].filter(({ date }) => date.startsWith(name)), size),
  );
  return site({
    ...Object.assign({}, ...segments.map(({ files }) => files)),
    "index.json": Buffer.from(JSON.stringify({ segments: segments.map(({ described }) => described) })),
    "rules.json": Buffer.from(JSON.stringify(rules)),
    "chinese.json": Buffer.from(JSON.stringify({ chinese: CHINESE })),
  });
};
