"""Shares in words (two-thirds, one in five) and words for no number (dozens)."""

from __future__ import annotations

from fractions import Fraction

from briefings.model.figures import Number

from .tokens import Text
from .written import Written

_RATIO_BASES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})


def fraction(text: Text, i: int) -> Written | None:
    """Shares in words: half of, a quarter of, one third, two-thirds, three quarters."""
    word, following = text.lower(i), text.lower(i + 1)
    top, _, bottom = word.partition("-")
    j = i + 1
    if (
        not bottom
        and following in text.numerals.denominators
        and word in ("a", "an", *text.numerals.units)
    ):
        top, bottom, j = word, following, i + 2
    elif word == "half" and following not in ("a", "an"):
        top, bottom = "one", "half"
    number = 1 if top in ("a", "an") else text.numerals.units.get(top, 0)
    if bottom not in text.numerals.denominators or not number:
        return None
    if number == 1 and bottom.endswith("s") and bottom != "half":
        return None
    if number > 1 and not bottom.endswith("s"):
        return None
    after = text.lower(j)
    if (
        bottom == "quarters"
        and after != "of"
        and text.lower(i - 1) in ("for", "past", "last", "in")
    ):
        return None
    if top in ("a", "an") and after != "of" and text.lower(i - 1) not in text.numerals.share_cues:
        return None
    share = _percentage(number, text.numerals.denominators[bottom])
    return Written(i, j, "fraction", share, rate=True, spelled=True)


def ratio(text: Text, i: int) -> Written | None:
    """ "One in five", "nine out of ten", "3 in 10": a share, unless the base is a known group."""
    top = _plain(text, i)
    if top is None:
        return None
    j = i + 1
    if text.words(j, j + 2) == ("out", "of"):
        j += 2
    elif text.lower(j) == "in" and text.lower(i + 2) != "the":
        j += 1
    elif top == 1 and text.lower(j + 1) == "in" and text.kind(j) == "word":
        # one child in four
        j += 2
    else:
        return None
    base = _plain(text, j)
    if (
        base is None
        or base not in _RATIO_BASES
        or top >= base
        or text.lower(j + 1) in text.numerals.magnitudes
    ):
        return None
    if text.lower(j - 1) == "in" and (top > 3 or text.kind(j + 1) == "number"):
        return None
    share = _percentage(top, base)
    return Written(i, j + 1, "fraction", share, rate=True, spelled=text.kind(i) == "word")


def _percentage(top: int, base: int) -> Number:
    """A share as a percentage of at most two places: 50, 12.5, 66.67."""
    share = Fraction(top * 100, base)
    return int(share) if share.denominator == 1 else float(round(share, 2))


def _plain(text: Text, i: int) -> int | None:
    raw = text.lower(i)
    if text.kind(i) == "number" and raw.isdigit() and len(raw) < 5:
        return None if text.glued(i + 1) and text.kind(i + 1) == "word" else int(raw)
    return text.numerals.units.get(raw)


def vague(text: Text, i: int) -> Written | None:
    """Hundreds, tens of thousands: an order of magnitude and no number."""
    if text.lower(i) not in text.numerals.vague or (
        text.lower(i) == "scores" and text.lower(i + 1) != "of"
    ):
        return None
    j = i + 1
    while (
        text.lower(j) == "of"
        and text.lower(j + 1) in text.numerals.vague | text.numerals.magnitudes.keys()
    ):
        j += 2
    return Written(i, j, "vague", spelled=True)
