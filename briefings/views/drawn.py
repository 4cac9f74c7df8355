"""The charts of an indicator: one for each series of two or more comparable observations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefings import amounts
from briefings.interface import capital, say
from briefings.model import Figure, Indicator, Observation, Series

from .charts import Chart, Point, SmallChart, Variant, chart, small
from .headlines import numeral, when, worded
from .lookup import Lookup
from .text_links import TextLink, text_of, text_words

# The maximum number of points of a chart, and of the small one in the index; the newest are kept.
DRAWN = 30
DRAWN_SMALL = 24
# The maximum number of charts on a page; the longest series are chosen.
CHARTS = 3

Seen = tuple[Observation, Figure]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ChartNumber:
    """A value of a chart as its table lists it; `words` names its text without markup."""

    when: str
    told: str
    value: str
    of: TextLink
    words: str
    others: str


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart with the table of its values; `earlier` says that only the newest are drawn."""

    drawing: Chart
    earlier: bool
    numbers: list[ChartNumber]


def seen_of(indicator: Indicator, find: Lookup) -> list[Seen]:
    """Return the observations with their figures, sorted by the time that they are about."""
    known = find.annotated.figures
    observed = [(observation, known[observation.figure]) for observation in indicator.observations]
    return sorted(observed, key=lambda pair: (time_of(*pair), pair[1].date or ""))


def time_of(observation: Observation, figure: Figure) -> str:
    """Return the last day that an observation is about: of its period, or else of the briefing."""
    return observation.end or figure.date or observation.start or ""


def charts_of(indicator: Indicator, observed: Sequence[Seen], find: Lookup) -> list[DrawnChart]:
    """Return a chart, with a table of its values, for each of the longest comparable series."""
    longest = sorted(indicator.series, key=lambda series: -len(series.figures))
    of_series = [(series, _own(series, observed)) for series in longest]
    drawable = [(series, own) for series, own in of_series if _differ_in_time(own)]
    return [
        DrawnChart(
            chart(
                _title(indicator, series),
                [_point(*pair, find) for pair in own[-DRAWN:]],
                indicator.unit,
                "chart" if n == 1 else f"chart-{n}",
            ),
            earlier=len(own) > DRAWN,
            numbers=[_row(*pair, find) for pair in own[-DRAWN:]],
        )
        for n, (series, own) in enumerate(drawable[:CHARTS], 1)
    ]


def small_of(indicator: Indicator, observed: Sequence[Seen], find: Lookup) -> SmallChart | None:
    """Return the small chart for the index, of the first comparable series, or None."""
    for series in indicator.series:
        own = _own(series, observed)[-DRAWN_SMALL:]
        if _differ_in_time(own):
            return small([_point(*pair, find) for pair in own])
    return None


def _own(series: Series, observed: Sequence[Seen]) -> list[Seen]:
    """Return the observations of a comparable series that have a day on the time axis.

    If editors declare values without a period comparable, each is placed on the day of its
    briefing.
    """
    ids = set(series.figures) if series.comparable else set()
    of_series = [pair for pair in observed if pair[0].figure in ids]
    if series.by == "editor":
        of_series = [
            (replace(observation, end=observation.end or figure.date or ""), figure)
            for observation, figure in of_series
        ]
    return [pair for pair in of_series if _DAY.fullmatch(pair[0].end)]


def _differ_in_time(observed: Sequence[Seen]) -> bool:
    """Return whether there are values of several times, as a time axis requires."""
    times = {(seen.start or seen.end, seen.end) for seen, _ in observed}
    return len(times) > 1


def _title(indicator: Indicator, series: Series) -> str:
    has_several = sum(series.comparable for series in indicator.series) > 1
    if not has_several:
        return indicator.title
    return say.charts.series(title=indicator.title, series=series.name)


def _point(observation: Observation, figure: Figure, find: Lookup) -> Point:
    end = date.fromisoformat(observation.end)
    start = date.fromisoformat(observation.start) if observation.start else end
    return Point(
        start=start,
        end=end,
        label=capital(when(observation, figure).strip(" ,")),
        value=_value(observation, figure),
        told=_told(figure),
        variants=tuple(
            Variant(_value(observation, other), _told(other))
            for variant in observation.variants
            if (other := find.annotated.figures[variant.figure])
        ),
    )


def _value(observation: Observation, figure: Figure) -> float:
    """Return the value on the axis; decreases are negative."""
    fell = observation.kind == "change" and figure.stated.direction == "decrease"
    return -float(figure.stated.value) if fell else float(figure.stated.value)


def _told(figure: Figure) -> str:
    compared = amounts.compared(figure.stated.comparator)
    return f"{compared} {numeral(figure.stated)}".strip()


def _row(observation: Observation, figure: Figure, find: Lookup) -> ChartNumber:
    others = [
        say.charts.other(number=worded(other), text=text_words(other.place, find))
        for variant in observation.variants
        if "value" in variant.differs or "comparator" in variant.differs
        for other in [find.annotated.figures[variant.figure]]
    ]
    return ChartNumber(
        when=capital(when(observation, figure).strip(" ,")),
        told=worded(figure),
        value=amounts.amount(figure.stated),
        of=text_of(figure.place, find),
        words=text_words(figure.place, find),
        others="; ".join(dict.fromkeys(others)),
    )
