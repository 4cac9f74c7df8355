"""Select the editors' people and outlets that may occur in a source, as all that `parse` needs."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache

from ..likeness import number_of_word
from ..model import Cleaned, Editorial, OutletEntry, PersonEntry, Settings

_WORD = re.compile(r"\w+")


def words_of(cleaned: Cleaned, settings: Settings) -> array[int]:
    """Return a sorted array of 32-bit numbers, one for each distinct word of a source and its
    settings."""
    return array("I", sorted({number_of_word(word) for word in _words(_texts(cleaned, settings))}))


def entries_with(words: array[int], editorial: Editorial) -> Editorial:
    """Return the entries of people and outlets of which all words of some name are among `words`.

    `parse` looks up names as printed, so other entries have no effect. Its result for a source can
    therefore be reused as long as the cleaned text, the settings and these entries are unchanged.
    Notes and positions in the editors' files are removed from the entries.
    """
    known = frozenset(words)
    return Editorial(
        people=tuple(
            PersonEntry(entry.id, entry.name, entry.aliases)
            for entry in editorial.people
            if _is_meant(entry, known)
        ),
        outlets=tuple(
            OutletEntry(entry.id, entry.name, entry.aliases)
            for entry in editorial.outlets
            if _is_meant(entry, known)
        ),
    )


def _texts(cleaned: Cleaned, settings: Settings) -> Iterable[str]:
    yield from (block.text for block in cleaned.blocks)
    yield from (value for _, value, _ in cleaned.front_matter)
    yield from (ruling.speaker for ruling in settings.labels if ruling.speaker)
    if settings.title:
        yield settings.title


def _is_meant(entry: PersonEntry | OutletEntry, words: frozenset[int]) -> bool:
    return any(words.issuperset(_numbers(name)) for name in (entry.name, *entry.aliases))


@lru_cache(maxsize=1 << 14)
def _numbers(name: str) -> tuple[int, ...]:
    return tuple(number_of_word(word) for word in _words([name]))


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text.casefold())
