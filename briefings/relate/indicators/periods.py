"""Determine the days of an observation, and the periods with which it is comparable."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from briefings.languages import language_of
from briefings.model import Figure, IndicatorEntry
from briefings.model.figures import IndicatorKind, ObservationKind

from .subjects import plain_words

KINDS: dict[IndicatorKind, ObservationKind] = {
    "level": "stock",
    "rate": "rate",
    "flow": "flow",
    "change": "change",
    "streak": "streak",
}
YEAR_ON_YEAR = "the year before"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Timing:
    """The time of an observation, in ISO dates, which are empty if unknown.

    `shape` is the same for comparable periods, and None if the texts are not explicit. `running`
    means that it counts from `start` to the day of the briefing.
    """

    start: str
    end: str
    shape: str | None
    running: bool = False


def timing(figure: Figure, kind: ObservationKind, base: str = "") -> Timing:
    """Return the timing of a figure as an observation of a kind; `base` is the base of a change."""
    stated, day = figure.stated, _day(figure.date)
    start, end = _day(stated.period_start), _day(stated.period_end)
    if kind in ("stock", "streak"):
        since = language_of(figure.language).periods.since_shown
        return _at_a_day(stated.period, start, end, day, since)
    # A year that has not ended by the day of the briefing is counted up to that day.
    running = bool(start) and bool(day) and start <= day and (not end or day < end)
    if running:
        end = day
    elif start and day and start > day:  # a target
        return Timing(start, end, None)
    if kind == "change":
        if not base:
            return Timing(start, end, None, running)
        if not start and end and base != YEAR_ON_YEAR:
            return Timing("", end, f"to a day against {base}")
        shape = None if running else _shape(start, end, running)
        return Timing(start, end, f"{shape} against {base}" if shape else None, running)
    # A rate for half a year is not comparable with that for a whole one; a count accumulates.
    shape = None if running and kind == "rate" else _shape(start, end, running)
    return Timing(start, end, shape, running)


def base_of(figure: Figure) -> str:
    """Return the base of a change: a year as stated, "the year before", or "" if it is not stated.

    >>> from briefings.model import Place, Stated
    >>> def fell(period, sentence=""):
    ...     stated = Stated(0, 1, "9%", 9, "%", role="change", period=period)
    ...     place = Place("b", "s", "p", 1, 0, 1)
    ...     return Figure("f", (place,), stated, sentence, None, None, None, "direct")
    >>> base_of(fell("2021 vs 2012")), base_of(fell("2022", "It fell by 9% year-on-year."))
    ('2012', 'the year before')
    """
    base = figure.stated.period.partition("vs ")[2]
    if base:
        return base
    words = f"{plain_words(figure.stated.period)}{plain_words(figure.sentence)}"
    phrases = language_of(figure.language).measuring.year_on_year
    return YEAR_ON_YEAR if any(f" {phrase} " in words for phrase in phrases) else ""


def scope_of(figure: Figure, entry: IndicatorEntry) -> str:
    """Return the narrower subject that a figure's sentence states, or ""."""
    if not entry.scopes:
        return ""
    sentence = plain_words(figure.sentence)
    named = (
        name
        for name, phrases in entry.scopes
        if any(plain_words(phrase) in sentence for phrase in phrases)
    )
    return next(named, "")


def apart(a: Figure, b: Figure) -> bool:
    """Return whether the periods of two figures have no day in common."""
    period_a, period_b = a.stated, b.stated
    if not (
        period_a.period_start
        and period_a.period_end
        and period_b.period_start
        and period_b.period_end
    ):
        return False
    return (
        period_a.period_end < period_b.period_start or period_b.period_end < period_a.period_start
    )


def periods_differ(a: Figure, b: Figure) -> bool:
    """Return whether both figures state a period, and the periods differ."""
    period_a, period_b = a.stated, b.stated
    if not period_a.period or not period_b.period or period_a.period == period_b.period:
        return False
    if (period_a.period_start or period_a.period_end) and (
        period_b.period_start or period_b.period_end
    ):
        return (period_a.period_start, period_a.period_end) != (
            period_b.period_start,
            period_b.period_end,
        )
    return not (
        period_a.period_start or period_a.period_end or period_b.period_start or period_b.period_end
    )


def _shape(start: str, end: str, running: bool) -> str | None:
    if running:
        return f"since {start}"
    if not start or not end or end < start:
        return None
    years = int(end[:4]) - int(start[:4])
    if years == 0 and (start[5:], end[5:]) == ("01-01", "12-31"):
        return "a year"
    if end[8:] == f"{monthrange(int(end[:4]), int(end[5:7]))[1]:02d}" and start[8:] == "01":
        months = years * 12 + int(end[5:7]) - int(start[5:7]) + 1
        if months == 1:
            return "a month"
        if months == 3 and start[5:7] in ("01", "04", "07", "10"):
            return "a quarter"
        return f"{months} months from {start[5:7]}"
    return f"{start[5:]} to {end[5:]} and {years} years"


def _at_a_day(period: str, start: str, end: str, day: str, since: str) -> Timing:
    """Return the timing of a stock: the last day of its period, or else the day of the briefing.

    If its period begins after the briefing, it is a target, which is not comparable with anything.
    """
    if end and (not day or end <= day):
        return Timing("", end, "a day")
    counting = not period or bool((since and period.startswith(since)) or (start and start <= day))
    if day and counting:
        return Timing("", day, "a day")
    return Timing("", end, None)


def _day(date: str | None) -> str:
    return date if date and _DAY.fullmatch(date) else ""
