"""Lines between speeches that tell what happened in the room: nobody's words.

"The reporter nodded." or "(Mr. Lee left the podium.)" reports the event in the third person, as a
lead before the first label does, and like it takes the role of a dateline.  What is only heard
("(Laughter.)") is nobody's words either where it stands between two labels; within what somebody
says it stays in the text, as does how it is said ("(In Swedish)").

Officials tell in the third person too ("The minister left for Oslo."), so that outside brackets
only people in the room count, and only what they do there.
"""

from __future__ import annotations

import re

from . import lexicon
from .dates import find_dates
from .words import is_interjection

_LONGEST = 200
_MOST_WORDS = 26

_TITLE = r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Minister|Secretary|Director|Governor|President|General)\.?\s+"
_ROOM = (
    r"reporters?|journalists?|correspondents?|questioners?|audience|press corps|spokes\w+|"
    r"moderator|chair(?:man|woman|person)?|interpreters?|translators?|speakers?|photographers?|panel\w*"
)
_OTHERS = (
    r"minister|(?:press\s+)?secretary|director|officials?|president|governor|mayor|staff\w*|aides?|"
    r"delegat\w+|guests?|experts?|officers?"
)
_ARTICLE = r"(?:the|an?|one|another|two|three|some|several|all|both|most)\s+(?:[\w'’-]+\s+){0,2}?"
_IN_ROOM = rf"(?:(?i:{_ARTICLE}(?:{_ROOM})|reporters|journalists)|(?:{_TITLE})?{lexicon.NAME})"
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
    rf"{_WHEN}(?i:(?:the|this)\s+(?:[\w'’-]+\s+)?(?P<event>{_EVENT})\s+{_HELD}){_AFTER}", re.DOTALL
)
_TOLD = re.compile(rf"{_WHEN}(?P<who>{_IN_ROOM})\s+{_ADVERB}{_GESTURE}{_AFTER}", re.DOTALL)
_TOLD_IN_BRACKETS = re.compile(rf"{_WHEN}{_ANYBODY}\s+{_ADVERB}{_ANY_ACT}{_AFTER}", re.DOTALL)
_DONE_IN_BRACKETS = re.compile(
    r"(?i:the|this|these|an?)\s.{1,80}\b(?:was|were)\s+(?:\w+ly\s+)?(?:asked|raised|received|handed|"
    r"shown|played|distributed|displayed|disconnected|lost|given|read|put)\b.*",
    re.DOTALL,
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s*[ap]\.?m\b|\bnoon\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us|me|you|your|let['’]s)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[（](?P<words>[^()\[\]（）]{3,200})[)\]）]\.?")


def is_narrated(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a block tells what happened in the room; `names` are words of the speakers' names.

    >>> is_narrated("The reporter nodded."), is_narrated("At 3:15 the conference was suspended.")
    (True, True)
    >>> is_narrated("(Mr. Lee left the podium)"), is_narrated("(Laughter.)")
    (True, False)
    >>> is_narrated("The minister left for Oslo."), is_narrated("We left the podium.")
    (False, False)
    """
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or "?" in text:
        return False
    inside = _BRACKETS.fullmatch(text)
    words = inside.group("words").strip() if inside else text
    if is_interjection(words, in_brackets=inside is not None) or _FIRST_PERSON.search(words):
        return False
    if inside is None and not text.endswith((".", "!")):
        return False
    event = _EVENT_TOLD.fullmatch(words)
    if event:
        of_press = re.fullmatch(_PRESS, event.group("event"), re.IGNORECASE)
        own = of_press is not None and not find_dates(words)
        return inside is not None or own or _HOUR.search(words) is not None
    if inside is not None:
        told = _TOLD_IN_BRACKETS.fullmatch(words) or _DONE_IN_BRACKETS.fullmatch(words)
        return told is not None
    told = _TOLD.fullmatch(words)
    return told is not None and _is_here(told.group("who"), names)


def is_heard(text: str) -> bool:
    """Whether a block is only what was heard in the room, in brackets.

    >>> is_heard("(Laughter.)"), is_heard("[Applause]"), is_heard("(Laughter.) Four.")
    (True, True, False)
    """
    inside = _BRACKETS.fullmatch(text)
    return inside is not None and is_interjection(inside.group("words").strip(), in_brackets=True)


def in_brackets(text: str) -> bool:
    """Whether all of a block stands in one pair of brackets."""
    return _BRACKETS.fullmatch(text) is not None


def _is_here(who: str, names: frozenset[str]) -> bool:
    """Whether a subject is of those in the room: by what it is, or by a speaker's name."""
    if re.search(rf"\b(?:{_ROOM})\b", who, re.IGNORECASE):
        return True
    plain = lexicon.without_honorific(who).casefold().split()
    return bool(plain) and names.issuperset(plain)
