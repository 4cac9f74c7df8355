"""Host, series and date of an event in English."""

from __future__ import annotations

import re

from ..layout import Facts

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
    r"[A-Z][A-Za-z ,.'-]{2,40},\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8})\s*"
    r"\((?P<agency>[^()]{2,40})\)\s*[-–—]|"
    r"(?P<org>[^\W\d_a-z][\w'’ &-]{3,60}?),\s+(?=[A-Z][a-z]{2,8}\.?\s\d)"
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
_NO_HOST = re.compile(r"(?:press|news|media|regular|transcript|remarks|notice)\b", re.IGNORECASE)
_BEFORE_ORG = (
    re.compile(r"^(?:On\s[^,]*,\s+|[a-z][^,]*,\s+)?(?:[Tt]he\s+)?"),
    re.compile(r"^(?:[^,]*\d[^,]*,\s+)+(?:[Tt]he\s+)?"),
)
_BEHIND_ORG = re.compile(r"\s+(?:has|have|had|will|also|today|jointly)$")

FACTS = Facts(
    hosts=_HOSTS,
    title_host=_TITLE_HOST,
    after_event=_AFTER_EVENT,
    no_host=_NO_HOST,
    before_org=_BEFORE_ORG,
    after_org=_BEHIND_ORG,
    agency=_AGENCY,
    series=_SERIES,
    ordinals=tuple(_ORDINALS),
)
