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
    for observed in timed:
        name = named.get(observed.observation.figure) if entry.reason else None
        groups[name or _key(observed, entry)].append(observed)
    series = [
        part
        for key, members in groups.items()
        for part in (
            [_series(key, members, len(members) > 1, entry.reason, "editor")]
            if isinstance(key, str)
            else _by_rule(members)
        )
    ]
    comparable = [part for part in series if part.comparable]
    if len(series) == 1:
        return Compared(tuple(series), series[0].comparable, series[0].why)
    if comparable:
        why = " ".join(dict.fromkeys(part.why for part in comparable))
        ids = {id_ for part in comparable for id_ in part.figures}
        remainder = [observed for observed in timed if observed.observation.figure not in ids]
        if remainder:
            why += f" The others ({_times(remainder)}) cannot be compared with these."
        else:
            why += " Those of one chart cannot be compared with those of another."
        return Compared(tuple(series), False, why)
    return Compared(tuple(series), False, _why_not(timed, entry))


def _key(observed: Timed, entry: IndicatorEntry) -> tuple[object, ...]:
    """Return a key that comparable observations share; it is unique if the texts are not
    explicit."""
    unit, shape = _unit(observed, entry), observed.timing.shape
    unique = observed.observation.figure if shape is None else ""
    return unit, observed.observation.scope, shape, unique


def _unit(observed: Timed, entry: IndicatorEntry) -> str:
    """Return the unit; a mere count in one text may have a named unit in another: "3 cases", "3
    crimes"."""
    unit = observed.figure.stated.unit
    return entry.units[0] if unit == "count" else unit


def _by_rule(group: Sequence[Timed]) -> list[Series]:
    """Return the series of observations with one shape; contradictory values are a separate
    series."""
    times = Counter(map(_event_and_time, group))
    twice = [observed for observed in group if times[_event_and_time(observed)] > 1]
    once = [observed for observed in group if times[_event_and_time(observed)] == 1]
    dated = group[0].observation.kind in ("stock", "streak")
    name = "as stated" if dated else _named_time(group[0])
    series = []
    if len(once) == 1:
        series.append(_series(name, once, False, _ALONE, "rule"))
    elif once:
        overlap = any(_overlap(a, b) for a, b in pairwise(sorted(once, key=_start)))
        why = _OVERLAP if overlap else _why(once[0])
        series.append(_series(name, once, not overlap, why, "rule"))
    if twice:
        series.append(_series(name, twice, False, TWICE, "rule"))
    return series


def _series(name: str, group: Sequence[Timed], comparable: bool, why: str, by: str) -> Series:
    figures = tuple(observed.observation.figure for observed in group)
    return Series(name, comparable, why, "editor" if by == "editor" else "rule", figures)


_ALONE = "It is stated at one briefing only, so there is nothing to compare it with."
TWICE = (
    "One text gives two values for the same time, so these numbers count different things and"
    " cannot be compared."
)
_OVERLAP = "The periods overlap, so these numbers cannot be compared."


def _event_and_time(observed: Timed) -> tuple[str, str, str]:
    return observed.figure.place.briefing, observed.timing.start, observed.timing.end


def _start(observed: Timed) -> tuple[str, str]:
    return observed.timing.start, observed.timing.end


def _overlap(a: Timed, b: Timed) -> bool:
    """Return whether two periods overlap, unless they are equal or are totals from one start."""
    if a.timing.running or not a.timing.start or _start(a) == _start(b):
        return False
    return b.timing.start <= a.timing.end


def _why(observed: Timed) -> str:
    observation, timing = observed.observation, observed.timing
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
    units = list(dict.fromkeys(_unit(observed, entry) for observed in timed))
    if len(units) == len(timed):
        return "These numbers are in different units and cannot be compared."
    unscoped = [observed for observed in timed if not observed.observation.scope]
    scopes = [scope for scope in dict.fromkeys(o.observation.scope for o in timed) if scope]
    if not scopes:
        return f"These numbers {_times_apart(timed)}, so they cannot be compared."
    part = f"Some of these numbers count only a part ({'; '.join(scopes)})"
    others = f", and the others {_times_apart(unscoped)}" if len(unscoped) > 1 else ""
    return f"{part}{others}, so they cannot be compared."


def _times_apart(timed: Sequence[Timed]) -> str:
    kind = timed[0].observation.kind
    times = list(dict.fromkeys(_TIMES[kind](observed) for observed in timed))
    if len(times) == 1 and times[0] in _UNKNOWN:
        return f"do not say {_UNKNOWN[times[0]]}"
    verb = "are measured against" if kind == "change" else "cover"
    return f"{verb} different times ({_times(timed)})"


def _times(timed: Sequence[Timed]) -> str:
    """Return the distinct times of some observations, only the first few if they are many."""
    times = list(dict.fromkeys(_TIMES[observed.observation.kind](observed) for observed in timed))
    more = len(times) - _MOST
    return "; ".join(times[:_MOST]) + (f"; and {more} more" if more > 0 else "")


_NO_PERIOD, _NO_DAY, _NO_BASE = "a time not stated", "a day not stated", "a base not stated"
_UNKNOWN = {
    _NO_PERIOD: "which time they cover",
    _NO_DAY: "for which day they hold",
    _NO_BASE: "what they are measured against",
}


def _period_words(observed: Timed) -> str:
    """Return the time that a flow or a rate covers, in words."""
    period, timing = observed.figure.stated.period, observed.timing
    if not period:
        return _NO_PERIOD
    if timing.shape is None and timing.end and not timing.start:
        return f"{period}, from when is not said"
    return period


def _base_words(observed: Timed) -> str:
    base = observed.observation.base
    period = observed.figure.stated.period.partition("vs ")[0].strip()
    if not base:
        return f"{period} against {_NO_BASE}" if period else _NO_BASE
    if base == YEAR_ON_YEAR and period.startswith("year"):
        period = ""
    return f"{period or 'a time not stated'} against {base}"


def _day_words(observed: Timed) -> str:
    return observed.figure.stated.period or observed.timing.end or _NO_DAY


_TIMES = {
    "stock": _day_words, "streak": _day_words, "flow": _period_words, "rate": _period_words,
    "change": _base_words,
}  # fmt: skip


def _named_time(observed: Timed) -> str:
    """Return the name of a series, such as "whole years" or "running total since 2018".

    These words are part of the published data.
    """
    stated, timing = observed.figure.stated, observed.timing
    if observed.observation.base:
        return f"against {observed.observation.base}"
    if timing.running:
        return f"running total since {_short(timing.start)}"
    if timing.shape == "a year":
        return "whole years"
    if timing.shape in ("a month", "a quarter"):
        return f"{timing.shape[2:]}s"
    if timing.start and timing.end:
        if timing.start[:4] != timing.end[:4]:
            return "several years"
        if timing.start[5:] != "01-01":
            return "part of a year"
        # Changes of a whole year whose base is not stated have no shape.
        return "whole years" if timing.end[5:] == "12-31" else "year to date"
    if timing.end:
        return "as of a day"
    if stated.period.startswith("since"):
        return f"running total {stated.period}"
    return stated.period or "no period stated"
