"""Rises and falls: whether a figure is the size of a change, its start or end, or its duration."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.model.figures import Direction, FigureRole

from .tokens import Text

_REACH = 28
_MINUS = frozenset("-–−")
_PARTS = frozenset("percent points multiple".split())
_SIZES = _PARTS | {"money", "measure"}


@dataclass(frozen=True, slots=True)
class Change:
    """A role and a direction, with the token of the word that indicates them."""

    role: FigureRole
    direction: Direction
    word: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The token of a word that indicates a change, and the direction that it implies."""

    word: int
    direction: Direction


def cue_at(text: Text, k: int) -> Cue | None:
    """Return the cue at token `k`, or None if the word does not indicate a change."""
    direction = text.grammar.directions.get(text.lower(k))
    return Cue(k, direction) if direction else None


def change_at(
    text: Text, i: int, j: int, kind: str, noun: bool, start: int, end: int
) -> Change | None:
    """Return the change that the words around a number indicate, or None.

    `i` is the first token of the number or of its comparator, and `j` the token after its unit.
    `kind` is the kind of the unit ("" for a count), and `noun` says whether a counted noun follows.

    Matches: fell by 3%; a rise of 3%; declined 3%; 3% lower; a 3% cut; up 3%; fell to 3%; (+3%);
    (-3%).
    Does not match: remained at 3%; run by 26 people; a total of 3%.
    """
    before = text.lower(i - 1) if i > start else ""
    joins = text.glued(i - 1) and text.kind(i - 2) in ("word", "number", "mixed")
    if before == "+" and text.glued(i) and not joins:
        return Change("change", "increase", i - 1)
    if bracketed_fall(text, i, j):
        return Change("change", "decrease", i - 1)
    if before in text.grammar.by:
        return _by(text, i, kind, noun, start, end)
    if before in text.grammar.of:
        averaged = text.lower(i - 2) in text.grammar.averages
        k = i - 4 if text.lower(i - 3) in text.grammar.determiners else i - 3
        if averaged and text.lower(k) in text.grammar.by:
            return _by(text, k + 1, kind, noun, start, end)
        return _of(text, i, start)
    if before in text.grammar.to:
        return _to(text, i, noun and kind not in _SIZES, start)
    k = i - 1
    while k > start and (
        text.lower(k) in text.grammar.loose or text.lower(k).endswith(text.grammar.adverb_ending)
    ):
        k -= 1
    word = text.lower(k) if k >= start else ""
    if word in text.grammar.degrees and text.lower(k - 1) in text.grammar.phrasal:
        return None
    if kind in _PARTS and (word in text.grammar.change_verbs or word in text.small.up_down):
        return _at("change", text, k)
    sized = kind in _SIZES
    if kind == "percent" and word in text.small.gaining and text.lower(j) not in text.grammar.of:
        return Change("change", text.small.gaining[word], k)
    if (word in text.grammar.intransitive and (sized or not noun)) or (
        word in text.small.up_down and sized
    ):
        return _at("change", text, k)
    return _after(text, j, kind, end)


def bracketed_fall(text: Text, i: int, j: int) -> bool:
    """Return whether a number has a minus sign in brackets: "unchanged (-20,000)"."""
    signed = text.raw(i - 1) in _MINUS and text.glued(i)
    return signed and text.raw(i - 2) == "(" and text.raw(j) == ")"


def _at(role: FigureRole, text: Text, k: int) -> Change | None:
    cue = cue_at(text, k)
    return Change(role, cue.direction, cue.word) if cue else None


def _by(text: Text, i: int, kind: str, noun: bool, start: int, end: int) -> Change | None:
    reach = _REACH if kind in _SIZES or not noun else 8
    grammar = text.grammar
    noun_at = None
    for k in range(i - 2, max(start - 1, i - 2 - reach), -1):
        word = text.lower(k)
        if text.raw(k) == ";" or (noun_at is not None and (text.raw(k) == "," or k < noun_at - 6)):
            break
        if word in grammar.change_nouns and word not in grammar.change_verbs:
            # a verb before it is more informative: downgraded growth by 3%
            noun_at = k if noun_at is None else noun_at
        elif (
            word in grammar.change_verbs
            or word in grammar.change_nouns
            or (word in grammar.degrees and k == i - 2)
        ):
            return _at("change", text, k)
    if noun_at is not None:
        return _at("change", text, noun_at)
    for k in range(i, min(end, i + text.grammar.verb_behind)):
        if text.lower(k) in text.grammar.change_verbs:
            return _at("change", text, k)
    differs = kind in _PARTS and text.lower(i - 1) in text.grammar.difference
    return Change("change", "", i - 1) if differs else None


def _of(text: Text, i: int, start: int) -> Change | None:
    for k in range(i - 2, max(start - 1, i - 9), -1):
        word = text.lower(k)
        if word in text.grammar.change_nouns:
            direct = k == i - 2 or text.lower(k + 1) in text.small.before_of
            return _at("change", text, k) if direct else None
        if text.raw(k) in ",;":
            break
    return None


def _to(text: Text, i: int, counts: bool, start: int) -> Change | None:
    """Match the end of a change: "rose by 12 points to 45", but not "increased its help to 500
    farms"."""
    if text.lower(i - 2) in text.grammar.degrees and (text.raw(i - 3) == "," or not counts):
        if text.lower(i - 3) in text.grammar.phrasal:
            return None  # repairs added up to 5 million
        return _at("to", text, i - 2)  # 60 cents, down to 19 cents; edged down to 5%
    for k in range(i - 2, max(start - 1, i - 2 - _REACH), -1):
        word = text.lower(k)
        if text.raw(k) in ";" or word in text.small.before_to:
            break
        if word in text.grammar.change_verbs:
            if counts and k < i - 2 and word not in text.grammar.intransitive:
                return None
            return _at("to", text, k)
    return None


def _after(text: Text, j: int, kind: str, end: int) -> Change | None:
    """Match words after a number: "3% increase", "3 percent year-on-year drop", "3% lower", "3%
    more than"."""
    if not kind and text.words(j, j + 2) in text.small.more_than:
        return _at("change", text, j)
    if kind not in _SIZES:
        return None
    k = j
    while k < min(end, j + 3) and (text.lower(k) in text.grammar.loose or text.raw(k) == "-"):
        k += 1
    word = text.lower(k)
    if word in text.grammar.change_nouns and text.kind(k) == "word":
        return _at("change", text, k)
    if word in text.small.beside and k == j and kind in _PARTS:
        return Change("change", text.small.beside[word], k)
    if word in text.grammar.degrees and k == j and kind in _PARTS | {"money"}:
        return _at("change", text, k)
    return None


def verb_around(text: Text, i: int, start: int, end: int) -> Cue | None:
    """Return the change verb of a from-to pair: the nearest before token `i`, or else one up to
    `end`."""
    for k in range(i - 1, max(start - 1, i - _REACH), -1):
        if text.lower(k) in text.grammar.change_verbs or text.lower(k) in text.grammar.change_nouns:
            return cue_at(text, k)
        if text.raw(k) == ";":
            break
    ahead = text.first(text.grammar.change_verbs, i, end)
    return cue_at(text, ahead) if ahead is not None else None


def lasting(text: Text, i: int, start: int) -> Cue | None:
    """Return the change verb whose duration a number gives: "has fallen for 12 consecutive
    months"."""
    for k in range(i - 1, max(start - 1, i - _REACH), -1):
        if text.raw(k) in ",;:":
            return None
        if text.lower(k) in text.grammar.change_verbs:
            return cue_at(text, k)
    return None
