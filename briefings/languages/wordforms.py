"""How the words of a language change, and which of them say little."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NOTHING, Pattern, Words

# Endings as patterns, each with what takes its place; of several the first that fits.
Endings = tuple[tuple[Pattern, str], ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class WordForms:
    """Endings of words, and words that every text has."""

    # Words that every sentence has, by which no two are alike, in lower case; endings of words that
    # are alike, the longest first; the ending that says whose something is (relate.stems).
    common: Words = NOTHING
    endings: tuple[str, ...] = ()
    possessive: str = ""
    # Small words, without which phrases for what is counted are alike (relate.indicators.subjects).
    function_words: Words = NOTHING
    # The plural of a singular and the singular of a plural, in lower case (extract.terms,
    # relate.indicators.subjects); the plural's ending behind an abbreviation (extract.terms).
    plurals: Endings = ()
    singulars: Endings = ()
    abbreviated_plural: str = ""
    # Before these words the main word of a term may stand: crimes of fraud (extract.terms).
    behind_heads: Words = NOTHING
    # Words whose change says little (redline).
    little_words: Words = NOTHING
    # Words in small letters within names (extract.terms, relate.appearances).
    small_in_names: Words = NOTHING
    # What a word that names a topic may end with besides (group.topics).
    topic_endings: tuple[str, ...] = ()

    def plural(self, word: str) -> str:
        """The plural of a singular; "" where the language's words are not known."""
        return _changed(word, self.plurals)

    def singular(self, word: str) -> str:
        """The singular of a plural; "" where a word looks like none."""
        return _changed(word, self.singulars)


def _changed(word: str, endings: Endings) -> str:
    for ending, other in endings:
        if ending.search(word):
            return ending.sub(other, word, count=1)
    return ""
