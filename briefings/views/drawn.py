"""The charts of an indicator: one for each series of two or more comparable observations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefings import amounts
from briefings.interface import capital, say
from briefings.model import Figure, Indicator, Observation, Series

from .charts import Point, Variant, chart, small
from .headlines import numeral, when, worded
from .lookup import Context, Lookup
from .text_links import text_of, text_words

# The maximum number of points of a chart, and of the small one in the index; the newest are kept.
DRAWN = 30
DRAWN_SMALL = 24
# The maximum number of charts on a page; the longest series are chosen.
CHARTS = 3

Seen = tuple[Observation, Figure]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def seen_of(indicator: Indicator, find: Lookup) -> list[Seen]:
    """Return the observations with their figures, sorted by the time that they are about."""
    known = find.annotated.figures
    seen = [(one, known[one.figure]) for one in indicator.observations if one.figure in known]
    return sorted(seen, key=lambda one: (time_of(*one), one[1].date or ""))


def time_of(observation: Observation, figure: Figure) -> str:
    """Return the last day that an observation is about: of its period, or else of the briefing."""
    return observation.end or figure.date or observation.start or ""


def charts_of(indicator: Indicator, seen: Sequence[Seen], find: Lookup) -> list[Context]:
    """Return a chart, with a table of its values, for each of the longest comparable series."""
    made: list[Context] = []
    longest = sorted(indicator.series, key=lambda one: -len(one.figures) * one.comparable)
    for series in longest:
        own = _own(series, seen)
        if len(made) == CHARTS:
            break
        points = [_point(*one, find) for one in own]
        if len(own) < 2 or not _is_drawn(points):
            continue
        id_ = "chart" if not made else f"chart-{len(made) + 1}"
        shown = own[-DRAWN:]
        made.append(
            {
                **chart(_title(indicator, series), points[-DRAWN:], indicator.unit, id_),
                "why": series.why,
                "by_editors": series.by == "editor",
                "earlier": len(own) > DRAWN,
                "numbers": [_row(*one, find) for one in shown],
            }
        )
    return made


def small_of(indicator: Indicator, seen: Sequence[Seen], find: Lookup) -> Context | None:
    """Return the small chart for the index, of the first comparable series, or None."""
    for series in indicator.series:
        points = [_point(*one, find) for one in _own(series, seen)][-DRAWN_SMALL:]
        if len(points) > 1 and _is_drawn(points):
            return small(points)
    return None


def _own(series: Series, seen: Sequence[Seen]) -> list[Seen]:
    """Return the observations of a comparable series that have a day on the time axis.

    If editors declare values without a period comparable, each is placed on the day of its
    briefing.
    """
    ids = set(series.figures) if series.comparable else set()
    own = [one for one in seen if one[0].figure in ids]
    if series.by == "editor":
        own = [(replace(one, end=one.end or figure.date or ""), figure) for one, figure in own]
    return [one for one in own if _DAY.fullmatch(one[0].end)]


def _is_drawn(points: Sequence[Point]) -> bool:
    """Return whether the points differ in time, as a time axis requires."""
    return len({(one.start, one.end) for one in points}) > 1


def _title(indicator: Indicator, series: Series) -> str:
    several = sum(one.comparable for one in indicator.series) > 1
    if not several:
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
            for one in observation.variants
            if (other := find.annotated.figures[one.figure])
        ),
    )


def _value(observation: Observation, figure: Figure) -> float:
    """Return the value on the axis; decreases are negative."""
    fell = observation.kind == "change" and figure.stated.direction == "decrease"
    return -float(figure.stated.value) if fell else float(figure.stated.value)


def _told(figure: Figure) -> str:
    compared = amounts.compared(figure.stated.comparator)
    return f"{compared} {numeral(figure.stated)}".strip()


def _row(observation: Observation, figure: Figure, find: Lookup) -> Context:
    others = [
        say.charts.other(number=worded(other), text=text_words(other.place, find))
        for one in observation.variants
        if "value" in one.differs or "comparator" in one.differs
        for other in [find.annotated.figures[one.figure]]
    ]
    return {
        "when": capital(when(observation, figure).strip(" ,")),
        "told": worded(figure),
        "value": amounts.amount(figure.stated),
        "of": text_of(figure.place, find),
        "words": text_words(figure.place, find),
        "others": "; ".join(dict.fromkeys(others)),
    }
