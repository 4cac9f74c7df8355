"""The part of a pack for passages that may be somebody else's speech (survey.speech)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Doubting:
    """Words that raise doubts about a passage which the earlier stages accepted."""

    # Honorifics before a name that may be a label within a turn, without full stops; labels that
    # name nobody; words before a colon that are not names, in lower case.
    honorifics: Words = NOTHING
    generic_label: Pattern = NEVER
    no_label: Words = NOTHING
    # The end of a paragraph that asks, and the start of one that answers.
    asks: Pattern = NEVER
    answers: Pattern = NEVER
