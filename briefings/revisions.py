"""Compares two editions of a text: matches their paragraphs and finds what changed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import itemgetter
from typing import Literal

from rapidfuzz import fuzz

from .model import Passage

# Minimum likeness (0 to 100) of matching paragraphs: the first applies between the same
# neighbours, the second anywhere else in the text.
_BETWEEN = 55.0
_ELSEWHERE = 90.0
# The minimum part of the other paragraph that a joined or split paragraph contains.
_PART = 40
# A stretch with more pairs than this was rewritten completely: its paragraphs are not compared
# one by one.
_MOST_PAIRS = 60_000

RevisionKind = Literal["changed", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Revision:
    """A passage that a later edition changed, added or dropped; None stands for a missing side."""

    kind: RevisionKind
    before: Passage | None
    after: Passage | None


def align(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Maps positions in `before` to those of the same paragraph in `after`; blank ones are left
    out.

    Two positions may map to one if paragraphs were joined. Paragraphs without a counterpart are
    left out.

    >>> align(["a hen", "", "a hare ran"], ["new", "a hen", "a hare rang", ""])
    {0: 1, 2: 2}
    """
    old = [n for n, text in enumerate(before) if text.strip()]
    new = [n for n, text in enumerate(after) if text.strip()]
    a, b = [_folded(before[n]) for n in old], [_folded(after[n]) for n in new]
    pairs: dict[int, int] = {}
    for tag, i, k, j, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs |= zip(range(i, k), range(j, m), strict=True)
        elif tag == "replace":
            pairs |= _in_order(a, b, range(i, k), range(j, m))
    pairs |= _moved(a, b, pairs)
    pairs |= _joined(a, b, pairs)
    return {old[i]: new[j] for i, j in sorted(pairs.items())}


def revisions(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Revision, ...]:
    """The changes from one edition to the next, in the order of the later edition.

    A dropped passage comes after the passage that it followed.
    """
    old_texts, new_texts = [passage.text for passage in before], [passage.text for passage in after]
    pairs = align(old_texts, new_texts)
    sources: dict[int, list[int]] = defaultdict(list)
    for i, j in pairs.items():
        sources[j].append(i)
    placed: list[tuple[tuple[int, int], Revision]] = []
    for j, passage in enumerate(after):
        if j not in sources:
            placed.append(((j, 0), Revision("added", None, passage)))
        elif [old_texts[i] for i in sources[j]] != [new_texts[j]]:
            placed += [((j, 0), Revision("changed", before[i], passage)) for i in sources[j]]
    last = -1
    for i, passage in enumerate(before):
        if i in pairs:
            last = pairs[i]
        else:
            placed.append(((last, 1), Revision("dropped", passage, None)))
    return tuple(revision for _, revision in sorted(placed, key=itemgetter(0)))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _in_order(a: list[str], b: list[str], old: range, new: range) -> dict[int, int]:
    """The best pairs of a stretch that keep its order (as in sequence alignment)."""
    if len(old) * len(new) > _MOST_PAIRS:
        return {}
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    gain = [[max(0.0, _likeness(a[i], b[j]) - _BETWEEN) for j in new] for i in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            with_pair = gain[i][j] + best[i + 1][j + 1] if gain[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], with_pair)
    pairs = {}
    i = j = 0
    while i < len(old) and j < len(new):
        if gain[i][j] and best[i][j] == gain[i][j] + best[i + 1][j + 1]:
            pairs[old[i]] = new[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likeness(a: str, b: str) -> float:
    """The likeness of two paragraphs, 0 to 100; it is high if one contains the other entirely."""
    likeness = fuzz.ratio(a, b)
    if min(len(a), len(b)) >= _PART:
        likeness = max(likeness, 0.9 * fuzz.partial_ratio(a, b))
    return likeness


def _moved(a: list[str], b: list[str], pairs: dict[int, int]) -> dict[int, int]:
    """Pairs of almost unchanged paragraphs that are now elsewhere."""
    taken = set(pairs.values())
    free = [j for j in range(len(b)) if j not in taken and len(b[j]) >= _PART]
    counterparts: dict[int, int] = {}
    for i in _left(a, pairs):
        scored = sorted(((fuzz.ratio(a[i], b[j]), -j) for j in free), reverse=True)
        if scored and scored[0][0] >= _ELSEWHERE:
            counterparts[i] = -scored[0][1]
            free.remove(counterparts[i])
    return counterparts


def _joined(a: list[str], b: list[str], pairs: dict[int, int]) -> dict[int, int]:
    """Pairs of paragraphs that were merged into another or split in two."""
    counterparts = {}
    for i in _left(a, pairs):
        scored = [
            (fuzz.partial_ratio(a[i], text), -j)
            for j, text in enumerate(b)
            if len(text) >= max(_PART, 0.3 * len(a[i]))
        ]
        if scored and max(scored)[0] >= _ELSEWHERE:
            counterparts[i] = -max(scored)[1]
    return counterparts


def _left(a: list[str], pairs: dict[int, int]) -> Iterator[int]:
    return (i for i in range(len(a)) if i not in pairs and len(a[i]) >= _PART)
