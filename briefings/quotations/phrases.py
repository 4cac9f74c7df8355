"""The wording of answers, shared by the command and the browser."""

from __future__ import annotations

from typing import Any

from briefings.interface import say

from .chinese import NOTE

VERDICTS = {
    "verbatim": "Word for word",
    "altered": "Altered",
    "joined": "Joined from several places",
    "near": "Near: said in other words",
    "absent": "Not in these texts",
}
KINDS = {
    "number": "another number",
    "name": "another name",
    "negation": "a negation",
    "word": "other words",
    "omission": "left out",
    "addition": "added",
    "order": "in another place",
    "spelling": "another spelling",
    "contraction": "a contraction",
}
DIFFERENCE = "{kind}: {given}, where the text has {stands}"
MISSING = "{kind}: the text has {stands}"
ADDED = "{kind}: {given}, which the text does not have"
MARKED = ", marked by whoever quotes"
REPORTED = "as reported"
MORE = "and in {count} more places"
LIKENESS = "likeness {likeness} of 100"
ELSEWHERE = "The number {number} stands elsewhere, near such words:"
SHORT = "So few and so common words say little by themselves."

WORDING: dict[str, Any] = {
    "verdicts": VERDICTS,
    "kinds": KINDS,
    "difference": DIFFERENCE,
    "missing": MISSING,
    "added": ADDED,
    "marked": MARKED,
    "reported": REPORTED,
    "more": MORE,
    "likeness": LIKENESS,
    "elsewhere": ELSEWHERE,
    "short": SHORT,
    "chinese": NOTE,
    "speaker_not_given": say.unknown.speaker,
}
"""The wording as published for the browser, with the grades of texts (see `types/check.d.ts`)."""
