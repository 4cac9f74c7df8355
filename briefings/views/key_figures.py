"""The most important figures of a briefing, each as it is stated.

A figure ranks high if editors track it as an indicator, if texts disagree about it, if it answers a
question, and if it is clear by itself: the text says what is counted, and for which time. Figures
are never added up, and never read from charts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings import amounts, urls
from briefings.languages import ENGLISH, LANGUAGES
from briefings.model import Figure, Indicator, Place, Stated

from .links import Link
from .numbers import Number, is_disputed, stated_number
from .telling import telling_words

if TYPE_CHECKING:
    from .lookup import Lookup

_INDICATOR, _COMPARED, _DISPUTED, _ASKED, _DATED, _REPEATED = 6, 2, 4, 2, 2, 1
_LARGE = 1000
_SUBJECT = (2, 12)  # minimum and maximum number of words of a subject that is clear by itself
_SMALL = 10  # counts up to this number are incidental
_COUNTED = frozenset(("count", "people", "cases"))
_TIMES = frozenset(ENGLISH.units.times.values())


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure that is clear by itself, with its place and speaker.

    `measure` identifies what is counted; a larger `weight` means that it is more important.
    """

    id: str
    place: Place
    speaker: str | None
    measure: str
    weight: int


def key_figures(slug: str, most: int, find: Lookup) -> list[Number]:
    """Return the most important figures of a briefing, at most one per measure and per
    paragraph."""
    return [
        figure_context(find.annotated.figures[ranked.id], find)
        for ranked in weightiest(ranked_figures(slug, find), most)
    ]


def telling_figures(slug: str, most: int, find: Lookup) -> list[Number]:
    """Return the most important figures that are clear to readers who do not know the text.

    These are figures tracked by editors, and figures whose sentence, or a part of it (`words`),
    says what is counted.
    """
    clear: dict[str, str] = {}
    for figure in ranked_figures(slug, find):
        followed = bool(find.annotated.indicators_of(figure.id))
        words = "" if followed else figure_words(figure.id, find)
        if words is not None:
            clear[figure.id] = words
    figures = (figure for figure in ranked_figures(slug, find) if figure.id in clear)
    return [
        replace(figure_context(find.annotated.figures[figure.id], find), words=clear[figure.id])
        for figure in weightiest(figures, most)
    ]


def figure_words(id_: str, find: Lookup) -> str | None:
    """Return the words of a figure's sentence that say what is counted, or None if no words do."""
    figure = find.annotated.figures[id_]
    place, stated = figure.place, figure.stated
    text = find.texts.whole(place.briefing).passages[place.passage or ""].text
    witnesses = find.briefings[place.briefing].witnesses
    code = next(witness.language for witness in witnesses if witness.source.id == place.source)
    return telling_words(text, stated.start, stated.end, LANGUAGES[code])


def weightiest(figures: Iterable[Ranked], most: int) -> list[Ranked]:
    """Return up to `most` figures by descending weight, at most one per measure and per
    paragraph."""
    chosen: list[Ranked] = []
    for figure in sorted(figures, key=lambda figure: -figure.weight):
        passages = {(other.place.briefing, other.place.passage) for other in chosen}
        measures = {other.measure for other in chosen}
        at = (figure.place.briefing, figure.place.passage)
        if len(chosen) < most and figure.measure not in measures and at not in passages:
            chosen.append(figure)
    return chosen


def ranked_figures(slug: str, find: Lookup) -> Iterator[Ranked]:
    """Yield the figures of the primary text that are clear by themselves, except those of
    askers."""
    texts = find.texts.whole(slug)
    parts = texts.parts
    exchanges = find.briefings[slug].exchanges
    questions = {exchange.question for exchange in exchanges}
    answered = _first_passages(parts, {turn for exchange in exchanges for turn in exchange.answers})
    primary = find.primary(slug)
    for id_ in find.annotated.figures_at(slug):
        figure = find.annotated.figures[id_]
        measures = find.annotated.indicators_of(id_)
        if (
            figure.place.source == primary
            and find.part_at(figure.place) not in questions
            and figure.speaker not in find.outlets
            and _stands_alone(figure, measures)
        ):
            measure = measures[0].id if measures else figure.stated.subject.casefold()
            weight = _weight(figure, measures, figure.place.passage in answered, find)
            yield Ranked(id_, figure.place, figure.speaker, measure, weight)


def _first_passages(parts: Mapping[str, str], turns: set[str]) -> set[str]:
    """Return the first passage of each of `turns`; `parts` maps passages to turns."""
    by_place: dict[str, str] = {}
    for passage, part in parts.items():
        if part in turns:
            by_place.setdefault(part, passage)
    return set(by_place.values())


def _weight(figure: Figure, measures: list[Indicator], is_asked: bool, find: Lookup) -> int:
    stated = figure.stated
    return (
        _INDICATOR * bool(measures)
        + _COMPARED * any(len(measure.observations) > 1 for measure in measures)
        + _DISPUTED * is_disputed(figure, find)
        + _ASKED * is_asked
        + _DATED * bool(stated.period)
        + _REPEATED * (len(figure.places) > 1)
        + _REPEATED * (stated.unit == "%" or stated.value >= _LARGE)
    )


def _stands_alone(figure: Figure, measures: list[Indicator]) -> bool:
    """Return whether a figure is clear by itself, or through an indicator."""
    stated = figure.stated
    return (
        stated.confidence == "high"
        and not stated.vague
        and stated.role in ("level", "change", "to")
        and stated.unit not in _TIMES
        and (bool(measures) or (_is_telling(stated.subject) and not _in_passing(stated)))
    )


def _in_passing(stated: Stated) -> bool:
    """Return whether a count is incidental: very small, or small without a stated time."""
    few = stated.value <= _SMALL or (stated.value < _LARGE and not stated.period)
    return stated.unit in _COUNTED and few


def _is_telling(subject: str) -> bool:
    words = len(subject.split())
    return _SUBJECT[0] <= words <= _SUBJECT[1] and not _points_back(subject)


def _points_back(subject: str) -> bool:
    return ENGLISH.cues.points_back.search(subject) is not None


def figure_context(figure: Figure, find: Lookup) -> Number:
    """Return a figure as lists show it, with the names used by `_macros/numbers.md.j2`."""
    stated = figure.stated
    measures = find.annotated.indicators_of(figure.id)
    return replace(
        stated_number(figure, find),
        id=figure.id,
        direction=stated.direction if stated.role == "change" else "",
        subject=stated.subject if _is_telling(stated.subject) else measures[0].title,
        when=amounts.period(stated).replace(" vs ", ", against "),
        indicator=Link(measures[0].title, urls.indicator_url(measures[0].id)) if measures else None,
        disputed=is_disputed(figure, find),
    )
