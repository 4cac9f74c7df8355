"""What is uncertain about the texts: doubts, similar names, and editors' checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .settings import Role, SourceKind

DoubtKind = Literal[
    "label", "role", "date", "event", "reading",
    "page-matter", "label-inside", "near-name", "unlabelled-answer",
]  # fmt: skip
# How a doubt was settled: by an editor's ruling on its line, or a check of the whole source.
SettledBy = Literal["ruling", "check"]
# Whether the text is still as it was when checked; "unstated" if no state was recorded.
CheckState = Literal["current", "changed", "unstated"]
NameKind = Literal["outlet", "person"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One point on which a source may have been misread.

    `words` are the words concerned (may be ""); `text` states the doubt in a sentence; `settle` is
    the YAML that settles it in the source's editorial file, or "". `line` is 0 for the whole
    source.
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
    """An editor has checked the structure against the source; whether it is still the same."""

    by: str
    name: str
    on: str
    state: CheckState


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source: the number of lines in each role, doubts, and rulings by editors.

    `lines` counts lines that are not blank. `hash` is the short hash of bytes and structure that an
    editor records as `state` with a check. `unnamed` counts turns whose speaker is not given,
    `askers` the questions among them.
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
        """The doubts that are not settled."""
        return tuple(doubt for doubt in self.doubts if doubt.settled is None)


@dataclass(frozen=True, slots=True)
class BriefingReport:
    """Whether editors have checked the grouping of a briefing, its questions and its answers."""

    briefing: str
    hash: str
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """A similar name; `count` is its number of turns, `sources` are those where it speaks.

    `printed` are all spellings that lead to its id, the name first.
    """

    id: str
    name: str
    count: int
    sources: tuple[str, ...]
    reason: str
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Names that may be the same: `id` and `name` would remain, `others` would become aliases.

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
    """The whole report; sources by id."""

    sources: tuple[SourceReport, ...] = ()
    briefings: tuple[BriefingReport, ...] = ()
    clusters: tuple[Cluster, ...] = ()
