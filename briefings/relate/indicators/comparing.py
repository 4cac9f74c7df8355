"""Decide which observations of an indicator are comparable, and explain why in a sentence.

Two or more observations are comparable if they have the same unit, scope and kind, and matching
periods: whole years, the same months of different years, days for a stock, totals from the same
start, or changes against the same base. What the texts do not state is not guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefings.model import Figure, IndicatorEntry, Observation, Series
from briefings.wording import date_words

from .periods import YEAR_ON_YEAR, Timing

_MOST = 3  # periods that a sentence names


@dataclass(frozen=True, slots=True)
class Timed:
    """An observation with its figure and timing; `observation.series` is not yet set."""

    observation: Observation
    figure: Figure
    timing: Timing


@dataclass(frozen=True, slots=True)
class Compared:
    """The result of a comparison, with `series` in the order of their first observations."""

    series: tuple[Series, ...]
    comparable: bool
    why: str


def compare(timed: Sequence[Timed], entry: IndicatorEntry) -> Compared:
    """Divide the observations of an indicator, sorted oldest first, into series."""
    named = dict(entry.series)
    if entry.reason and entry.comparable is not None and timed:
        ruled = _series("all", timed, entry.comparable and len(timed) > 1, entry.reason, "editor")
        return Compared((ruled,), ruled.comparable, entry.reason)
    groups: dict[object, list[Timed]] = defaultdict(list)
    for one in timed:
        name = named.get(one.observation.figure) if entry.reason else None
        groups[name or _key(one, entry)].append(one)
    series = [
        one
        for key, own in groups.items()
        for one in (
            [_series(key, own, len(own) > 1, entry.reason, "editor")]
            if isinstance(key, str)
            else _by_rule(own)
        )
    ]
    alike = [one for one in series if one.comparable]
    if len(series) == 1:
        return Compared(tuple(series), series[0].comparable, series[0].why)
    if alike:
        told = " ".join(dict.fromkeys(one.why for one in alike))
        ids = {id_ for one in alike for id_ in one.figures}
        others = [one for one in timed if one.observation.figure not in ids]
        if others:
            told += f" The others ({_times(others)}) cannot be compared with these."
        else:
            told += " Those of one chart cannot be compared with those of another."
        return Compared(tuple(series), False, told)
    return Compared(tuple(series), False, _why_not(timed, entry))


def _key(one: Timed, entry: IndicatorEntry) -> tuple[object, ...]:
    """Return a key that comparable observations share; it is unique if the texts are not
    explicit."""
    unit, shape = _unit(one, entry), one.timing.shape
    own = one.observation.figure if shape is None else ""
    return unit, one.observation.scope, shape, own


def _unit(one: Timed, entry: IndicatorEntry) -> str:
    """Return the unit; a mere count in one text may have a named unit in another: "3 cases", "3
    crimes"."""
    unit = one.figure.stated.unit
    return entry.units[0] if unit == "count" else unit


def _by_rule(group: Sequence[Timed]) -> list[Series]:
    """Return the series of observations with one shape; contradictory values are a separate
    series."""
    times = Counter(map(_event_and_time, group))
    twice = [one for one in group if times[_event_and_time(one)] > 1]
    once = [one for one in group if times[_event_and_time(one)] == 1]
    name = _NAMES[group[0].observation.kind](group[0])
    made = []
    if len(once) == 1:
        made.append(_series(name, once, False, _ALONE, "rule"))
    elif once:
        overlap = any(_overlap(a, b) for a, b in pairwise(sorted(once, key=_start)))
        why = _OVERLAP if overlap else _why(once[0])
        made.append(_series(name, once, not overlap, why, "rule"))
    if twice:
        made.append(_series(name, twice, False, TWICE, "rule"))
    return made


def _series(name: str, group: Sequence[Timed], comparable: bool, why: str, by: str) -> Series:
    figures = tuple(one.observation.figure for one in group)
    return Series(name, comparable, why, "editor" if by == "editor" else "rule", figures)


_ALONE = "It is stated at one briefing only, so there is nothing to compare it with."
TWICE = (
    "One text gives two values for the same time, so these numbers count different things and"
    " cannot be compared."
)
_OVERLAP = "The periods overlap, so these numbers cannot be compared."


def _event_and_time(one: Timed) -> tuple[str, str, str]:
    return one.figure.place.briefing, one.timing.start, one.timing.end


def _start(one: Timed) -> tuple[str, str]:
    return one.timing.start, one.timing.end


def _overlap(a: Timed, b: Timed) -> bool:
    """Return whether two periods overlap, unless they are equal or are totals from one start."""
    if a.timing.running or not a.timing.start or _start(a) == _start(b):
        return False
    return b.timing.start <= a.timing.end


def _why(one: Timed) -> str:
    observation, timing = one.observation, one.timing
    if observation.kind == "stock":
        return "Each number holds for one day, so they can be compared."
    if observation.kind == "streak":
        return "Each number says how long it had lasted by a day, so they can be compared."
    if observation.kind == "change":
        return f"All are changes against {observation.base} over equal times."
    if timing.running:
        start = timing.start[:4] if timing.start.endswith("-01-01") else date_words(timing.start)
        return f"All count from the same start, {start}, so they can be compared."
    return f"All cover equal times ({_length(timing)}), so they can be compared."


def _length(timing: Timing) -> str:
    shape = timing.shape or ""
    if shape in ("a year", "a month", "a quarter"):
        return f"{shape} each"
    return "the same part of each year"


def _short(day: str) -> str:
    """Return the year of a day if it is 1 January, or else its month."""
    return day[:4] if day.endswith("-01-01") else day[:7]


def _why_not(timed: Sequence[Timed], entry: IndicatorEntry) -> str:
    """Explain why no two observations are comparable, by the first difference found."""
    units = list(dict.fromkeys(_unit(one, entry) for one in timed))
    if len(units) == len(timed):
        return "These numbers are in different units and cannot be compared."
    named = list(dict.fromkeys(one.observation.scope for one in timed if one.observation.scope))
    whole = [one for one in timed if not one.observation.scope]
    if not named:
        return f"These numbers {_times_apart(timed)}, so they cannot be compared."
    part = f"Some of these numbers count only a part ({'; '.join(named)})"
    rest = f", and the others {_times_apart(whole)}" if len(whole) > 1 else ""
    return f"{part}{rest}, so they cannot be compared."


def _times_apart(timed: Sequence[Timed]) -> str:
    kind = timed[0].observation.kind
    times = list(dict.fromkeys(_TIMES[kind](one) for one in timed))
    if len(times) == 1 and times[0] in _UNKNOWN:
        return f"do not say {_UNKNOWN[times[0]]}"
    what = "are measured against different times" if kind == "change" else "cover different times"
    return f"{what} ({_times(timed)})"


def _times(timed: Sequence[Timed]) -> str:
    """Return the distinct times of some observations, only the first few if they are many."""
    times = list(dict.fromkeys(_TIMES[one.observation.kind](one) for one in timed))
    more = len(times) - _MOST
    return "; ".join(times[:_MOST]) + (f"; and {more} more" if more > 0 else "")


_NO_PERIOD, _NO_DAY, _NO_BASE = "a time not stated", "a day not stated", "a base not stated"
_UNKNOWN = {
    _NO_PERIOD: "which time they cover",
    _NO_DAY: "for which day they hold",
    _NO_BASE: "what they are measured against",
}


def _covered(one: Timed) -> str:
    """Return the time that a flow or a rate covers, in words."""
    period, timing = one.figure.stated.period, one.timing
    if not period:
        return _NO_PERIOD
    if timing.shape is None and timing.end and not timing.start:
        return f"{period}, from when is not said"
    return period


def _against(one: Timed) -> str:
    base, period = one.observation.base, one.figure.stated.period.partition("vs ")[0].strip()
    if not base:
        return f"{period} against {_NO_BASE}" if period else _NO_BASE
    if base == YEAR_ON_YEAR and period.startswith("year"):
        period = ""
    return f"{period or 'a time not stated'} against {base}"


def _held(one: Timed) -> str:
    return one.figure.stated.period or one.timing.end or _NO_DAY


_TIMES = {
    "stock": _held, "streak": _held, "flow": _covered, "rate": _covered, "change": _against,
}  # fmt: skip


def _named_time(one: Timed) -> str:
    """Return the name of a series, such as "whole years" or "running total since 2018".

    These words are part of the published data.
    """
    stated, timing = one.figure.stated, one.timing
    if one.observation.base:
        return f"against {one.observation.base}"
    if timing.running:
        return f"running total since {_short(timing.start)}"
    if timing.shape == "a year":
        return "whole years"
    if timing.shape in ("a month", "a quarter"):
        return f"{timing.shape[2:]}s"
    if timing.start and timing.end:
        if timing.start[:4] != timing.end[:4]:
            return "several years"
        return "year to date" if timing.start[5:] == "01-01" else "part of a year"
    if timing.end:
        return "as of a day"
    if stated.period.startswith("since"):
        return f"running total {stated.period}"
    return stated.period or "no period stated"


def _as_stated(one: Timed) -> str:
    return "as stated"


_NAMES = {
    "stock": _as_stated, "streak": _as_stated, "flow": _named_time, "rate": _named_time,
    "change": _named_time,
}  # fmt: skip
