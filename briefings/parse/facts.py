"""Facts of the event that stand in running text: host, series and number, date of an article."""

from __future__ import annotations

import re

from . import lexicon
from .dates import find_dates

_THE = r"(?:the\s+)?"
_EVENT = r"(?:press|news|media)?\s*(?:conference|briefing)s?"
_ORG = r"(?P<org>[A-Z][^.;:\"“”]*?)"
_HOSTS = (
    re.compile(rf"{_EVENT}\s+(?:held|hosted|organi[sz]ed|convened|given)\s+by\s+{_THE}{_ORG}(?=[.,;]|\s+(?:on|to|in|at|about|under|for|today|with|entitled|this)\b(?!\s+the\s+(?:Central|People))|$)"),
    re.compile(rf"(?:^|[.,]\s+|\bthe\s+)(?:[Tt]he\s+)?{_ORG}\s+(?:held|holds|hosted|hosts|convened|organi[sz]ed|gave)\s+(?:an?|the|its|another)\s+(?:\w+\s+){{0,4}}?(?:of\s+)?{_EVENT}"),
    re.compile(rf"[Ww]elcome\s+to\s+(?:this|the|today['’]s|our)\s+(?:\w+\s+){{0,3}}?{_EVENT}\s+(?:of|at)\s+{_THE}{_ORG}(?=[.,;]|\s+(?:on|today)\b|$)"),
)  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_NUMBER = rf"(?P<number>\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NAMED = r"[\"“‘'](?P<name>[^\"“”]{3,120}?)[.,]?[\"”’'](?=\W|$)"
_SERIES = (
    re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?{_EVENT}\s+(?:under|in|of|on|with)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?(?:theme|series|topic)(?:\s+of|\s+titled|\s+entitled|\s+called|\s+on)?,?\s+{_NAMED}"),
    re.compile(rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:press\s+|news\s+)?(?:conference|briefing)\s+in\s+(?:the|our)\s+{_NAMED}\s+series"),
    re.compile(rf"\bseries\s+of\s+(?:themed\s+)?{_EVENT}\s+(?:under|on)\s+(?:the\s+)?(?:theme|topic)\s+of\s+{_NAMED}"),
    re.compile(rf"\b{_EVENT}\s+(?:under|on|in)\s+(?:the\s+)?(?:theme|series)(?:\s+of)?\s+{_NAMED}"),
)  # fmt: skip


def host_of(*texts: str | None) -> str | None:
    """The organisation that held the event, as the first text that says so words it.

    >>> host_of("Welcome to this press conference held by the Office of Water. Today")
    'Office of Water'
    >>> host_of("The Ministry of Health held a press conference on the 10th to report")
    'Ministry of Health'
    """
    for text in texts:
        for pattern in _HOSTS:
            match = pattern.search(text or "")
            if match:
                host = match.group("org").strip(" ,")
                host = re.sub(r"^(?:On\s+\S+\s+\d+,\s+)?(?:[Tt]he\s+)?", "", host)
                if len(host.split()) <= 20:
                    return host
    return None


_TITLE_HOST = re.compile(
    r"(?P<org>(?:[^\W\d_a-z][\w'’&-]*\s+(?:(?:of|for|and|the|on)\s+)*){1,12}?)"
    r"(?:(?:holds?|hosts?|gives?)\s+(?:an?\s+)?)?(?:(?i:regular|weekly|monthly|quarterly|joint|special)\s+)?"
    r"(?i:press|news|media)?\s*"
    r"(?i:conference|briefing)\b"
)
_AGENCY = re.compile(
    r"(?P<org>[^\W\d_a-z][\w'’ &-]{3,60}?),\s+(?=[A-Z][a-z]{2,8}\.?\s\d)|"
    r"[A-Z][A-Za-z ,.'-]{2,40},\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}\s*\((?P<agency>[^()]{2,40})\)\s*[-–—]"
)


def host_of_title(title: str | None) -> str | None:
    """The organisation before "press conference" in a title, if it begins with one.

    >>> host_of_title("Statistics Office press conference on the census")
    'Statistics Office'
    >>> host_of_title("Press conference on harvest insurance") is None
    True
    """
    match = _TITLE_HOST.match(title or "")
    org = match.group("org").strip() if match else ""
    if re.match(r"(?i:press|news|media|regular|transcript|remarks)\b", org) or "'" in org:
        return None
    return org or None


def agency_line(text: str) -> tuple[str | None, str | None]:
    """Agency and day of a report's first words, the day mostly without a year.

    >>> agency_line("China News Service, January 10th. The spokesperson said")
    ('China News Service', '--01-10')
    """
    match = _AGENCY.match(text)
    dates = [date for date in find_dates(text[:120]) if match and date.start <= match.end()]
    if not match or not dates:
        return None, None
    org = match.group("agency") or match.group("org")
    if match.group("org") and not lexicon.is_outlet_like(org):
        return None, None
    return org, dates[0].iso


def series_of(*texts: str | None) -> tuple[str | None, int | None]:
    """Name and number of the series, as the first text that names one words it.

    >>> series_of('We are holding the 17th press conference under the theme of "Ten Years."')
    ('Ten Years', 17)
    """
    for text in texts:
        for pattern in _SERIES:
            match = pattern.search(text or "")
            if match:
                number = match.groupdict().get("number")
                return match.group("name").strip(" .,"), _ordinal(number) if number else None
    return None, None


def article_date(texts: list[str]) -> str | None:
    """The event's day as an article's first paragraphs give it: whole, partial, or None."""
    for text in texts:
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", text):
            if lexicon.EVENT.search(sentence) and lexicon.HELD.search(sentence):
                dates = find_dates(sentence)
                if dates:
                    return dates[0].iso
    for text in texts[:1]:
        # An agency's dateline: "BEIJING, July 25 (Agency) --", "News Service, January 10th."
        dates = [date for date in find_dates(text) if date.start < 60]
        if dates and len(text[: dates[0].start].split()) <= 6:
            return dates[0].iso
    return None


def _ordinal(text: str) -> int:
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else int(text[:-2])
