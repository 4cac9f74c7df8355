"""Inflection of a language's words, and words that say little."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NOTHING, Pattern, Words

# Endings as patterns, each with its replacement; the first match counts.
Endings = tuple[tuple[Pattern, str], ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class WordForms:
    """Word endings, and words that every text contains."""

    # Words of every sentence, which do not make two alike, in lower case; inflectional endings, the
    # longest first; the possessive ending (relate.stems).
    common: Words = NOTHING
    endings: tuple[str, ...] = ()
    possessive: str = ""
    # Function words, which are ignored when comparing phrases for what is counted
    # (relate.indicators.subjects).
    function_words: Words = NOTHING
    # The plural of a singular and vice versa, in lower case (extract.terms,
    # relate.indicators.subjects); the plural ending of an acronym (extract.terms).
    plurals: Endings = ()
    singulars: Endings = ()
    abbreviated_plural: str = ""
    # Words that may follow the main word of a term: "crimes of fraud" (extract.terms).
    behind_heads: Words = NOTHING
    # Words whose change is insignificant (redline).
    little_words: Words = NOTHING
    # Lower-case words within names (extract.terms, relate.appearances).
    small_in_names: Words = NOTHING
    # Endings that a topic's word may have in addition (group.topics).
    topic_endings: tuple[str, ...] = ()

    def plural(self, word: str) -> str:
        """Return the plural of a singular, or "" if the language has no rule for it."""
        return _inflected(word, self.plurals)

    def singular(self, word: str) -> str:
        """Return the singular of a plural, or "" if the word does not look like one."""
        return _inflected(word, self.singulars)


def _inflected(word: str, endings: Endings) -> str:
    for ending, replacement in endings:
        if ending.search(word):
            return ending.sub(replacement, word, count=1)
    return ""
