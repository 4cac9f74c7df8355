"""What is uncertain about the texts: doubts, names that look like one, and who checked what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .settings import Role, SourceKind

DoubtKind = Literal[
    "label", "role", "date", "event", "reading",
    "page-matter", "label-inside", "near-name", "unlabelled-answer",
]  # fmt: skip
# Who looked at a doubt: an editor's ruling on its line, or a check of the whole source.
SettledBy = Literal["ruling", "check"]
# Whether what was checked is what is there now; "unstated" where no state was written down.
CheckState = Literal["current", "changed", "unstated"]
NameKind = Literal["outlet", "person"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that may be wrong with the reading of a source.

    `words` are those of the source that it is about (may be ""); `text` says what is doubted, in
    a sentence; `settle` is the YAML that settles it in the source's editorial file, or "".
    `line` is 0 where the whole source is meant.
    """

    kind: DoubtKind
    source: str
    line: int
    passage: str | None
    words: str
    text: str
    settle: str = ""
    settled: SettledBy | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """That an editor held the structure against the source, and whether it still is the same."""

    by: str
    name: str
    on: str
    state: CheckState


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source: how many lines have which role, what is doubted, what editors settled.

    `lines` counts those that are not blank.  `hash` is the short hash of bytes and structure that
    an editor writes down as `state` with a check.  `unnamed` counts turns whose speaker the source
    does not give, `askers` the questions among them.
    """

    source: str
    briefing: str
    path: str
    kind: SourceKind
    lines: int
    roles: tuple[tuple[Role, int], ...]
    doubts: tuple[Doubt, ...]
    settled: tuple[str, ...]
    hash: str
    check: Check | None = None
    unnamed: int = 0
    askers: int = 0

    @property
    def open(self) -> tuple[Doubt, ...]:
        """The doubts that nobody has looked at."""
        return tuple(doubt for doubt in self.doubts if doubt.settled is None)


@dataclass(frozen=True, slots=True)
class BriefingReport:
    """Whether an editor checked what belongs to a briefing and who asked and answered in it."""

    briefing: str
    hash: str
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """A name that looks like another one; `count` is of turns, `sources` are where it speaks.

    `printed` are all ways of printing it that lead to its id, the name first.
    """

    id: str
    name: str
    count: int
    sources: tuple[str, ...]
    reason: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names that may be one: `id` and `name` would stay, `others` become aliases of it.

    `yaml` is the entry that merges them.
    """

    kind: NameKind
    id: str
    name: str
    count: int
    sources: tuple[str, ...]
    others: tuple[Alike, ...]
    yaml: str


@dataclass(frozen=True, slots=True)
class Report:
    """All of it; sources by id."""

    sources: tuple[SourceReport, ...] = ()
    briefings: tuple[BriefingReport, ...] = ()
    clusters: tuple[Cluster, ...] = ()
