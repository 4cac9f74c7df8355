"""Which people and outlets of the editors may be meant in one source: all that `parse` needs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Cleaned, Editorial, OutletEntry, PersonEntry, Settings

_WORD = re.compile(r"\w+")


def concerning(cleaned: Cleaned, settings: Settings, editorial: Editorial) -> Editorial:
    """The entries of which every word of some name stands in the source or in its settings.

    `parse` looks names up as they are printed, so the others change nothing: its result for a
    source can be kept for as long as the cleaned text, the settings and these entries stay.  Notes
    and places in the file are left out of the entries.
    """
    words = set(_words(_texts(cleaned, settings)))
    return Editorial(
        people=tuple(
            PersonEntry(one.id, one.name, one.aliases)
            for one in editorial.people
            if _is_meant(one, words)
        ),
        outlets=tuple(
            OutletEntry(one.id, one.name, one.aliases)
            for one in editorial.outlets
            if _is_meant(one, words)
        ),
    )


def _texts(cleaned: Cleaned, settings: Settings) -> Iterable[str]:
    yield from (block.text for block in cleaned.blocks)
    yield from (value for _, value, _ in cleaned.front_matter)
    yield from (ruling.speaker for ruling in settings.labels if ruling.speaker)
    if settings.title:
        yield settings.title


def _is_meant(entry: PersonEntry | OutletEntry, words: set[str]) -> bool:
    return any(words.issuperset(_words([name])) for name in (entry.name, *entry.aliases))


def _words(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from _WORD.findall(text.casefold())
