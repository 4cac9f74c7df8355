"""The part of a language pack for phrases that are clear by themselves.

All words are in lower case. `group.naming` checks a phrase word by word.
"""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NOTHING, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Naming:
    """Words that distinguish phrases which name their subject from those which do not."""

    # Words that refer to something else, or to nothing in particular ("it", "such").
    pointing: Words = NOTHING
    # Words that cannot begin or end a phrase.
    never_first: Words = NOTHING
    never_last: Words = NOTHING
    # Function words, and words that say little; they name nothing.
    small: Words = NOTHING
    empty: Words = NOTHING
    # The definite article, and nouns that with it only refer to something named before.
    definite: Words = NOTHING
    general: Words = NOTHING
    # Finite verbs, which make a phrase a statement; words that begin a clause, in which these are
    # allowed; words that begin an embedded question; and the one that is also a pronoun.
    finite: Words = NOTHING
    clauses: Words = NOTHING
    questions: Words = NOTHING
    that: Words = NOTHING
    # Words that need two things, and words that connect these.
    pairs: Words = NOTHING
    joins: Words = NOTHING
    # Endings of words that need another word after them, and nouns with the same endings;
    # possessive endings.
    unfinished: tuple[str, ...] = ()
    finished: Words = NOTHING
    possessive: tuple[str, ...] = ()
