"""Numbers in English: words, magnitudes, shares, and the grouping of digits."""

from __future__ import annotations

import re

from ..quantities import Numerals

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MAGNITUDES = {
    "hundred": 10**2, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12,
    "mln": 10**6, "mn": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
# Letters that count only if attached to the numeral: "1.2m people", "300k tonnes".
GLUED_MAGNITUDES = {"m": 10**6, "k": 10**3, "b": 10**9}
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        1,
    )
}
ORDINALS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
DENOMINATORS = {"half": 2, "quarter": 4, "hundredth": 100}
DENOMINATORS |= {word: n for word, n in ORDINALS.items() if 3 <= n <= 12}
DENOMINATORS |= {f"{word}s": n for word, n in DENOMINATORS.items() if word != "half"}
VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 10**2, "thousands": 10**3,
    "lakhs": 10**5, "millions": 10**6, "crores": 10**7, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip
_SEVERAL = frozenset("several few".split())
_MULTIPLES = {
    word: factor
    for factor, stem in ((2, "doubl"), (3, "tripl"), (4, "quadrupl"))
    for word in (f"{stem}e", f"{stem}es", f"{stem}ed", f"{stem}ing")
}
_HALVING = frozenset("halve halves halved halving".split())
SMALL = UNITS | TENS
LENGTH_UNITS_AHEAD = frozenset("tall high wide long deep above below tsunami waves sea".split())
# Words with which a number may begin, whole or as the first part of a longer word.
NUMBER_WORDS = (
    frozenset(UNITS) | TENS.keys() | ORDINALS.keys() | VAGUE.keys() | {"half", "quarter", "dozen"}
    | _MULTIPLES.keys() | _HALVING | {"majority"}
)  # fmt: skip
_SHARE_CUES = frozenset(
    "by nearly almost about over than under to from only roughly around".split()
)
_OPENERS = (
    NUMBER_WORDS | _SEVERAL | {"a", "an", "one"} | {word.partition("-")[0] for word in DENOMINATORS}
)
_NUMBER_WORD = re.compile(
    r"\b(?:" + "|".join(sorted({*NUMBER_WORDS, *MAGNITUDES})) + r")", re.IGNORECASE
)

NUMERALS = Numerals(
    groups=re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}"),
    order_endings=frozenset("st nd rd th".split()),
    units=UNITS,
    tens=TENS,
    small=SMALL,
    magnitudes=MAGNITUDES,
    glued_magnitudes=GLUED_MAGNITUDES,
    length_words=LENGTH_UNITS_AHEAD,
    ordinals=ORDINALS,
    denominators=DENOMINATORS,
    vague=VAGUE,
    several=_SEVERAL,
    majority=frozenset({"majority"}),
    vast=frozenset("vast great overwhelming large clear".split()),
    multiples=_MULTIPLES,
    halving=_HALVING,
    also_adjectives=frozenset("double triple quadruple halves doubles triples".split()),
    verb_cues=frozenset("to will would could may might should must can not nearly".split()),
    articles=frozenset({"a", "an"}),
    joint=frozenset({"and"}),
    and_a_half=("and", "a", "half"),
    halves=frozenset({"half", "one-half"}),
    dozens={"dozen": 12},
    out_of=("out", "of"),
    ratio_links=frozenset({"in"}),
    each=frozenset({"every"}),
    of=frozenset({"of"}),
    time_cues=frozenset("for past last in first next".split()),
    range_openers=frozenset("anywhere range ranges ranged ranging".split()),
    openers=_OPENERS,
    number_word=_NUMBER_WORD,
    year_cues=frozenset("in since of year".split()),
    range_words=frozenset({"to"}),
    no_range_after=frozenset({"from", "article", "articles"}),
    between={"between": "and"},
    share_cues=_SHARE_CUES,
)
