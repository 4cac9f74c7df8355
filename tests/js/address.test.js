import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./classic.js";

const at = (href, elements = {}) => {
  const location = new URL(href);
  const document = { getElementById: (id) => elements[id] ?? null };
  return run("address.js", { URL, URLSearchParams, decodeURIComponent, location, document }).siteAddress;
};

test("a malformed part of an address is read as it stands", () => {
  const { decode } = at("https://example.org/");
  assert.equal(decode("caf%C3%A9"), "café");
  assert.equal(decode("100%"), "100%");
});

test("a fragment names an element as it stands, else decoded", () => {
  const elements = { "a%20b": "as it stands", "c d": "decoded" };
  assert.equal(at("https://example.org/#a%20b", elements).target(), "as it stands");
  assert.equal(at("https://example.org/#c%20d", elements).target(), "decoded");
  assert.equal(at("https://example.org/#%E0%A4%A", elements).target(), null);
  assert.equal(at("https://example.org/", elements).target(), null);
});

test("a parameter of the query is no longer than anybody would type", () => {
  const { LONGEST, param } = at(`https://example.org/?q=${"x".repeat(5000)}&kind=law`);
  assert.equal(param("q"), "x".repeat(LONGEST));
  assert.equal(param("kind"), "law");
  assert.equal(param("gone"), "");
});

test("another query keeps the path, and the fragment unless another is given", () => {
  const { withQuery } = at("https://example.org//twice/?q=old#t1p1");
  const query = new URLSearchParams({ q: "new words" });
  assert.equal(withQuery(query), "https://example.org//twice/?q=new+words#t1p1");
  assert.equal(withQuery(query, ""), "https://example.org//twice/?q=new+words");
});
