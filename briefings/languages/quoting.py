"""The part of a pack for checking quotations (quotations), besides `quotations/rules.json`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Quoting:
    """Words by which two wordings are recognized as equivalent; all in lower case."""

    # Equivalent word endings, the longest first (likeness).
    endings: tuple[str, ...] = ()
    # Words for signs, and words that are also written as two (tokens).
    signs: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[tuple[str, str], str] = field(default_factory=dict)
    # A negation attached to the word before it, and the separate word (tokens).
    joined_negation: str = "\0"
    negation: str = ""
    # The word that begins reported speech, and the words before its speaker (paste).
    that: Words = NOTHING
    according: Words = NOTHING
    # The normalized word for percent, however it is written (tokens, elsewhere).
    percent: str = ""
