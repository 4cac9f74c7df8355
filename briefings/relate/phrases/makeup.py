"""What the words of a run are: small ones, such as are said of anything, its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefings.languages import Language

from .runs import keys_of
from .tokens import NAME


@cache
def small_words(language: Language) -> frozenset[str]:
    """The keys of what says nothing by itself, a name among them."""
    words = language.phrases
    return words.small | words.prepositions | words.infinitive | {NAME}


@cache
def _common(language: Language) -> frozenset[str]:
    """The keys of words that are said of anything."""
    words = language.phrases
    return keys_of(words.light | words.times | words.offices, language)


def is_bound(tokens: Sequence[str], language: Language) -> bool:
    """Whether a small word binds the words of a run."""
    small = small_words(language)
    return any(token in small for token in tokens[1:])


def own_words(tokens: Sequence[str], language: Language) -> int:
    """How many words of a run are not said of anything."""
    small, common = small_words(language), _common(language)
    return sum(token not in small and token not in common for token in tokens)


def is_manner(token: str, language: Language) -> bool:
    """Whether a word says how something is done."""
    return language.phrases.manner.match(token) is not None


def begins_with_verb(wording: str, language: Language) -> bool:
    """Whether the first word of a run has the ending of a verb."""
    return wording.split()[0].endswith(language.phrases.verb_endings)


def joins_clauses(wording: str, language: Language) -> bool:
    """Whether its only comma stands before "and": no list, but the end of one thing and the
    beginning of another."""
    return wording.count(",") == 1 and f", {language.phrases.joint} " in wording


def joins_phrases(tokens: Sequence[str], language: Language) -> bool:
    """Whether a preposition stands behind "and": the end of one phrase and the next one."""
    return any(
        one == language.phrases.joint and other in language.phrases.prepositions
        for one, other in pairwise(tokens)
    )
