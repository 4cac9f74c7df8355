"""Indicators: find the figures that observe a thing measured repeatedly.

Figures are matched by rule, using the wordings, units and sentence that editors define for an
indicator; assignments by hand take precedence. Values are never compared, so equal numbers for
different things stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefings.languages import language_of
from briefings.model import Editorial, IndicatorEntry
from briefings.model.figures import (
    Figure,
    FigureRole,
    Indicator,
    IndicatorKind,
    Observation,
)
from briefings.problems import Problems

from .comparing import TWICE, Timed, compare
from .measured import Measured
from .periods import KINDS, base_of, scope_of, timing
from .subjects import content_words, plain_words, quoted_words, subject_words
from .variants import observed

_ROLES: dict[IndicatorKind, frozenset[FigureRole]] = {
    "level": frozenset({"level", "from", "to"}),
    "rate": frozenset({"level", "from", "to"}),
    "flow": frozenset({"level", "from", "to"}),
    "change": frozenset({"change"}),
    "streak": frozenset({"duration"}),
}


class Matcher:
    """The rules that match figures to indicators, prepared for use."""

    def __init__(self, entries: Iterable[IndicatorEntry]) -> None:
        self._entries = tuple(entries)
        self._by_language: dict[str, Mapping[str, Sequence[_Rule]]] = {}

    def fitting(self, figure: Figure) -> Iterator[str]:
        """Yield the ids of the indicators that a figure observes by rule."""
        rules = self._rules(figure.language).get(figure.stated.unit)
        if not rules:
            return
        words = frozenset(subject_words(figure))
        for rule in rules:
            if rule.fits(figure, words):
                yield rule.entry.id

    def _rules(self, code: str) -> Mapping[str, Sequence[_Rule]]:
        """Index the entries by unit, with their phrases as words of a language."""
        if code not in self._by_language:
            language = language_of(code)
            by_unit: dict[str, list[_Rule]] = defaultdict(list)
            for entry in self._entries:
                rule = _Rule(
                    entry,
                    tuple(
                        frozenset(content_words(wording, language)) for wording in entry.wordings
                    ),
                    tuple(frozenset(content_words(phrase, language)) for phrase in entry.without),
                    tuple(plain_words(phrase) for phrase in entry.context),
                )
                for unit in dict.fromkeys(entry.units):
                    by_unit[unit].append(rule)
            self._by_language[code] = by_unit
        return self._by_language[code]


@dataclass(frozen=True, slots=True)
class _Rule:
    """An entry with its phrases as sets of words; `context` are phrases of a sentence."""

    entry: IndicatorEntry
    wordings: tuple[frozenset[str], ...]
    without: tuple[frozenset[str], ...]
    context: tuple[str, ...]

    def fits(self, figure: Figure, words: frozenset[str]) -> bool:
        """Return whether a figure observes the indicator; `words` are those of its subject."""
        entry, stated = self.entry, figure.stated
        if figure.id in entry.not_figures or stated.role not in _ROLES[entry.kind]:
            return False
        if entry.direction is not None and stated.direction != entry.direction:
            return False
        if not any(wording <= words for wording in self.wordings):
            return False
        if any(phrase <= words for phrase in self.without):
            return False
        if not self.context:
            return True
        sentence = plain_words(figure.sentence)
        return any(phrase in sentence for phrase in self.context)


def indicators(
    measured: Iterable[Measured],
    editorial: Editorial,
    problems: Problems,
    published: Collection[str] = (),
) -> tuple[Indicator, ...]:
    """Return every indicator that editors define, with its observations, oldest first.

    `measured` are the figures of all briefings, in any order. Warnings are given for a figure that
    the rules assign to two indicators, and for an assignment by hand that names no figure, or one
    that is not `published`, whose id may still change.
    """
    by_id: dict[str, Figure] = {}
    by_rule: dict[str, list[Figure]] = defaultdict(list)
    matched: dict[str, tuple[str, ...]] = {}
    same_words: dict[tuple[str, str], tuple[str, ...]] = {}
    texts: dict[str, tuple[str, ...]] = {}
    for summary in sorted(measured, key=lambda summary: summary.order):
        texts[summary.briefing] = summary.texts
        by_id |= summary.figures
        matched |= summary.observed
        same_words |= summary.same_words
        for id_, entries in summary.observed.items():
            for entry_id in entries:
                by_rule[entry_id].append(summary.figures[id_])
    defined: list[Indicator] = []
    for entry in editorial.indicators:
        _known(entry, by_id, problems)
        _quoted(entry, by_id, same_words, published, problems)
        assigned = [by_id[id_] for id_ in entry.figures if id_ in by_id]
        defined.append(_indicator(entry, by_rule[entry.id], assigned, texts))
        _is_mixed(entry, defined[-1], by_id, problems)
    for id_, entries in sorted(matched.items()):
        if len(entries) > 1:
            where = next(e.where for e in editorial.indicators if e.id == entries[-1])
            problems.warning(
                "doubtful-indicator", where.path,
                f"figure {id_} ({by_id[id_].stated.quote}) fits {' and '.join(entries)}",
                "narrow one by `without` or `context`, or settle it by `not_figures`",
                where.line, where.column,
            )  # fmt: skip
    return tuple(defined)


def _indicator(
    entry: IndicatorEntry,
    by_rule: Sequence[Figure],
    assigned: Sequence[Figure],
    texts: Mapping[str, Sequence[str]],
) -> Indicator:
    kind = KINDS[entry.kind]
    by_hand = {figure.id for figure in assigned}

    def key_of(figure: Figure) -> object:
        direction = figure.stated.direction if kind == "change" else ""
        return scope_of(figure, entry), direction

    timed = []
    for observed_figure in observed((*by_rule, *assigned), texts, key_of):
        figure = observed_figure.figure
        base = base_of(figure) if kind == "change" else ""
        when = timing(figure, kind, base)
        observation = Observation(
            figure=figure.id,
            value=figure.stated.value,
            period=figure.stated.period,
            series="",
            by="editor" if figure.id in by_hand else "rule",
            kind=kind,
            start=when.start,
            end=when.end,
            running=when.running,
            base=base,
            scope=scope_of(figure, entry),
            variants=observed_figure.variants(),
        )
        timed.append(Timed(observation, figure, when))
    timed.sort(key=_by_time)
    compared = compare(timed, entry)
    names = {id_: series.name for series in compared.series for id_ in series.figures}
    return Indicator(
        id=entry.id,
        title=entry.title,
        wordings=entry.wordings,
        unit=entry.units[0],
        kind=entry.kind,
        comparable=compared.comparable,
        note=entry.note,
        confusions=entry.confusions,
        observations=tuple(
            replace(item.observation, series=names[item.observation.figure]) for item in timed
        ),
        why=compared.why,
        series=compared.series,
        subject=entry.subject,
        topics=entry.topics,
    )


def _by_time(timed: Timed) -> tuple[str, str, str]:
    day = timed.figure.date or ""
    return timed.timing.end or day, day, timed.observation.figure


def _is_mixed(
    entry: IndicatorEntry, indicator: Indicator, by_id: Mapping[str, Figure], problems: Problems
) -> None:
    """Warn if one text has two values for one time: an indicator must not mix two things."""
    for series in indicator.series:
        if series.why == TWICE:
            quotes = " and ".join(f"'{by_id[id_].stated.quote}'" for id_ in series.figures[:3])
            problems.warning(
                "mixed-indicator", entry.where.path,
                f"one text gives {quotes} as '{entry.title}' of one time",
                "part it in two, narrow it by `without` or `context`, or say `comparable: no` with"
                " a `reason`",
                entry.where.line, entry.where.column,
            )  # fmt: skip


def _known(entry: IndicatorEntry, by_id: Mapping[str, Figure], problems: Problems) -> None:
    for id_ in (*entry.figures, *entry.not_figures, *(id_ for id_, _ in entry.series)):
        if id_ not in by_id:
            problems.warning(
                "unknown-figure", entry.where.path, f"'{entry.id}' names no figure: {id_}",
                "see the ids in data/figures.csv", entry.where.line, entry.where.column,
            )  # fmt: skip


def _quoted(
    entry: IndicatorEntry,
    by_id: Mapping[str, Figure],
    same_words: Mapping[tuple[str, str], tuple[str, ...]],
    published: Collection[str],
    problems: Problems,
) -> None:
    """Check that the words given with a figure's id are its words."""
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
        elif quoted_words(quote) != quoted_words(figure.stated.quote):
            near = same_words.get((figure.id, quote), ())
            problems.error(
                "other-figure", where.path,
                f"figure {id_} says '{figure.stated.quote}', not '{quote}'",
                f"these words are figure {' or '.join(near)}" if near else "quote its words",
                where.line, where.column,
            )  # fmt: skip
