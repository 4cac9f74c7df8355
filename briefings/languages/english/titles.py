"""Dispensable words of English briefing titles in a list."""

from __future__ import annotations

import re

from ..asking import Titles
from .calendar import CALENDAR

_MONTH = "|".join(sorted(CALENDAR.month_numbers, key=len, reverse=True))
_DATE = (
    rf"(?:(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\.?,?\s+\d{{4}}|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}-\d{2})"
)
# "Regular Press Conference on October 26, 2018", "..., 10/3/2014", "... – July 16, 2019"
_DAY = re.compile(
    rf"\s*(?:[,:;–—-]|\bon\b|\bof\b|\()?\s*(?:\w+day,?\s+)?{_DATE}\W*$", re.IGNORECASE
)
_EVENT = (
    r"(?:(?:press|news|media)\s+)?(?:conference|briefing|gaggle|teleconference|call|interview|"
    r"q\s*&\s*a|question-and-answer session)s?"
)
_WHO = r"(?:\s+(?:by|with|of|from|for|to|at)\s+(?:(?!\son\s).){1,140}?)?"
# "X holds press conference on ...", "SCIO briefing on ...", "Background Press Call by Y on ..."
_ON = re.compile(
    rf"^(?:.{{0,160}}?\b)?{_EVENT}\b{_WHO}\s+(?:on|about|regarding|concerning|to\s+introduce)\s+"
    r"(?P<subject>\S.*)$",
    re.IGNORECASE,
)
_SPOKEN_ON = re.compile(
    r"^.{0,160}?\b(?:remarks|statement|transcript|speech)\b(?:(?!\son\s).){0,140}?\s+"
    r"(?:on|about|regarding|concerning)\s+(?P<subject>\S.*)$",
    re.IGNORECASE,
)
# Titles that only name the speaker: "Press Briefing by Y"
_BY = re.compile(rf"^(?:.{{0,80}}?\b)?{_EVENT}\s+(?:by|with)\s+(?P<subject>\S.*)$", re.IGNORECASE)
# "the achievements of public security authorities in ..."
_BEFORE = re.compile(
    r"^(?:the\s+)?(?:(?:latest|recent|new|main|overall)\s+)?(?:achievements?|progress|results?|"
    r"situation|developments?|efforts?)(?:\s+made)?\s+(?:of|in|on|by)\s+(?:the\s+)?|^(?:the|its)\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*[,;:]\s|\s+[–—-]\s|\s+(?:and|in|at|by|before|with|for|from|to|as|during|through)\s",
    re.IGNORECASE,
)

TITLES = Titles(day=_DAY, event=(_ON, _SPOKEN_ON), by=_BY, before=_BEFORE, joint=_JOINT)
