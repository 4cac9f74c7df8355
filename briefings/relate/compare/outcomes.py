"""Verbs that change a fact: who was hurt in one text and killed in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.languages import Language
from briefings.model.relations import Difference


def outcome_differences(one: str, other: str, language: Language) -> Iterator[Difference]:
    """An outcome that stands in the place of another one in two paired sentences.

    The sentences must state a number in common; each must name one outcome of the field and no
    other, so that "three were killed and five hurt" is never held against either.
    """
    for field in language.comparing.outcomes:
        mine, theirs = _named(field, one), _named(field, other)
        if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
            yield Difference(
                "value", "other-outcome", next(iter(mine.values())), next(iter(theirs.values()))
            )


def _named(field: tuple[re.Pattern[str], ...], text: str) -> dict[int, str]:
    """The outcomes that a sentence names, each by its first wording."""
    return {
        n: " ".join(found[0].split())
        for n, words in enumerate(field)
        if (found := words.search(text))
    }
