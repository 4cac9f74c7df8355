"""Differences in wording between English texts of one event. See `languages.comparing`."""

from __future__ import annotations

import re

from ..comparing import Comparing
from .calendar import MONTHS

_MONTHS = {spelling for name in MONTHS for spelling in (name, name[:3])} | {"Sept"}
_MONTH = rf"(?P<{{}}>{'|'.join(sorted(_MONTHS, key=lambda word: (-len(word), word)))})\b\.?"
_DAY = r"(?P<{}>[1-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_LEAD = (
    r"(?P<{}>(?i:(?:the\s+)?(?:end|beginning|start|middle)\s+of|in|by|until|till|since|before|after|"
    r"from|during))"
)
_DATE = re.compile(
    rf"\b(?:{_DAY.format('d1')}\s+(?:of\s+)?{_MONTH.format('m1')}|{_MONTH.format('m2')}\s+"
    rf"{_DAY.format('d2')}(?!\d))(?:,?\s+(?P<y1>{_YEAR}))?"
    rf"|\b{_LEAD.format('l3')}\s+(?:last\s+)?{_MONTH.format('m3')}(?:,?\s+(?P<y3>{_YEAR}))?"
    rf"|\b{_LEAD.format('l4')}\s+(?P<y4>{_YEAR})\b"
)
# Bases of comparison.
_OTHER_USE = re.compile(
    r"\b(?:compared\s+(?:with|to)|than|versus|over|from)\s+(?:in\s+|that\s+(?:in|of)\s+)?$",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:(?:deputy|vice|assistant|acting|executive|first|former)[\s-]+)*"
    r"(?:director[\s-]general|director|head|chief|minister|member|spokes\w+|chair\w*|president|"
    r"commissioner|secretary(?:[\s-]general)?|ambassador|governor|mayor|general\s+manager)"
)
# "Name, director of the Bureau of X," in running text.
_APPOSITION = re.compile(
    rf"\s*,\s+(?:an?\s+|the\s+)?(?P<role>{_OFFICE}\b(?:\s+(?:of|at|for|in)\s+[^,;.()]+?)?)"
    r"(?=\s*(?:[,;.(]|$|\s(?:to|who|and|said|introduced|told)\b))"
)
_ROLE = re.compile(
    rf"(?:an?\s+|the\s+)?(?P<title>{_OFFICE})\b(?:\s+(?:of|at|for|in)\s+)?(?P<rest>.*)"
)
_EVENT = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|meeting)\b|\bbriefing\b|\bpress\s+event\b",
    re.IGNORECASE,
)
# In running text, the event is recognized where the speaker refers to it.
_POINTED = re.compile(
    rf"\b(?:this|today['’]s|our|the\s+\d+(?:st|nd|rd|th)|\d+(?:st|nd|rd|th))\s+({_EVENT.pattern})",
    re.IGNORECASE,
)
# Mutually exclusive outcomes of a count, by field.
_FATES: tuple[tuple[str, ...], ...] = (
    (
        r"killed|died|dead|deaths?|fatalit(?:y|ies)|lost\s+(?:their|his|her)\s+li(?:ves|fe)",
        r"injured|wounded|hurt|injuries",
        r"missing|unaccounted",
    ),
    (
        r"search(?:ed|ing)\s+for|searched|sought|looked\s+for",
        r"found|located|rescued|recovered|freed",
    ),
    (
        r"approved|passed|adopted|accepted|granted",
        r"rejected|refused|denied|turned\s+down|voted\s+down",
    ),
)
_OUTCOMES = tuple(
    tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in field) for field in _FATES
)
_COMPARING = re.compile(
    r"\b(?:approximately|about|around|nearly|almost|roughly|some|over|more\s+than|at\s+least|"
    r"less\s+than|fewer\s+than|under|up\s+to|as\s+many\s+as|close\s+to|no\s+(?:more|less|fewer)\s+than"
    r"|[\w]+ing|above|below)\s+(?:a\s+total\s+of\s+)?$",
    re.IGNORECASE,
)
# The time for which an amount is: "90 million crowns a year".
_EACH = re.compile(
    r"(?:\s+[a-z]+)?\s+(?:an?|per|each|every)\s+(hour|day|night|week|month|quarter|year)\b"
)
_DENIAL = re.compile(r"\b(?:no|not|never|nobody|none|cannot|neither|nor)\b|n['’]t\b", re.IGNORECASE)
# "Director" and "director general" are two translations; "deputy" denotes another person.
_RANK = re.compile(r"\b(?:deputy|vice|assistant|acting|former)\b", re.IGNORECASE)
# From a whole to its part: "12 boats, including more than 30 tugs", "of which 30 are tugs".
_PART = re.compile(
    r"(?:[^\W\d]|[\s,(‘’'-]){0,60}?\b(?:including|of\s+(?:which|whom)|among\s+(?:which|whom|them))"
    r"\s+(?:(?:a\s+total\s+of|more\s+than|over|about|approximately|nearly|some|the)\s+)*$",
    re.IGNORECASE,
)
_COUNTED_THING = re.compile(r"(?:\s+(?!and\b|or\b|have\b|has\b|were\b|are\b)[\w’'-]+){0,5}")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t)\s+(?:(?:not|also|further|then|soon|\w+ly)\s+)*"
    r"(?:be\s+|have\s+been\s+|have\s+)?\w+|\b(?:is|are)\s+going\s+to\s+\w+",
    re.IGNORECASE,
)
# The verb of a future act, and of the same act in the past: "will be handed over", "was handed
# over".
_TO_COME = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:going\s+)?to)\s+(?:(?:also|then|soon|\w+ly)\s+)*be\s+"
    r"(?P<verb>\w+)",
    re.IGNORECASE,
)
# Somebody will do something: "we shall build".
_TO_DO = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+going\s+to)\s+(?:(?:also|then|soon|\w+ly)\s+)*"
    r"(?P<verb>(?!be\b)\w+)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:was|were|(?:has|have)\s+been)\s+(?:(?:also|then|\w+ly)\s+)*(?P<verb>\w+)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:next|going\s+forward|in\s+the\s+(?:future|next)|plan(?:s|ned)?\s+(?:to|for)|planning|aim(?:s|ed)?|intend(?:s|ed)?|"
    r"to\s+be|are\s+to|is\s+to|would|should)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:have|has|had|was|were|did)\b(?:\s+\w+){0,2}|\b(?!need|indeed|proceed|exceed|speed|feed|seed|"
    r"hundred|red\b)\w{2,}ed\b|\b(?:fell|rose|grew|made|took|built|held|led|kept|brought|won|lost|"
    r"sent|gave|became|began|set|met|saw|went|came|found|paid|sold|dealt|struck)\b",
    re.IGNORECASE,
)
# Restrictive clauses: "each home that had no power", "workers who were trained".
_RELATIVE = re.compile(
    r"\b(?:who|which|(?<!\bsaid )(?<!\btold )(?<!\badded )(?<!\bnoted )(?<!\bannounced )that)\s"
    r"[^,;:.]*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[“\"‘]([^“”\"‘’]{3,60})[”\"’]|"
    r"\b([A-Z][\w-]*(?:\s+(?:(?:of|and|for)\s+(?:the\s+)?)?[A-Z][\w-]*)*)"
)
_HEAD = r"(?:campaign|operation|action|activity|drive|programme|program|initiative)"
# "a “Clean Net” campaign", "the campaign of “cleaning the net”", "a campaign to clean the net"
_CAMPAIGN = re.compile(
    rf"(?:\b(?:special|nationwide|national|targeted)\s+)*(?:"
    rf"[“\"‘'][^“”\"‘’]{{3,90}}[”\"’']\s+(?:special\s+|targeted\s+)?{_HEAD}\b"
    rf"|\b{_HEAD}\s+(?:(?:of|called|named|themed)\s+)?[“\"‘][^“”\"‘’]{{3,90}}[”\"’]"
    rf"|\b{_HEAD}\s+to\s+\w+(?:\s+[\w'’-]+){{1,11}})",
    re.IGNORECASE,
)

COMPARING = Comparing(
    date=_DATE,
    date_in_other_use=_OTHER_USE,
    begins=frozenset({"from"}),
    lead_article="the ",
    apposition=_APPOSITION,
    role=_ROLE,
    event=_EVENT,
    pointed=_POINTED,
    small_in_office=re.compile(r"\b(?:the|of|and|for)\b"),
    within_office=re.compile(r"\s+(?:of|under|at|in)\s+the\s+|\s+and\s+"),
    around_office=re.compile(r"^(?:the\s+)?(?:\w+['’]s\s+)?|\s*\([^)]*\)"),
    rank=_RANK,
    outcomes=_OUTCOMES,
    before_number=_COMPARING,
    each=_EACH,
    denial=_DENIAL,
    part=_PART,
    counted_thing=_COUNTED_THING,
    future=_FUTURE,
    to_come=_TO_COME,
    to_do=_TO_DO,
    done=_DONE,
    plan=_PLAN,
    past=_PAST,
    no_past=frozenset("compared based related united so-called named".split()),
    relative=_RELATIVE,
    name=_NAME,
    campaign=_CAMPAIGN,
    campaign_words=(
        "campaign operation action activity drive programme program initiative special nationwide"
        " national targeted"
    ),
)
