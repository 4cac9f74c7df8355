"""The part of a pack for comparators of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model.figures import Comparator
from .defaults import NOTHING, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Comparisons:
    """Words that compare a number: "more than", "nearly", "about" (extract.figures)."""

    # Phrases before a number, as words in lower case, by their last word; the longest first.
    before: Mapping[str, tuple[tuple[tuple[str, ...], Comparator], ...]] = field(
        default_factory=dict
    )
    # Words that may come between the phrase and the number.
    between: Words = NOTHING
    # Pairs of words after a number: "or more".
    after: Mapping[tuple[str, str], Comparator] = field(default_factory=dict)
    # Words hyphenated to a number that is still a count: "300-plus".
    tails: Mapping[str, Comparator] = field(default_factory=dict)
    # The same words in another sense: of places, after these words ("all over 50 states"); of
    # topics ("talks about 5G"); of sums ("added up to 5%"); of duration, except after others ("for
    # over a year").
    places: Words = NOTHING
    before_places: Words = NOTHING
    topics: Words = NOTHING
    talking: Words = NOTHING
    up: Words = NOTHING
    adding: Words = NOTHING
    during: Words = NOTHING
    lasting: Words = NOTHING


def by_last_word(
    phrases: Mapping[Comparator, tuple[str, ...]],
) -> dict[str, tuple[tuple[tuple[str, ...], Comparator], ...]]:
    """Index phrases for `Comparisons.before`."""
    index: dict[str, list[tuple[tuple[str, ...], Comparator]]] = {}
    for sign, wordings in phrases.items():
        for phrase in wordings:
            words = tuple(phrase.split())
            index.setdefault(words[-1], []).append((words, sign))
    return {
        word: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0])))
        for word, entries in index.items()
    }
