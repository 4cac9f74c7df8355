"""What a language pack tells of phrases that name something by themselves.

All words are in small letters.  `group.naming` holds a phrase against them word by word.
"""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NOTHING, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Naming:
    """Words by which a phrase that names its subject is told from one that does not."""

    # Words that mean what stands elsewhere, or nothing that one could name ("it", "such").
    pointing: Words = NOTHING
    # Words that no phrase begins with; that none ends with.
    never_first: Words = NOTHING
    never_last: Words = NOTHING
    # Articles, prepositions and the like, and words that say little: they name nothing.
    small: Words = NOTHING
    empty: Words = NOTHING
    # An article that means something known; nouns that only mean what was named before, with it.
    definite: Words = NOTHING
    general: Words = NOTHING
    # Verbs that make a statement of a phrase; words that begin a clause, in which they may stand;
    # those with which a question begins that stands in another; the one of them that is also a
    # pronoun.
    finite: Words = NOTHING
    clauses: Words = NOTHING
    questions: Words = NOTHING
    that: Words = NOTHING
    # Words that want two things, and what says that there are two.
    pairs: Words = NOTHING
    joins: Words = NOTHING
    # How words end that want another behind them, and nouns that end alike; how a word ends that
    # says whose something is.
    unfinished: tuple[str, ...] = ()
    finished: Words = NOTHING
    possessive: tuple[str, ...] = ()
