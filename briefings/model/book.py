"""A briefing as a book, plain: what its EPUB and its PDF are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Context = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BookText:
    """One text of a briefing: what it is, its groups of blocks, the notes at its words.

    A group is `id`, `title` (None where it is the whole text) and `blocks`: turns, exchanges,
    sections.  A passage has its `runs`: stretches of words with what marks them.  `lang` is the
    language that the text is in.
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

    `edited` is the newest day that the texts, notes and changes name (ISO): the date of the book;
    `id` is made of the briefing's address alone and stays.  `permalink` is "" where the site's
    address is not known.  `terms` are those that the texts name and somebody explains.
    `official` is the whole title where `short` is another one; `title_basis` says where the title
    comes from if no text gives it.
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
        """Whether editors noted anything at its words."""
        return any(one.notes for one in self.texts)
