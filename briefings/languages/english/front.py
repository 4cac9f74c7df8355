"""Titles, bylines, leads and datelines in English."""

from __future__ import annotations

import re

from ..layout import Front
from ..names import NAME, NAME_WORD
from .names import ORGANIZATION_WORD

TITLE_WORD = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|gaggle)|\bbriefings?\b|\bconference\b|"
    r"\btranscript\b|\bremarks\b|\bstatement\b|\bquestions and answers\b|\binterview\b|"
    r"\bspokes(?:person|man|woman)\b|\bpresser\b|\bgaggle\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:edited |verbatim )?(?:transcript|press|remarks|statement)\b", re.I)
_OFFICE = (
    r"(?:Spokes(?:person|man|woman)|Minister|Secretary(?:[ -]General)?|Director(?: General)?|"
    r"President|Commissioner|Ambassador|Chair(?:man|woman|person)?|Governor|Premier|Chief|Representative|"
    r"Chancellor|Mayor|Administrator|Envoy|Head|Officer)"
)
_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w.-]|['’](?!s\b)(?=\w))*"
_PERSON = re.compile(
    rf"(?P<role>(?:[\w’',&.-]+\s+){{0,10}}?{_OFFICE}"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){{1,4}}?)?)\s*"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})"
    r"(?=['’]|\s+[a-z(]|\s*[,–—-]|$)"
)
_BEFORE_ROLE = re.compile(
    r"\b(?:by|with|from|and|"
    r"(?:conference|briefing|gaggle|remarks|transcript|statement|interview)s?\s+(?:of|on))\s+",
    re.IGNORECASE,
)
# Words of titles in positions where a name could be: "Press Secretary Updates Reporters on ...".
_NO_NAME = re.compile(
    rf"{TITLE_WORD.pattern}|{ORGANIZATION_WORD.pattern}|"
    r"^(?:Holds|Hosts|Gives|Updates|Answers|Briefs|Speaks|Takes|Meets|Attends|Addresses|On)\b",
    re.IGNORECASE,
)
_BY_PERSON = re.compile(
    rf"(?i:by)\s+(?P<name>(?:{NAME_WORD}\s+){{1,4}}{NAME_WORD}),\s+(?P<role>.+)"
)
_LEAD_PERSON = re.compile(
    rf"(?:^|\bby\s+|\band\s+)(?P<name>{NAME}),\s+(?P<role>[^,;]{{4,240}}?)"
    r"(?=,\s+(?:answer|answers|answered|spoke|briefed|attended|held|holds|and\b)|\.?$)"
)
_BYLINE = re.compile(
    r"(?:(?:[Bb]y|BY)\s+[A-Z]|(?:reporters?|editors?|authors?|correspondents?|journalists?|text|"
    r"writer|transcribed|translated|translators?|edited|compiled)\s*(?:by|:)\s*\S)|"
    r".{2,60}\b(?:reporters?|correspondents?|journalists?|staff writer)\b\s+"
    r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,3}$",
)
_NOT_AUTHOR = re.compile(
    r"\W*(?:transcribed|translated|translators?|edited|editors?|compiled)\b", re.IGNORECASE
)
_BEFORE_AUTHOR = re.compile(
    r"^\W*.*\b(?:by|reporters?|correspondents?|journalists?|authors?|writers?|text)\b\s*:?\s*",
    re.IGNORECASE,
)
_LEAD_PLACE = re.compile(
    r"(?:conference|briefing)s?\b[^.]{0,40}?\bin\s+"
    r"([^\W\d_a-z][\w-]+(?:\s+[^\W\d_a-z][\w-]+){0,2})(?=\s+(?:on|to|about|at)\b|[,.])"
)
PUBLISHED = re.compile(
    r"\b(?:last\s+(?:modified|updated?)|updated|published|posted|released?|source|issued|editor|from)"
    r"\b\s*(?:on|at|time|by)?\s*[:：]?",
    re.IGNORECASE,
)
VENUE = re.compile(
    r"\b(?:room|hall|cent(?:re|er)|building|house|palace|headquarters|auditorium|theat(?:re|er)|"
    r"ministry|office|studio|hotel|garden|lawn)\b|(?:aboard|en route|via)\s+\w|"
    r"\bby\s+(?:tele|video|phone|zoom)",
    re.IGNORECASE,
)
# "... on March 28", "... December 11": the date of the event in the title.
_DAY_AT_END = re.compile(r"(?:\bon\b|[,(–—|-]|\btranscript\b)\s*$", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:related|recommended|latest|hot|top|more|other|most (?:read|viewed|popular)|popular|"
    r"see also|you may also like|previous|next|further|editor['’]?s['’]? (?:choice|picks?)|"
    r"today['’]s top)\s*"
    r"(?:news|articles?|stories|story|links?|reading|reports?|coverage|topics?|posts?|items?|"
    r"videos?|documents?|releases?|from [\w ]{2,30})?\s*[:：]?",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\W*(?:transcript|full text)?\W*$", re.IGNORECASE)

# "Statement given by the First Minister at the media briefing": what follows, and by whom.
_GIVEN = re.compile(
    r"(?:the\s+)?(?:full\s+)?(?:opening\s+)?(?:text|statement|speech|remarks|address|comments)\s+"
    r"(?:(?:as\s+)?(?:given|delivered|made|read|issued)\s+)?(?:by|of|from)\s+",
    re.IGNORECASE,
)
FRONT = Front(
    given=_GIVEN,
    title_word=TITLE_WORD,
    title_begins=_BEGINS,
    person=_PERSON,
    by_person=_BY_PERSON,
    lead_person=_LEAD_PERSON,
    before_role=_BEFORE_ROLE,
    no_name=_NO_NAME,
    byline=_BYLINE,
    by="by ",
    not_author=_NOT_AUTHOR,
    before_author=_BEFORE_AUTHOR,
    between_authors=re.compile(r"\s*(?:[,;|/&]|\band\b)\s*"),
    lead_place=_LEAD_PLACE,
    published=PUBLISHED,
    venue=VENUE,
    day_at_end=_DAY_AT_END,
    title_end=_TITLE_END,
    related=_RELATED,
)
