"""Numbers and abbreviations that are part of designations."""

from __future__ import annotations

from .tokens import Text


def designation(text: Text, k: int) -> bool:
    """Return whether a number is part of the designation of a counted thing: "three ABC 36
    radars"."""
    name, counts = text.raw(k - 1), text.lower(k - 2)
    word = text.lower(k + 1)
    return (
        text.kind(k) == "number"
        and name.isupper()
        and len(name) > 2
        and (text.kind(k - 2) == "number" or counts in text.numerals.units)
        and text.kind(k + 1) == "word"
        and text.raw(k + 1).islower()
        and word not in text.grammar.stoppers
        and word not in text.units.times
        and word not in text.units.measures
    )


def calibre(text: Text, k: int) -> bool:
    """Return whether a number after another one is a size of what that counts: "18 155 mm guns"."""
    word = text.lower(k + 1)
    measure = word in text.units.measures or f"{word}s" in text.units.measures
    sized = text.kind(k) == text.kind(k - 1) == "number" and measure
    return sized and text.kind(k + 2) == "word" and text.grammar.plural(text.lower(k + 2))


def abbreviated(text: Text, k: int) -> bool:
    """Return whether an abbreviation in brackets at token `k` is within a noun phrase."""
    if text.raw(k) != "(" or not text.raw(k + 1).isupper() or text.raw(k + 2) != ")":
        return False
    word = text.lower(k + 3)
    within = text.kind(k + 3) == "word" and word not in text.grammar.stoppers
    return within and not text.grammar.participle(word) and not text.grammar.plural(word)
