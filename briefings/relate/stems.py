"""Words as they count for likeness: without endings, without those that every sentence has."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBER = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(%)|\s+(percent|per\s+cent|"
    r"thousand|million|billion|trillion)\b)?",
    re.IGNORECASE,
)
_SCALE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_COMMON = frozenset(
    """a about above after again against all also although always am among an and any are as at be
    because been before being below between both but by can cannot could did do does doing down
    during each either etc even ever every few for from further had has have having he her here hers
    herself him himself his how however i if in into is it its itself just let many may me might
    more moreover most much must my myself no nor not now of off on once one only onto or other
    others our ours ourselves out over own per rather same shall she should since so some still such
    than that the their theirs them themselves then there therefore these they this those through
    thus to too toward towards under until up upon us very via was we well were what when where
    whereas which while who whom whose why will with within without would yet you your yours
    yourself yourselves first second third fourth fifth sixth seventh eighth ninth tenth firstly
    secondly thirdly next finally said says say told added according mr mrs ms dr year
    years""".split()
)
# Longest first; what is left must still be a word's worth of letters.
_ENDINGS = (
    "ization", "isation", "ational", "ations", "ements", "ating", "ation", "ement", "ances",
    "ences", "izing", "ising", "ities", "ments", "ative", "ness", "ance", "ence", "ings", "ions",
    "ized", "ised", "izes", "ises", "ated", "ates", "ment", "able", "ible", "ical", "ity", "ing",
    "ion", "ies", "ied", "ize", "ise", "ive", "ous", "ers", "ors", "ate", "est", "ed", "es", "er",
    "or", "ly", "al", "ic", "s", "y", "e",
)  # fmt: skip
_LEFT = 4
# Rewriting machines put one for the other, translators too.
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def stems(text: str) -> list[str]:
    """The words of a text that may tell it from another, without their endings, in order.

    >>> stems("We standardized the governance of 31 harbours.")
    ['standard', 'govern', '31', 'harbour']
    """
    return [made for made in map(_stem, _TOKEN.findall(text)) if made]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    word = word.casefold().replace("’", "'").removesuffix("'s").strip("'")
    if word in _COMMON or len(word) < 2:
        return word if word.isdigit() else ""
    if word[0].isdigit():
        return word
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEFT:
                word = word[: -len(ending)]
                break
        else:
            break
    return word


@lru_cache(maxsize=1 << 16)
def word_id(word: str) -> int:
    """A number of 64 bits that stands for a stem or an id wherever texts are told apart by words.

    It depends on nothing but the word, so that it means the same in every process and every build.
    """
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


def numbers(text: str) -> frozenset[str]:
    """The numbers written in digits that can tell one statement from another.

    Years and small whole numbers tell too little; whole numbers are never split.

    >>> sorted(numbers("In 2021, 4 of 255,000 cases, 62.6% or 1.9 million."))
    ['1900000', '255000', '62.6%']
    """
    found = set()
    for digits, sign, word in _NUMBER.findall(text):
        percent = bool(sign) or word.casefold().startswith("per")
        value = float(digits.replace(",", "")) * _SCALE.get(word.casefold(), 1)
        year = "," not in digits and not word and 1000 <= value <= 2100 and value == int(value)
        if percent or (not year and (value > 12 or value != int(value))):
            found.add(f"{value:g}%" if percent else f"{value:.10g}")
    return frozenset(found)


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """A text as it is compared letter by letter: case, quotation marks and dashes levelled."""
    return text.translate(_MARKS).casefold()
