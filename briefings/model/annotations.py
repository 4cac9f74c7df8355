"""What annotation found: terms with their mentions, notes with their place in a text."""

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
    """A wording of a term in a passage: `place` holds its span, `text` what stands there.

    `wording` is the rendering as the glossary writes it; `part` is the turn or section; `speaker`
    the id of who speaks there, where the text tells; `first` marks the first mention of the term
    in its turn or section, which is the one that is shown by default.
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

    `briefings` are those that mention it, oldest first; `gone` says that the newest dated
    briefing does not, `later_without` how many later ones of the series of the last do not.
    `broader` and `narrower` hold the terms one step up and down; `related` those that it names
    under `see` or that name it there; `more` is the editors' explanation, paragraph by paragraph.
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
        """Whether it can be called no longer mentioned."""
        return self.later_without >= ENOUGH_WITHOUT

    @property
    def definition(self) -> str:
        """One text that explains the term: the editors' definition, else a source's words."""
        if self.entry.definition:
            return self.entry.definition
        return self.explanations[0].quote if self.explanations else ""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """Words that a note stands at; `number` counts through the texts of their briefing."""

    number: int
    place: Place


@dataclass(frozen=True, slots=True)
class Note:
    """A note at its places, in the order in which the editors give them; the first is its home.

    `text` is what the editors say, paragraph by paragraph; `see` are other passages on it.
    """

    entry: NoteEntry
    places: tuple[NotePlace, ...]
    author: str
    text: Prose
    see: tuple[Place, ...]

    @property
    def home(self) -> Place:
        """The place that decides in which file and in which list the note stands."""
        return self.places[0].place


@dataclass(frozen=True, slots=True)
class Annotations:
    """All of it; terms by their preferred wording, notes in the order of their homes."""

    terms: tuple[Term, ...] = ()
    notes: tuple[Note, ...] = ()
