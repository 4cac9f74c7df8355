"""Indicators: what is measured, how it moved, and what may be compared with what."""

from __future__ import annotations

from functools import partial

from briefings import amounts, anchors, wording
from briefings.model import Figure, Indicator, Observation
from briefings.model.page import Page

from .charts import Point, chart, small
from .figures import figure_row, record
from .lookup import Context, Lookup
from .pending import Pending

Seen = tuple[Observation, Figure]


def indicator_pages(find: Lookup) -> list[Pending]:
    return [
        Pending(anchors.indicator_url(one.id), one.title, partial(_page, one.id, find))
        for one in find.annotated.indicators.values()
    ]


def indicators_page(find: Lookup) -> Page:
    """All indicators with a small chart, what was stated first and last."""
    rows = [_row(one, find) for one in find.annotated.indicators.values()]
    rows.sort(key=lambda row: row["title"].casefold())
    return find.page(
        "indicators/",
        "indicators.md.j2",
        "Indicators",
        f"{wording.count(len(rows), 'thing')} measured again and again at the briefings, with "
        "every figure that states it.",
        "index",
        rows=rows,
    )


def _row(indicator: Indicator, find: Lookup) -> Context:
    seen = _seen(indicator, find)
    points = _points(seen, indicator)
    joined = indicator.comparable and len({point.series for point in points}) == 1
    first, last = (points[0], points[-1]) if points else (None, None)
    return {
        "title": indicator.title,
        "url": anchors.indicator_url(indicator.id),
        "chart": small(points, joined) if len(points) > 1 else None,
        "first": f"{first.told} ({first.label})" if first else None,
        "last": f"{last.told} ({last.label})" if last and last is not first else None,
        "extent": wording.count(len(seen), "observation"),
        "joined": joined,
    }


def _page(id_: str, find: Lookup) -> Page:
    indicator = find.annotated.indicators[id_]
    seen = _seen(indicator, find)
    points = _points(seen, indicator)
    records = {
        one.id: one for _, figure in seen for one in find.annotated.records_of(figure.id)
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
        note=indicator.note,
        sort=amounts.INDICATOR_KINDS[indicator.kind],
        unit=indicator.unit,
        wordings=list(indicator.wordings),
        confusions=list(indicator.confusions),
        comparable=indicator.comparable and len(series) <= 1,
        caveat=_caveat(indicator, series),
        chart=chart(f"{indicator.title}, as stated", points, indicator.unit, indicator.comparable)
        if points
        else None,
        undrawn=sum(figure.stated.unit != indicator.unit for _, figure in seen),
        observations=[_observation(*one, len(series) > 1, find) for one in seen],
        several=len(series) > 1,
        records=[record(one, find) for one in records.values()],
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
