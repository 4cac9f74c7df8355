"""Aligns words with a passage that has only some of them, or has them with gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from .passages import Passage
from .rules import rules
from .tokens import Token, is_number, weigh, weight

_NUMBER_FOR_NUMBER = 2
_CROSSING = 3


class Run(NamedTuple):
    """A run of `length` words that both have, starting at tokens `given` and `there`."""

    given: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """The alignment of given words with a passage.

    `likeness` and `share` are from 0 to 100; `share` is the weight of the given words that were
    matched. `telling` counts matched words that are not small, and numbers that replace other
    numbers.
    """

    passage: Passage
    runs: tuple[Run, ...]
    likeness: int
    share: int
    telling: int

    @property
    def first(self) -> int:
        return self.runs[0].there

    @property
    def end(self) -> int:
        return self.runs[-1].there + self.runs[-1].length


def overlap(weights: Counter[str], size: int, passage: Passage) -> tuple[int, int]:
    """The largest weight of given words in any stretch of `size` tokens, and where it begins.

    `weights` counts the given keys.
    """
    keys = passage.keys
    counts: Counter[str] = Counter()
    current = best = start = 0
    for end, key in enumerate(keys):
        if key in weights:
            counts[key] += 1
            if counts[key] <= weights[key]:
                current += weight(key)
        if end >= size and (left := keys[end - size]) in weights:
            if counts[left] <= weights[left]:
                current -= weight(left)
            counts[left] -= 1
        if current > best:
            best, start = current, max(0, end - size + 1)
    return best, start


def align(given: Sequence[Token], passage: Passage, start: int) -> Aligned | None:
    """Aligns the words with the passage near a stretch that begins at `start`.

    Runs are found by the method of Ratcliff and Obershelp (`difflib`). Returns None if nothing
    matches.
    """
    reach = len(given) // 2 + rules().limits.window
    low, high = max(0, start - reach), min(len(passage.keys), start + len(given) + reach)
    keys, there = [token.key for token in given], passage.keys[low:high]
    matcher = SequenceMatcher(None, keys, there, autojunk=False)
    runs = [Run(a, low + b, size) for a, b, size in matcher.get_matching_blocks() if size]
    runs = _trimmed(runs, given, passage)
    return Aligned(passage, tuple(runs), *_measured(runs, given, passage)) if runs else None


def _trimmed(runs: list[Run], given: Sequence[Token], passage: Passage) -> list[Run]:
    """The runs without those at either end that are too short for their distance."""
    while len(runs) > 1:
        (first, second), (last, before) = runs[:2], runs[:-3:-1]
        if _is_stray(first, omitted(first, second), crosses(first, second, passage), given):
            runs = runs[1:]
        elif _is_stray(last, omitted(before, last), crosses(before, last, passage), given):
            runs = runs[:-1]
        else:
            break
    return runs


def crosses(before: Run, after: Run, passage: Passage) -> bool:
    """Whether words are left out between two runs across a sentence boundary."""
    sentences = passage.sentences
    in_another = sentences[before.there + before.length - 1] != sentences[after.there]
    return in_another and omitted(before, after) >= _CROSSING


def omitted(before: Run, after: Run) -> int:
    """How many more words lie between two runs in the passage than in the given words."""
    there = after.there - before.there - before.length
    return there - (after.given - before.given - before.length)


def _is_stray(run: Run, left_out: int, in_another: bool, given: Sequence[Token]) -> bool:
    words = given[run.given : run.given + run.length]
    if in_another and not is_piece([one.key for one in words]):
        return True
    return 3 * weigh(words) < left_out


def is_piece(keys: Sequence[str]) -> bool:
    """Whether consecutive words are long and significant enough to count as a piece."""
    small = rules().small
    return len(keys) >= rules().limits.piece_words and sum(key not in small for key in keys) > 1


def _measured(
    runs: Sequence[Run], given: Sequence[Token], passage: Passage
) -> tuple[int, int, int]:
    whole = weigh(given)
    matched = sum(weigh(given[run.given : run.given + run.length]) for run in runs)
    share = (100 * matched) // max(1, whole)
    there = matched
    numbers = 0
    for before, after in pairwise(runs):
        mine = given[before.given + before.length : after.given]
        theirs = passage.tokens[before.there + before.length : after.there]
        there += min(weigh(theirs), rules().limits.omission + weigh(mine))
        numbers += _numbers(mine, theirs)
    first, last = runs[0], runs[-1]
    low, high = first.there, last.there + last.length
    numbers += _numbers(given[: first.given], passage.tokens[max(0, low - first.given) : low])
    trailing = given[last.given + last.length :]
    numbers += _numbers(trailing, passage.tokens[high : high + len(trailing)])
    likeness = 200 * (matched + _NUMBER_FOR_NUMBER * numbers) // max(1, whole + there)
    small = rules().small
    telling = sum(
        word.key not in small for run in runs for word in given[run.given : run.given + run.length]
    )
    return min(100, likeness), share, telling + numbers


def _numbers(mine: Sequence[Token], theirs: Sequence[Token]) -> int:
    """How many numbers are replaced by other numbers: they count as matched in part."""
    if len(mine) != len(theirs):
        return 0
    return sum(is_number(a.key) and is_number(b.key) for a, b in zip(mine, theirs, strict=True))


def best_alignments(given: Sequence[Token], passages: Sequence[Passage]) -> list[Aligned]:
    """The alignments with the passages that have most of the words, the best first."""
    weights = Counter(item.key for item in given)
    least = weigh(given)
    candidates = []
    for n, passage in enumerate(passages):
        matched, start = overlap(weights, len(given), passage)
        if 3 * matched >= least:
            candidates.append((-matched, n, start, passage))
    candidates.sort(key=lambda item: item[:2])
    aligned = [
        item
        for _, _, start, passage in candidates[: rules().limits.aligned]
        if (item := align(given, passage, start))
    ]
    return sorted(aligned, key=lambda item: -item.likeness)
