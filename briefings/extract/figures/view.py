"""A number with its context, as the rules that refuse numbers see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .subject import NounPhrase
from .tokens import Text
from .units import Unit
from .written import Written

# The maximum number of marks before the first word of a sentence.
_MARKS = 8


@dataclass(frozen=True, slots=True)
class View:
    """A number with its context; `i` and `j` include its comparator and unit."""

    text: Text
    number: Written
    unit: Unit | None
    noun: NounPhrase | None
    i: int
    j: int
    chair: bool
    end: int

    def before(self, back: int = 1) -> str:
        return self.text.lower(self.i - back)

    def after(self, ahead: int = 0) -> str:
        return self.text.lower(self.j + ahead)

    @property
    def spelled(self) -> bool:
        return self.number.spelled

    @property
    def head(self) -> str:
        return self.text.lower(self.noun.head) if self.noun else ""

    @property
    def opens(self) -> bool:
        """Whether the number opens its sentence, ignoring quotation marks."""
        start = self.text.sentence(self.number.i)[0]
        marks = range(start, self.number.i)
        return len(marks) <= _MARKS and all(self.text.raw(k) in "\"“”'‘’(" for k in marks)


Test = Callable[[View], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that refuses numbers, with its reason.

    `takes` and `leaves` are texts with a number in square brackets that the rule refuses or
    accepts.
    """

    name: str
    why: str
    test: Test
    takes: tuple[str, ...]
    leaves: tuple[str, ...] = ()
