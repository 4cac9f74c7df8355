"""A briefing as a book, as plain values: the input of its EPUB and its PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol


class Named(Protocol):
    """Somebody who takes part, with the role as worded."""

    @property
    def name(self) -> str: ...

    @property
    def role(self) -> str | None: ...


class BookSpeaker(Protocol):
    """Who speaks: `printed` is the label if it differs from the name."""

    @property
    def kind(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def printed(self) -> str | None: ...


class BookNote(Protocol):
    """A note of the editors, as pages show it."""

    @property
    def id(self) -> str: ...


class BookFacts(Protocol):
    """What a text is called, its kind and origin, as pages show them."""

    @property
    def name(self) -> str: ...

    @property
    def primary(self) -> bool: ...

    @property
    def quality(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class BookRun:
    """Words of a passage. `kind` is "text", "figure" (with its `value`), "term" (with its id) or
    "note"."""

    kind: str
    text: str
    value: str | None = None
    term: str = ""
    note: BookNote | None = None


@dataclass(frozen=True, slots=True)
class BookPassage:
    """A passage in runs of words."""

    id: str
    runs: list[BookRun]


@dataclass(frozen=True, slots=True)
class BookTurn:
    """A turn; in an exchange, `part` says which part it is. `entry` is its entry in the contents,
    if it has one."""

    id: str
    part: str | None
    speaker: BookSpeaker
    role: str | None
    entry: str | None
    passages: list[BookPassage]
    type: ClassVar[str] = "turn"


@dataclass(frozen=True, slots=True)
class BookExchange:
    """A question with its hand-overs and answers."""

    id: str
    number: int
    entry: str | None
    turns: list[BookTurn]
    type: ClassVar[str] = "exchange"


@dataclass(frozen=True, slots=True)
class BookStretch:
    """A stretch of a section without a heading."""

    id: str
    subject: str


@dataclass(frozen=True, slots=True)
class BookSection:
    """A section of an article; without a heading, the contents list its stretches."""

    id: str
    heading: str | None
    stretches: list[BookStretch]
    passages: list[BookPassage]
    type: ClassVar[str] = "section"


BookBlock = BookTurn | BookExchange | BookSection


@dataclass(frozen=True, slots=True)
class BookGroup:
    """A part of a text; `title` is None if it is the whole text."""

    id: str | None
    title: str | None
    blocks: Sequence[BookBlock]


@dataclass(frozen=True, slots=True)
class BookTerm:
    """A term with its definition; `said` says that the definition is a text's own words."""

    id: str
    title: str
    chinese: str | None
    definition: str
    said: bool


@dataclass(frozen=True, slots=True)
class BookText:
    """One text of a briefing: its facts, its groups of blocks, the notes on its words.

    `lang` is the language of the text.
    """

    id: str
    anchor: str
    lang: str
    facts: BookFacts
    groups: list[BookGroup]
    notes: Sequence[BookNote]


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
    chairs: Sequence[Named]
    speakers: Sequence[Named]
    edited: str
    edited_words: str
    permalink: str
    site: str
    site_url: str
    texts: list[BookText]
    terms: list[BookTerm]

    @property
    def has_notes(self) -> bool:
        """Whether editors have written notes on its texts."""
        return any(text.notes for text in self.texts)
