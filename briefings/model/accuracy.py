"""How right the program was on texts that a reader had judged, as it was measured before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Half = Literal["seen", "unseen"]
ClaimKind = Literal[
    "alignment",
    "announcement",
    "discrepancy",
    "figure",
    "phrase",
    "question",
    "refusal",
    "turn",
]
Aspect = Literal[
    "found", "value", "unit", "direction", "period", "subject",
    "asks or answers", "speaker", "asker",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MeasuredText:
    """A text that was judged; `kept` says whether the project may keep a copy.

    `half` is `unseen` where no rule was written with the text in mind.  `claims` is how many
    figures, announcements and turns the reader listed; 0 of a text read for set phrases only.
    A text that was not at hand when accuracy was last measured is not `measured`: its claims are
    in no count.
    """

    id: str
    half: Half
    title: str
    publisher: str
    date: str
    sha256: str
    kept: bool
    claims: int
    measured: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """What became of the claims of one kind, or of one thing that is said of them.

    `aspect` is `found` where whole claims are counted.  `right` and `wrong` are what the program
    says, `missed` what it does not find, `empty` what it leaves open.  `precision` is the share of
    what it says that is not wrong, `recall` the share of what there is that it finds; both are 0
    to 1, None where nothing was counted.  `rule` names a rule, "" for all of them.
    """

    half: Half
    kind: ClaimKind
    aspect: Aspect
    rule: str
    right: int
    wrong: int
    missed: int
    empty: int
    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """All that was measured; `rules` counts claims rule by rule."""

    texts: tuple[MeasuredText, ...]
    measures: tuple[Measure, ...]
    rules: tuple[Measure, ...]
