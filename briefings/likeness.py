"""Measures how much of one text occurs in another, by shared runs of words and by word order."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

# Two texts seldom share five consecutive words by chance.
SHINGLE = 5
# If at least this share of either text occurs in the other, one is an edition of the other.
EDITION = 0.85

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shared:
    """The share of each of two texts that occurs in the other, from 0 to 1."""

    of_first: float
    of_second: float

    @property
    def is_edition(self) -> bool:
        """Whether either text is almost entirely contained in the other."""
        return min(self.of_first, self.of_second) >= EDITION


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the texts in order, case-folded, without punctuation.

    >>> words_of(["Two nets,", "TEN knots."])
    ('two', 'nets', 'ten', 'knots')
    """
    return tuple(word for text in texts for word in _WORD.findall(text.casefold()))


def number_of_word(word: str) -> int:
    """A 32-bit number for a word: compact, and the same in every process."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def shingles(words: Sequence[str]) -> frozenset[int]:
    """A number for every run of five words (w-shingling)."""
    return frozenset(
        zlib.crc32(" ".join(words[n : n + SHINGLE]).encode())
        for n in range(max(0, len(words) - SHINGLE + 1))
    )


def contained(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the shorter text's shingles that also occur in the longer text, from 0 to 1."""
    return len(a & b) / max(1, min(len(a), len(b)))


def shared_words(a: Sequence[str], b: Sequence[str]) -> Shared:
    """The longest common subsequence of words, as a share of each text.

    >>> shared_words("a b c d".split(), "a c d".split())
    Shared(of_first=0.75, of_second=1.0)
    """
    common = LCSseq.similarity(a, b)
    return Shared(common / max(1, len(a)), common / max(1, len(b)))
