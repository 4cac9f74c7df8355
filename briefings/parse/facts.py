"""Facts of the event that stand in running text: host, series and number, date of an article."""

from __future__ import annotations

import re

from . import lexicon
from .dates import find_dates

_THE = r"(?:the\s+)?"
_EVENT = r"(?:press|news|media)?\s*(?:conference|briefing)s?"
_ORG = r"(?P<org>[A-Z][^.;:\"“”]{1,160}?)"
_AFTER_ORG = (
    r"(?=[.,;]|\s+(?:on|to|in|at|about|under|for|today|with|entitled|this)\b"
    r"(?!\s+the\s+(?:Central|People))|$)"
)
_HOSTS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_EVENT}\s+(?:held|hosted|organi[sz]ed|convened|given)\s+by\s+{_THE}{_ORG}{_AFTER_ORG}",
        rf"(?:^|[.,]\s+|\bthe\s+)(?:[Tt]he\s+)?{_ORG}\s+"
        r"(?:held|holds|hosted|hosts|convened|organi[sz]ed|gave)\s+(?:an?|the|its|another)\s+"
        rf"(?:\w+\s+){{0,4}}?(?:of\s+)?{_EVENT}",
        rf"[Ww]elcome\s+to\s+(?:this|the|today['’]s|our)\s+(?:\w+\s+){{0,3}}?{_EVENT}\s+"
        rf"(?:of|at)\s+{_THE}{_ORG}(?=[.,;]|\s+(?:on|today)\b|$)",
    )
)
_MOST_WORDS = 20
# A host is named near the beginning; elsewhere such words are about another event.
_LOOK_AT = 1500
_TITLE_HOST = re.compile(
    r"(?P<org>(?:[^\W\d_a-z][\w'’&-]*\s+(?:(?:of|for|and|the|on)\s+)*){1,12}?)"
    r"(?:(?:holds?|hosts?|gives?)\s+(?:an?\s+)?)?"
    r"(?:(?i:regular|daily|weekly|monthly|quarterly|joint|special|online|virtual|online\s+regular)\s+)?"
    r"(?i:press|news|media)?\s*"
    r"(?i:conference|briefing)\b"
)
_AFTER_EVENT = re.compile(
    rf"(?i:conference|briefing)\s+(?:of|by|at)\s+{_THE}{_ORG}(?=\s+on\b|[,(]|$)"
)
_AGENCY = re.compile(
    r"(?P<org>[^\W\d_a-z][\w'’ &-]{3,60}?),\s+(?=[A-Z][a-z]{2,8}\.?\s\d)|"
    r"[A-Z][A-Za-z ,.'-]{2,40},\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})\s*"
    r"\((?P<agency>[^()]{2,40})\)\s*[-–—]"
)

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_NUMBER = rf"(?P<number>\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_NAMED = r"[\"“‘'](?P<name>[^\"“”]{3,120}?)[.,]?[\"”’'](?=\W|$)"
_SERIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_NUMBER}\s+(?:\w+\s+)?{_EVENT}\s+(?:under|in|of|on|with)\s+(?:the\s+)?"
        r"(?:\w+\s+){0,3}?(?:theme|series|topic)(?:\s+of|\s+titled|\s+entitled|\s+called|\s+on)?"
        rf",?\s+{_NAMED}",
        rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:press\s+|news\s+)?(?:conference|briefing)\s+in\s+"
        rf"(?:the|our)\s+{_NAMED}\s+series",
        rf"\bseries\s+of\s+(?:themed\s+)?{_EVENT}\s+(?:under|on)\s+(?:the\s+)?"
        rf"(?:theme|topic)\s+of\s+{_NAMED}",
        rf"\b{_EVENT}\s+(?:under|on|in)\s+(?:the\s+)?(?:theme|series)(?:\s+of)?\s+{_NAMED}",
        rf"\bpart\s+of\s+(?:the|our|a)\s+series\s+{_NAMED}",
    )
)


def host_of(*texts: str | None) -> str | None:
    """The organisation that held the event, as the first text that says so words it.

    >>> host_of("Welcome to this press conference held by the Office of Water. Today")
    'Office of Water'
    >>> host_of("On the morning of May 3, the Ministry of Health held a press conference")
    'Ministry of Health'
    """
    for text in texts:
        for pattern in _HOSTS:
            match = pattern.search((text or "")[:_LOOK_AT])
            host = _organization(match.group("org")) if match else None
            if host:
                return host
    return None


def host_of_title(title: str | None) -> str | None:
    """The organisation before or behind "press conference" in a title, if there is one.

    >>> host_of_title("Statistics Office press conference on the census")
    'Statistics Office'
    >>> host_of_title("Regular Press Conference of the Ministry of Trade (March 12, 2020)")
    'Ministry of Trade'
    >>> host_of_title("Press conference on harvest insurance") is None
    True
    """
    for match in (_TITLE_HOST.match(title or ""), _AFTER_EVENT.search(title or "")):
        org = match.group("org").strip() if match else ""
        if re.match(r"(?i:press|news|media|regular|transcript|remarks|notice)\b", org):
            continue
        several = len(org.split()) > 1 or lexicon.ACRONYM.search(org)
        if org and several and not re.search(r"['’]s?\b", org) and _organization(org):
            return org
    return None


def agency_line(text: str) -> tuple[str | None, str | None]:
    """Agency and day of a report's first words, the day mostly without a year.

    >>> agency_line("Coastal News Service, January 10th. The spokesperson said")
    ('Coastal News Service', '--01-10')
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
                # "Beijing, 2 May (Agency) -- ... on 31 May": the first is the report's own day.
                if dates:
                    return dates[-1 if len(dates) == 2 and agency_line(sentence)[1] else 0].iso
    for text in texts[:1]:
        # An agency's dateline: "BEIJING, July 25 (Agency) --", "News Service, January 10th."
        dates = [date for date in find_dates(text) if date.start < 60]
        if dates and len(text[: dates[0].start].split()) <= 6:
            return dates[0].iso
    return None


def _organization(text: str) -> str | None:
    """The organisation in what stands before the verb, or None where it is none."""
    text = re.split(r"\s(?:--|–|—)\s", text)[-1]
    host = re.sub(r"^(?:On\s[^,]*,\s+|[a-z][^,]*,\s+)?(?:[Tt]he\s+)?", "", text.strip(" ,"))
    host = re.sub(r"^(?:[^,]*\d[^,]*,\s+)+(?:[Tt]he\s+)?", "", host)
    host = re.sub(r"\s+(?:has|have|had|will|also|today|jointly)$", "", host)
    named = lexicon.ORGANIZATION_WORD.search(host) or lexicon.ACRONYM.search(host)
    proper = re.match(r"[A-Z]", host) is not None and not re.search(r"['’]s\s", host)
    return host if named and proper and len(host.split()) <= _MOST_WORDS else None


def _ordinal(text: str) -> int:
    return _ORDINALS.index(text) + 1 if text in _ORDINALS else int(text[:-2])
