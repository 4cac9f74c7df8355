"""Lists of participants in English, and their headings."""

from __future__ import annotations

import re

from ..layout import Lists
from ..names import NAME, NAME_WORD
from .names import HONORIFIC, MR


def _headings() -> dict[str, str]:
    words = {
        "speakers": "speaker speakers participant participants presenter presenters attendee "
        "attendees guest guests panel panelist panelists panellists official officials briefer "
        "briefers spokesperson spokespersons present interviewee interviewees interpreter "
        "interpreters",
        "chair": "chair chairperson chairman chairwoman chairpersons moderator moderators host "
        "hosts emcee presider",
        "date": "date time when",
        "place": "place venue location where site address add",
        "topic": "topic theme subject title",
        "data": "length duration reference",
        "section": "transcript contents q&a",
    }
    phrases = {
        "speakers": "list of speakers,list of participants,main speakers,main speaker,"
        "briefing officials,officials present,speakers and guests,speaker key,speakers key",
        "date": "date and time,time and date",
        "section": "full text,full transcript,the transcript,opening remarks,opening statement,"
        "questions and answers,q & a,q and a,question and answer session,q&a session,"
        "index of topics",
    }
    headings = {word: kind for kind, wordings in words.items() for word in wordings.split()}
    headings |= {
        phrase: kind for kind, wordings in phrases.items() for phrase in wordings.split(",")
    }
    return headings


# Headings of lists and facts before the text, and what they introduce.
HEADINGS = _headings()
_WITH_ROLE = re.compile(
    rf"(?P<hon>(?i:{HONORIFIC.pattern}))?(?P<name>{NAME})"
    r"\s*(?:[,，]|\s[-–—]+\s|[:：]|\((?=[^)]*\)\W*$))\s*(?P<role>\S.*)"
)
_NAME = re.compile(rf"(?i:{HONORIFIC.pattern})?(?P<name>{NAME})\Z")
# Not a role, but a statement about the person.
_SAYING = re.compile(
    r"\b(?:said|says|told|introduced|introduces|noted|stressed|added|pointed|will|has|have|had|is|"
    r"was|made|makes|spoke|speaks|answer(?:s|ed)|brief(?:s|ed)|attend(?:s|ed)|held|holds|meets|met|"
    r"gave|gives|presided|visited|visits)\b"
)
_KEY = re.compile(r"\bkey\b", re.IGNORECASE)
_ORGANIZATION = re.compile(
    r"\b(?:of|at|for|in|with|from)\s+(?:the\s+)?(?P<org>(?:[A-Z]|\d+(?:st|nd|rd|th)?\s+[A-Z]).*)"
)
_NEXT_ROLE = re.compile(
    r"\s*(?:,|;|\band\b)\s+(?:an?\s+|the\s+|also\s+|concurrently\s+)*(?:[a-z-]+\s+){0,3}?"
    r"(?:minister|director|secretary|spokes\w+|head|chief|member|president|chair\w*|deputy|vice)\b.*"
)
# "Mr. Bo Li, vice minister of water; ... and Ms. Ann Lee, director of ..., to brief you"
_INTRODUCED = re.compile(
    rf"\b(?:{MR})\.?\s+(?P<name>{NAME_WORD}(?:\s+{NAME_WORD}){{1,3}})"
    rf",\s+(?P<role>[^;.]{{4,200}}?)(?=;|\.(?:\s|$)|,?\s+and\s+(?:{MR})\b|"
    r",\s+(?:to|who|will)\b|\s+to\s+(?:brief|answer|introduce|elaborate|take))"
)
# "Foreign Ministry Spokesperson": the organization comes first.
_ORGANIZATION_BEFORE = re.compile(r"(?P<org>(?:[A-Z][\w&'’-]*\s+)+)Spokes(?:person|man|woman)")

LISTS = Lists(
    headings=HEADINGS,
    key=_KEY,
    with_role=_WITH_ROLE,
    name=_NAME,
    told_of=_SAYING,
    organization=_ORGANIZATION,
    organization_before=_ORGANIZATION_BEFORE,
    next_role=_NEXT_ROLE,
    introduced=_INTRODUCED,
    joint="and",
    by="by",
)
