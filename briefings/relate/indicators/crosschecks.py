"""Cross-checks: figures worth comparing, with the arithmetic and without a verdict.

Figures are compared if they observe the same indicator or are worded alike; equal numbers alone are
a coincidence. `checks` defines the comparisons.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefings.model import Figure, Indicator
from briefings.model.figures import Discrepancy

from ..ordered import Read
from .checks import RULES, Group, plans, stocks
from .measured import Measured
from .recording import distinct, records
from .subjects import subject_words

_ENOUGH_ALIKE = 0.6


def crosschecks(
    measured: Iterable[Measured], indicators: Sequence[Indicator], read: Read
) -> tuple[Discrepancy, ...]:
    """Return every discrepancy that the rules find, in the order of rules and texts.

    `measured` are the figures of all briefings, in any order. `read` returns the event for a slug,
    with the figures given to `measure`. Only briefings that share a subject with another one, and
    for which a rule may apply, are read.
    """
    ordered = sorted(measured, key=lambda summary: summary.order)
    figures = {id_: figure for summary in ordered for id_, figure in summary.figures.items()}
    observed = [
        Group(indicator.title, tuple(figures[id_] for id_ in indicator.figures), indicator)
        for indicator in indicators
        if len(indicator.figures) > 1
    ]
    shared = _alike_across_events(ordered, read)
    shares = {
        number: figures[percent] for summary in ordered for number, percent in summary.planned
    }
    changes = {
        id_: tuple(figures[change] for change in changes)
        for summary in ordered
        for id_, changes in summary.changes.items()
    }
    planned = _planned(observed, [figures[number] for number in shares])
    discrepancies = chain(
        records(finding for group in observed for rule in RULES for finding in rule(group)),
        (discrepancy for summary in ordered for discrepancy in summary.alike),
        records(finding for group in shared for rule in RULES for finding in rule(group)),
        (discrepancy for summary in ordered for discrepancy in summary.companions),
        records(finding for group in planned for finding in plans(group, shares)),
        records(finding for group in observed for finding in stocks(group, changes)),
    )
    return tuple(distinct(discrepancies))


def _alike_across_events(ordered: Sequence[Measured], read: Read) -> list[Group]:
    """Group figures of several events with the same subject, including streaks of the same
    absence."""
    briefings: Counter[int] = Counter()
    telling: set[int] = set()
    for summary in ordered:
        counts = Counter(summary.subjects)
        briefings.update(counts.keys())
        telling.update(subject for subject, count in counts.items() if count > 1)
        telling.update(
            subject
            for subject, tells in zip(summary.subjects, summary.telling, strict=True)
            if tells
        )
    recurring = {subject for subject in telling if briefings[subject] > 1}
    groups: dict[int, list[Figure]] = defaultdict(list)
    for summary in ordered:
        if recurring.isdisjoint(summary.subjects):
            continue
        figures = read(summary.briefing).figures
        for subject, position in zip(summary.subjects, summary.positions, strict=True):
            if subject in recurring:
                groups[subject].append(figures[position])
    return [Group(figures[0].stated.subject, tuple(figures), None) for figures in groups.values()]


def _planned(observed: Iterable[Group], counted: Sequence[Figure]) -> Iterator[Group]:
    """Yield groups of counts that are shares of a plan, by subject."""
    counted_ids = {figure.id for figure in counted}
    placed: set[str] = set()
    for group in observed:
        members = tuple(figure for figure in group.figures if figure.id in counted_ids - placed)
        if len(members) > 1:
            placed |= {figure.id for figure in members}
            yield Group(group.title, members, group.indicator)
    by_subject: list[list[Figure]] = []
    for figure in counted:
        if figure.id in placed:
            continue
        same_subject = next((fs for fs in by_subject if _alike(fs[0], figure)), None)
        if same_subject is None:
            by_subject.append([figure])
        else:
            same_subject.append(figure)
    for figures in by_subject:
        if len(figures) > 1:
            yield Group(figures[0].stated.subject, tuple(figures), None)


def _alike(a: Figure, b: Figure) -> bool:
    words_a, words_b = set(subject_words(a)), set(subject_words(b))
    shared = len(words_a & words_b)
    return shared > 2 and shared >= _ENOUGH_ALIKE * min(len(words_a), len(words_b))
