"""Group figures of one briefing that state the same thing, by their wording.

Figures are compared if they are worded alike; equal numbers alone are a coincidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefings.languages import language_of
from briefings.model import Figure

from ..stems import word_id
from .checks import Group
from .subjects import subject_words

_LARGE = 1000


def alike_in_one_event(figures: Sequence[Figure]) -> Iterator[Group]:
    """Yield groups of figures of one event whose subjects share all words of one: "national theft
    cases".

    If more than two values are worded alike, the wording is too common, unless a large number
    occurs more than once.
    """
    buckets: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        stated = figure.stated
        buckets[stated.unit, stated.role, stated.direction].append(figure)
    for bucket in buckets.values():
        words = [frozenset(subject_words(figure)) for figure in bucket]
        holding: dict[str, list[int]] = defaultdict(list)
        for n, subject in enumerate(words):
            for word in subject:
                holding[word].append(n)
        for core in sorted(set(words), key=lambda core: (len(core), sorted(core))):
            if len(core) < 2:
                continue
            rarest = min(core, key=lambda word: (len(holding[word]), word))
            matching = [bucket[n] for n in holding[rarest] if core <= words[n]]
            if len({figure.stated.value for figure in matching}) <= 2:
                if len(matching) > 1:
                    yield Group(matching[0].stated.subject, tuple(matching), None)
                continue
            for value in sorted({f.stated.value for f in matching if f.stated.value >= _LARGE}):
                equal = tuple(figure for figure in matching if figure.stated.value == value)
                if len(equal) > 1:
                    yield Group(equal[0].stated.subject, equal, None)


def subject_id(figure: Figure) -> int | None:
    """Return a number for the subject of a figure, the same in every briefing with this wording.

    Return None if the wording is too short for a comparison between briefings. Streaks are
    identified by what was absent: "no serious accidents" is the same as "no major accidents".
    """
    stated = figure.stated
    words = subject_words(figure)
    none = language_of(figure.language).measuring.none
    if stated.role == "duration" and len(words) > 1 and words[0] in none:
        return word_id(f"{stated.unit}|no|{words[-1]}")
    if stated.role == "level" and len(set(words)) > 2:
        return word_id(f"{stated.unit}|{stated.role}|{' '.join(sorted(set(words)))}")
    return None


def plan_shares(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield counts, each with the percentage next to it that is its share of a plan."""
    for number, percent in pairwise(figures):
        together = number.place.passage == percent.place.passage
        if not together or number.sentence != percent.sentence or percent.stated.unit != "%":
            continue
        words = language_of(percent.language).measuring.planned
        planned = not words.isdisjoint(subject_words(percent))
        if planned and number.stated.unit != "%" and percent.stated.value > 0:
            yield number, percent
