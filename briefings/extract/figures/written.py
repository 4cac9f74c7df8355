"""A number as written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from briefings.model.figures import Number

Form = Literal[
    "cardinal", "fraction", "ordinal", "vague", "multiple", "mixed", "when", "web", "digits"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A number as written, over the tokens `i` to `j` (exclusive).

    `rate` marks a share (two-thirds, one in five), whose value is a percentage; `spelled` says
    that it is in words; `vague` that `value` is only the least that the words allow, or a factor
    as people round it (doubled).
    """

    i: int
    j: int
    form: Form
    value: Number = 0
    high: Number | None = None
    rate: bool = False
    spelled: bool = False
    vague: bool = False


def tidy(value: Fraction) -> Number:
    """A whole number where it is one, else the shortest decimal of at most four places."""
    if value.denominator == 1:
        return int(value)
    return float(round(value, 4))
