"""Finds and classifies the differences between given words and those of a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .alignment import Run
from .passages import Passage
from .rules import rules
from .tokens import Token, is_number

KINDS = (
    "number", "name", "negation", "word", "omission", "addition", "order", "spelling",
    "contraction",
)  # fmt: skip
"""The kinds of difference, the most serious first."""
SLIGHT = frozenset(("spelling", "contraction"))
_NEGATING = 6
"""The maximum length of a negation in words; a longer clause that contains one is an omission."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Tokens `given` (first, end) in place of tokens `there`; either range may be empty.

    `marked` says that the quotation marks the difference by an ellipsis or square brackets.
    """

    kind: str
    given: tuple[int, int]
    there: tuple[int, int]
    marked: bool = False

    @property
    def order(self) -> tuple[int, int, int]:
        return (KINDS.index(self.kind), self.given[0], self.there[0])


@dataclass(frozen=True, slots=True)
class Given:
    """The given words: the text and its tokens; `sentences` are the tokens that begin a sentence.

    `cased` says that capitals distinguish names from other words.
    """

    text: str
    tokens: Sequence[Token]
    cased: bool


def differences(given: Given, passage: Passage, runs: Sequence[Run]) -> list[Difference]:
    """All differences between aligned words, the most serious first."""
    found: list[Difference] = []
    for one in runs:
        found += _within(one, given, passage)
    for span, there in _gaps(given, passage, runs):
        found += _of_gap(span, there, given, passage)
    found = _moved(found, given, passage, runs)
    found = [_whole_words(one, given, passage) for one in _merged(found)]
    return sorted(found, key=lambda one: one.order)


def _whole_words(one: Difference, given: Given, passage: Passage) -> Difference:
    """Extends a difference to all words of a contraction: "It is" for "It's", not "is"."""
    if one.kind != "contraction":
        return one
    (start, end), (first, last) = one.given, one.there
    while min(start, first) > 0 and (
        _one_word(given.tokens, start) or _one_word(passage.tokens, first)
    ):
        start, first = start - 1, first - 1
    while (
        end < len(given.tokens)
        and last < len(passage.tokens)
        and (_one_word(given.tokens, end) or _one_word(passage.tokens, last))
    ):
        end, last = end + 1, last + 1
    return replace(one, given=(start, end), there=(first, last))


def _one_word(words: Sequence[Token], n: int) -> bool:
    """Whether a token is part of the same written word as the one before it."""
    return words[n - 1].start == words[n].start


def reached(given: Given, passage: Passage, runs: Sequence[Run]) -> tuple[int, int]:
    """The span of the passage that the given words correspond to, including unmatched ones."""
    (_, (low, _)), *_, (_, (_, high)) = _gaps(given, passage, runs)
    return low, high


def _within(run: Run, given: Given, passage: Passage) -> Iterator[Difference]:
    """Spelling variants and contractions within a run of words that count as equal."""
    at = 0
    while at < run.length:
        mine, theirs = given.tokens[run.given + at], passage.tokens[run.there + at]
        if mine.exact != theirs.exact:
            end = at + 1
            slight = "contraction" if _contracted(mine, theirs) else "spelling"
            yield Difference(
                slight,
                (run.given + at, run.given + end),
                (run.there + at, run.there + end),
            )
        at += 1


def _contracted(mine: Token, theirs: Token) -> bool:
    given = rules()
    return any("'" in one.exact or one.exact in given.contractions for one in (mine, theirs))


def _gaps(
    given: Given, passage: Passage, runs: Sequence[Run]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The spans before, between and after the runs, on both sides."""
    first, last = runs[0], runs[-1]
    sentences = passage.sentences
    low = first.there
    while low > max(0, first.there - first.given) and sentences[low - 1] == sentences[first.there]:
        low -= 1
    yield (0, first.given), (low, first.there)
    for before, after in pairwise(runs):
        yield (
            (before.given + before.length, after.given),
            (before.there + before.length, after.there),
        )
    end, there = last.given + last.length, last.there + last.length
    left, high = len(given.tokens) - end, there
    while high < min(len(sentences), there + left) and sentences[high] == sentences[there - 1]:
        high += 1
    yield (end, len(given.tokens)), (there, high)


def _of_gap(
    span: tuple[int, int], there: tuple[int, int], given: Given, passage: Passage
) -> Iterator[Difference]:
    mine, theirs = given.tokens[slice(*span)], passage.tokens[slice(*there)]
    if not mine and not theirs:
        return
    if not mine or not theirs:
        kind = "addition" if mine else "omission"
        negated = _negated(mine) != _negated(theirs) and len(mine) + len(theirs) <= _NEGATING
        yield Difference("negation" if negated else kind, span, there)
    elif "".join(one.key for one in mine) == "".join(one.key for one in theirs):
        yield Difference("spelling", span, there)
    elif len(mine) == len(theirs):
        for n in range(len(mine)):
            a, b = span[0] + n, there[0] + n
            kind = _of_pair(given, a, passage, b)
            yield Difference(kind, (a, a + 1), (b, b + 1))
    else:
        yield Difference(_of_words(given, span, passage, there), span, there)


def _of_pair(given: Given, a: int, passage: Passage, b: int) -> str:
    mine, theirs = given.tokens[a], passage.tokens[b]
    either = rules().either
    if theirs.key in either.get(mine.key, ()) or mine.key in either.get(theirs.key, ()):
        return "contraction"
    if _value(mine) is not None and _value(mine) == _value(theirs):
        return "spelling"
    return _of_words(given, (a, a + 1), passage, (b, b + 1))


def _of_words(given: Given, span: tuple[int, int], passage: Passage, there: tuple[int, int]) -> str:
    mine, theirs = given.tokens[slice(*span)], passage.tokens[slice(*there)]
    if _values(mine) != _values(theirs):
        return "number"
    if _negated(mine) != _negated(theirs):
        return "negation"
    if any(_named(passage.text, passage.tokens, n) for n in range(*there)) or (
        given.cased and any(_named(given.text, given.tokens, n) for n in range(*span))
    ):
        return "name"
    return "word"


def _value(token: Token) -> float | str | None:
    """A token's numeric value; the key itself for a token such as "18th", None if it is not a
    number.
    """
    if token.key in rules().number_words:
        return rules().number_words[token.key]
    if not is_number(token.key):
        return None
    try:
        return float(token.key)
    except ValueError:
        return token.key


def _values(words: Sequence[Token]) -> list[float | str]:
    return sorted((value for one in words if (value := _value(one)) is not None), key=str)


def _negated(words: Sequence[Token]) -> int:
    return sum(one.key in rules().negations for one in words)


def _named(text: str, words: Sequence[Token], n: int) -> bool:
    """Whether a word is capitalised without beginning a sentence."""
    token = words[n]
    if token.key in rules().small or not text[token.start].isupper():
        return False
    before = text[: token.start].rstrip(" \"'“”‘’([")
    return bool(before) and before[-1] not in ".!?…:"


def _moved(
    found: list[Difference], given: Given, passage: Passage, runs: Sequence[Run]
) -> list[Difference]:
    """Turns words added in one place and present in another of the same sentence into moves."""
    first, end = runs[0].there, runs[-1].there + runs[-1].length
    sentences = passage.sentences
    low, high = first, end
    while low and sentences[low - 1] == sentences[first]:
        low -= 1
    while high < len(sentences) and sentences[high] == sentences[end - 1]:
        high += 1
    made = list(found)
    for one in found:
        mine = given.tokens[slice(*one.given)]
        if one.kind != "addition" or all(word.key in rules().small for word in mine):
            continue
        keys = [word.key for word in mine]
        left_out = [two.there for two in made if two.kind == "omission"]
        for start, stop in (*left_out, (low, first), (end, high)):
            at = _at(keys, passage.keys[start:stop])
            if at is None:
                continue
            there = (start + at, start + at + len(keys))
            made.remove(one)
            made.append(replace(one, kind="order", there=there))
            for two in [two for two in made if two.there == there and two.kind == "omission"]:
                made.remove(two)
            break
    return made


def _at(keys: Sequence[str], among: Sequence[str]) -> int | None:
    size = len(keys)
    return next((n for n in range(len(among) - size + 1) if among[n : n + size] == keys), None)


def _merged(found: list[Difference]) -> list[Difference]:
    """Merges adjacent differences of the same kind."""
    made: list[Difference] = []
    for one in sorted(found, key=lambda one: (one.given, one.there)):
        last = made[-1] if made else None
        if (
            last
            and last.kind == one.kind
            and last.marked == one.marked
            and last.given[1] == one.given[0] < one.given[1]
            and last.there[1] == one.there[0] < one.there[1]
            and last.given[0] < last.given[1]
        ):
            made[-1] = replace(
                last, given=(last.given[0], one.given[1]), there=(last.there[0], one.there[1])
            )
        else:
            made.append(one)
    return made
