"""German: a small pack, which shows that the stages are independent of the language. Features that
it leaves out do not work for German texts."""

from __future__ import annotations

from ..model import Language, Sentences
from .calendar import CALENDAR
from .numbers import COMPARISONS, GRAMMAR, NUMERALS, PERIODS, QUANTITIES, REFUSALS
from .relating import ATTRIBUTING, COMPARING, FORMS, MEASURING, OUTLETS, PAGE_WORDS
from .talk import CUES, FRONT, LABELS, LISTS, NAMES, SPEECH

_SENTENCES = Sentences(
    never=frozenset(
        "z d u i o dr prof nr st bzw z.b d.h u.a ca mio mrd abs hr fr usw jan feb apr aug"
        " sept okt nov dez".split()
    ),
    ordinal_points=True,
    tokens="Dr|Prof|Nr|St|bzw|ca|Mio|Mrd|Abs|usw",
    before_number="Nr|Abs|Art",
)

GERMAN = Language(
    code="de",
    calendar=CALENDAR,
    names=NAMES,
    speech=SPEECH,
    cues=CUES,
    labels=LABELS,
    lists=LISTS,
    front=FRONT,
    numerals=NUMERALS,
    units=QUANTITIES,
    comparisons=COMPARISONS,
    grammar=GRAMMAR,
    periods=PERIODS,
    refusals=REFUSALS,
    sentences=_SENTENCES,
    forms=FORMS,
    attributing=ATTRIBUTING,
    comparing=COMPARING,
    measuring=MEASURING,
    outlets=OUTLETS,
    pages=PAGE_WORDS,
)
