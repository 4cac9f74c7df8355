"""Where in a passage some words stand, though not all of them or not in a row."""

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


class Run(NamedTuple):
    """Words that both have in a row: `length` of them, from `given` and `there` on."""

    given: int
    there: int
    length: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """How words that were given lie in a passage; `likeness` is of 100, `share` the weight of the
    given words that stand there, of 100.
    """

    passage: Passage
    runs: tuple[Run, ...]
    likeness: int
    share: int

    @property
    def first(self) -> int:
        return self.runs[0].there

    @property
    def end(self) -> int:
        return self.runs[-1].there + self.runs[-1].length


def overlap(weights: Counter[str], size: int, passage: Passage) -> tuple[int, int]:
    """The weight of given words in the stretch of `size` tokens that has most, and where it begins.

    `weights` counts the keys given.
    """
    keys = passage.keys
    held: Counter[str] = Counter()
    now = best = start = 0
    for end, key in enumerate(keys):
        if key in weights:
            held[key] += 1
            if held[key] <= weights[key]:
                now += weight(key)
        if end >= size and (left := keys[end - size]) in weights:
            if held[left] <= weights[left]:
                now -= weight(left)
            held[left] -= 1
        if now > best:
            best, start = now, max(0, end - size + 1)
    return best, start


def align(given: Sequence[Token], passage: Passage, start: int) -> Aligned | None:
    """How the words lie in the passage near a stretch that begins at `start`."""
    reach = len(given) // 2 + rules().limits.window
    low, high = max(0, start - reach), min(len(passage.keys), start + len(given) + reach)
    keys, there = [one.key for one in given], passage.keys[low:high]
    matcher = SequenceMatcher(None, keys, there, autojunk=False)
    runs = [Run(a, low + b, size) for a, b, size in matcher.get_matching_blocks() if size]
    runs = _trimmed(runs, given)
    return Aligned(passage, tuple(runs), *_measured(runs, given, passage)) if runs else None


def _trimmed(runs: list[Run], given: Sequence[Token]) -> list[Run]:
    """The runs without those at either end that are too slight for their distance."""
    while len(runs) > 1:
        if _stray(runs[0], _omitted(runs[0], runs[1]), given):
            runs = runs[1:]
        elif _stray(runs[-1], _omitted(runs[-2], runs[-1]), given):
            runs = runs[:-1]
        else:
            break
    return runs


def _omitted(before: Run, after: Run) -> int:
    """How many words of the passage lie between two runs beyond the given ones there."""
    there = after.there - before.there - before.length
    return there - (after.given - before.given - before.length)


def _stray(run: Run, omitted: int, given: Sequence[Token]) -> bool:
    return 3 * weigh(given[run.given : run.given + run.length]) < omitted


def _measured(runs: Sequence[Run], given: Sequence[Token], passage: Passage) -> tuple[int, int]:
    whole = weigh(given)
    kept = sum(weigh(given[one.given : one.given + one.length]) for one in runs)
    share = (100 * kept) // max(1, whole)
    there = kept
    for before, after in pairwise(runs):
        mine = given[before.given + before.length : after.given]
        theirs = passage.tokens[before.there + before.length : after.there]
        there += min(weigh(theirs), rules().limits.omission + weigh(mine))
        kept += _same_shape(mine, theirs)
    first, last = runs[0], runs[-1]
    low, high = first.there, last.there + last.length
    kept += _same_shape(given[: first.given], passage.tokens[max(0, low - first.given) : low])
    rest = given[last.given + last.length :]
    kept += _same_shape(rest, passage.tokens[high : high + len(rest)])
    return min(100, (200 * kept) // max(1, whole + there)), share


def _same_shape(mine: Sequence[Token], theirs: Sequence[Token]) -> int:
    """What counts as kept though it differs: a number for a number, as far as it is one."""
    if len(mine) != len(theirs):
        return 0
    return _NUMBER_FOR_NUMBER * sum(
        is_number(a.key) and is_number(b.key) for a, b in zip(mine, theirs, strict=True)
    )


def best_alignments(given: Sequence[Token], passages: Sequence[Passage]) -> list[Aligned]:
    """The alignments with the passages that have most of the words, the likest first."""
    weights = Counter(one.key for one in given)
    least = weigh(given)
    found = []
    for n, passage in enumerate(passages):
        held, start = overlap(weights, len(given), passage)
        if 3 * held >= least:
            found.append((-held, n, start, passage))
    found.sort(key=lambda one: one[:2])
    aligned = [
        one
        for _, _, start, passage in found[: rules().limits.aligned]
        if (one := align(given, passage, start))
    ]
    return sorted(aligned, key=lambda one: -one.likeness)
