/* Answers quotations from the index of a built site, as the page does, without a browser.

     node tests/quotations/ask.js SITE [--cold] < quotations.jsonl

   Reads a JSON string a line and prints an answer a line (as `quote --json` does), with `requests`
   and `bytes` that it took.  With `--cold` each quotation is the first of a page, and other places of
   words are left out until they are asked for, as there. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { answer } from "../../docs/assets/check/answers.js";
import { QuoteIndex } from "../../docs/assets/check/index.js";

const [site, option] = process.argv.slice(2);
const isCold = option === "--cold";
const BASE = "https://example.org/";
const taken = { requests: 0, bytes: 0 };

/* A server that knows ranges. */
globalThis.fetch = async (address, { headers = {} } = {}) => {
  const { pathname } = new URL(address);
  const file = await open(join(site, pathname));
  try {
    const { size } = await file.stat();
    const [, from = 0, to = size - 1] = /^bytes=(\d+)-(\d+)$/.exec(headers.Range ?? "") ?? [];
    const buffer = Buffer.alloc(Math.min(Number(to) + 1, size) - Number(from));
    await file.read(buffer, 0, buffer.length, Number(from));
    taken.requests += 1;
    taken.bytes += pathname.endsWith(".json") ? gzipSync(buffer).length : buffer.length;
    return new Response(buffer, { status: headers.Range ? 206 : 200 });
  } finally {
    await file.close();
  }
};

const published = ({ order, at, ...match }) => match;

const told = (found) => ({
  ...found,
  matches: found.matches.map(published),
  sentences: found.sentences.map(({ inPieces, more, ...part }) => ({
    ...part,
    matches: part.matches.map(published),
    near: part.near.map(published),
  })),
});

let index = new QuoteIndex(`${BASE}data/quote-index/`);
for await (const line of createInterface({ input: process.stdin })) {
  const quotation = JSON.parse(line);
  if (isCold) index = new QuoteIndex(`${BASE}data/quote-index/`);
  Object.assign(taken, { requests: 0, bytes: 0 });
  const found = await answer(quotation, await index.texts(quotation), !isCold);
  console.log(JSON.stringify({ ...told(found), ...taken }));
}
