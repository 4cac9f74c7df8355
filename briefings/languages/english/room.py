"""Sounds and events in the room, in English."""

from __future__ import annotations

import re

from ..layout import Room
from ..names import NAME
from .names import MR

_SOUND = (
    r"laugh(?:s|ter|ing|ed)?|applause|applauds|cheer(?:s|ing)|chuckles?|coughs?|sighs?|gasps?|"
    r"murmur(?:s|ing)?|inaudible|unintelligible|indiscernible|cross-?\s?talk(?:ing)?|"
    r"off-?\s?mic(?:rophone)?|off[- ]camera|no response|pause"
)
# In brackets these are remarks too; before a colon they may be a name or a task.
_REMARK = (
    r"(?:through|via|with) (?:an? |the )?(?:interpret\w+|translat\w+)|interpretation|translation|"
    r"(?:(?:as|speaking|speaks|spoken|answers|asks|asked|translated|interpreted)\s+)?"
    r"(?:in|from|through) [A-Z]\w+|as (?:delivered|prepared|interpreted|translated)|silence|noise|"
    r"music|clap(?:s|ping)|nod(?:s|ding)?|gestures?|gesturing|points?|pointing|smiles?|smiling|"
    r"break|recess|(?:audio|video|slide|film|clip|photo|image)s?(?: \w+)?|"
    r"technical (?:problem|difficult)\w*|interrupt\w+|continued|continues|sic|ph|phonetic"
)
_SOUNDS = re.compile(rf"\W*(?:{_SOUND})(?:\W+[\w'’-]+){{0,3}}\W*", re.IGNORECASE)
_REMARKS = re.compile(rf"\W*(?:{_SOUND}|{_REMARK})(?:\W+[\w'’-]+){{0,3}}\W*", re.IGNORECASE)
_TITLE = rf"(?:{MR}|Minister|Secretary|Director|Governor|President|General)\.?\s+"
_ROOM = (
    r"reporters?|journalists?|correspondents?|questioners?|audience|press corps|spokes\w+|"
    r"moderator|chair(?:man|woman|person)?|interpreters?|translators?|speakers?|photographers?|panel\w*"
)
_OTHERS = (
    r"minister|(?:press\s+)?secretary|director|officials?|president|governor|mayor|staff\w*|aides?|"
    r"delegat\w+|guests?|experts?|officers?"
)
_ARTICLE = r"(?:the|an?|one|another|two|three|some|several|all|both|most)\s+(?:[\w'’-]+\s+){0,2}?"
_IN_ROOM = rf"(?:(?i:{_ARTICLE}(?:{_ROOM})|reporters|journalists)|(?:{_TITLE})?{NAME})"
_ANYBODY = rf"(?:{_IN_ROOM}|(?i:{_ARTICLE}(?:{_OTHERS})|he|she|they|everyone|everybody))"
_ADVERB = r"(?:\w+ly\s+|then\s+|again\s+|all\s+)?"
_GESTURE = (
    r"(?:nodded|shook\s+(?:his|her|their)\s+heads?|smiled|laughed|chuckled|paused|applauded|clapped|"
    r"shrugged|sighed|coughed|bowed|gestured|whispered|(?:sat|stood)\s+(?:up|down)|held\s+up|"
    r"raised\s+(?:a|his|her|their)\s+hands?|pointed\s+(?:at|to)\s+(?:a|an|the|his|her)|"
    r"consulted\s+(?:his|her|their|with\s+(?:his|her|an)|notes)|handed\s+(?:out|over)|"
    r"did\s+not\s+(?:answer|reply|respond)|spoke\s+(?:off|through\s+an?\s+interpreter)|"
    r"(?:left|entered|walked\s+\w+|stepped\s+\w+|took|returned\s+to|approached|departed|exited)\s+"
    r"(?:from\s+|to\s+|of\s+)?(?:the|his|her|their)\s+"
    r"(?:podium|lectern|room|hall|stage|floor|seats?|briefing|press\s+conference|microphones?|table))"
)
_ANY_ACT = (
    rf"(?:{_GESTURE}|nods|shakes\s+\w+\s+head|smiles|laughs|pauses|left|leaves|enter(?:s|ed)|"
    r"exits|exited|walk(?:s|ed)|stands?|stood|rises|rose|sits|sat|points|pointed|gestures|applauds?|"
    r"clap|show(?:s|ed)|holds|hand(?:s|ed)|step(?:s|ped)|tak(?:es|en)|took|return(?:s|ed)|"
    r"rais(?:es|ed)|shrugs|wav(?:es|ed)|bows|reads?|interrupt(?:s|ed)|join(?:s|ed)|arrive[sd]|"
    r"depart(?:s|ed)|declin(?:es|ed)|sp(?:eaks|oke)|switch(?:es|ed)|turn(?:s|ed)|look(?:s|ed))"
)
_PRESS = r"(?:press|news|media)\s+(?:conference|briefing|gaggle)|briefing|gaggle"
_EVENT = (
    rf"{_PRESS}|conference|meeting|session|event|call|interview|recording|broadcast|transmission"
)
_HELD = (
    r"(?:(?:was|were)\s+(?:then\s+|briefly\s+|temporarily\s+)?(?:suspended|adjourned|interrupted|"
    r"resumed|concluded|ended|closed|opened|halted|paused|over)|resumed|adjourned|ended|began|"
    r"started|concluded|broke\s+(?:up|off))"
)
_WHEN = (
    r"(?i:(?:(?:at|shortly\s+after|after|around|about|by)\s+[^,]{1,24}?,?\s+|(?:then|here),?\s+)?)"
)
_AFTER = r"\b.{0,160}"
_EVENT_TOLD = re.compile(
    rf"{_WHEN}(?i:(?:the|this)\s+(?:(?!(?:press|news|media)\b)[\w'’-]+\s+)?"
    rf"(?P<event>{_EVENT})\s+{_HELD}){_AFTER}",
    re.DOTALL,
)
_TOLD = re.compile(rf"{_WHEN}(?P<who>{_IN_ROOM})\s+{_ADVERB}{_GESTURE}{_AFTER}", re.DOTALL)
_TOLD_IN_BRACKETS = re.compile(rf"{_WHEN}{_ANYBODY}\s+{_ADVERB}{_ANY_ACT}{_AFTER}", re.DOTALL)
_DONE_IN_BRACKETS = re.compile(
    r"(?i:the|this|these|an?)\s.{1,80}\b(?:was|were)\s+(?:\w+ly\s+)?(?:asked|raised|received|handed|"
    r"shown|played|distributed|displayed|disconnected|lost|given|read|put)\b.*",
    re.DOTALL,
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*[ap]\.?m\b|\bnoon\b", re.IGNORECASE)
_OF_PRESS = re.compile(_PRESS, re.IGNORECASE)
_PEOPLE = re.compile(rf"\b(?:{_ROOM})\b", re.IGNORECASE)

ROOM = Room(
    sounds=_SOUNDS,
    remarks=_REMARKS,
    event_told=_EVENT_TOLD,
    of_press=_OF_PRESS,
    told=_TOLD,
    told_in_brackets=_TOLD_IN_BRACKETS,
    done_in_brackets=_DONE_IN_BRACKETS,
    people=_PEOPLE,
    hour=_HOUR,
)
