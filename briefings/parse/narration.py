"""Narration: lines between turns that describe events in the room and are nobody's speech.

"The reporter nodded." or "(Mr. Lee left the podium.)" reports in the third person, like a lead
before the first label, and gets the same role, dateline. A sound ("(Laughter.)") is not speech if
it comes between two labels; within a turn it stays in the text, and so does a manner of speaking
("(In Swedish)").

Officials use the third person too ("The minister left for Oslo."), so outside brackets only people
in the room and their actions there count.
"""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language
from . import lexicon
from .dates import find_dates
from .words import is_interjection

_LONGEST = 200
_MOST_WORDS = 26

_BRACKETS = re.compile(r"[(\[（](?P<words>[^()\[\]（）]{3,200})[)\]）]\.?")


def is_narrated(
    text: str, names: frozenset[str] = frozenset(), language: Language = ENGLISH
) -> bool:
    """Return whether a block describes events in the room; `names` are words of speakers' names.

    >>> is_narrated("The reporter nodded."), is_narrated("At 3:15 the conference was suspended.")
    (True, True)
    >>> is_narrated("(Mr. Lee left the podium)"), is_narrated("(Laughter.)")
    (True, False)
    >>> is_narrated("The minister left for Oslo."), is_narrated("We left the podium.")
    (False, False)
    """
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or "?" in text:
        return False
    bracketed = _BRACKETS.fullmatch(text)
    words = bracketed.group("words").strip() if bracketed else text
    if is_interjection(
        words, in_brackets=bracketed is not None, language=language
    ) or language.cues.first_person_in_room.search(words):
        return False
    if bracketed is None and not text.endswith((".", "!")):
        return False
    event = language.room.event_told.fullmatch(words)
    if event:
        of_press = language.room.of_press.fullmatch(event.group("event"))
        plain_report = of_press is not None and not find_dates(words, language)
        return bracketed is not None or plain_report or language.room.hour.search(words) is not None
    if bracketed is not None:
        reports = language.room.told_in_brackets.fullmatch(
            words
        ) or language.room.done_in_brackets.fullmatch(words)
        return reports is not None
    reports = language.room.told.fullmatch(words)
    return reports is not None and _is_here(reports.group("who"), names, language)


def is_heard(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a block is only a sound in the room, in brackets.

    >>> is_heard("(Laughter.)"), is_heard("[Applause]"), is_heard("(Laughter.) Four.")
    (True, True, False)
    """
    bracketed = _BRACKETS.fullmatch(text)
    return bracketed is not None and is_interjection(
        bracketed.group("words").strip(), in_brackets=True, language=language
    )


def in_brackets(text: str) -> bool:
    """Return whether a whole block is enclosed in one pair of brackets."""
    return _BRACKETS.fullmatch(text) is not None


def _is_here(who: str, names: frozenset[str], language: Language) -> bool:
    """Return whether a subject is in the room, judging by its noun or by a speaker's name."""
    if language.room.people.search(who):
        return True
    plain = lexicon.without_honorific(who, language).casefold().split()
    return bool(plain) and names.issuperset(plain)
