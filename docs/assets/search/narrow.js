// Draws filters with counts.
/** @import { Change, Counted, State, Value } from "../../../types/search" */

import * as words from "../interface/search.js";
import { el, shownDate } from "./dom.js";
import { KINDS } from "./kinds.js";

/** @type {Record<string, string>} */
const TITLES = {
  kind: words.kind, speaker: KINDS.speaker, outlet: words.outletThatAsked, briefing: KINDS.briefing,
  year: words.year, topic: KINDS.topic, holds: words.holds,
};
const SHOWN = 6;

/**
 * @param {Counted[]} counted
 * @param {State} state
 * @param {Change} change
 */
export function drawFacets(counted, state, change) {
  return counted
    .filter(({ values }) => values.length > 1 || values.some(({ on }) => on))
    .map(({ facet, values }) => {
      const boxes = values.map((one) => drawValue(facet, one, state, change));
      const on = values.slice(SHOWN).some((one) => one.on);
      return el(
        "fieldset",
        { className: "facet" },
        el("legend", {}, TITLES[facet]),
        ...boxes.slice(0, SHOWN),
        boxes.length > SHOWN
          ? el("details", { open: on }, el("summary", {}, words.more({ number: boxes.length - SHOWN })), ...boxes.slice(SHOWN))
          : null,
      );
    });
}

/**
 * @param {string} facet
 * @param {Counted["values"][number]} value
 * @param {State} state
 * @param {Change} change
 */
function drawValue(facet, { value, key, count, on }, state, change) {
  const input = el("input", {
    type: "checkbox",
    checked: on,
    onchange: () => {
      const others = state.filters[facet].filter((other) => other !== key);
      const filters = { ...state.filters, [facet]: input.checked ? [...others, key] : others };
      change({ filters });
    },
  });
  return el(
    "label",
    {},
    input,
    el("span", { className: "facet-name" }, label(facet, value)),
    el("span", { className: "facet-count" }, String(count)),
  );
}

/**
 * @param {string} facet
 * @param {Value} value
 */
function label(facet, value) {
  if (facet === "kind") return KINDS[value[0]] ?? value[0];
  if (facet === "briefing") return `${shownDate(value[2])}: ${value[0]}`;
  return value[0];
}
