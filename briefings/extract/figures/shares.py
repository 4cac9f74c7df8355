"""Shares in words, such as "two-thirds" and "one in five"."""

from __future__ import annotations

from fractions import Fraction

from briefings.model.figures import Number

from .tokens import Text
from .written import Written, tidy

_RATIO_BASES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})

_SMALL_BASE = 2


def fraction(text: Text, i: int) -> Written | None:
    """Read a share ("half of", "a quarter of", "one third", "three quarters"), or "half million".

    Return None if no share begins at token `i`.
    """
    word, following = text.lower(i), text.lower(i + 1)
    top, _, bottom = word.partition("-")
    j = i + 1
    if word in text.numerals.articles or word in text.numerals.units:
        top, bottom, j = word, following, i + 2
    elif word in text.numerals.halves and following in text.numerals.magnitudes:
        amount = tidy(Fraction(text.numerals.magnitudes[following], 2))
        return Written(i, i + 2, "cardinal", amount, spelled=True)  # "half million"
    elif word in text.numerals.halves and following not in text.numerals.articles:
        return Written(i, j, "fraction", 50, rate=True, spelled=True)
    number = 1 if top in text.numerals.articles else text.numerals.units.get(top, 0)
    if bottom not in text.numerals.denominators or not number:
        return None
    halves = bottom in text.numerals.halves
    if not halves and (number > 1) != text.grammar.plural(bottom):
        return None
    after = text.lower(j)
    of_follows = after in text.numerals.of
    if bottom in text.units.times:
        counted = text.periods.first | text.periods.past
        if text.lower(i - 1) in (counted if of_follows else text.numerals.time_cues):
            return None
    if top in text.numerals.articles and not of_follows:
        # "by a third" is a share, "by a third party" is not
        names_thing = text.kind(j) == "word" and after not in text.grammar.stoppers
        if names_thing or text.lower(i - 1) not in text.numerals.share_cues:
            return None
    if of_follows and (
        amount := _part_of_number(text, j, number, text.numerals.denominators[bottom])
    ):
        return Written(i, j + 3, "cardinal", amount, spelled=True)
    if of_follows and text.lower(j + 2) in text.units.point_names:
        # a tenth of a percentage point
        value = tidy(Fraction(number, text.numerals.denominators[bottom]))
        return Written(i, j + 2, "cardinal", value, spelled=True)
    share = _percentage(number, text.numerals.denominators[bottom])
    return Written(i, j, "fraction", share, rate=True, spelled=True)


def _part_of_number(text: Text, j: int, top: int, bottom: int) -> Number:
    """Return the value of "a quarter of a million", or 0 if there is no magnitude."""
    if text.lower(j + 1) not in text.numerals.articles:
        return 0
    factor = text.numerals.magnitudes.get(text.lower(j + 2), 0)
    return tidy(Fraction(factor * top, bottom))


def ratio(text: Text, i: int) -> Written | None:
    """Read a share such as "one in five", "nine out of ten" or "3 in 10".

    Return None if there is none, or if the base is a known group.
    """
    top = _plain(text, i)
    if top is None:
        return None
    j = i + 1
    links = text.numerals.ratio_links
    if text.words(j, j + 2) == text.numerals.out_of:
        j += 2
    elif text.lower(j) in links and _open_base(text, i + 2):
        j += 1
    elif top == 1 and text.lower(j + 1) in links and text.kind(j) == "word":
        # one child in four
        j += 2
    else:
        return None
    has_each = text.lower(j) in text.numerals.each
    j += has_each
    base = _plain(text, j)
    any_base = has_each or (top == 1 and text.grammar.plural(text.lower(j + 1)))
    if (
        base is None
        or not (base in _RATIO_BASES or (any_base and base > _SMALL_BASE))
        or top >= base
        or text.lower(j + 1) in text.numerals.magnitudes
    ):
        return None
    loose = text.lower(j - 1) in links
    if loose and (top > 3 or text.kind(j + 1) == "number"):
        return None
    share = _percentage(top, base)
    return Written(i, j + 1, "fraction", share, rate=True, spelled=text.kind(i) == "word")


def _open_base(text: Text, k: int) -> bool:
    """Return whether the base of a ratio begins at token `k`: "in five", "in every five", not "in
    the five"."""
    return text.lower(k) not in text.grammar.determiners or text.lower(k) in text.numerals.each


def _percentage(top: int, base: int) -> Number:
    """Return a share as a percentage with at most two decimals: 50, 12.5, 66.67."""
    return tidy(Fraction(top * 100, base), 2)


def _plain(text: Text, i: int) -> int | None:
    raw = text.lower(i)
    if text.kind(i) == "number" and raw.isdigit() and len(raw) < 5:
        return None if text.glued(i + 1) and text.kind(i + 1) == "word" else int(raw)
    return text.numerals.units.get(raw)
