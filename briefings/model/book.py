"""A briefing as a book, as plain values: the input of its EPUB and its PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BookText:
    """One text of a briefing: its facts, its groups of blocks, the notes on its words.

    A group has an `id`, a `title` (None if the group is the whole text) and `blocks`: turns,
    exchanges, sections. A passage has `runs`: pieces of text with their marks. `lang` is the
    language of the text.
    """

    id: str
    anchor: str
    lang: str
    facts: Context
    groups: list[Context]
    notes: list[Context]


@dataclass(frozen=True, slots=True)
class Book:
    """A briefing with all its texts.

    `edited` is the newest date (ISO) in its texts, notes and changes: the date of the book. `id`
    depends only on the briefing's address and never changes. `permalink` is "" if the site's
    address is unknown. `terms` are the explained terms that occur in the texts. `official` is the
    full title if it differs from `short`; `title_basis` is the origin of a title that no text
    gives.
    """

    slug: str
    id: str
    short: str
    official: str | None
    title_basis: str | None
    day: str | None
    date: str
    time: str | None
    place: str | None
    host: str | None
    series: str | None
    chairs: list[Context]
    speakers: list[Context]
    edited: str
    edited_words: str
    permalink: str
    site: str
    site_url: str
    texts: list[BookText]
    terms: list[Context]

    @property
    def has_notes(self) -> bool:
        """Whether editors have written notes on its texts."""
        return any(text.notes for text in self.texts)
