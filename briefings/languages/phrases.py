"""The part of a pack for set phrases (relate.phrases)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Phrases:
    """The words of set phrases (relate.phrases); single words are in lower case."""

    # Words with which no phrase ends; the prepositions with which one may begin; and the words of
    # `small` that make a frame ("at an early date").
    prepositions: Words = NOTHING
    begins: Words = NOTHING
    small: Words = NOTHING
    open_articles: Words = NOTHING
    # Generic words; those for time and numbers, with which no phrase begins or ends; those for
    # offices and bodies. A phrase needs other words too.
    light: Words = NOTHING
    times: Words = NOTHING
    numbers: Words = NOTHING
    offices: Words = NOTHING
    # Remarks that run the event.
    housekeeping: Pattern = NEVER
    # Adverbs of manner; verb endings; the word that connects two words.
    manner: Pattern = NEVER
    verb_endings: tuple[str, ...] = ()
    joint: str = "\0"
    # The word before an infinitive, which is otherwise a preposition ("to"); function words that
    # are always capitalized ("I"); possessive endings, and endings of numbers.
    infinitive: Words = NOTHING
    capital_words: Words = NOTHING
    possessive: Pattern = NEVER
    number_endings: Words = NOTHING
    # Inflectional endings, and similar endings that belong to the word.
    ending: Pattern = NEVER
    kept_ending: Pattern = NEVER
    # Words after a phrase that show that it is incomplete.
    goes_on: Words = NOTHING
