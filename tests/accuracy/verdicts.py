"""What became of each claim, and how verdicts add up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefings.model.accuracy import Aspect, ClaimKind, Half

__all__ = ["FOUND", "Half", "Outcome", "Score", "Verdict", "by_rule", "scores"]

Outcome = Literal["right", "wrong", "missed", "empty"]
FOUND: Aspect = "found"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one claim, or of one thing that is said of it.

    `kind` is the sort of claim ("figure"), `aspect` what was looked at: `FOUND`, or a field of what
    was found ("value").  `rule` says by which rule the program came to it, "" where it did not.
    A claim that nobody made is wrong, one that was not found is missed, a field that the program
    left open is empty.  `words` are those of the text, `note` says what differs.
    """

    kind: ClaimKind
    aspect: Aspect
    outcome: Outcome
    text: str
    line: int
    words: str
    rule: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The number of verdicts of each outcome."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    empty: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None where there is nothing."""
        return _share(self.right, self.right + self.missed)

    @property
    def right_or_empty(self) -> float | None:
        """The share of what was found of which nothing wrong is said."""
        return _share(self.right + self.empty, self.right + self.empty + self.wrong)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def scores(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Score]:
    """By kind and aspect, in the order in which they come first."""
    return _added((one.kind, one.aspect, one.outcome) for one in verdicts)


def by_rule(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Score]:
    """Claims by kind and rule, in alphabetical order."""
    found = _added((one.kind, one.rule, one.outcome) for one in verdicts if one.aspect == FOUND)
    return dict(sorted(found.items()))


def _added(outcomes: Iterable[tuple[str, str, Outcome]]) -> dict[tuple[str, str], Score]:
    counts: dict[tuple[str, str], Counter[Outcome]] = defaultdict(Counter)
    for first, second, outcome in outcomes:
        counts[first, second][outcome] += 1
    return {
        key: Score(count["right"], count["wrong"], count["missed"], count["empty"])
        for key, count in counts.items()
    }
