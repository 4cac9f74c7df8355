"""Proposes indicators: recurring figures of the same unit and subject that have no
indicator yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ..model import Corpus, Figure
from ..model.figures import IndicatorKind
from ..relate.indicators.subjects import subject_words
from ..wording import count
from .reading import one_of
from .writing import Example, Field, Proposal, most_common, titled

MOST = 60
"""Maximum number of proposed indicators."""
_WORDS = 2  # minimum number of content words in a subject
_TIMES = 2  # minimum number of briefings, or of periods, with figures
_RATE = "%"
_COUNT = "count"  # the unit of plain counts
_Words = frozenset[str]
_Role = str  # "change", "duration" or "value"


def indicators(corpus: Corpus) -> list[Proposal]:
    """Measures with figures from several briefings or periods, those with most first."""
    observed = {id_ for indicator in corpus.indicators for id_ in indicator.figures}
    by_measure: dict[tuple[str, _Role, str], list[Figure]] = defaultdict(list)
    for figure in corpus.figures:
        stated = figure.stated
        sure = stated.confidence != "low" and not stated.vague
        if sure and figure.id not in observed and len(_words(figure)) >= _WORDS:
            by_measure[stated.unit, _role(figure), stated.direction].append(figure)
    measures: list[tuple[tuple[int, int, int], str, list[Figure]]] = []
    for _, figures in sorted(by_measure.items()):
        measures += _measures(figures)
    measures.sort(key=lambda measure: (tuple(-n for n in measure[0]), measure[1]))
    return [_proposal(subject, figures) for _, subject, figures in measures[:MOST]]


def _measures(figures: Sequence[Figure]) -> list[tuple[tuple[int, int, int], str, list[Figure]]]:
    """The subjects of these figures that denote one measure; each figure belongs to one of them."""
    holding: dict[str, set[int]] = defaultdict(set)
    for n, figure in enumerate(figures):
        for word in _words(figure):
            holding[word].add(n)
    fitting = {
        words: [figures[n] for n in sorted(set.intersection(*(holding[word] for word in words)))]
        for words in {_words(figure) for figure in figures}
    }
    ranked = sorted(
        fitting, key=lambda words: (*(-n for n in _weight(fitting[words])), sorted(words))
    )
    measures: list[tuple[tuple[int, int, int], str, list[Figure]]] = []
    used: set[str] = set()
    for words in ranked:
        matching = fitting[words]
        weight = _weight(matching)
        if max(weight[:2]) < _TIMES or _is_mixed(matching):
            continue
        if any(figure.id in used for figure in matching):
            continue
        used |= {figure.id for figure in matching}
        exact = Counter(figure.stated.subject for figure in matching if _words(figure) == words)
        measures.append((weight, most_common(exact), matching))
    return measures


def _weight(figures: Sequence[Figure]) -> tuple[int, int, int]:
    """The number of briefings, of periods, and of figures."""
    return (
        len({figure.place.briefing for figure in figures}),
        len({_period(figure) for figure in figures} - {""}),
        len(figures),
    )


def _is_mixed(figures: Iterable[Figure]) -> bool:
    """Whether a text gives two values for the same time, so that these must be two measures."""
    values: dict[tuple[str, str], set[float]] = defaultdict(set)
    for figure in figures:
        if figure.stated.role not in ("from", "to"):
            values[figure.place.source, _period(figure)].add(figure.stated.value)
    return any(len(values_then) > 1 for values_then in values.values())


def _proposal(subject: str, figures: Sequence[Figure]) -> Proposal:
    briefings, periods, _ = _weight(figures)
    unit = figures[0].stated.unit
    note = f"Figures that the texts give of {one_of([subject])}"
    counted = unit[:1].isalpha() and unit != _COUNT and unit not in subject.split()
    return Proposal(
        name=subject,
        fields=(
            Field("title", titled(subject)),
            Field("kind", _kind(figures)),
            Field("units", (unit,)),
            Field("wordings", (subject,)),
            Field("note", f"{note}, in {unit}." if counted else f"{note}."),
        ),
        counts=f"{count(len(figures), 'figure')} in {count(briefings, 'briefing')}"
        + (f", of {count(periods, 'period')}" if periods else ""),
        examples=tuple(_observation(figure) for figure in figures),
    )


def _observation(figure: Figure) -> Example:
    stated = figure.stated
    value = f"{stated.quote} ({stated.period})" if stated.period else stated.quote
    words = " ".join(f"{value}: {stated.subject}".split())
    return Example(figure.place.briefing, figure.place.source, figure.place.line, words)


def _kind(figures: Sequence[Figure]) -> IndicatorKind:
    role = _role(figures[0])
    if role == "change":
        return "change"
    if role == "duration":
        return "streak"
    if figures[0].stated.unit == _RATE:
        return "rate"
    over_time = sum(
        bool(figure.stated.period_start) and figure.stated.period_start != figure.stated.period_end
        for figure in figures
    )
    return "flow" if over_time * 2 > len(figures) else "level"


def _role(figure: Figure) -> _Role:
    role = figure.stated.role
    return role if role in ("change", "duration") else "value"


def _words(figure: Figure) -> _Words:
    return frozenset(subject_words(figure))


def _period(figure: Figure) -> str:
    stated = figure.stated
    return f"{stated.period_start}/{stated.period_end}".strip("/") or stated.period
