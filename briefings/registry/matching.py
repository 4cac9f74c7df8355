"""The paragraphs of a text found again in a later state of it.

Equal paragraphs are aligned first, in order, then those that only moved.  What is left between two
of them is compared word by word: a paragraph that changed, was split or was joined with another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

# Likeness (normalised insertions and deletions, 0 to 100) from which a paragraph is the same one
# with some words changed.  Few words are alike by chance, so short ones must be closer.
_CHANGED = 70.0
_CHANGED_SHORT = 88.0
_SHORT = 40
# A paragraph is part of another if nearly all of it stands there.
_PART = 92.0
_LEAST_PART = 20
# How far from its place a paragraph is looked for where a long stretch was replaced.
_REACH = 40


@dataclass(slots=True)
class Matches:
    """`same` leads from each earlier paragraph that is still there to its place now.

    `inside` leads from those that became part of another paragraph, or that stood twice, to the
    one where their words are.
    """

    same: dict[int, int] = field(default_factory=dict)
    inside: dict[int, int] = field(default_factory=dict)


def match(before: Sequence[str], now: Sequence[str]) -> Matches:
    """Where each paragraph of an earlier text stands in the text of today, one to one."""
    found = Matches()
    if list(before) == list(now):
        found.same = {n: n for n in range(len(before))}
        return found
    in_order = _in_order(before, now)
    found.same = dict(in_order)
    taken = set(found.same.values())
    _moved(before, now, found.same, taken)
    for old, new in _gaps(in_order, len(before), len(now)):
        left = [n for n in old if n not in found.same]
        free = [n for n in new if n not in taken]
        _pair(_likeness(before, now, left, free), found.same, taken)
        _pair(_overlaps(before, now, left, free), found.same, taken)
        for n in left:
            if n not in found.same:
                home = _holder(before[n], now, new)
                if home is not None:
                    found.inside[n] = home
    standing = {now[n]: n for n in reversed(range(len(now)))}
    for n, text in enumerate(before):
        if n not in found.same and text in standing:
            found.inside.setdefault(n, standing[text])
    return found


def _in_order(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Equal paragraphs that stand in the same order in both texts."""
    return [
        (block.src_start + n, block.dest_start + n)
        for block in LCSseq.opcodes(before, now)
        if block.tag == "equal"
        for n in range(block.src_end - block.src_start)
    ]


def _moved(
    before: Sequence[str], now: Sequence[str], same: dict[int, int], taken: set[int]
) -> None:
    """Equal paragraphs that stand elsewhere, those of one text in their order."""
    free: dict[str, list[int]] = defaultdict(list)
    for n in reversed(range(len(now))):
        if n not in taken:
            free[now[n]].append(n)
    for n, text in enumerate(before):
        if n not in same and free[text]:
            same[n] = free[text].pop()
            taken.add(same[n])


def _gaps(
    anchors: Sequence[tuple[int, int]], before: int, now: int
) -> Iterator[tuple[range, range]]:
    """The stretches between paragraphs that are equal and in order."""
    last_old = last_new = -1
    for old, new in [*anchors, (before, now)]:
        if old - last_old > 1 and new - last_new > 1:
            yield range(last_old + 1, old), range(last_new + 1, new)
        last_old, last_new = old, new


Candidates = list[tuple[float, int, int]]


def _likeness(
    before: Sequence[str], now: Sequence[str], left: Sequence[int], free: Sequence[int]
) -> Candidates:
    found = []
    for old, new in _near(left, free):
        short = min(len(before[old]), len(now[new])) < _SHORT
        least = _CHANGED_SHORT if short else _CHANGED
        score = fuzz.ratio(before[old], now[new], score_cutoff=least)
        if score:
            found.append((score, old, new))
    return found


def _overlaps(
    before: Sequence[str], now: Sequence[str], left: Sequence[int], free: Sequence[int]
) -> Candidates:
    """Paragraphs of which one is a part of the other, by how much they share."""
    return [
        (float(min(len(before[old]), len(now[new]))), old, new)
        for old, new in _near(left, free)
        if _is_part(before[old], now[new]) or _is_part(now[new], before[old])
    ]


def _near(left: Sequence[int], free: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: all of a short stretch, those about as far along in a long one."""
    slope = len(free) / max(1, len(left))
    for n, old in enumerate(left):
        middle = int(n * slope)
        for new in free[max(0, middle - _REACH) : middle + _REACH]:
            yield old, new


def _pair(candidates: Candidates, same: dict[int, int], taken: set[int]) -> None:
    """The best pairs first; of equal ones the first in the text."""
    for _, old, new in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
        if old not in same and new not in taken:
            same[old] = new
            taken.add(new)


def _holder(text: str, now: Sequence[str], among: range) -> int | None:
    """The paragraph that a text has become part of."""
    return next((n for n in among if _is_part(text, now[n])), None)


def _is_part(part: str, whole: str) -> bool:
    return (
        _LEAST_PART <= len(part) < len(whole)
        and fuzz.partial_ratio(part, whole, score_cutoff=_PART) > 0
    )
