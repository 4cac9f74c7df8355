import assert from "node:assert/strict";
import { test } from "node:test";
import { datesIn, replaced } from "../../docs/assets/search/dates.js";

const MONTHS = { october: 10, oct: 10, july: 7, may: 5, oktober: 10 };
const dates = (text) => datesIn(text, MONTHS).map(({ date }) => date);

test("a date is understood in any form that leaves no choice", () => {
  for (const text of [
    "24 October 2023", "24th of October 2023", "October 24, 2023", "Oct. 24 2023", "24. Oktober 2023",
    "2023-10-24", "2023/10/24", "2023.10.24", "24/10/2023", "10/24/2023", "24.10.2023", "2023年10月24日",
  ]) assert.deepEqual(dates(text), ["2023-10-24"], text);
  assert.deepEqual(dates("7/7/2022"), ["2022-07-07"]);
  for (const text of ["October 2023", "2023-10", "2023年10月"]) assert.deepEqual(dates(text), ["2023-10"], text);
});

test("what may be two days, or is none, is no date", () => {
  for (const text of [
    "5/7/2022", "31/2/2022", "30/13/2022", "2023", "Smarch 2023", "24/7", "1,198 2023", "2023-13", "May 0, 2023",
    "12-24-10-2023", "may be 3000",
  ]) assert.deepEqual(dates(text), [], text);
});

test("dates are found among other words, and these are left", () => {
  const text = "fraud on July 25, 2022 or 2023-10-24 abroad";
  const found = datesIn(text, MONTHS);
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ["July 25, 2022", "2023-10-24"]);
  assert.equal(replaced(text, found, () => ""), "fraud on or abroad");
  assert.equal(replaced(text, found, (date) => `<${date}>`), "fraud on <2022-07-25> or <2023-10-24> abroad");
});
