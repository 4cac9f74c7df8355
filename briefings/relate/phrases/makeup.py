"""Classify the words of a run: function words, generic words, and specific words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefings.languages import Language

from .runs import keys_of
from .tokens import NAME


@cache
def small_words(language: Language) -> frozenset[str]:
    """Return the keys of function words, and of names."""
    words = language.phrases
    return words.small | words.prepositions | words.infinitive | {NAME}


@cache
def _common(language: Language) -> frozenset[str]:
    """Return the keys of generic words."""
    words = language.phrases
    return keys_of(words.light | words.times | words.offices, language)


def is_bound(tokens: Sequence[str], language: Language) -> bool:
    """Return whether a function word connects the words of a run."""
    small = small_words(language)
    return any(token in small for token in tokens[1:])


def own_words(tokens: Sequence[str], language: Language) -> int:
    """Return how many words of a run are specific."""
    small, common = small_words(language), _common(language)
    return sum(token not in small and token not in common for token in tokens)


def begins_with_verb(wording: str, language: Language) -> bool:
    """Return whether the first word of a run has a verb ending."""
    return wording.split()[0].endswith(language.phrases.verb_endings)


def joins_clauses(wording: str, language: Language) -> bool:
    """Return whether the only comma precedes "and": not a list, but a boundary between clauses."""
    return wording.count(",") == 1 and f", {language.phrases.joint} " in wording


def joins_phrases(tokens: Sequence[str], language: Language) -> bool:
    """Return whether a preposition follows "and": a boundary between phrases."""
    return any(
        token == language.phrases.joint and following in language.phrases.prepositions
        for token, following in pairwise(tokens)
    )
