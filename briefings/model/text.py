"""Texts: the values that stages exchange, frozen and plain, named in the project's vocabulary.

ARCHITECTURE.md defines the words used here (source, briefing, witness, turn, exchange, passage,
place ...). Lines count from 1; offsets count code points; in `text`, white space is folded (each
run becomes one space, both ends are stripped) and nothing else is changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from .settings import Edition, Role, Settings, SourceKind, SpeakerKind

Mode = Literal["direct", "reported"]


@dataclass(frozen=True, slots=True)
class Source:
    """One document as received. `path` is as an editor would type it, for messages."""

    id: str
    file: str
    path: str
    sha256: str
    lines: tuple[str, ...]
    markup: Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Span:
    """Part of one line of a source, as received: `lines[line - 1][start:end]`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit of a cleaned source, with the spans it came from.

    `tag` is its HTML element ("" in plain text); `gap` is the number of blank lines before it (0 in
    HTML, where they have no meaning); `emphasis` is the number of characters at the beginning that
    are bold or italic.
    """

    text: str
    spans: tuple[Span, ...]
    tag: str = ""
    gap: int = 0
    emphasis: int = 0

    @property
    def line(self) -> int:
        return self.spans[0].line

    @property
    def last_line(self) -> int:
        return self.spans[-1].line


@dataclass(frozen=True, slots=True)
class Removal:
    """Part of a source that is not shown as text, and the rule that removed it."""

    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A source after `clean`: its blocks in order, and a record of everything removed.

    `language` is the tag ("de") that the source declares, or None.
    """

    source: Source
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...]
    front_matter: tuple[tuple[str, str, Span], ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A reference into a text, published as a *place*."""

    briefing: str
    source: str
    passage: str | None
    line: int
    start: int | None = None
    end: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """The offsets of its words in the passage, or None if it is the whole passage or line."""
        return None if self.start is None or self.end is None else (self.start, self.end)

    @property
    def offsets(self) -> tuple[int, int]:
        """The same as `span`, but (0, 0) for the whole passage or line: for order and overlap."""
        return self.span or (0, 0)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its permanent id (`t12p3`, `s2p1`; `003-s2p1` in another witness).

    `line` is its first line in the source and `last_line` its last; `repeats` is the id of an
    earlier passage of the same source with exactly the same text.
    """

    id: str
    text: str
    line: int
    last_line: int
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a turn, as far as the source says; `id` is that of a person or an outlet."""

    kind: SpeakerKind
    id: str | None
    name: str | None
    label: str | None


@dataclass(frozen=True, slots=True)
class Turn:
    """One uninterrupted contribution; `id` is `t12` (`001-t3` in another witness)."""

    id: str
    speaker: Speaker
    passages: tuple[Passage, ...]
    label_line: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an article: its heading (None before the first heading) and its passages."""

    id: str
    heading: str | None
    heading_line: int | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """One wording of one participant, as printed in a source.

    `role` is the whole wording, including the organisation; `organization` repeats the organisation
    alone. `listed` is False if the wording is in running text (a title, an apposition in an
    article).
    """

    id: str
    name: str
    role: str | None
    organization: str | None
    chair: bool
    source: str
    line: int
    listed: bool = True
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class Credits:
    """Who made the text, and the clause on which language version prevails."""

    translators: tuple[str, ...] = ()
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class LinePart:
    """One of several parts of a line; offsets are into the line as received."""

    role: Role
    start: int
    end: int
    passage: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The role of one line that is not blank; each has exactly one."""

    n: int
    role: Role
    passage: str | None = None
    rule: str | None = None
    repeats: str | None = None
    parts: tuple[LinePart, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierText:
    """The passages of an earlier edition of a source; their ids have no meaning."""

    edition: Edition
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A source in its role as a text of a briefing.

    A transcript has `turns`, an article `sections`. Dates are ISO, `--MM-DD` if the year is
    unknown, None if nothing is known. `language` is the code of the language pack it was read with.
    Until `group` has grouped the witnesses, ids have no prefix and `briefing` is "". `earlier` has
    its earlier editions, oldest first.
    """

    source: Source
    settings: Settings
    kind: SourceKind
    language: str = "en"
    title: str | None = None
    title_by_editors: bool = False
    subtitle: str | None = None
    byline: str | None = None
    lead: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    date: str | None = None
    date_basis: str | None = None
    time: str | None = None
    place: str | None = None
    host: str | None = None
    series: str | None = None
    number: int | None = None
    participants: tuple[Participant, ...] = ()
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    credits: Credits = Credits()
    lines: tuple[Line, ...] = ()
    briefing: str = ""
    earlier: tuple[EarlierText, ...] = ()

    @property
    def parts(self) -> tuple[Turn | Section, ...]:
        """The turns of a transcript, or the sections of an article."""
        return self.turns or self.sections

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for part in self.parts for passage in part.passages)

    def with_ids(self, rename: Callable[[str], str]) -> Witness:
        """The same text with each id of a part or passage replaced by `rename(id)`."""

        def passages(old: tuple[Passage, ...]) -> tuple[Passage, ...]:
            return tuple(
                replace(p, id=rename(p.id), repeats=rename(p.repeats) if p.repeats else None)
                for p in old
            )

        def line_part(old: LinePart) -> LinePart:
            return replace(old, passage=rename(old.passage)) if old.passage else old

        def line(old: Line) -> Line:
            return replace(
                old,
                passage=rename(old.passage) if old.passage else None,
                repeats=rename(old.repeats) if old.repeats else None,
                parts=tuple(line_part(part) for part in old.parts),
            )

        return replace(
            self,
            turns=tuple(
                replace(turn, id=rename(turn.id), passages=passages(turn.passages))
                for turn in self.turns
            ),
            sections=tuple(
                replace(section, id=rename(section.id), passages=passages(section.passages))
                for section in self.sections
            ),
            participants=tuple(
                replace(p, passage=rename(p.passage)) if p.passage else p for p in self.participants
            ),
            lines=tuple(line(old) for old in self.lines),
        )
