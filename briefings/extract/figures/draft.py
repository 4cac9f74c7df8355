"""A figure under construction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.model.figures import Comparator, Direction, FigureRole

from . import subject
from .tokens import Text
from .units import Unit
from .written import Written

# Where a subject was found: it is the counted noun, it is in the clause, or it was carried over
# from another figure.
Found = Literal["", "noun", "clause", "carried"]


@dataclass(slots=True)
class Draft:
    """A figure under construction.

    Tokens `i` to `j` are its quotation, and its comparator begins at `lead`. `word` is the token
    that indicates a change. `paired` means that the figure is already one end of a from-to pair, so
    that another "from" does not pair it again.
    """

    written: Written
    i: int
    j: int
    lead: int
    unit: Unit | None
    noun: subject.NounPhrase | None
    comparator: Comparator
    role: FigureRole = "level"
    direction: Direction = ""
    word: int | None = None
    paired: bool = False
    about: str = ""
    found: Found = ""
    counts: str = ""

    @property
    def kind(self) -> str:
        return self.unit.kind if self.unit else ""

    @property
    def close(self) -> int:
        """The token after the figure and its noun."""
        return max(self.j, self.noun.j if self.noun else 0)


def same_sentence(text: Text, a: Draft, b: Draft) -> bool:
    return text.tokens[a.i].sentence == text.tokens[b.i].sentence


def behind(draft: Draft) -> bool:
    return draft.word is not None and draft.word < draft.i
