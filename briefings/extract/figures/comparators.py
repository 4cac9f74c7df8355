"""Comparators: more than, nearly, about, and the tokens to which they extend."""

from __future__ import annotations

from briefings.model.figures import Comparator

from .tokens import Text

_SIGNS: dict[str, Comparator] = {">": ">", "<": "<", "≥": ">", "≤": "<"}


def comparator(text: Text, i: int, j: int) -> tuple[Comparator, int]:
    """Return the comparator of the number at tokens `i` to `j`, and the token where its words
    begin.

    >>> t = Text("more than a total of 40 farms")
    >>> comparator(t, 5, 6)
    ('>', 0)
    """
    after = _after(text, j)
    if after is not None:
        return after, i
    k = i
    while True:
        for phrase, sign in text.comparisons.before.get(text.lower(k - 1), ()):
            start = k - len(phrase)
            if start >= 0 and text.words(start, k) == phrase and not _other_sense(text, start, k):
                return sign, start
        if text.lower(k - 1) in _SIGNS and text.glued(k):
            return _SIGNS[text.lower(k - 1)], k - 1
        if i - k >= 4 or text.lower(k - 1) not in text.comparisons.between:
            break
        k -= 1
    return "=", i


def _after(text: Text, j: int) -> Comparator | None:
    """Return the comparator after a number: "500 or so", "500 or more", "500+"."""
    tail = text.lower(j), text.lower(j + 1)
    if sign := text.comparisons.after.get(tail):
        return sign
    if text.lower(j) == "+" and text.glued(j):
        return ">"
    if tail[0] == "-" and text.glued(j) and text.glued(j + 1):
        return text.comparisons.tails.get(tail[1])
    return None


def _other_sense(text: Text, start: int, k: int) -> bool:
    """Return whether the words have another sense: "all over 50 states", "talks about 5G", "added
    up to 5%"."""
    word = text.lower(start)
    before = text.lower(start - 1)
    words = text.comparisons
    if word in words.places and before in words.before_places:
        return True
    if word in words.topics and before in words.talking:
        return True
    if word in words.up and before in words.adding:
        return True
    # "fell over four years" means during them; "for over four years" means more than four
    return word in words.during and before not in words.lasting and _lasts(text, k)


def _lasts(text: Text, k: int) -> bool:
    return any(text.lower(m) in text.units.streaks for m in range(k, k + 4))
