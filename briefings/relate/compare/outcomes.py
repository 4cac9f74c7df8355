"""Find verbs that change a fact: hurt in one text, killed in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.languages import Language
from briefings.model.relations import Difference


def outcome_differences(one: str, other: str, language: Language) -> Iterator[Difference]:
    """Yield outcomes that replace one another in two paired sentences.

    The sentences must have a number in common (the caller checks this). Each must name exactly one
    outcome of the field, so "three were killed and five hurt" is never compared with either.
    """
    for field in language.comparing.outcomes:
        mine, theirs = _named(field, one), _named(field, other)
        if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
            yield Difference(
                "value", "other-outcome", next(iter(mine.values())), next(iter(theirs.values()))
            )


def _named(field: tuple[re.Pattern[str], ...], text: str) -> dict[int, str]:
    """Return the outcomes that a sentence names, each in its first wording."""
    return {
        n: " ".join(match[0].split())
        for n, words in enumerate(field)
        if (match := words.search(text))
    }
