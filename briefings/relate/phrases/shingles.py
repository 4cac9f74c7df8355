"""Shingles: pairs of words that are adjacent or have one word between them, as numbers.

Sentences that share shingles probably share their wording (Broder, "On the resemblance and
containment of documents", 1997). Pairs with a gap are robust against an added or replaced word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import add

# The slots of the counting filter per counted shingle; more slots mean fewer collisions.
_SLOTS_EACH = 4
_LEAST_SLOTS = 1 << 16


def shingles(words: Sequence[int]) -> set[int]:
    """Return the shingles of a sentence, given the numbers of its stems in order.

    The order of the two words does not matter: the number of a shingle is their sum.

    >>> sorted(shingles([1, 10, 100, 1000]))
    [11, 101, 110, 1010, 1100]
    """
    pairs = set(map(add, words, words[1:]))
    pairs.update(map(add, words, words[2:]))
    return pairs


class Recurring:
    """Tells which shingles occur in several sentences, in a fixed amount of memory.

    This is a counting filter (Fan et al., "Summary cache", 2000) with one hash and counts up to
    two. A shingle of only one sentence may rarely be mistaken for a recurring one, but not vice
    versa.
    """

    def __init__(self, expected: int) -> None:
        """Size the filter; `expected` is the approximate number of shingles to be counted."""
        slots = _LEAST_SLOTS
        while slots < expected * _SLOTS_EACH:
            slots *= 2
        self._mask = slots - 1
        self._counts = bytearray(slots)

    def count(self, sentence: Iterable[int]) -> None:
        """Count the shingles of another sentence, each once."""
        counts, mask = self._counts, self._mask
        for shingle in sentence:
            slot = shingle & mask
            if counts[slot] < 2:
                counts[slot] += 1

    def of(self, sentence: Iterable[int]) -> list[int]:
        """Return the shingles that occur in more than one sentence, in arbitrary order."""
        counts, mask = self._counts, self._mask
        return [shingle for shingle in sentence if counts[shingle & mask] > 1]
