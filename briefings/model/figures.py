"""Statements in numbers: figures, refused numbers, indicators and discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .settings import Quality
from .text import Mode, Place

Number = int | float
Comparator = Literal["=", ">", "<", "~"]
Direction = Literal["increase", "decrease", ""]
FigureRole = Literal["level", "change", "from", "to", "duration"]
Confidence = Literal["high", "medium", "low"]
# Reasons to doubt a figure: no subject was found; the subject is that of another figure;
# the number has neither a unit nor a counted noun; the period is in another sentence;
# the words are not an exact number.
Reason = Literal["no-subject", "carried-subject", "no-unit", "inherited-period", "vague"]
IndicatorKind = Literal["level", "rate", "flow", "change", "streak"]
ObservationKind = Literal["stock", "rate", "flow", "change", "streak"]
Differing = Literal["value", "comparator", "period"]
DiscrepancyType = Literal[
    "value", "tense", "unit", "attribution", "title", "omission", "date", "name", "arithmetic",
]  # fmt: skip
DiscrepancyClass = Literal["fact", "wording"]
DiscrepancyStatus = Literal["found", "confirmed", "reworded", "dismissed", "added"]


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What is known about a passage: its date, the text before it, whether the chair speaks.

    `date` is the briefing's, ISO, or None; `before` has the earlier passages of the same turn or
    article, in order.
    """

    date: str | None = None
    before: tuple[str, ...] = ()
    chair: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """One quantitative statement in a passage: `text[start:end] == quote`.

    `high` is the upper end of a stated range ("5 to 7 percent"), otherwise None. `period` is as
    stated, with the year added; `period_start` and `period_end` are ISO dates or empty.

    `vague` marks words that are not an exact number: for "dozens", `value` is the smallest possible
    one (24), for "doubled" the factor (2). `confidence` rates the reading by the `reasons` against
    it; there are none if it is high.
    """

    start: int
    end: int
    quote: str
    value: Number
    unit: str
    comparator: Comparator = "="
    direction: Direction = ""
    role: FigureRole = "level"
    subject: str = ""
    period: str = ""
    period_start: str = ""
    period_end: str = ""
    high: Number | None = None
    vague: bool = False
    confidence: Confidence = "high"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number that is not a figure, with the rule that refused it: `text[start:end] == token`."""

    start: int
    end: int
    token: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All numbers of a passage, each in exactly one of the lists, in the order of the text."""

    figures: tuple[Stated, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantitative statement of the corpus.

    `places` has the first passage that states it, then those that repeat it word for word;
    `speaker` is the id of a person or outlet, if known; `speaker_name` the name as the text gives
    it, in a report also that of a body ("the ministry"); `reported` says whether the speech is
    direct or reported. `sentence` is the sentence around the quote, `quality` the editors' grade of
    the text, `language` the code of the text's language.
    """

    id: str
    places: tuple[Place, ...]
    stated: Stated
    sentence: str
    date: str | None
    speaker: str | None
    speaker_name: str | None
    reported: Mode
    quality: Quality | None = None
    language: str = "en"

    @property
    def place(self) -> Place:
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal with its place, for `check --explain figures`."""

    place: Place
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Variant:
    """The value that another text or passage of the same event gives for an observation.

    `differs` lists the differences; it is empty if the two agree.
    """

    figure: str
    value: Number
    period: str
    differs: tuple[Differing, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one measure, as stated by the preferred text of an event.

    `series` names what it is compared with (see `Series`); `by` says whether a rule or an editor
    matched it. `start` and `end` are the first and last day of its period (ISO), empty if unknown:
    stocks and streaks have only a last day. A running total (`running`) ends on the day of its
    briefing. `base` is what a change is measured against; `scope` narrows what is counted.
    """

    figure: str
    value: Number
    period: str
    series: str
    by: Literal["rule", "editor"]
    kind: ObservationKind = "stock"
    start: str = ""
    end: str = ""
    running: bool = False
    base: str = ""
    scope: str = ""
    variants: tuple[Variant, ...] = ()

    @property
    def disputed(self) -> tuple[Variant, ...]:
        """The variants that give another value."""
        return tuple(variant for variant in self.variants if "value" in variant.differs)


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of an indicator that belong together: ids of their figures, by time.

    `comparable` says whether they can be compared, `why` gives the reason in a sentence; `by` says
    who decided.
    """

    name: str
    comparable: bool
    why: str
    by: Literal["rule", "editor"]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A measure and the statements about it.

    `comparable` says that there are at least two observations and that all can be compared; `why`
    gives the reason in a sentence. `subject` begins a sentence about it if the title does not fit
    there; `topics` are ids given by editors, the main one first.
    """

    id: str
    title: str
    wordings: tuple[str, ...]
    unit: str
    kind: IndicatorKind
    comparable: bool
    note: str
    confusions: tuple[str, ...]
    observations: tuple[Observation, ...]
    why: str = ""
    series: tuple[Series, ...] = ()
    subject: str = ""
    topics: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of all figures that state it, each observation's followed by those of its
        variants.
        """
        return tuple(
            id_
            for observation in self.observations
            for id_ in (observation.figure, *(variant.figure for variant in observation.variants))
        )


@dataclass(frozen=True, slots=True)
class Ruling:
    """An editor's ruling on a discrepancy.

    `takeaway` is what a reader should conclude; `reason` is why a dismissed record is not a
    discrepancy; `title` is a heading in plain words. Fields that were not written are empty.
    """

    title: str = ""
    takeaway: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two passages that should agree and do not, or whose numbers are worth comparing.

    `group` tells a difference of fact from one of wording; `weight` (0 to 100) orders the records,
    the highest first. `ruling` is what editors say about it, if anything.
    """

    id: str
    type: DiscrepancyType
    status: DiscrepancyStatus
    found_by: str
    passages: tuple[Place, ...]
    figures: tuple[str, ...]
    text: str
    basis: str
    group: DiscrepancyClass = "fact"
    weight: int = 0
    ruling: Ruling | None = None
