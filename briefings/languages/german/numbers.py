"""Numbers, units, comparing words, and words for reading figures, in German."""

from __future__ import annotations

import re

from ..comparators import Comparisons, by_last_word
from ..periods import PeriodWords
from ..quantities import Grammar, Numerals, Units
from ..refusals import Refusals
from .calendar import MONTHS

_UNITS = {
    word: n
    for n, word in enumerate(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
    )
}
_MAGNITUDES = {
    "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio.": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd.": 10**9, "billionen": 10**12,
}  # fmt: skip
_DOUBLED = ("verdoppelte", "verdoppelten", "verdoppelt")
_IN_WORDS = ("dutzende", "hunderte", "tausende", *_DOUBLED, "halbierte", "halbierten", "halbiert")
NUMERALS = Numerals(
    group_sign=".",
    decimal_sign=",",
    groups=re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"),
    days=rf"\d{{1,2}}\.[ ]?(?:{'|'.join(MONTHS)})(?:[ ]\d{{4}})?(?!\w)",
    units=_UNITS,
    small=_UNITS,
    magnitudes=_MAGNITUDES,
    vague={"dutzende": 12, "hunderte": 10**2, "tausende": 10**3},
    multiples=dict.fromkeys(_DOUBLED, 2),
    halving=frozenset({"halbierte", "halbierten", "halbiert"}),
    of=frozenset({"von"}),
    openers=frozenset((*_UNITS, *_IN_WORDS)),
    number_word=re.compile(r"\b(?:" + "|".join((*_UNITS, *_IN_WORDS)) + r")\b", re.IGNORECASE),
    range_words=frozenset({"bis"}),
    between={"zwischen": "und"},
)

QUANTITIES = Units(
    percent=frozenset({"%", "％", "prozent"}),
    percentage_points=frozenset("prozentpunkte prozentpunkten prozentpunkt".split()),
    currencies={
        "euro": "EUR", "eur": "EUR", "franken": "CHF", "dollar": "USD", "pfund": "GBP",
        "yen": "JPY",
    },
    measures={
        "kilometer": "km", "kilometern": "km", "km": "km", "meter": "m", "metern": "m",
        "zentimeter": "cm", "zentimetern": "cm", "cm": "cm", "hektar": "ha", "ha": "ha",
        "tonnen": "tonnes", "tonne": "tonnes", "kilogramm": "kg", "kg": "kg", "liter": "litres",
        "litern": "litres", "megawatt": "MW", "gigawatt": "GW",
    },
    squares={},
    times={
        "jahr": "years", "jahre": "years", "jahren": "years", "monat": "months", "monate": "months",
        "monaten": "months", "woche": "weeks", "wochen": "weeks", "tag": "days", "tage": "days",
        "tagen": "days", "stunde": "hours", "stunden": "hours", "minuten": "minutes",
    },
)  # fmt: skip

_BY_NUMBER = by_last_word(
    {
        ">": ("mehr als", "mindestens", "gut", "wenigstens"),
        "<": ("weniger als", "fast", "knapp", "beinahe", "nahezu", "höchstens", "bis zu"),
        "~": ("rund", "etwa", "ungefähr", "circa", "zirka", "ca."),
    }
)

_RISE = "stieg stiegen steigt steigen gestiegen wuchs wuchsen gewachsen erhöhte erhöhten".split()
_RISE += _DOUBLED
_FALL = "sank sanken sinkt sinken gesunken fiel fielen gefallen schrumpfte zurückgegangen".split()
STOPPERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines dieser diese dieses in im an am"
    " auf bei"
    " mit von vom zu zum zur für über unter nach vor seit bis durch gegen ohne um aus und oder aber"
    " sondern weil dass wenn als wie so ist sind war waren wird werden wurde wurden worden"
    " hat haben"
    " hatte hatten sein können kann konnte konnten müssen soll sollen ich du er sie es wir ihr uns"
    " sich nicht auch noch nur schon mehr weniger pro je".split()
)
GRAMMAR = Grammar(
    directions={**dict.fromkeys(_RISE, "increase"), **dict.fromkeys(_FALL, "decrease")},
    change_verbs=frozenset((*_RISE, *_FALL)),
    intransitive=frozenset((*_RISE, *_FALL)),
    prepositions=frozenset("in im an am auf bei mit von vom zu zum zur für um aus seit".split()),
    conjunctions=frozenset("und oder aber sondern weil dass wenn".split()),
    determiners=frozenset(
        "der die das den dem des ein eine einen einem einer diese dieser".split()
    ),
    stoppers=STOPPERS,
    irregular_participles=frozenset(
        "gefördert gebaut beschädigt zerstört geschlossen geöffnet gerettet verletzt".split()
    ),
    have=frozenset("hat haben hatte hatten".split()),
    people=frozenset(
        "menschen personen einwohner frauen männer kinder beschäftigte mitarbeiter helfer".split()
    ),
    by=frozenset({"um"}),
    of=frozenset({"von"}),
    to=frozenset({"auf"}),
    difference=frozenset({"um"}),
    before_size=frozenset("um auf von über".split()),
    verb_behind=8,
    capital_nouns=True,
)
PERIODS = PeriodWords(
    openers=frozenset({"im", "seit"}),
    within=frozenset("im in seit jahr".split()),
    since=frozenset({"seit"}),
    since_shown="seit",
    quarters={"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4},
    now=frozenset("jetzt derzeit aktuell heute".split()),
)
REFUSALS = Refusals(
    clock=frozenset({"uhr"}),
    # A year or number after these words is part of a name: Artikel 5, Raum 12, Version 3.
    laws=frozenset("artikel paragraf absatz paragraph".split()),
    labels=frozenset("raum frage seite nummer tabelle punkt kapitel nr.".split()),
    versions=frozenset({"version"}),
    hotlines=frozenset("hotline notruf".split()),
    rates=frozenset("je pro".split()),
    definite=frozenset("die diese beiden unsere ihre seine".split()),
    aged=frozenset("alter".split()),
)

COMPARISONS = Comparisons(before=_BY_NUMBER)
