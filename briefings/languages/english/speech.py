"""Verbs of saying in English, and the sentences that they make."""

from __future__ import annotations

import re

from ..model import Speech

# Verbs of saying as reports use them, and those that only some reports use.
SAYING = "said says told introduced noted stressed added announced explained stated".split()
REPORTING = (
    "answered responded reported revealed emphasized emphasised listed mentioned replied".split()
)
# How a speaker is said to judge, in reports alone.
JUDGING = "believed called warned urged concluded".split()
PRESENT = "say tells adds notes states".split()
SAID = "|".join((*SAYING, *REPORTING))

_VERBS = frozenset((*SAYING, *REPORTING, *PRESENT, "asked", "pointed", "according"))
_ROLE = (
    r"(?:minister|vice|deputy|director|spokes\w+|head|chief|member|president|chair\w*|secretary|"
    r"commissioner|representative|officer|official|governor|mayor)"
)
_APPOSITION = re.compile(
    r"(?:^|[.!?”\"]\s+|,\s+)(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){1,3}),\s+"
    rf"(?P<role>(?:an?\s+|the\s+)?(?:[a-z-]+\s+){{0,3}}?{_ROLE}\b[^.;:“”\"]{{0,160}}?),?\s+"
    rf"(?:{SAID}|pointed)\b"
)
_ATTRIBUTES = rf"(?:{SAID}|{'|'.join(JUDGING)}|pointed out|according to)"
_ATTRIBUTED = re.compile(
    rf"\b{_ATTRIBUTES}\b|\b[Aa]ccording to\b|['’]s\s+(?:view|opinion|words|introduction|account)\b"
)
_PRONOUN = re.compile(rf"^\W*(?:He|She)\s+(?:also\s+|further\s+|then\s+)?{_ATTRIBUTES}\b")
_FRAME = re.compile(
    rf"\b(?:{'|'.join(SAYING)}|pointed out)\b"
    r"(?:\s+(?:on|that|also)\b[^,.;]{0,30}?)?\s*,?\s*(?:that\s+)?in\s+((?:19|20)\d\d)\s*,",
    re.IGNORECASE,
)

SPEECH = Speech(
    verbs=_VERBS,
    attributed=_ATTRIBUTED,
    pronoun=_PRONOUN,
    apposition=_APPOSITION,
    frame=_FRAME,
)
