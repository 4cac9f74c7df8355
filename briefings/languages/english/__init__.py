"""English: the pack that a text is read with where nothing names another."""

from __future__ import annotations

from ..model import Language
from .announcing import ANNOUNCING
from .asking import ASKING
from .calendar import CALENDAR
from .closing import CLOSING
from .comparators import COMPARATORS
from .cues import CUES
from .facts import FACTS
from .front import FRONT
from .grammar import GRAMMAR
from .labels import LABELS
from .lists import LISTS
from .names import NAMES
from .numerals import NUMERALS
from .periods import PERIODS
from .phrases import PHRASES
from .refusals import REFUSALS
from .room import ROOM
from .sentences import SENTENCES
from .speech import SPEECH
from .titles import TITLES
from .units import UNITS

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
    periods=PERIODS,
    refusals=REFUSALS,
    sentences=SENTENCES,
    phrases=PHRASES,
    announcing=ANNOUNCING,
    asking=ASKING,
    titles=TITLES,
)
