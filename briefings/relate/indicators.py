"""Indicators: which figures observe a thing that is measured again and again.

Matching is by rule, from what editors say of an indicator's wordings, units and sentence; what
they assign by hand goes before.  Nothing is matched by its value, so that equal numbers for
different things stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from briefings.model import Editorial
from briefings.model.figures import (
    Figure,
    FigureRole,
    Indicator,
    IndicatorEntry,
    IndicatorKind,
    Observation,
)
from briefings.problems import Problems

from .measures import content_words, plain_words

_ROLES: dict[IndicatorKind, frozenset[FigureRole]] = {
    "level": frozenset({"level", "from", "to"}),
    "flow": frozenset({"level", "from", "to"}),
    "change": frozenset({"change"}),
    "streak": frozenset({"duration"}),
}


def indicators(
    figures: Sequence[Figure],
    editorial: Editorial,
    problems: Problems,
    published: Collection[str] = (),
) -> tuple[Indicator, ...]:
    """Every indicator that editors define with its observations, oldest first.

    A figure that the rules give to two indicators, and an assignment by hand that names no
    figure, or one whose id may still change because it is not `published`, are told as warnings.
    """
    by_id = {figure.id: figure for figure in figures}
    matched: dict[str, list[str]] = defaultdict(list)
    made: list[Indicator] = []
    by_hand = {id_ for entry in editorial.indicators for id_ in entry.figures}
    for entry in editorial.indicators:
        _known(entry, by_id, problems)
        _quoted(entry, by_id, published, problems)
        found = [f for f in figures if f.id not in by_hand and fits(f, entry)]
        for figure in found:
            matched[figure.id].append(entry.id)
        assigned = [by_id[id_] for id_ in entry.figures if id_ in by_id]
        made.append(_indicator(entry, found, assigned))
    for id_, entries in sorted(matched.items()):
        if len(entries) > 1:
            where = next(e.where for e in editorial.indicators if e.id == entries[-1])
            problems.warning(
                "doubtful-indicator", where.path,
                f"figure {id_} ({by_id[id_].stated.quote}) fits {' and '.join(entries)}",
                "narrow one by `without` or `context`, or settle it by `not_figures`",
                where.line, where.column,
            )  # fmt: skip
    return tuple(made)


def fits(figure: Figure, entry: IndicatorEntry) -> bool:
    """Whether the rules match a figure with an indicator."""
    stated = figure.stated
    if figure.id in entry.not_figures or stated.unit not in entry.units:
        return False
    if stated.role not in _ROLES[entry.kind]:
        return False
    if entry.direction is not None and stated.direction != entry.direction:
        return False
    said = set(content_words(stated.subject))
    if not any(set(content_words(wording)) <= said for wording in entry.wordings):
        return False
    if any(set(content_words(phrase)) <= said for phrase in entry.without):
        return False
    sentence = plain_words(figure.sentence)
    return not entry.context or any(plain_words(phrase) in sentence for phrase in entry.context)


def series(figure: Figure) -> str:
    """What an observation may be compared with, by the shape of its period.

    Whole years, the first months of a year, spans of other length, running totals since a year:
    numbers of different shapes are no series, even of the same thing.
    """
    stated = figure.stated
    start, end = stated.period_start, stated.period_end
    base = stated.period.partition(" vs ")[2]
    if base:
        return f"against {base}"
    if stated.role in ("from", "to") or (
        start and end and start[5:] == "01-01" and end[5:] == "12-31"
    ):
        return "whole years"
    if start and end:
        return "year to date" if start[5:] == "01-01" else "part of a year"
    if start:
        return f"running total since {start[:4] if start[5:] == '01-01' else start[:7]}"
    if end:
        return "as of a day"
    if stated.period.startswith("since"):
        return f"running total {stated.period}"
    return stated.period or "no period stated"


def _indicator(entry: IndicatorEntry, found: list[Figure], assigned: list[Figure]) -> Indicator:
    named = dict(entry.series)
    stock = entry.kind in ("level", "streak")
    observed = [(figure, "rule") for figure in found]
    observed += [(figure, "editor") for figure in assigned]
    observed.sort(key=lambda pair: (pair[0].date or "", pair[0].stated.period_end, pair[0].id))
    return Indicator(
        id=entry.id,
        title=entry.title,
        wordings=entry.wordings,
        unit=entry.units[0],
        kind=entry.kind,
        comparable=entry.comparable,
        note=entry.note,
        confusions=entry.confusions,
        observations=tuple(
            Observation(
                figure=figure.id,
                value=figure.stated.value,
                period=figure.stated.period,
                series=named.get(figure.id) or ("as stated" if stock else series(figure)),
                by="rule" if by == "rule" else "editor",
            )
            for figure, by in observed
        ),
    )


def _known(entry: IndicatorEntry, by_id: dict[str, Figure], problems: Problems) -> None:
    for id_ in (*entry.figures, *entry.not_figures, *(id_ for id_, _ in entry.series)):
        if id_ not in by_id:
            problems.warning(
                "unknown-figure", entry.where.path, f"'{entry.id}' names no figure: {id_}",
                "see the ids in data/figures.csv", entry.where.line, entry.where.column,
            )  # fmt: skip


def _quoted(
    entry: IndicatorEntry,
    by_id: Mapping[str, Figure],
    published: Collection[str],
    problems: Problems,
) -> None:
    """Words given with a figure's id must be its words."""
    for id_, quote, where in entry.quotes:
        figure = by_id.get(id_)
        if figure is None:
            continue
        if quote is None:
            if id_ not in published:
                problems.warning(
                    "unpublished-figure", where.path,
                    f"figure {id_} is not published yet, so its id may still change",
                    f"say which it is by its words: {{id: {id_}, `quote`: {figure.stated.quote}}}",
                    where.line, where.column,
                )  # fmt: skip
        elif plain_words(quote) != plain_words(figure.stated.quote):
            near = [
                one.id
                for one in by_id.values()
                if one.place.briefing == figure.place.briefing
                and plain_words(quote) == plain_words(one.stated.quote)
            ]
            problems.error(
                "other-figure", where.path,
                f"figure {id_} says '{figure.stated.quote}', not '{quote}'",
                f"these words are figure {' or '.join(near)}" if near else "quote its words",
                where.line, where.column,
            )  # fmt: skip
