"""Compare the figures of one briefing with editors' indicators and with each other."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefings.model import Figure, IndicatorEntry

from ..event import Event
from .checks import RULES, companions, remains
from .groups import alike_in_one_event, plan_shares, subject_id
from .measured import Measured
from .observing import Matcher
from .recording import distinct, records
from .subjects import quoted_words
from .variants import preferred


def measure(event: Event, entries: Sequence[IndicatorEntry] = ()) -> Measured:
    """Return the data to be kept of the figures of one briefing.

    `entries` are the indicators that editors define. The result depends on these and on the
    figures, which have their published ids.
    """
    figures = event.figures
    # A vague amount is not an observation, and unsuitable for arithmetic.
    vague = {figure.id for figure in figures if figure.stated.vague}
    exact = [figure for figure in figures if figure.id not in vague]
    by_hand = {id_ for entry in entries for id_ in entry.figures}
    named = by_hand | {id_ for entry in entries for id_ in entry.not_figures}
    named |= {id_ for entry in entries for id_, _ in entry.series}
    matcher = Matcher(entries)
    observed: dict[str, tuple[str, ...]] = {}
    for figure in exact:
        if figure.id not in by_hand and (ids := tuple(matcher.fitting(figure))):
            observed[figure.id] = ids
    placed = observed.keys() | by_hand
    planned = tuple(plan_shares(exact))
    changes = _changes(exact, placed)
    kept_ids = observed.keys() | named | {id_ for beside in changes.values() for id_ in beside}
    kept_ids |= {figure.id for pair in planned for figure in pair}
    unassigned = [figure for figure in exact if figure.id not in placed and figure.stated.subject]
    subjects, positions, telling = _subjects(figures, placed | vague)
    findings = (
        finding
        for group in alike_in_one_event(unassigned)
        for rule in RULES
        for finding in rule(group)
    )
    return Measured(
        briefing=event.briefing.slug,
        order=event.order,
        figures={figure.id: figure for figure in figures if figure.id in kept_ids},
        observed=observed,
        planned=tuple((number.id, percent.id) for number, percent in planned),
        changes=changes,
        same_words=_same_words(figures, entries),
        subjects=subjects,
        positions=positions,
        telling=telling,
        alike=tuple(distinct(records(findings))),
        companions=tuple(distinct(records(companions(exact)))),
        texts=preferred(event.briefing),
    )


def _changes(figures: Sequence[Figure], placed: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Map each observed figure to the ids of changes with its unit in its sentence."""
    beside: dict[tuple[str, str | None, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.stated.role == "change":
            place = figure.place
            beside[place.source, place.passage, figure.stated.unit].append(figure)
    placed_ids = set(placed)
    changes_by_id: dict[str, tuple[str, ...]] = {}
    for figure in figures:
        if figure.id in placed_ids:
            place = figure.place
            changes = beside.get((place.source, place.passage, figure.stated.unit), ())
            ids = tuple(change.id for change in changes if change.sentence == figure.sentence)
            if ids:
                changes_by_id[figure.id] = ids
    return changes_by_id


def _subjects(
    figures: Sequence[Figure], placed: Iterable[str]
) -> tuple[array[int], array[int], array[int]]:
    """Return the subjects of figures without an indicator, their positions, and whether each is
    telling by itself.

    Streaks are telling, and so are values said to have remained.
    """
    subjects, positions, telling = array("Q"), array("I"), array("B")
    without = set(placed)
    for position, figure in enumerate(figures):
        subject = subject_id(figure) if figure.id not in without else None
        if subject is not None:
            subjects.append(subject)
            positions.append(position)
            telling.append(figure.stated.role == "duration" or remains(figure))
    return subjects, positions, telling


def _same_words(
    figures: Sequence[Figure], entries: Iterable[IndicatorEntry]
) -> dict[tuple[str, str], tuple[str, ...]]:
    by_id: Mapping[str, Figure] = {figure.id: figure for figure in figures}
    matches: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in entries:
        for id_, quote, _ in entry.quotes:
            if quote is None or id_ not in by_id:
                continue
            words = quoted_words(quote)
            if words != quoted_words(by_id[id_].stated.quote):
                matches[id_, quote] = tuple(
                    figure.id for figure in figures if quoted_words(figure.stated.quote) == words
                )
    return matches
