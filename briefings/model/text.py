"""Texts: what the stages hand to one another, frozen and plain, in the project's words.

Words used here (source, briefing, witness, turn, exchange, passage, place ...) are defined in
ARCHITECTURE.md.  Lines count from 1; offsets count code points; `text` is white space folded
(each run one space, ends stripped) and nothing else changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from .settings import Edition, Role, Settings, SourceKind, SpeakerKind

Mode = Literal["direct", "reported"]


@dataclass(frozen=True, slots=True)
class Source:
    """One document as received.  `path` is as an editor would type it, for messages."""

    id: str
    file: str
    path: str
    sha256: str
    lines: tuple[str, ...]
    markup: Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line of a source, as received: `lines[line - 1][start:end]`."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-like unit of a cleaned source, with the stretches of lines it came from.

    `tag` is the HTML element it stood in ("" in plain text); `gap` is the number of blank lines
    before it (0 in HTML, where they mean nothing); `emphasis` is how many characters of the text,
    from its first on, are printed bold or in italics.
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
    """A stretch of a source that does not reach a reader as text, and the rule that says why."""

    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A source after `clean`: its blocks in order, and a record of everything taken out.

    `language` is the tag ("de") that the source gives of itself, None where it gives none.
    """

    source: Source
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...]
    front_matter: tuple[tuple[str, str, Span], ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where data points into a text: what the published data calls a place."""

    briefing: str
    source: str
    passage: str | None
    line: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph with its permanent id (`t12p3`, `s2p1`; `003-s2p1` in another witness).

    `line` is its first source line and `last_line` its last; `repeats` is the id of the earlier
    passage of the same source whose text it repeats word for word.
    """

    id: str
    text: str
    line: int
    last_line: int
    repeats: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a turn, as far as the source tells; `id` is a person's or an outlet's."""

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
    """A part of an article: its heading (None before the first one) and its passages."""

    id: str
    heading: str | None
    heading_line: int | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """One wording of one participant, as a source prints it.

    `role` is the whole wording, organisation included; `organization` names it again.  `listed`
    is False where the wording stands in running text (a title, an article's apposition).
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
    """Who made the text, and the clause on which language prevails."""

    translators: tuple[str, ...] = ()
    notice: str | None = None


@dataclass(frozen=True, slots=True)
class LinePart:
    """One of several things on one line; offsets are into the line as received."""

    role: Role
    start: int
    end: int
    passage: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one line that is not blank: exactly one role."""

    n: int
    role: Role
    passage: str | None = None
    rule: str | None = None
    repeats: str | None = None
    parts: tuple[LinePart, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierText:
    """The passages of an earlier edition of a source; their ids count for nothing."""

    edition: Edition
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """A source in its role as a text of a briefing.

    A transcript has `turns`, an article `sections`.  Dates are ISO, `--MM-DD` where the year is
    not known, None where nothing is.  `language` is the code of the pack that it was read with.
    Until `group` has grouped the witnesses, ids carry no prefix and `briefing` is "".  `earlier`
    holds its earlier editions, oldest first.
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
