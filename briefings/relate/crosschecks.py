"""Cross-checks: figures that are worth holding side by side, with the arithmetic and no verdict.

Figures are held together where they observe the same indicator, or where the texts word them
alike; equal numbers alone are a coincidence.  `crossrules` says what is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefings.model import Place
from briefings.model.figures import Discrepancy, Figure, Indicator

from .crossrules import RULES, Finding, Group, companions, plans, stocks
from .measures import content_words

# What a share of a plan is worded with: 97% of the planned number, a completion rate of 97%.
_PLAN_WORDS = frozenset("plan planned completion completed target targeted scheduled".split())
_ENOUGH_ALIKE = 0.6
_LARGE = 1000


def crosschecks(
    figures: Sequence[Figure], indicators: tuple[Indicator, ...]
) -> tuple[Discrepancy, ...]:
    """Every record that the rules find, in the order of rules and texts."""
    groups = _groups(figures, indicators)
    shares = _shares(figures)
    counted = [figure for figure in figures if figure.id in shares]
    found = [one for group in groups for rule in RULES for one in rule(group)]
    found += companions(figures)
    for group in _counts(groups, counted):
        found += plans(group, lambda figure: shares.get(figure.id))
    found += stocks(groups, figures)
    return tuple(_records(found))


def _groups(figures: Sequence[Figure], indicators: tuple[Indicator, ...]) -> list[Group]:
    by_id = {figure.id: figure for figure in figures}
    groups: list[Group] = []
    placed: set[str] = set()
    for indicator in indicators:
        observed = tuple(by_id[o.figure] for o in indicator.observations if o.figure in by_id)
        placed |= {figure.id for figure in observed}
        groups.append(Group(indicator.title, observed, indicator))
    rest = [figure for figure in figures if figure.id not in placed and figure.stated.subject]
    groups += _alike_in_one_event(rest)
    groups += _alike_across_events(rest)
    return [group for group in groups if len(group.figures) > 1]


def _alike_in_one_event(figures: list[Figure]) -> Iterator[Group]:
    """Figures of one event whose subjects are the same but for a word: national theft cases.

    Where more than two values are worded alike, the wording is a common one and tells nothing,
    unless a large number of them is the same.
    """
    buckets: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        stated = figure.stated
        buckets[(figure.place.briefing, stated.unit, stated.role, stated.direction)].append(figure)
    for bucket in buckets.values():
        words = [frozenset(content_words(figure.stated.subject)) for figure in bucket]
        holding: dict[str, list[int]] = defaultdict(list)
        for n, said in enumerate(words):
            for word in said:
                holding[word].append(n)
        for core in sorted(set(words), key=lambda core: (len(core), sorted(core))):
            if len(core) < 2:
                continue
            rarest = min(core, key=lambda word: (len(holding[word]), word))
            same = [bucket[n] for n in holding[rarest] if core <= words[n]]
            if len({figure.stated.value for figure in same}) <= 2:
                yield Group(same[0].stated.subject, tuple(same), None)
                continue
            for value in sorted({f.stated.value for f in same if f.stated.value >= _LARGE}):
                equal = tuple(figure for figure in same if figure.stated.value == value)
                yield Group(equal[0].stated.subject, equal, None)


def _alike_across_events(figures: list[Figure]) -> Iterator[Group]:
    """Figures of several events with the same subject, or with streaks of the same nothing."""
    buckets: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        stated = figure.stated
        words = content_words(stated.subject)
        if stated.role == "duration" and words[:1] == ("no",) and len(words) > 1:
            buckets[(stated.unit, "no", words[-1])].append(figure)
        elif stated.role == "level" and len(set(words)) > 2:
            buckets[(stated.unit, stated.role, *sorted(set(words)))].append(figure)
    for same in buckets.values():
        if len({figure.place.briefing for figure in same}) > 1:
            yield Group(same[0].stated.subject, tuple(same), None)


def _shares(figures: Sequence[Figure]) -> dict[str, Figure]:
    """For a count the percentage beside it that says which share of a plan it is."""
    found: dict[str, Figure] = {}
    for number, percent in pairwise(figures):
        together = number.place.passage == percent.place.passage
        if not together or number.sentence != percent.sentence or percent.stated.unit != "%":
            continue
        planned = _PLAN_WORDS & set(content_words(percent.stated.subject))
        if planned and number.stated.unit != "%" and percent.stated.value > 0:
            found[number.id] = percent
    return found


def _counts(groups: list[Group], counted: list[Figure]) -> Iterator[Group]:
    """Counts that are shares of a plan, by what is counted."""
    wanted = {figure.id for figure in counted}
    placed: set[str] = set()
    for group in groups:
        held = tuple(figure for figure in group.figures if figure.id in wanted - placed)
        if len(held) > 1 and group.indicator is not None:
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
    one, other = set(content_words(a.stated.subject)), set(content_words(b.stated.subject))
    shared = len(one & other)
    return shared > 2 and shared >= _ENOUGH_ALIKE * min(len(one), len(other))


def _records(found: Iterable[Finding]) -> Iterator[Discrepancy]:
    """Gives each record its id; the same figures under one rule are told once."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for one in found:
        ids = tuple(figure.id for figure in one.figures)
        key = (one.rule, frozenset(ids))
        if key in seen:
            continue
        seen.add(key)
        places: dict[Place, None] = {figure.place: None for figure in one.figures}
        yield Discrepancy(
            id=f"{one.rule}-{_joined(ids)}",
            type=one.type,
            status="found",
            found_by=one.rule,
            passages=tuple(places),
            figures=ids,
            text=one.text,
            basis=one.basis,
        )


def _joined(ids: tuple[str, ...]) -> str:
    """The first two figures' ids, the date that they share once."""
    first, second = ids[0], ids[1]
    day = first[:10]
    return f"{first}-{second[11:] if second.startswith(day) else second}"
