"""Figures: the quantities that a briefing states, as spans over unaltered text.

`extract` reads a passage, `figures_of` a briefing, and `figures` a corpus. They use a small grammar
of numbers, units, comparators, changes and periods. The rules in `refusals` say why a number is not
a figure.
"""

from __future__ import annotations

from .assemble import extract
from .corpus import explain, figures, figures_of, id_prefixes, refused, refused_of
from .refusals import RULES

__all__ = [
    "RULES",
    "explain",
    "extract",
    "figures",
    "figures_of",
    "id_prefixes",
    "refused",
    "refused_of",
]
