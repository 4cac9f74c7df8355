"""Figures: what a briefing states in numbers, as spans over untouched text.

`extract` reads one passage, `figures_of` one briefing, `figures` a corpus.  A small grammar of
numbers, units, comparators, changes and periods does it; `refusals` names why a number is no
figure.
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
