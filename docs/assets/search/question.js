// Detects whether a query asks for a number, and what sort of number.
/** @import { Asks, Unit } from "../../../types/search" */

const HOW_MANY = /\bhow (?:many|much|often)\b|\bnumbers? of\b|\btotal (?:number|amount)?\b|\bcount of\b/i;
const SHARE = /\b(?:rate|share|percentage|proportion|ratio|what per ?cent)\b/i;
const MOVED =
  /\b(?:fall|fell|fallen|falling|drop|dropped|dropping|decline|declined|declining|decrease|decreased|decreasing|rise|rose|risen|rising|increase|increased|increasing|grow|grew|grown|growth|change|changed|down|up)\b/i;
const LENGTH = /\bhow (?:long|many (?:consecutive )?(?:months|years|days))\b/i;
const STATED = /\b(?:cases|figures?|statistics|data|numbers?|total)\b/i;

// Words that say that a number is meant, or which way it went, and not of what.
const MEASURE = new Set(
  ("number numbers total totals amount amounts count counts case cases figure figures statistic statistics data " +
    "share rate rates percentage proportion ratio level change changed changes many much often long consecutive " +
    "people person persons officer officers member members year years month months day days " +
    "fall fell fallen falling drop dropped dropping decline declined declining decrease decreased decreasing " +
    "rise rose risen rising increase increased increasing grow grew grown growth down there happen happened " +
    "now today currently recently latest last recent new").split(" "),
);

/** @param {string} word */
export function isMeasure(word) {
  return MEASURE.has(word) || /\d/.test(word);
}

// {many, share, moved, length}: what sorts of number answer; null where none is asked for.
/**
 * @param {string} typed
 * @returns {Asks | null}
 */
export function asks(typed) {
  const length = LENGTH.test(typed);
  const many = HOW_MANY.test(typed) && !length;
  const share = SHARE.test(typed);
  const moved = MOVED.test(typed);
  const stated = STATED.test(typed);
  const year = /\b(?:19|20)\d\d\b/.test(typed);
  if (!length && !many && !share && !moved && !stated && !year) return null;
  return { length, many, share, moved };
}

// The years and months that a query is about, as beginnings of ISO dates.
/**
 * @param {Unit[]} units
 * @param {string[]} dates
 */
export function periodsOf(units, dates) {
  const years = units.map(({ word }) => word).filter((word) => /^(?:19|20)\d\d$/.test(word));
  return [...dates, ...years.filter((year) => !dates.some((date) => date.startsWith(year)))];
}
