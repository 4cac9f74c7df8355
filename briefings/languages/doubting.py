"""What a pack holds for passages that may be somebody else's (survey.speech)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Doubting:
    """Words by which a passage is doubted that the stages before went by."""

    # Honorifics before a name that may be a label within a turn, without their full stops; labels
    # that name nobody; words before a colon that are no name, in lower case.
    honorifics: Words = NOTHING
    generic_label: Pattern = NEVER
    no_label: Words = NOTHING
    # The end of a paragraph that asks, and the beginning of one that answers.
    asks: Pattern = NEVER
    answers: Pattern = NEVER
