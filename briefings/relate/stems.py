"""Normalize words for comparison: without endings, and without very common words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from ..engine.keys import number_of
from ..languages import Language

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
# The minimum number of letters that remain when an ending is removed.
_LEFT = 4
# Software replaces these characters by one another, and so do translators.
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def stems(text: str, language: Language) -> list[str]:
    """Return the distinctive words of a text without their endings, in order.

    >>> from briefings.languages import ENGLISH
    >>> stems("We standardized the governance of 31 harbours.", ENGLISH)
    ['standard', 'govern', '31', 'harbour']
    """
    return [stem for stem in map(_stemmer(language), _TOKEN.findall(text)) if stem]


@cache
def _stemmer(language: Language) -> Callable[[str], str]:
    """Return a function that stems a word of a language, or returns "" for a common one."""
    common, endings = language.forms.common, language.forms.endings
    possessive = language.forms.possessive

    @lru_cache(maxsize=1 << 16)
    def stem(word: str) -> str:
        word = word.casefold().replace("’", "'").removesuffix(possessive).strip("'")
        if word in common or len(word) < 2:
            return word if word.isdigit() else ""
        if word[0].isdigit():
            return word
        for _ in range(2):
            for ending in endings:
                if word.endswith(ending) and len(word) - len(ending) >= _LEFT:
                    word = word[: -len(ending)]
                    break
            else:
                break
        return word

    return stem


@lru_cache(maxsize=1 << 16)
def word_id(word: str) -> int:
    """Return a 64-bit number for a stem or an id, the same in every process and build."""
    return number_of(word)


def numbers(text: str, language: Language) -> frozenset[str]:
    """Return the numbers in digits that distinguish one statement from another.

    Years and small integers are left out, as they are not distinctive. Numbers with separators are
    read as a whole.

    >>> from briefings.languages import ENGLISH
    >>> sorted(numbers("In 2021, 4 of 255,000 cases, 62.6% or 1.9 million.", ENGLISH))
    ['1900000', '255000', '62.6%']
    """
    numerals = language.numerals
    values = set()
    for digits, sign, word in _number(language).findall(text):
        scale = numerals.magnitudes.get(word.casefold(), 0)
        percent = bool(sign) or bool(word and not scale)
        value = float(numerals.plain(digits)) * (scale or 1)
        grouped = numerals.group_sign in digits
        year = not grouped and not word and 1000 <= value <= 2100 and value == int(value)
        if percent or (not year and (value > 12 or value != int(value))):
            values.add(f"{value:g}%" if percent else f"{value:.10g}")
    return frozenset(values)


@cache
def _number(language: Language) -> re.Pattern[str]:
    """Return a pattern for a number in digits, a percent sign, and a word for percent or a
    magnitude."""
    numerals, units = language.numerals, language.units
    group, decimal = re.escape(numerals.group_sign), re.escape(numerals.decimal_sign)
    pairs = [r"\s+".join(map(re.escape, pair)) for pair in units.percent_pairs]
    single = [
        re.escape(word) for word in (*units.percent, *numerals.magnitudes) if word[0].isalpha()
    ]
    words = "|".join(sorted((*pairs, *single), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<![\w.,])(\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?)"
        rf"(?:\s?(%)|\s+({words})(?!\w))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1 << 14)
def plain(text: str) -> str:
    """Normalize a text for comparison of its letters: case, quotation marks and dashes."""
    return text.translate(_MARKS).casefold()
