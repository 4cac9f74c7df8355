"""Shingles: words that stand next to each other or one apart, as numbers.

Sentences that share shingles are likely to share their wording (Broder, "On the resemblance and
containment of documents", 1997); pairs with a gap survive a word that was added or exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

# Slots of the counting filter for each shingle that is counted: the more, the fewer share one.
_SLOTS_EACH = 4
_LEAST_SLOTS = 1 << 16


def shingles(words: Sequence[int]) -> set[int]:
    """The shingles of a sentence, whose stems are given as numbers in order.

    Two words make one shingle in either order: its number is their sum.

    >>> sorted(shingles([1, 10, 100, 1000]))
    [11, 101, 110, 1010, 1100]
    """
    found = {a + b for a, b in pairwise(words)}
    found.update(a + b for a, b in zip(words, words[2:], strict=False))
    return found


class Recurring:
    """Tells which shingles several sentences have, in memory that is set beforehand.

    A counting filter (Fan et al., "Summary cache", 2000) with one hash and counts up to two: what
    only one sentence has may rarely be taken for recurring, never the other way round.
    """

    def __init__(self, expected: int) -> None:
        """`expected` is about how many shingles will be counted."""
        slots = _LEAST_SLOTS
        while slots < expected * _SLOTS_EACH:
            slots *= 2
        self._mask = slots - 1
        self._counts = bytearray(slots)

    def count(self, found: Iterable[int]) -> None:
        """Counts the shingles of one more sentence, each once."""
        counts, mask = self._counts, self._mask
        for shingle in found:
            slot = shingle & mask
            if counts[slot] < 2:
                counts[slot] += 1

    def of(self, found: Iterable[int]) -> list[int]:
        """Those shingles that more than one sentence has, in no order of meaning."""
        counts, mask = self._counts, self._mask
        return [shingle for shingle in found if counts[shingle & mask] > 1]
