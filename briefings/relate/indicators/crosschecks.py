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
from .recording import each_once, records
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
    ordered = sorted(measured, key=lambda one: one.order)
    figures = {id_: one for each in ordered for id_, one in each.figures.items()}
    observed = [
        Group(one.title, tuple(figures[id_] for id_ in one.figures), one)
        for one in indicators
        if len(one.figures) > 1
    ]
    shared = _alike_across_events(ordered, read)
    shares = {number: figures[percent] for each in ordered for number, percent in each.planned}
    changes = {
        id_: tuple(figures[change] for change in changes)
        for each in ordered
        for id_, changes in each.changes.items()
    }
    planned = _planned(observed, [figures[number] for number in shares])
    found = chain(
        records(one for group in observed for rule in RULES for one in rule(group)),
        (one for each in ordered for one in each.alike),
        records(one for group in shared for rule in RULES for one in rule(group)),
        (one for each in ordered for one in each.companions),
        records(one for group in planned for one in plans(group, shares)),
        records(one for group in observed for one in stocks(group, changes)),
    )
    return tuple(each_once(found))


def _alike_across_events(ordered: Sequence[Measured], read: Read) -> list[Group]:
    """Group figures of several events with the same subject, including streaks of the same
    absence."""
    briefings: Counter[int] = Counter()
    telling: set[int] = set()
    for each in ordered:
        here = Counter(each.subjects)
        briefings.update(here.keys())
        telling.update(subject for subject, count in here.items() if count > 1)
        telling.update(
            subject for subject, tells in zip(each.subjects, each.telling, strict=True) if tells
        )
    wanted = {subject for subject in telling if briefings[subject] > 1}
    groups: dict[int, list[Figure]] = defaultdict(list)
    for each in ordered:
        if wanted.isdisjoint(each.subjects):
            continue
        figures = read(each.briefing).figures
        for subject, position in zip(each.subjects, each.positions, strict=True):
            if subject in wanted:
                groups[subject].append(figures[position])
    return [Group(same[0].stated.subject, tuple(same), None) for same in groups.values()]


def _planned(observed: Iterable[Group], counted: Sequence[Figure]) -> Iterator[Group]:
    """Yield groups of counts that are shares of a plan, by subject."""
    wanted = {figure.id for figure in counted}
    placed: set[str] = set()
    for group in observed:
        held = tuple(figure for figure in group.figures if figure.id in wanted - placed)
        if len(held) > 1:
            placed |= {figure.id for figure in held}
            yield Group(group.title, held, group.indicator)
    alike: list[list[Figure]] = []
    for figure in counted:
        if figure.id in placed:
            continue
        known = next((same for same in alike if _alike(same[0], figure)), None)
        if known is None:
            alike.append([figure])
        else:
            known.append(figure)
    for same in alike:
        if len(same) > 1:
            yield Group(same[0].stated.subject, tuple(same), None)


def _alike(a: Figure, b: Figure) -> bool:
    one, other = set(subject_words(a)), set(subject_words(b))
    shared = len(one & other)
    return shared > 2 and shared >= _ENOUGH_ALIKE * min(len(one), len(other))
