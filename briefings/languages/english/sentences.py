"""Sentence boundaries in English."""

from __future__ import annotations

from ..model import Sentences

# Abbreviations whose full stop is not a boundary.
_NEVER = frozenset(
    """mr mrs ms dr prof rev hon st mt no nos vol fig art sec dept approx cf vs viz gen col lt capt
    sgt sen rep gov pres supt rs e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec""".split()
)
# Abbreviations that end a sentence only if the next word can begin one: "at 10 a.m. July 25", "U.S.
# ships".
_SELDOM = frozenset("a.m p.m etc inc ltd co corp jr sr ph.d u.s u.k u.n u.a.e d.c".split())
_STARTS = frozenset(
    """a after all also an and as at because both but each every first for from he her here his
    however i if in it its many most my next nobody now on our second she since so some such that
    the their then there therefore these they third this those to today we what when where while
    who why with yes you your""".split()
)

_TOKENS = (
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|Gen|Rs|St|approx|vs|etc"
)
_BEFORE_NUMBER = "No|Nos|no|nos|Art|art|Arts|Sec|sec|para|paras|p|pp|ch|Ch|vol|Vol|fig|Fig"

SENTENCES = Sentences(
    tokens=_TOKENS,
    before_number=_BEFORE_NUMBER,
    never=_NEVER,
    also_words=frozenset("no art sec mar".split()),
    seldom=_SELDOM,
    starts=_STARTS,
    letters=frozenset("I"),
)
