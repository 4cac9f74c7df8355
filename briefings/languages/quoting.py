"""What a pack holds for checking quotations (quotations), beside `quotations/rules.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Quoting:
    """Words by which two wordings of one thing are known as one; all in lower case."""

    # Endings of words that are alike, the longest first (likeness).
    endings: tuple[str, ...] = ()
    # The words of a sign, and one word that is printed as two (tokens).
    signs: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # A negation that is joined to the word before it, and the word that it is (tokens).
    joined_negation: str = "\0"
    negation: str = ""
    # What begins what is said, and what stands before whoever is said to say it (paste).
    that: Words = NOTHING
    according: Words = NOTHING
    # The word that percentages are known by, however they are printed (tokens, elsewhere).
    percent: str = ""
