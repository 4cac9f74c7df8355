"""Passages of one briefing that say the same become one hit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from rapidfuzz.distance import Indel

from .search_record import Named, Record

SAME_WORDS = 0.95
"""How alike two passages of one briefing must be to make one hit; their numbers must agree."""

SAME_AT_LEAST = 8
"""Words; what is shorter must be the same to the letter."""
_ROUNDING = 1e-6


def merged(said: Sequence[tuple[Record, Named]]) -> list[Record]:
    """What says the same is one hit with several places.

    Two passages that are so much alike share one at least of the rarest words of each: as many of
    these are indexed as the longest difference that is let pass has words, and one more.
    """
    counts = Counter(word for record, _ in said for word in record.tokens.plain)
    found: list[Record] = []
    also: list[list[Named]] = []
    whole: dict[tuple[str, ...], int] = {}
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    with_numbers: dict[tuple[str, ...], int] = {}
    for record, place in said:
        words = record.tokens.plain
        numbers = with_numbers.setdefault(tuple(record.numbers), len(with_numbers))
        rarest = sorted(words, key=lambda word: (counts[word], word))
        del rarest[len(words) - _shared(len(words)) + 1 :]
        near = {n for word in rarest for n in index[numbers, word]}
        likely = sorted({*near, *([whole[words]] if words in whole else [])})
        n = next((n for n in likely if same(record, found[n])), None)
        if n is not None:
            also[n].append(place)
            continue
        whole.setdefault(words, len(found))
        if len(words) >= SAME_AT_LEAST:
            for word in set(rarest):
                index[numbers, word].append(len(found))
        found.append(record)
        also.append([])
    return [
        replace(record, also=tuple(places)) if places else record
        for record, places in zip(found, also, strict=True)
    ]


def _shared(size: int) -> int:
    """How many words a text of a size has in common with the shortest one that is alike."""
    shortest = ceil(size * SAME_WORDS - _ROUNDING)
    return ceil((size + shortest) / 2 * SAME_WORDS - _ROUNDING)


def same(record: Record, other: Record) -> bool:
    """Whether two passages say the same, numbers included; "Thank you." is no repetition."""
    words, others = record.tokens.plain, other.tokens.plain
    longer, shorter = max(len(words), len(others)), min(len(words), len(others))
    if shorter < max(4, longer * SAME_WORDS):
        return False
    if words == others:
        return True
    return (
        shorter >= SAME_AT_LEAST
        and record.numbers == other.numbers
        and Indel.normalized_similarity(words, others, score_cutoff=SAME_WORDS) > 0
    )
