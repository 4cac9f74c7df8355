/* Filters and sorts the rows of a long table, and selects the files that may have them. */
/** @import { Asked, Figure, Index, Row, RowsFile } from "../../../types/rows" */
import { holdsWords } from "./narrowing.js";

/** Keys that may have several values in a row, separated by spaces. */
const SEVERAL = new Set(["indicator", "source", "term", "topic"]);

/**
 * The sort key of a column of figures; rows without a value come last in either direction.
 * @type {Record<string, (row: Figure) => string | number | null>}
 */
const SORTS = {
  value: (row) => Number(row.value),
  subject: (row) => row.subject?.toLowerCase() || null,
  period: (row) => row.sort || null,
  direction: (row) => row.direction || null,
  speaker: (row) => row.who?.name.toLowerCase() || null,
  briefing: (row) => row.briefing.iso || null,
};

/**
 * Which of several files says on which part of a list an id is; the build computes the same
 * (briefings/urls.py).
 * @param {string} id
 * @param {number} files
 */
export const placesNumber = (id, files) => {
  let number = 0;
  for (const character of id) number = (number * 31 + (character.codePointAt(0) ?? 0)) % 1000003;
  return number % files;
};

/**
 * The rows of a file, each with the objects that the file has once for several rows.
 * @param {RowsFile} file
 * @returns {{rows: Row[]}}
 */
export const whole = ({ rows, shared }) => {
  for (const row of rows) {
    for (const [name, objects] of Object.entries(shared)) {
      const index = row[name];
      if (typeof index === "number") row[name] = objects[index];
    }
  }
  return { rows: /** @type {Row[]} */ (/** @type {unknown} */ (rows)) };
};

/**
 * The visible text of a row.
 * @param {unknown} value
 * @returns {string}
 */
const textOf = (value) => {
  if (typeof value === "boolean") return "";
  if (!value || typeof value !== "object") return `${value ?? ""}`;
  const shown = Object.entries(value).filter(([key]) => !["url", "keys", "id"].includes(key));
  return shown.map(([, one]) => textOf(one)).join(" ");
};

/** @type {WeakMap<Row, string>} */
const texts = new WeakMap();

/** @param {Row} row */
const searched = (row) => {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const sentence = "quote" in row ? `${row.before}${row.quote}${row.after} ` : "";
  const text = (sentence + textOf(row)).toLocaleLowerCase();
  texts.set(row, text);
  return text;
};

/**
 * Whether a row has all requested values and words.
 * @param {Row} row
 * @param {Asked} asked
 */
export const fits = (row, asked) =>
  asked.facets.every(([name, value]) =>
    SEVERAL.has(name) ? (row.keys[name] ?? "").split(" ").includes(value) : row.keys[name] === value,
  ) && holdsWords(searched(row), asked.typed);

/**
 * Files that may have matching rows: those with each requested value.
 * @param {Index} index
 * @param {Asked} asked
 */
const filesFor = (index, asked) =>
  index.files.filter((_, n) =>
    asked.facets.every(([name, value]) =>
      index.facets
        .find((one) => one.name === name)
        ?.options.some((one) => one.value === value && one.files.includes(n)),
    ),
  );

/**
 * Matching rows, the newest file's first; the next file is requested while one is being read.
 * @param {Index} index
 * @param {Asked} asked
 * @param {(path: string) => Promise<{rows: Row[]}>} load
 */
export async function* matching(index, asked, load) {
  const left = filesFor(index, asked);
  let next = left.length ? load(left[0].path) : null;
  for (let n = 0; next; n += 1) {
    const here = await next;
    next = n + 1 < left.length ? load(left[n + 1].path) : null;
    next?.catch(() => {});
    for (const row of here.rows) if (fits(row, asked)) yield row;
  }
}

/**
 * Whether a sort order is valid: a column, or a column after "-" for descending order.
 * @param {string} sort
 */
export const isSort = (sort) => Object.hasOwn(SORTS, sort.replace("-", ""));

/**
 * Sorts figures by a column; the sort is stable.
 * @param {AsyncIterable<Row>} rows
 * @param {string} sort
 */
export async function* sorted(rows, sort) {
  const key = SORTS[sort.replace("-", "")];
  const way = sort.startsWith("-") ? -1 : 1;
  const known = [];
  const without = [];
  for await (const row of rows) {
    const value = key(/** @type {Figure} */ (row));
    if (value === null) without.push(row);
    else known.push({ value, row });
  }
  known.sort((one, other) => (one.value < other.value ? -1 : one.value > other.value ? 1 : 0) * way);
  for (const { row } of known) yield row;
  yield* without;
}
