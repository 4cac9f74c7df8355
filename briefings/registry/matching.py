"""Finds the paragraphs of a text in a later state of it.

Equal paragraphs in the same order are aligned first, then equal ones that moved. The rest between
two aligned paragraphs is compared by words: paragraphs that changed, were split or were joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

# Similarity (normalised insertions and deletions, 0 to 100) from which a paragraph is the same
# with some changes.  Short paragraphs are similar by chance more often, so they must be closer.
_CHANGED = 70.0
_CHANGED_SHORT = 88.0
_SHORT = 40
# A paragraph is part of another one that contains nearly all of it.
_PART = 92.0
_LEAST_PART = 20
# How far from its position a paragraph is looked for if a long stretch was replaced.
_REACH = 40


@dataclass(slots=True)
class Matches:
    """`same` maps each earlier paragraph that still exists to its present index.

    `inside` maps those that became part of another paragraph, or that were duplicates, to the
    paragraph that has their words.
    """

    same: dict[int, int] = field(default_factory=dict)
    inside: dict[int, int] = field(default_factory=dict)


def match(before: Sequence[str], now: Sequence[str]) -> Matches:
    """Matches the paragraphs of an earlier text to those of the present text, one to one."""
    matches = Matches()
    if list(before) == list(now):
        matches.same = {n: n for n in range(len(before))}
        return matches
    in_order = _in_order(before, now)
    matches.same = dict(in_order)
    taken = set(matches.same.values())
    _moved(before, now, matches.same, taken)
    for old, new in _gaps(in_order, len(before), len(now)):
        unmatched = [n for n in old if n not in matches.same]
        unused = [n for n in new if n not in taken]
        _pair(_likeness(before, now, unmatched, unused), matches.same, taken)
        _pair(_overlaps(before, now, unmatched, unused), matches.same, taken)
        for n in unmatched:
            if n not in matches.same:
                home = _holder(before[n], now, new)
                if home is not None:
                    matches.inside[n] = home
    standing = {now[n]: n for n in reversed(range(len(now)))}
    for n, text in enumerate(before):
        if n not in matches.same and text in standing:
            matches.inside.setdefault(n, standing[text])
    return matches


def _in_order(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Equal paragraphs in the same order in both texts."""
    return [
        (block.src_start + n, block.dest_start + n)
        for block in LCSseq.opcodes(before, now)
        if block.tag == "equal"
        for n in range(block.src_end - block.src_start)
    ]


def _moved(
    before: Sequence[str], now: Sequence[str], same: dict[int, int], taken: set[int]
) -> None:
    """Equal paragraphs at other positions, those with the same text in their order."""
    unused: dict[str, list[int]] = defaultdict(list)
    for n in reversed(range(len(now))):
        if n not in taken:
            unused[now[n]].append(n)
    for n, text in enumerate(before):
        if n not in same and unused[text]:
            same[n] = unused[text].pop()
            taken.add(same[n])


def _gaps(
    anchors: Sequence[tuple[int, int]], before: int, now: int
) -> Iterator[tuple[range, range]]:
    """The stretches between aligned paragraphs."""
    last_old = last_new = -1
    for old, new in [*anchors, (before, now)]:
        if old - last_old > 1 and new - last_new > 1:
            yield range(last_old + 1, old), range(last_new + 1, new)
        last_old, last_new = old, new


Candidates = list[tuple[float, int, int]]


def _likeness(
    before: Sequence[str], now: Sequence[str], unmatched: Sequence[int], unused: Sequence[int]
) -> Candidates:
    candidates = []
    for old, new in _near(unmatched, unused):
        short = min(len(before[old]), len(now[new])) < _SHORT
        minimum = _CHANGED_SHORT if short else _CHANGED
        score = fuzz.ratio(before[old], now[new], score_cutoff=minimum)
        if score:
            candidates.append((score, old, new))
    return candidates


def _overlaps(
    before: Sequence[str], now: Sequence[str], unmatched: Sequence[int], unused: Sequence[int]
) -> Candidates:
    """Pairs of which one paragraph is part of the other, by how much they share."""
    return [
        (float(min(len(before[old]), len(now[new]))), old, new)
        for old, new in _near(unmatched, unused)
        if _is_part(before[old], now[new]) or _is_part(now[new], before[old])
    ]


def _near(unmatched: Sequence[int], unused: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: all in a short stretch, only those at similar positions in a long
    one."""
    slope = len(unused) / max(1, len(unmatched))
    for n, old in enumerate(unmatched):
        middle = int(n * slope)
        for new in unused[max(0, middle - _REACH) : middle + _REACH]:
            yield old, new


def _pair(candidates: Candidates, same: dict[int, int], taken: set[int]) -> None:
    """Pairs up the best candidates first; ties in the order of the text."""
    for _, old, new in sorted(
        candidates, key=lambda candidate: (-candidate[0], candidate[1], candidate[2])
    ):
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
