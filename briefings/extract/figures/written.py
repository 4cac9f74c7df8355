"""Numbers as written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Literal

from briefings.model.figures import Number

Form = Literal[
    "cardinal", "fraction", "ordinal", "vague", "multiple", "mixed", "when", "web", "digits"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written, at tokens `i` to `j` (exclusive).

    `rate` marks a share (two-thirds, one in five), whose value is a percentage. `spelled` says that
    it is written in words. `vague` says that `value` is only the minimum that the words allow, or a
    rounded factor (doubled).
    """

    i: int
    j: int
    form: Form
    value: Number = 0
    high: Number | None = None
    rate: bool = False
    spelled: bool = False
    vague: bool = False


def tidy(value: Fraction, digits: int = 4) -> Number:
    """Return an int if the value is whole, or else a float with at most `digits` decimals; one half
    is rounded up."""
    if value.denominator == 1:
        return int(value)
    scale = 10**digits
    return float(Fraction(floor(value * scale + Fraction(1, 2)), scale))
