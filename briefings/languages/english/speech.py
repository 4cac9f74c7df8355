"""Verbs of saying in English, and sentences with them."""

from __future__ import annotations

import re

from ..speaking import Speech

# Verbs of saying in reports, and those that only some reports use.
SAYING = "said says told introduced noted stressed added announced explained stated".split()
REPORTING = (
    "answered responded reported revealed emphasized emphasised listed mentioned replied".split()
)
# Judgements by a speaker, in reports only.
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
_REPORTED = re.compile(
    rf"[^“”\"]{{1,200}}?\b(?:{SAID}|pointed\s+out)\b(?:\s+(?:on|at)\b[^“”\",.;:]{{0,40}})?"
    r"\s+that\s+(?P<told>.+)"
)

# Office, name, and the verb after any aside: "Police chief Ann Lee, who ..., said".
_WHO = (
    r"(?<![\w.])(?:an?\s+)?(?P<name>(?:[Tt]he\s+)?"
    r"(?:(?:(?:[A-Z]\.){2,9}|[A-Z][\w'’-]*\.?)\s+(?:(?:of|for|and|the|on)\s+)*){0,9}[A-Z][\w'’-]*)"
)
_BODY = (
    r"(?P<name>the\s+(?:[a-z]+\s+){0,2}(?:ministry|police|government|bureau|agency|department|"
    r"office|authorities|council|commission|company|union))"
)
_OFFICE = (
    r"(?P<name>(?:[A-Z][\w'’-]*\s+){1,9}(?:[a-z]+\s+)?"
    r"(?:ministry|police|bureau|agency|department|office|authorities|council|commission))"
)
_BEHIND = (
    rf"(?:\s*\([A-Z]{{2,8}}\))?(?:,\s+[^,.;:“”\"]{{3,120}},)?\s+(?:also\s+|further\s+|then\s+|has\s+|have\s+)?"
    rf"(?:{SAID}|{'|'.join(PRESENT)}|pointed\s+out)\b"
)
_REPORTED_BY = (
    re.compile(_WHO + _BEHIND),
    re.compile(_OFFICE + _BEHIND),
    re.compile(_BODY + _BEHIND, re.IGNORECASE),
    re.compile(rf"[,”\"]\s+(?:said|says|added)\s+{_WHO}"),
    re.compile(rf"\b[Aa]ccording\s+to\s+{_WHO}"),
    re.compile(rf"\b[Aa]ccording\s+to\s+(?:the\s+)?{_OFFICE}"),
    re.compile(rf"\b[Aa]ccording\s+to\s+{_BODY}"),
)
_NO_NAMES = frozenset(
    "he she they it we i this that these those there who which as but and however meanwhile in on"
    " at also monday tuesday wednesday thursday friday saturday sunday".split()
)

SPEECH = Speech(
    verbs=_VERBS,
    attributed=_ATTRIBUTED,
    pronoun=_PRONOUN,
    apposition=_APPOSITION,
    reported_by=_REPORTED_BY,
    no_names=_NO_NAMES,
    frame=_FRAME,
    reported=_REPORTED,
)
