"""The rules of the cross-checks: what each compares, in neutral words, with its arithmetic."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, product

from briefings.languages import language_of
from briefings.model.figures import (
    Comparator,
    DiscrepancyType,
    Figure,
    Indicator,
    Number,
)
from briefings.wording import MONTHS

_WORDS: dict[Comparator, str] = {"=": "", ">": "more than ", "<": "less than ", "~": "about "}
# The number of figures per event that are compared with one another.
_AGAIN = 60
# From this value on, two equal pairs of numbers are not a coincidence.
_LARGE = 1000
_MONTHS_IN = {"months": 1, "years": 12}


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of the same thing: those of an indicator, or those that one event words alike."""

    title: str
    figures: tuple[Figure, ...]
    indicator: Indicator | None


@dataclass(frozen=True, slots=True)
class Finding:
    type: DiscrepancyType
    rule: str
    figures: tuple[Figure, ...]
    text: str
    basis: str


def other_value(group: Group) -> Iterator[Finding]:
    """Find two values for the same thing and period at one event."""
    for a, b in _pairs(group, same_event=True):
        if a.stated.value == b.stated.value or not _same_period(a, b):
            continue
        if group.indicator is not None and not _one_observation(group.indicator, a, b):
            continue
        if group.indicator is None and not (a.stated.period_start and a.stated.unit == "%"):
            continue
        period = f", both for {a.stated.period}" if a.stated.period else ""
        yield Finding(
            "value", "other-value", (a, b),
            f"{group.title}: {_both(a, b)}{period}.",
            "Texts of one event state the same thing with different values.",
        )  # fmt: skip


def other_comparator(group: Group) -> Iterator[Finding]:
    """Find the same value with different comparators, such as "more than" and "about", at one
    event."""
    for a, b in _pairs(group, same_event=True):
        if a.stated.value != b.stated.value or a.stated.comparator == b.stated.comparator:
            continue
        if a.stated.period_start != b.stated.period_start:
            continue
        bounds_differ = {a.stated.comparator, b.stated.comparator} == {">", "<"}
        yield Finding(
            "value", "other-bound" if bounds_differ else "other-comparator", (a, b),
            f"{group.title}: {_both(a, b)}.",
            "Texts of one event give the same number with different comparing words.",
        )  # fmt: skip


def other_period(group: Group) -> Iterator[Finding]:
    """Find the same value, counted from different years, at one event."""
    by_value: dict[tuple[str, Number], list[Figure]] = defaultdict(list)
    for figure in group.figures:
        if figure.stated.period_start:
            by_value[(figure.place.briefing, figure.stated.value)].append(figure)
    for figures in by_value.values():
        yield from _periods(group.title, figures)


def _periods(title: str, figures: list[Figure]) -> Iterator[Finding]:
    figures = sorted(figures, key=lambda f: (_prefixed(f), f.id))
    starts = {(figure.stated.period_start, figure.stated.period_end) for figure in figures}
    if len(starts) < 2:
        return
    stated_periods = ", ".join(
        f"{figure.stated.period} in {figure.place.passage} of source {_source(figure)}"
        for figure in figures
    )
    yield Finding(
        "date", "other-period", tuple(figures),
        f"{title}: {_quote(figures[0])} is stated for different periods: {stated_periods}.",
        "The same number for the same thing, counted from different dates.",
    )  # fmt: skip


def remained_at(group: Group) -> Iterator[Finding]:
    """Find a value that is said to have remained, after a different earlier value."""
    for a, later in _pairs(group, same_event=False):
        differs = a.stated.value != later.stated.value and a.stated.role == "level"
        if differs and later.stated.role == "level" and remains(later):
            yield Finding(
                "value", "remained-at-other-value", (a, later),
                f"{group.title}: {_quote(a)} in {_when(a)}; in {_when(later)} it is said to have"
                f" remained at {_quote(later)}.",
                "A word for no change stands beside a value that differs from the one before.",
            )  # fmt: skip


def remains(figure: Figure) -> bool:
    """Return whether a word for no change directly precedes the figure."""
    at = figure.sentence.find(figure.stated.quote)
    remaining = language_of(figure.language).measuring.remaining
    return bool(remaining.search(figure.sentence[max(0, at - 30) : at]))


def streaks(group: Group) -> Iterator[Finding]:
    """Find durations of the same streak that imply different starts."""
    for a, b in _pairs(group, same_event=False):
        begun = _start_month(a), _start_month(b)
        if {a.stated.role, b.stated.role} != {"duration"}:
            continue
        if begun[0] is None or begun[1] is None or a.stated.unit != b.stated.unit:
            continue
        size = _MONTHS_IN.get(a.stated.unit, 0)
        if not size or abs(begun[0] - begun[1]) <= size:
            continue
        # a streak that began after the first briefing is another one
        if begun[1] > begun[0] + a.stated.value * size:
            continue
        if {a.stated.comparator, b.stated.comparator} != {"="}:
            continue
        yield Finding(
            "arithmetic", "implied-start", (a, b),
            f"{group.title}: {a.stated.quote} up to {_when(a)} imply a start in {_month(begun[0])},"
            f" {b.stated.quote} up to {_when(b)} a start in {_month(begun[1])}.",
            f"{_when(a)} minus {a.stated.value} {a.stated.unit} = {_month(begun[0])};"
            f" {_when(b)} minus {b.stated.value} {b.stated.unit} = {_month(begun[1])}.",
        )  # fmt: skip


RULES: tuple[Callable[[Group], Iterator[Finding]], ...] = (
    other_value, other_comparator, other_period, remained_at, streaks,
)  # fmt: skip


def companions(figures: Sequence[Figure]) -> Iterator[Finding]:
    """Find two numbers that an event states side by side twice, for different periods.

    A single equal number is a coincidence, but two side by side are the same statement.
    """
    pairs: dict[tuple[Number, Number], list[Figure]] = defaultdict(list)
    for a, b in pairwise(figures):
        together = a.place.passage == b.place.passage and a.sentence == b.sentence
        if together and min(a.stated.value, b.stated.value) >= _LARGE:
            pairs[a.stated.value, b.stated.value].append(a)
    for twice in pairs.values():
        dated = [figure for figure in twice if figure.stated.period_start]
        yield from _periods(dated[0].stated.subject if dated else "", dated)


def plans(group: Group, shares: Mapping[str, Figure]) -> Iterator[Finding]:
    """Find numbers with shares of a plan that imply different plans.

    `shares` maps the id of a number to the percentage next to it.
    """
    ordered = sorted(group.figures, key=lambda f: (f.date or "", f.id))
    implied = [(figure, shares[figure.id]) for figure in ordered if figure.id in shares]
    for earlier, later in pairwise(implied):
        low, high = _plan(*earlier), _plan(*later)
        if earlier[0].place.briefing == later[0].place.briefing:
            continue
        if low[1] >= high[0] and high[1] >= low[0]:
            continue
        basis = "; ".join(
            f"{number.stated.quote} / {percent.stated.quote} = {_plan_words(number, percent)}"
            for number, percent in (earlier, later)
        )
        yield Finding(
            "arithmetic", "implied-whole", (*earlier, *later),
            f"{group.title}: {earlier[0].stated.quote} are {earlier[1].stated.quote} of the plan in"
            f" {_when(earlier[0])}, {later[0].stated.quote} are {later[1].stated.quote} in"
            f" {_when(later[0])}; the plans that follow are about {_plan_words(*earlier)} and"
            f" about {_plan_words(*later)}.",
            f"{basis}; rounding of the percentages does not bridge the two.",
        )  # fmt: skip


def _plan(number: Figure, percent: Figure) -> tuple[float, float]:
    """Return the minimum and maximum of the whole, given the rounding of a percentage."""
    decimals = len(str(percent.stated.value).partition(".")[2])
    half = 0.5 / 10**decimals
    value = float(number.stated.value) * 100
    share = float(percent.stated.value)
    return value / (share + half), value / max(share - half, half)


def _plan_words(number: Figure, percent: Figure) -> str:
    return f"{round(number.stated.value * 100 / percent.stated.value):,}"


def stocks(group: Group, changes: Mapping[str, Sequence[Figure]]) -> Iterator[Finding]:
    """Find two stocks of an indicator whose difference is not the increase stated next to the later
    one.

    `changes` maps the id of a stock to the changes with the same unit in its sentence.
    """
    indicator = group.indicator
    if indicator is None or indicator.kind != "level":
        return
    figure_ids = {figure.id for figure in group.figures}
    for a, b in _pairs(group, same_event=False):
        if not _one_series(indicator, a, b):
            continue
        if b.stated.unit in ("%", "people"):
            continue
        difference = b.stated.value - a.stated.value
        for change in changes.get(b.id, ()):
            if change.id in figure_ids or abs(change.stated.value) == abs(difference):
                continue
            yield Finding(
                "arithmetic", "stock-and-change", (a, b, change),
                f"{group.title}: {_dated(a)} and {_dated(b)} differ by {_number(difference)};"
                f" beside the later one a change of {_quote(change)} is stated"
                f" ({_period(change)}).",
                f"{_number(b.stated.value)} - {_number(a.stated.value)} ="
                f" {_number(difference)}; the periods that the two differences cover may not"
                " be the same.",
            )  # fmt: skip


def _one_observation(indicator: Indicator, a: Figure, b: Figure) -> bool:
    """Return whether one figure is a variant of the other, or both are variants of a third."""
    return any(
        {a.id, b.id} <= {observation.figure, *(variant.figure for variant in observation.variants)}
        for observation in indicator.observations
    )


def _one_series(indicator: Indicator, a: Figure, b: Figure) -> bool:
    """Return whether two observations are comparable."""
    return any(
        series.comparable and {a.id, b.id} <= set(series.figures) for series in indicator.series
    )


def _pairs(group: Group, *, same_event: bool) -> Iterator[tuple[Figure, Figure]]:
    """Yield pairs of figures of one event from different passages, or of consecutive events.

    The figure of the primary text, or of the earlier event, comes first.
    """
    events = _events(group)
    if same_event:
        for figures in events:
            stated = _by_passage(figures)
            for n, first in enumerate(stated, 1):
                yield from product(first, chain.from_iterable(stated[n:]))
        return
    for earlier, later in pairwise(events):
        yield from product(earlier, later)


def _events(group: Group) -> list[list[Figure]]:
    """Group the figures by event, the oldest event first, and its primary text first within it."""
    events: dict[str, list[Figure]] = {}
    for figure in sorted(group.figures, key=lambda f: (f.date or "", _prefixed(f), f.id)):
        events.setdefault(figure.place.briefing, []).append(figure)
    return list(events.values())


def _by_passage(figures: list[Figure]) -> list[list[Figure]]:
    """Group the first figures of an event by the passage that states them, in order.

    If a thing is stated very often, its wording is so common that further pairs show nothing new.
    """
    by_passage: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures[:_AGAIN]:
        by_passage.setdefault((figure.place.source, figure.place.passage), []).append(figure)
    return list(by_passage.values())


def _prefixed(figure: Figure) -> bool:
    return (figure.place.passage or "").startswith(f"{figure.place.source}-")


def _same_period(a: Figure, b: Figure) -> bool:
    return (a.stated.period_start, a.stated.period_end) == (
        b.stated.period_start,
        b.stated.period_end,
    ) and a.stated.period == b.stated.period


def _start_month(figure: Figure) -> int | None:
    """Return the month, counted from year 0, in which a streak that lasts until its date began, or
    None."""
    if not figure.date or not re.match(r"\d{4}-\d{2}", figure.date):
        return None
    now = int(figure.date[:4]) * 12 + int(figure.date[5:7]) - 1
    size = _MONTHS_IN.get(figure.stated.unit)
    return now - int(figure.stated.value * size) if size else None


def _month(n: int) -> str:
    return f"{MONTHS[n % 12]} {n // 12}"


def _when(figure: Figure) -> str:
    """Return the month of the briefing, such as "July 2022", or its source."""
    if not figure.date or not re.match(r"\d{4}-\d{2}", figure.date):
        return f"source {_source(figure)}"
    return f"{MONTHS[int(figure.date[5:7]) - 1]} {figure.date[:4]}"


def _period(figure: Figure) -> str:
    return figure.stated.period or "no period stated"


def _dated(figure: Figure) -> str:
    return f"{_quote(figure)} in {_when(figure)} ({_period(figure)})"


def _source(figure: Figure) -> str:
    return figure.place.source


def _both(a: Figure, b: Figure) -> str:
    return f"{_quote(a)} in source {_source(a)}, {_quote(b)} in source {_source(b)}"


def _quote(figure: Figure) -> str:
    return f"{_WORDS[figure.stated.comparator]}{figure.stated.quote}"


def _number(value: Number) -> str:
    return f"{value:,}"
