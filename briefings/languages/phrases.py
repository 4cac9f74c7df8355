"""What a pack holds for set phrases (relate.phrases)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Phrases:
    """What set phrases are made of (relate.phrases); single words in lower case."""

    # Words that no phrase ends with; those of the first with which one may begin; and, of `small`,
    # those that make a frame for a word ("at an early date").
    prepositions: Words = NOTHING
    begins: Words = NOTHING
    small: Words = NOTHING
    open_articles: Words = NOTHING
    # Words that are said of anything; those of time and of numbers, with which no phrase begins or
    # ends; those of offices and bodies.  A phrase has words besides these.
    light: Words = NOTHING
    times: Words = NOTHING
    numbers: Words = NOTHING
    offices: Words = NOTHING
    # What is said to run the event.
    housekeeping: Pattern = NEVER
    # A word that says how something is done; how the forms of a verb end; what joins two words.
    manner: Pattern = NEVER
    verb_endings: tuple[str, ...] = ()
    joint: str = "\0"
    # The word before a plain form of a verb, which is a preposition else ("to"); small words that
    # have a capital anywhere ("I"); what says whose something is, and endings of numbers.
    infinitive: Words = NOTHING
    capital_words: Words = NOTHING
    possessive: Pattern = NEVER
    number_endings: Words = NOTHING
    # What the forms of a word differ in, and endings that look like it and belong to the word.
    ending: Pattern = NEVER
    kept_ending: Pattern = NEVER
    # What behind a phrase shows that it is not whole.
    goes_on: Words = NOTHING
