"""Answers to questions for a number: each indicator with its statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings import amounts, urls
from briefings.attribution import Attribution, attributions_of
from briefings.model import Corpus
from briefings.model.figures import Discrepancy, Figure, Indicator, Observation

from ..wording import QUALITIES, clip
from .search_record import Card, Counted, From, Named, Record, Statement

STATEMENTS = 24
"""Maximum number of statements of an indicator on a card; its page has all of them."""
TITLE = 100
"""Length in characters of the words that name a record without a title."""
_DISPUTES = 2
"""Maximum number of discrepancies named with a statement."""
_Texts = Mapping[tuple[str, str], From]


@dataclass(frozen=True, slots=True)
class _Known:
    """Figures and their discrepancies by the figure's id; texts by briefing and source."""

    figures: Mapping[str, Figure]
    texts: _Texts
    disputes: Mapping[str, Sequence[Discrepancy]]


def indicators(corpus: Corpus) -> Iterator[Record]:
    """A record for each indicator with at least one statement."""
    wanted = {id_ for indicator in corpus.indicators for id_ in indicator.figures}
    figures = {figure.id: figure for figure in corpus.figures if figure.id in wanted}
    texts = _texts(corpus, {figure.place.briefing for figure in figures.values()})
    disputes: dict[str, list[Discrepancy]] = {}
    for discrepancy in corpus.discrepancies:
        if discrepancy.status != "dismissed":
            for id_ in wanted.intersection(discrepancy.figures):
                disputes.setdefault(id_, []).append(discrepancy)
    known = _Known(figures, texts, disputes)
    for indicator in corpus.indicators:
        stated = [
            observation for observation in indicator.observations if observation.figure in figures
        ]
        if stated:
            yield _indicator(indicator, stated, known)


def named(discrepancy: Discrepancy) -> str:
    """The title of a discrepancy: the editors', otherwise its first words."""
    title = discrepancy.ruling.title if discrepancy.ruling else ""
    return title or clip(discrepancy.text, TITLE)


def counted_in(figure: Figure) -> Counted | None:
    """A figure as an answer, if it is a reliably parsed level of a named subject,
    otherwise None.
    """
    stated = figure.stated
    if stated.role != "level" or stated.vague or stated.confidence != "high" or not stated.subject:
        return None
    return Counted(
        value=_worded(figure),
        subject=stated.subject,
        unit=stated.unit,
        period=stated.period,
        start=stated.period_start,
        end=stated.period_end,
    )


def text_of(attribution: Attribution) -> From:
    """A text as hits name it."""
    return From(
        name=attribution.name,
        url=urls.source_url(attribution.source),
        quality=QUALITIES[attribution.quality] if attribution.quality else "",
        by_machine=attribution.by_machine,
        primary=attribution.primary,
        reports=attribution.kind == "article",
    )


def _texts(corpus: Corpus, briefings: set[str]) -> _Texts:
    return {
        (briefing.slug, source): text_of(attribution)
        for briefing in corpus.briefings
        if briefing.slug in briefings
        for source, attribution in attributions_of(briefing).items()
    }


def _indicator(
    indicator: Indicator,
    stated: Iterable[Observation],
    known: _Known,
) -> Record:
    figures = known.figures
    newest = sorted(stated, key=lambda one: _newness(one, figures[one.figure]), reverse=True)
    names = dict.fromkeys((indicator.title, *indicator.wordings))
    return Record(
        url=urls.indicator_url(indicator.id),
        kind="indicator",
        text=indicator.note,
        title=indicator.title,
        names=tuple(name for name in names if name != indicator.title),
        context=(indicator.subject,) if indicator.subject else (),
        card=Card(
            kind=indicator.kind,
            unit=indicator.unit,
            names=tuple(names),
            statements=tuple(_statement(observation, known) for observation in newest[:STATEMENTS]),
            of=len(newest),
        ),
    )


def _newness(observation: Observation, figure: Figure) -> tuple[bool, str, str, str]:
    """A sort key: a value for a day after its briefing is a target, not news."""
    day = figure.date or ""
    return observation.end <= day or not day, day, observation.end, observation.start


def _statement(observation: Observation, known: _Known) -> Statement:
    figures, texts = known.figures, known.texts
    figure = figures[observation.figure]
    others = [
        figures[variant.figure] for variant in observation.disputed if variant.figure in figures
    ]
    disputes = known.disputes.get(figure.id, ())
    return Statement(
        value=_worded(figure),
        period=figure.stated.period,
        start=observation.start,
        end=observation.end,
        told=figure.date or "",
        speaker=figure.speaker_name or "",
        of=_text(figure, texts),
        url=urls.place_url(figure.place),
        against=tuple(
            (_worded(other), _text(other, texts), urls.place_url(other.place)) for other in others
        ),
        disputes=_named(
            discrepancy for discrepancy in disputes if _within_one_briefing(discrepancy)
        ),
        related=_named(
            discrepancy for discrepancy in disputes if not _within_one_briefing(discrepancy)
        ),
    )


def _within_one_briefing(discrepancy: Discrepancy) -> bool:
    return len({place.briefing for place in discrepancy.passages}) == 1


def _named(discrepancies: Iterable[Discrepancy]) -> tuple[Named, ...]:
    titles = [
        (named(discrepancy), urls.discrepancy_url(discrepancy.id)) for discrepancy in discrepancies
    ]
    return tuple(titles[:_DISPUTES])


def _worded(figure: Figure) -> str:
    """A number as worded in its text, with its comparator and direction."""
    stated = figure.stated
    moved = amounts.moved(stated.direction) if stated.role == "change" else ""
    compared = amounts.compared(stated.comparator)
    return " ".join(part for part in (moved, "of" if moved else "", compared, stated.quote) if part)


def _text(figure: Figure, texts: _Texts) -> From:
    return texts[figure.place.briefing, figure.place.source]
