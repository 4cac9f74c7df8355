"""Which people and outlets of the editors may be meant in one source: all that `parse` needs."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from functools import lru_cache

from ..likeness import number_of_word
from ..model import Cleaned, Editorial, OutletEntry, PersonEntry, Settings

_WORD = re.compile(r"\w+")


def concerning(cleaned: Cleaned, settings: Settings, editorial: Editorial) -> Editorial:
    """The entries of which every word of some name stands in the source or in its settings.

    `parse` looks names up as they are printed, so the others change nothing: its result for a
    source can be kept for as long as the cleaned text, the settings and these entries stay.  Notes
    and places in the file are left out of the entries.
    """
    return entries_with(words_of(cleaned, settings), editorial)


def words_of(cleaned: Cleaned, settings: Settings) -> array[int]:
    """A 32-bit number for each word of a source and of what editors say of it, sorted."""
    return array("I", sorted({number_of_word(word) for word in _words(_texts(cleaned, settings))}))


def entries_with(words: array[int], editorial: Editorial) -> Editorial:
    """The people and outlets that a source with these words may mean."""
    known = frozenset(words)
    return Editorial(
        people=tuple(
            PersonEntry(one.id, one.name, one.aliases)
            for one in editorial.people
            if _is_meant(one, known)
        ),
        outlets=tuple(
            OutletEntry(one.id, one.name, one.aliases)
            for one in editorial.outlets
            if _is_meant(one, known)
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
