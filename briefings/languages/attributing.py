"""What a pack holds for who is said to have said a sentence (relate.attribution, sentences)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Attributing:
    """Words of reporting, and sentences that are courtesy."""

    # Words that say that somebody spoke, as a pattern's text: said, according to; those of them
    # that stand before who spoke, and honorifics between the two.
    said: str = r"(?!)"
    said_by: str = r"(?!)"
    honorifics: Words = NOTHING
    # Words in group 1 that name nobody for certain: according to the report.
    vague: Pattern = NEVER
    # A sentence of somebody who was named before: he said.
    pronoun: Pattern = NEVER
    # What stands behind a quotation and says only whose it is.
    speech_tag: Pattern = NEVER
    # The beginning of a sentence that only thanks, greets or passes the word on; words that make
    # one of a sentence of a few words.
    courtesy: Pattern = NEVER
    courteous: Pattern = NEVER
