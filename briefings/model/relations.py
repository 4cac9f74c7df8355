"""Relations between texts: pairs, formulas, phrases, commitments and so on.

A sentence is a place with `start` and `end`; texts and offsets are those of the passages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .text import Place

PairKind = Literal["identical", "near-identical", "paraphrase", "quotation"]
DifferenceKind = Literal[
    "value", "date", "unit", "tense", "attribution", "name", "term", "omission",
]  # fmt: skip
RunKind = Literal["same", "added", "dropped", "moved"]
CommitmentKind = Literal["plan", "release", "intention"]
CommitmentClass = Literal["announcement", "resolve"]
CommitmentReason = Literal["act", "date", "number", "measure"]

ENOUGH_WITHOUT = 3
"""So many later briefings of one series must lack a term before it is no longer mentioned: what one
briefing leaves out may have had no place in its subject."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between paired sentences: the words of each side, "" if it has none.

    `rule` names the comparison; `figures` has the ids of the figures that differ.
    """

    kind: DifferenceKind
    rule: str
    a: str
    b: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spans that say the same: sentences, or whole passages if they agree throughout.

    `a` is in the fuller text or, within one text, comes first. Pairs whose sentences overlap share
    a `group`, such as one sentence retold in two. `figures` says whether both state a figure of the
    same value.
    """

    id: str
    group: str
    a: Place
    b: Place
    kind: PairKind
    score: float
    differences: tuple[Difference, ...] = ()
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a redline: in both texts, only in the later or earlier one, or moved."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """How one wording became the next."""

    runs: tuple[Run, ...]

    def words(self, kind: RunKind) -> tuple[str, ...]:
        """The runs of one kind."""
        return tuple(run.text for run in self.runs if run.kind == kind)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a formula; `item` is its number in an enumeration ("Second, ...")."""

    place: Place
    text: str
    date: str | None
    speaker: str | None
    speaker_name: str | None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A wording that recurs in several briefings: occurrences by date, redlines between them."""

    id: str
    title: str
    occurrences: tuple[Occurrence, ...]
    redlines: tuple[Redline, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording of a set phrase: its number of occurrences, and the date of the first.

    `nearest` is the number of the most similar earlier variant, `redline` the changes from it; None
    for the first variant.
    """

    text: str
    count: int
    first: str | None
    nearest: int | None = None
    redline: Redline | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence of a set phrase, in the wording `variant` (counted from 0)."""

    place: Place
    date: str | None
    speaker: str | None
    speaker_name: str | None
    variant: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A recurring sequence of words: in `phrase`, "…" stands for what varies; `telling` says how
    distinctive it is compared with others.

    Variants and occurrences are in chronological order. `has_page` marks the most distinctive
    phrases, which have their own pages.
    """

    id: str
    phrase: str
    telling: float
    variants: tuple[Variant, ...]
    occurrences: tuple[Use, ...]
    has_page: bool

    @property
    def briefings(self) -> int:
        """The number of briefings that contain it."""
        return len({occurrence.place.briefing for occurrence in self.occurrences})

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and last date on which it was used, if known."""
        dates = sorted(occurrence.date for occurrence in self.occurrences if occurrence.date)
        return (dates[0], dates[-1]) if dates else (None, None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A later statement on the same subject, and the evidence that it is."""

    place: Place
    text: str
    date: str | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that announces something: who, when, on what, and later statements on it.

    `sort` is "announcement" if a reader could check what was done, "resolve" if it only states an
    intention; `why` is what makes it checkable: an act, a date, a number, a named measure. `terms`,
    `indicators` and `topics` are ids; `later` is listed for readers, without any judgement.
    """

    id: str
    kind: CommitmentKind
    place: Place
    text: str
    cue: str
    date: str | None
    speaker: str | None
    speaker_name: str | None
    terms: tuple[str, ...]
    indicators: tuple[str, ...]
    topics: tuple[str, ...]
    later: tuple[Statement, ...]
    sort: CommitmentClass = "announcement"
    why: tuple[CommitmentReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """A term or named operation across briefings: its mentions in each, oldest first.

    `later_without` is the number of later briefings in the series of the last one that mentions it.
    """

    id: str
    name: str
    term: str | None
    counts: tuple[tuple[str, int], ...]
    first: Place
    last: Place
    later_without: int = 0

    @property
    def gone(self) -> bool:
        """Whether it can be described as no longer mentioned."""
        return self.later_without >= ENOUGH_WITHOUT


@dataclass(frozen=True, slots=True)
class Turnover:
    """What a briefing is the first to mention, and what it is the last to: ids of appearances.

    `gone` has only those that enough later briefings of the same series do not mention.
    """

    briefing: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All relations. `sentences` has the sentence spans of each passage, by briefing and id."""

    pairs: tuple[Pair, ...] = ()
    sentences: Mapping[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    formulas: tuple[Formula, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    turnover: tuple[Turnover, ...] = ()
