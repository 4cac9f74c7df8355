"""What editors say about one source, as the stages see it. Every field is optional."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "title", "dateline", "participant", "label", "heading",
    "passage", "credit", "notice", "boilerplate",
]  # fmt: skip
SourceKind = Literal["transcript", "partial-transcript", "article"]
SpeakerKind = Literal["chair", "official", "outlet", "unknown"]
Quality = Literal["official-translation", "agency-report", "machine-translated", "rewritten"]
BY_MACHINE: frozenset[Quality] = frozenset(("machine-translated", "rewritten"))
"""Grades of texts whose words are a machine's: a reader is warned of them."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file of `editorial/`, for messages; lines and columns count from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Edition:
    """An earlier edition of a source, kept below `seeds/`: `file` is its path from there.

    `replaced` is the day on which a later edition replaced it here.
    """

    file: str
    sha256: str
    replaced: str
    published: str | None = None
    url: str | None = None
    encoding: str | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """An editor's check of a structure against its source: who, when, and the hash at that time."""

    by: str
    on: str
    state: str | None
    where: Where


@dataclass(frozen=True, slots=True)
class LabelRuling:
    """An editor's ruling that a line is or is not a label, and who speaks under it.

    `begins` are the first words of the part that is meant if the line has several parts.
    """

    line: int
    label: bool
    speaker: str | None = None
    kind: SpeakerKind | None = None
    where: Where | None = None
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class PartRuling:
    """An editor's ruling on the role of a part of a line: the one that begins with these words."""

    line: int
    role: Role
    begins: str
    where: Where


@dataclass(frozen=True, slots=True)
class NameRuling:
    """An editor's ruling on whom a title and surname mean: a person's id or "unknown".

    `begins` are the first words of the passage that is meant if the line has several parts.
    """

    line: int
    name: str
    person: str
    where: Where
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """What editors say about a source (`editorial/sources/<id>.yml`); None means not given.

    `date` is a day (`2022-07-25`, `--01-10`) or "unknown"; `encoding` names the codec of the file
    as received; `language` is a language tag ("de").
    """

    kind: SourceKind | None = None
    quality: Quality | None = None
    quality_basis: str | None = None
    title: str | None = None
    short_title: str | None = None
    date: str | None = None
    date_basis: str | None = None
    time: str | None = None
    location: str | None = None
    host: str | None = None
    name: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    encoding: str | None = None
    language: str | None = None
    retrieved: str | None = None
    archived: str | None = None
    rights: str | None = None
    event: str | None = None
    distinct_from: tuple[str, ...] = ()
    primary: bool | None = None
    slug: str | None = None
    editions: tuple[Edition, ...] = ()
    labels: tuple[LabelRuling, ...] = ()
    roles: tuple[tuple[int, Role], ...] = ()
    part_roles: tuple[PartRuling, ...] = ()
    names: tuple[NameRuling, ...] = ()
    where: Where | None = None
    role_wheres: tuple[Where, ...] = ()
    checked: Checked | None = None

    @property
    def kept(self) -> frozenset[int]:
        """The lines that have a ruling on their role, so that no cleaning rule removes them."""
        ruled = (*self.roles, *((ruling.line, ruling.role) for ruling in self.part_roles))
        return frozenset(line for line, role in ruled if role != "boilerplate")

    @property
    def settled(self) -> frozenset[int]:
        """The lines that have any ruling."""
        return frozenset(line for line, _ in self.roles)
