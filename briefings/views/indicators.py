"""Indicators: what is measured, how it moved, and what may be compared with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import amounts, anchors, wording
from briefings.model import Figure, Indicator, Observation
from briefings.model.page import Page

from .charts import Point, chart, small
from .figures import figure_row, record
from .lookup import Context, Lookup
from .paging import (
    WHOLE,
    Link,
    Paging,
    Part,
    by_letter,
    by_year,
    context_of,
    hub,
    letter_of,
    newest,
    part_pages,
)
from .pending import Pending

# Points that a chart shows, and the small one in the index: the newest.
DRAWN = 30
DRAWN_SMALL = 24

Seen = tuple[Observation, Figure]


def indicator_pages(find: Lookup) -> list[Pending]:
    """A page for each indicator, and one for each year of those with many observations."""
    pages = []
    for indicator in find.annotated.indicators.values():
        up = Link(indicator.title, anchors.indicator_url(indicator.id))
        parts = _years(indicator, find)
        pages.append(Pending(up.url, up.title, partial(_first, indicator.id, find)))
        make = partial(_part, indicator.id, find)
        pages += part_pages(parts, up, make, "observation", "observations")
    return pages


def _years(indicator: Indicator, find: Lookup) -> tuple[Part[Seen], ...]:
    return by_year(
        _seen(indicator, find)[::-1], anchors.indicator_url(indicator.id),
        lambda one: _about(one[1]), find.site.limits.observations, find,
    )  # fmt: skip


def _first(id_: str, find: Lookup) -> Page:
    """The indicator's own page: all observations, or the newest and the way to each year."""
    indicator = find.annotated.indicators[id_]
    parts = _years(indicator, find)
    if not parts:
        return _page(indicator, _seen(indicator, find), WHOLE, find)
    return _page(indicator, newest(parts, find.site.limits.newest)[::-1], hub(parts), find)


def _part(id_: str, find: Lookup, seen: tuple[Seen, ...], paging: Paging) -> Page:
    return _page(find.annotated.indicators[id_], seen[::-1], paging, find)


@dataclass(frozen=True, slots=True)
class IndicatorsIndex:
    """What `indicators.md.j2` shows: a row an indicator, and how many there are in all."""

    rows: list[Context]
    count: str


def indicators_page(find: Lookup) -> Page:
    """All indicators with a small chart, what was stated first and last.

    Of many, those that are stated most often, and the way to each letter.
    """
    shown = _sorted(find)
    parts = _letters(find)
    if parts:
        often = sorted(shown, key=lambda one: -len(one.observations))
        shown = often[: find.site.limits.newest]
    return _index(shown, hub(parts), find)


def indicators_parts(find: Lookup) -> list[Pending]:
    """The indicators of each letter, where all are too many for one page."""
    make = partial(_index, find=find)
    return part_pages(
        _letters(find), Link("Indicators", anchors.INDICATORS), make, "indicator", "indicators"
    )


def _sorted(find: Lookup) -> list[Indicator]:
    return sorted(find.annotated.indicators.values(), key=lambda one: one.title.casefold())


def _letters(find: Lookup) -> tuple[Part[Indicator], ...]:
    most = find.site.limits.names // 2
    return by_letter(
        _sorted(find), anchors.INDICATORS, lambda one: letter_of(one.title), most, find
    )


def _index(indicators: Sequence[Indicator], paging: Paging, find: Lookup) -> Page:
    rows = [_row(one, find) for one in indicators]
    count = wording.count(len(find.annotated.indicators), "thing")
    return find.page(
        anchors.INDICATORS,
        "indicators.md.j2",
        "Indicators",
        f"{count} measured again and again at the briefings, with every figure that states it.",
        "index",
        **context_of(IndicatorsIndex(rows, count), paging),
    )


def _row(indicator: Indicator, find: Lookup) -> Context:
    seen = _seen(indicator, find)
    points = _points(seen, indicator)
    joined = indicator.comparable and len({point.series for point in points}) == 1
    first, last = (points[0], points[-1]) if points else (None, None)
    return {
        "title": indicator.title,
        "url": anchors.indicator_url(indicator.id),
        "chart": small(points[-DRAWN_SMALL:], joined) if len(points) > 1 else None,
        "first": f"{first.told} ({first.label})" if first else None,
        "last": f"{last.told} ({last.label})" if last and last is not first else None,
        "extent": wording.count(len(seen), "observation"),
        "joined": joined,
    }


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """What `indicator.md.j2` shows: what is measured, a chart, observations of some time or all.

    `undrawn` counts observations in another unit, `earlier` says that the chart leaves some out.
    """

    note: str
    sort: str
    unit: str
    wordings: list[str]
    confusions: list[str]
    comparable: bool
    caveat: str | None
    chart: Context | None
    undrawn: int
    earlier: bool
    observations: list[Context]
    several: bool
    records: list[Context]


def _page(indicator: Indicator, shown: Sequence[Seen], paging: Paging, find: Lookup) -> Page:
    """`shown` are the observations that the page lists, oldest first."""
    seen = _seen(indicator, find)
    points = _points(seen, indicator)
    # Of many observations the newest are drawn, and only on the first page.
    drawn = {None: points, "hub": points[-DRAWN:]}.get(paging.paged, [])
    records = {
        one.id: one for _, figure in shown for one in find.annotated.records_of(figure.id)
    }  # fmt: skip
    series = list(dict.fromkeys(observation.series for observation, _ in seen))
    briefings = {figure.place.briefing for _, figure in seen}
    return find.page(
        anchors.indicator_url(indicator.id),
        "indicator.md.j2",
        indicator.title,
        wording.clip(
            f"{indicator.title}: {wording.count(len(seen), 'observation')} in "
            f"{wording.count(len(briefings), 'briefing')}. {indicator.note}",
            300,
        ),
        "indicator",
        **context_of(
            IndicatorPage(
                note=indicator.note,
                sort=amounts.INDICATOR_KINDS[indicator.kind],
                unit=indicator.unit,
                wordings=list(indicator.wordings),
                confusions=list(indicator.confusions),
                comparable=indicator.comparable and len(series) <= 1,
                caveat=_caveat(indicator, series),
                chart=chart(
                    f"{indicator.title}, as stated", drawn, indicator.unit, indicator.comparable
                )
                if drawn
                else None,
                undrawn=sum(figure.stated.unit != indicator.unit for _, figure in shown),
                earlier=len(drawn) < len(points),
                observations=[_observation(*one, len(series) > 1, find) for one in shown],
                several=len(series) > 1,
                records=[record(one, find) for one in records.values()],
            ),
            paging,
        ),
    )


def _seen(indicator: Indicator, find: Lookup) -> list[Seen]:
    """The observations with their figures, oldest first by what they are about."""
    known = find.annotated.figures
    seen = [(one, known[one.figure]) for one in indicator.observations if one.figure in known]
    return sorted(seen, key=lambda one: (_about(one[1]), one[1].date or ""))


def _about(figure: Figure) -> str:
    """The day up to which a figure speaks: of its period, else of the briefing."""
    return figure.stated.period_end or figure.date or figure.stated.period_start or ""


def _points(seen: list[Seen], indicator: Indicator) -> list[Point]:
    """What is drawn: the same statement once, however many passages make it."""
    points = [
        Point(
            label=_label(figure),
            value=float(figure.stated.value),
            told=" ".join(
                part
                for part in (
                    amounts.amount(figure.stated),
                    figure.stated.direction if indicator.kind == "change" else "",
                )
                if part
            ),
            series=observation.series,
        )
        for observation, figure in seen
        if figure.stated.unit == indicator.unit
    ]
    return list(dict.fromkeys(points))


def _label(figure: Figure) -> str:
    period = amounts.period(figure.stated)
    return period or f"said on {wording.date_words(figure.date)}"


def _caveat(indicator: Indicator, series: list[str]) -> str | None:
    """What to heed before comparing."""
    if not indicator.comparable:
        return "These observations are not one series: they may not be compared over time."
    if len(series) > 1:
        return (
            f"These observations are {len(series)} series; only those of one series may be "
            "compared with one another."
        )
    return None


def _observation(observation: Observation, figure: Figure, several: bool, find: Lookup) -> Context:
    return {
        **figure_row(figure, find),
        "figure_url": anchors.figure_url(figure.id),
        "series": observation.series if several else None,
        "by_editors": observation.by == "editor",
    }
