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
    result: list[Difference] = []
    for run in runs:
        result += _within(run, given, passage)
    for span, there in _gaps(given, passage, runs):
        result += _of_gap(span, there, given, passage)
    result = _moved(result, given, passage, runs)
    result = [_whole_words(difference, given, passage) for difference in _merged(result)]
    return sorted(result, key=lambda difference: difference.order)


def _whole_words(difference: Difference, given: Given, passage: Passage) -> Difference:
    """Extends a difference to all words of a contraction: "It is" for "It's", not "is"."""
    if difference.kind != "contraction":
        return difference
    (start, end), (first, last) = difference.given, difference.there
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
    return replace(difference, given=(start, end), there=(first, last))


def _one_word(words: Sequence[Token], n: int) -> bool:
    """Whether a token is part of the same written word as the one before it."""
    return words[n - 1].start == words[n].start


def reached(given: Given, passage: Passage, runs: Sequence[Run]) -> tuple[int, int]:
    """The span of the passage that the given words correspond to, including unmatched ones."""
    (_, (low, _)), *_, (_, (_, high)) = _gaps(given, passage, runs)
    return low, high


def _within(run: Run, given: Given, passage: Passage) -> Iterator[Difference]:
    """Spelling variants and contractions within a run of words that count as equal."""
    offset = 0
    while offset < run.length:
        mine, theirs = given.tokens[run.given + offset], passage.tokens[run.there + offset]
        if mine.exact != theirs.exact:
            end = offset + 1
            kind = "contraction" if _contracted(mine, theirs) else "spelling"
            yield Difference(
                kind,
                (run.given + offset, run.given + end),
                (run.there + offset, run.there + end),
            )
        offset += 1


def _contracted(mine: Token, theirs: Token) -> bool:
    known = rules()
    return any("'" in token.exact or token.exact in known.contractions for token in (mine, theirs))


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
    elif "".join(word.key for word in mine) == "".join(word.key for word in theirs):
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
    return sorted((value for token in words if (value := _value(token)) is not None), key=str)


def _negated(words: Sequence[Token]) -> int:
    return sum(token.key in rules().negations for token in words)


def _named(text: str, words: Sequence[Token], n: int) -> bool:
    """Whether a word is capitalised without beginning a sentence."""
    token = words[n]
    if token.key in rules().small or not text[token.start].isupper():
        return False
    before = text[: token.start].rstrip(" \"'“”‘’([")
    return bool(before) and before[-1] not in ".!?…:"


def _moved(
    changes: list[Difference], given: Given, passage: Passage, runs: Sequence[Run]
) -> list[Difference]:
    """Turns words added in one place and present in another of the same sentence into moves."""
    first, end = runs[0].there, runs[-1].there + runs[-1].length
    sentences = passage.sentences
    low, high = first, end
    while low and sentences[low - 1] == sentences[first]:
        low -= 1
    while high < len(sentences) and sentences[high] == sentences[end - 1]:
        high += 1
    result = list(changes)
    for difference in changes:
        added = given.tokens[slice(*difference.given)]
        if difference.kind != "addition" or all(word.key in rules().small for word in added):
            continue
        keys = [word.key for word in added]
        left_out = [other.there for other in result if other.kind == "omission"]
        for start, stop in (*left_out, (low, first), (end, high)):
            offset = _at(keys, passage.keys[start:stop])
            if offset is None:
                continue
            there = (start + offset, start + offset + len(keys))
            result.remove(difference)
            result.append(replace(difference, kind="order", there=there))
            result = [other for other in result if other.there != there or other.kind != "omission"]
            break
    return result


def _at(keys: Sequence[str], among: Sequence[str]) -> int | None:
    size = len(keys)
    return next((n for n in range(len(among) - size + 1) if among[n : n + size] == keys), None)


def _merged(unmerged: list[Difference]) -> list[Difference]:
    """Merges adjacent differences of the same kind."""
    merged: list[Difference] = []
    for difference in sorted(unmerged, key=lambda difference: (difference.given, difference.there)):
        previous = merged[-1] if merged else None
        if (
            previous
            and previous.kind == difference.kind
            and previous.marked == difference.marked
            and previous.given[1] == difference.given[0] < difference.given[1]
            and previous.there[1] == difference.there[0] < difference.there[1]
            and previous.given[0] < previous.given[1]
        ):
            merged[-1] = replace(
                previous,
                given=(previous.given[0], difference.given[1]),
                there=(previous.there[0], difference.there[1]),
            )
        else:
            merged.append(difference)
    return merged
