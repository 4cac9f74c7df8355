"""Annotations: terms with their mentions, and notes with their places in the texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .editorial import NoteEntry, TermEntry
from .relations import ENOUGH_WITHOUT
from .text import Place


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of words in an editor's text; a link's `href` is absolute or relative to the root."""

    kind: Literal["text", "em", "strong", "link"]
    text: str
    href: str | None = None


Prose = tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class TermMention:
    """A wording of a term in a passage: `place` is its span, `text` the words there.

    `wording` is the rendering as written in the glossary; `part` is the turn or section; `speaker`
    the id of the speaker, if known; `first` marks the first mention in its turn or section, the one
    shown by default.
    """

    term: str
    wording: str
    text: str
    place: Place
    part: str
    speaker: str | None
    first: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Words of a source that explain a term, with their place."""

    quote: str
    place: Place


@dataclass(frozen=True, slots=True)
class Usage:
    """How often one source uses one wording."""

    wording: str
    source: str
    count: int


@dataclass(frozen=True, slots=True)
class Term:
    """A term as its page shows it.

    `briefings` are those that mention it, oldest first; `gone` says that the newest dated briefing
    does not mention it; `later_without` counts later briefings of the last one's series that do
    not. `broader` and `narrower` are the terms one step up and down; `related` are those linked by
    `see` in either direction; `more` is the editors' explanation, by paragraph.
    """

    entry: TermEntry
    explanations: tuple[Explanation, ...]
    mentions: tuple[TermMention, ...]
    usages: tuple[Usage, ...]
    briefings: tuple[str, ...]
    speakers: tuple[str, ...]
    related: tuple[str, ...]
    gone: bool
    more: Prose = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    later_without: int = 0

    @property
    def no_longer(self) -> bool:
        """Whether it can be described as no longer mentioned."""
        return self.later_without >= ENOUGH_WITHOUT

    @property
    def definition(self) -> str:
        """One text that explains the term: the editors' definition, or else a source's words."""
        if self.entry.definition:
            return self.entry.definition
        return self.explanations[0].quote if self.explanations else ""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """A place of a note; `number` counts through the texts of the briefing."""

    number: int
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """A note with its places, in the editors' order; the first is its home.

    `text` is the editors' text, by paragraph; `see` are other passages on the same subject.
    """

    entry: NoteEntry
    places: tuple[NotePlace, ...]
    author: str
    text: Prose
    see: tuple[Place, ...]

    @property
    def home(self) -> Place:
        """The place that decides the note's file and its position in lists."""
        return self.places[0].place


@dataclass(frozen=True, slots=True)
class Annotations:
    """All annotations; terms by preferred wording, notes in the order of their homes."""

    terms: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()
