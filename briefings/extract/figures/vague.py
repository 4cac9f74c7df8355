"""Inexact amounts: dozens, several hundred, doubled, a majority of.

Their value is the minimum that the words allow (dozens: 24), or the factor as stated (doubled: 2).
"""

from __future__ import annotations

from .tokens import Text
from .written import Written


def vague(text: Text, i: int) -> Written | None:
    """Return the vague amount that begins at token `i`, or None."""
    return _orders(text, i) or _several(text, i) or _multiple(text, i) or _majority(text, i)


def _orders(text: Text, i: int) -> Written | None:
    """Read "hundreds" or "tens of thousands"."""
    words = text.numerals
    size = words.vague.get(text.lower(i), 0)
    if not size:
        return None
    value = 2 * size
    j = i + 1
    while text.lower(j) in words.of:
        factor = words.vague.get(text.lower(j + 1)) or words.magnitudes.get(text.lower(j + 1))
        if not factor:
            break
        value *= factor
        j += 2
    if size == 20 and text.lower(j) not in words.of:
        return None  # the scores of a match
    return Written(i, j, "vague", value, spelled=True, vague=True)


def _several(text: Text, i: int) -> Written | None:
    """Read "several hundred" or "a few thousand"."""
    words = text.numerals
    k = i + 1 if text.lower(i) in words.articles else i
    if text.lower(k) not in words.several:
        return None
    factor = {**words.magnitudes, **words.dozens}.get(text.lower(k + 1), 0)
    if not factor:
        return None
    j = k + 2
    while step := words.magnitudes.get(text.lower(j), 0):
        factor *= step
        j += 1
    return Written(i, j, "cardinal", 2 * factor, spelled=True, vague=True)


def _multiple(text: Text, i: int) -> Written | None:
    """Read "doubled" or "halved", or "double" as a verb."""
    words, word = text.numerals, text.lower(i)
    halves = word in words.halving
    factor = 50 if halves else words.multiples.get(word, 0)
    if not factor:
        return None
    if word in words.also_adjectives and text.lower(i - 1) not in words.verb_cues:
        return None
    return Written(i, i + 1, "multiple", factor, rate=halves, spelled=True, vague=True)


def _majority(text: Text, i: int) -> Written | None:
    """Read "a majority of members" or "the vast majority of them"."""
    words = text.numerals
    k = i + 1 if text.lower(i) in words.articles else i
    if text.lower(k) in words.vast:
        k += 1
    if text.lower(k) not in words.majority or text.lower(k + 1) not in words.of:
        return None
    if text.lower(i - 1) in words.vast:
        i -= 2 if text.lower(i - 2) in text.periods.the else 1
    return Written(i, k + 1, "fraction", 50, rate=True, spelled=True, vague=True)
