"""The part of a pack for attributing sentences to speakers (relate.attribution, sentences)."""

from __future__ import annotations

from dataclasses import dataclass

from .defaults import NEVER, NOTHING, Pattern, Words


@dataclass(frozen=True, eq=False, kw_only=True)
class Attributing:
    """Words of reporting, and sentences that are courtesies."""

    # Words for speaking, as regular expressions: "said", "according to"; those that precede the
    # speaker, and honorifics between the two.
    said: str = r"(?!)"
    said_by: str = r"(?!)"
    honorifics: Words = NOTHING
    # Words in group 1 that may not name anybody: "according to the report".
    vague: Pattern = NEVER
    # A sentence by somebody named before: "he said".
    pronoun: Pattern = NEVER
    # Words after a quotation that only attribute it.
    speech_tag: Pattern = NEVER
    # The start of a sentence that only thanks, greets or passes the word on; words that make a
    # short sentence one.
    courtesy: Pattern = NEVER
    courteous: Pattern = NEVER
