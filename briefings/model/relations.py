"""What the texts have to do with one another: pairs, formulas, phrases, commitments, and so on.

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
    """Where paired sentences say something else: the words of either side, "" where it has none.

    `rule` says what was compared, `figures` holds the ids of the figures that differ.
    """

    kind: DifferenceKind
    rule: str
    a: str
    b: str
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stretches that say the same thing: sentences, or whole passages where all of them agree.

    `a` stands in the fuller text or, within one text, earlier.  `group` is shared by the pairs that
    hold one another's sentences: one sentence retold in two, say.  `figures` says whether both
    state a figure of the same value.
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
    """Words of a redline: those of both texts, of the later or the earlier one only, or moved."""

    kind: RunKind
    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """How one wording became the next."""

    runs: tuple[Run, ...]

    def words(self, kind: RunKind) -> tuple[str, ...]:
        """The runs of a kind."""
        return tuple(run.text for run in self.runs if run.kind == kind)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A formula as it was said once; `item` is its number in an enumeration ("Second, ...")."""

    place: Place
    text: str
    date: str | None
    speaker: str | None
    speaker_name: str | None
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """A wording that recurs from briefing to briefing: occurrences by date, redlines between."""

    id: str
    title: str
    occurrences: tuple[Occurrence, ...]
    redlines: tuple[Redline, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording of a set phrase: how often it was said, and the day that it was first said on.

    `nearest` is the number of the earlier variant that it is nearest to, `redline` how that one
    became this; None for the first.
    """

    text: str
    count: int
    first: str | None
    nearest: int | None = None
    redline: Redline | None = None


@dataclass(frozen=True, slots=True)
class Use:
    """A set phrase as it was said once, in the wording `variant` (a number from 0)."""

    place: Place
    date: str | None
    speaker: str | None
    speaker_name: str | None
    variant: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words that returns: `phrase` has "…" for what changes, `telling` says how much it
    tells beside others.

    Variants and occurrences are in the order of time.  `has_page` says that it is one of the
    most telling ones, which have pages of their own.
    """

    id: str
    phrase: str
    telling: float
    variants: tuple[Variant, ...]
    occurrences: tuple[Use, ...]
    has_page: bool

    @property
    def briefings(self) -> int:
        """How many briefings have it."""
        return len({one.place.briefing for one in self.occurrences})

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day that it was said on, as far as they are known."""
        dates = sorted(one.date for one in self.occurrences if one.date)
        return (dates[0], dates[-1]) if dates else (None, None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A later statement on the same thing, and by what it is known to be on it."""

    place: Place
    text: str
    date: str | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Commitment:
    """A sentence that announces something: who, when, on what, and what was said of it later.

    `sort` is "announcement" where a reader could look for what was done, "resolve" where one only
    says that one will strive; `why` by what one could look for it: an act, a date, a number, a
    measure by its name.  `terms`, `indicators` and `topics` are ids; `later` is offered to a reader
    and judges nothing.
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
    """A term or named operation through the briefings: how often each mentions it, oldest first.

    `later_without` counts the later briefings of the same series as the last one that mentions it.
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
        """Whether it can be called no longer mentioned."""
        return self.later_without >= ENOUGH_WITHOUT


@dataclass(frozen=True, slots=True)
class Turnover:
    """What a briefing is the first to mention, and what it is the last to: ids of appearances.

    `gone` holds those only of which enough later briefings of the same series say nothing.
    """

    briefing: str
    new: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """All of it.  `sentences` holds the spans of each passage's sentences, by briefing and id."""

    pairs: tuple[Pair, ...] = ()
    sentences: Mapping[tuple[str, str], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    formulas: tuple[Formula, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    turnover: tuple[Turnover, ...] = ()
