"""The English pack, used for texts that declare no other language."""

from __future__ import annotations

from ..model import Language
from .announcing import ANNOUNCING
from .asking import ASKING
from .attributing import ATTRIBUTING
from .calendar import CALENDAR
from .closing import CLOSING
from .comparators import COMPARATORS
from .comparing import COMPARING
from .cues import CUES
from .doubting import DOUBTING
from .facts import FACTS
from .front import FRONT
from .grammar import GRAMMAR
from .labels import LABELS
from .lists import LISTS
from .measuring import MEASURING
from .names import NAMES
from .numerals import NUMERALS
from .outlets import OUTLETS
from .pages import PAGE_WORDS
from .periods import PERIODS
from .phrases import PHRASES
from .quoting import QUOTING
from .refusals import REFUSALS
from .room import ROOM
from .sentences import SENTENCES
from .small_words import SMALL_WORDS
from .speech import SPEECH
from .titles import TITLES
from .units import UNITS
from .wordforms import WORD_FORMS

ENGLISH = Language(
    code="en",
    calendar=CALENDAR,
    names=NAMES,
    speech=SPEECH,
    cues=CUES,
    labels=LABELS,
    lists=LISTS,
    front=FRONT,
    closing=CLOSING,
    facts=FACTS,
    room=ROOM,
    numerals=NUMERALS,
    units=UNITS,
    comparisons=COMPARATORS,
    grammar=GRAMMAR,
    small_words=SMALL_WORDS,
    attributing=ATTRIBUTING,
    comparing=COMPARING,
    doubting=DOUBTING,
    measuring=MEASURING,
    outlets=OUTLETS,
    pages=PAGE_WORDS,
    quoting=QUOTING,
    forms=WORD_FORMS,
    periods=PERIODS,
    refusals=REFUSALS,
    sentences=SENTENCES,
    phrases=PHRASES,
    announcing=ANNOUNCING,
    asking=ASKING,
    titles=TITLES,
)
