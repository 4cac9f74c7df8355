"""What is stated in numbers: figures, what was no figure, indicators and discrepancies."""

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
# What speaks against the reading of a figure: no subject was found; it is that of another figure;
# neither a unit nor a counted noun stands by the number; the period is said in another sentence;
# the words are no exact number.
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
    """What is known about a passage: when it was said, what came before, whether the chair speaks.

    `date` is the briefing's, ISO, or None; `before` holds the earlier passages of the same turn or
    article, in order.
    """

    date: str | None = None
    before: tuple[str, ...] = ()
    chair: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """One quantitative statement in a passage: `text[start:end] == quote`.

    `high` is the upper end of a stated range ("5 to 7 percent"), None otherwise.  `period` is as
    stated with the year filled in; `period_start` and `period_end` are ISO dates or empty.

    `vague` says that the words are no exact number: of "dozens" `value` is the least that they
    allow (24), of "doubled" the factor as said (2).  `confidence` says how sure the reading is, by
    the `reasons` that speak against it; there are none where it is high.
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
    """A number that is no figure, and the rule that says why: `text[start:end] == token`."""

    start: int
    end: int
    token: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All numbers of a passage, each in one list or the other, in the order of the text."""

    figures: tuple[Stated, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantitative statement of the corpus.

    `places` has the passage that states it first and those that repeat it word for word after;
    `speaker` is a person's or an outlet's id where one is known, `speaker_name` the name as the
    text gives it, in a report also that of a body ("the ministry"); `reported` says whether the
    words are the speaker's own.  `sentence` is the sentence around the quote, `quality` the
    editors' grade of the text that states it, `language` the code of that text's language.
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
    """A refusal with the place it stands at, for the build's explanation of itself."""

    place: Place
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Variant:
    """What another text of the same event, or another passage, gives for an observation.

    `differs` says in what it departs from the observation; it is empty where the two agree.
    """

    figure: str
    value: Number
    period: str
    differs: tuple[Differing, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one measure, as the preferred text of one event states it.

    `series` names what it is compared with (see `Series`); `by` says whether a rule or an editor
    matched it.  `start` and `end` are the first and last day that it is about (ISO), empty where
    they are not known: a stock and a streak have a last day only.  A running total (`running`) ends
    on the day of its briefing.  `base` is what a change is measured against; `scope` narrows what
    is counted.
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
        """Variants that give another value."""
        return tuple(one for one in self.variants if "value" in one.differs)


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of an indicator that belong together: ids of their figures, in time.

    `comparable` says whether they may be set side by side and `why` tells it in a sentence; `by`
    says who decided so.
    """

    name: str
    comparable: bool
    why: str
    by: Literal["rule", "editor"]
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """A thing measured again and again, and what is stated of it.

    `comparable` says that there are two observations or more and that all of them may be compared;
    `why` says in a sentence why so, or why not.  `subject` begins a sentence on it, where the
    title will not do; `topics` are ids that editors give, the first one being its own.
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
        """The ids of all figures that state it, those of variants behind their observation's."""
        return tuple(
            id_
            for one in self.observations
            for id_ in (one.figure, *(variant.figure for variant in one.variants))
        )


@dataclass(frozen=True, slots=True)
class Ruling:
    """What editors say of a discrepancy.

    `takeaway` is what a reader should take from it; `reason` is why it is none, of a record that
    was dismissed.  `title` is a heading in plain words.  What they did not write is empty.
    """

    title: str = ""
    takeaway: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two passages that should agree and do not, or whose numbers are worth holding together.

    `group` tells a difference of fact from one of wording; `weight` (0 to 100) orders the records,
    the heaviest first.  `ruling` is what editors say of it, if they have.
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
