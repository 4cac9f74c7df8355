"""Verbs that change a fact: who was hurt in one text and killed in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.model.relations import Difference

# Of what is counted a text tells one outcome of a field: each excludes the others.
_FIELDS: tuple[tuple[str, ...], ...] = (
    (
        r"killed|died|dead|deaths?|fatalit(?:y|ies)|lost\s+(?:their|his|her)\s+li(?:ves|fe)",
        r"injured|wounded|hurt|injuries",
        r"missing|unaccounted",
    ),
    (
        r"search(?:ed|ing)\s+for|searched|sought|looked\s+for",
        r"found|located|rescued|recovered|freed",
    ),
    (
        r"approved|passed|adopted|accepted|granted",
        r"rejected|refused|denied|turned\s+down|voted\s+down",
    ),
)
_PATTERNS = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in field) for field in _FIELDS
)


def outcome_differences(one: str, other: str) -> Iterator[Difference]:
    """An outcome that stands in the place of another one in two paired sentences.

    The sentences must state a number in common; each must name one outcome of the field and no
    other, so that "three were killed and five hurt" is never held against either.
    """
    for field in _PATTERNS:
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
