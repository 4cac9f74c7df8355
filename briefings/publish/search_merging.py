"""Merges passages of one briefing that say the same into a single hit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from rapidfuzz.distance import Indel

from .search_record import Named, Record

SAME_WORDS = 0.95
"""Minimum likeness of two passages of a briefing that are merged; their numbers must agree."""

SAME_AT_LEAST = 8
"""Texts with fewer words are merged only if they are identical."""
_ROUNDING = 1e-6


def merged(passages: Sequence[tuple[Record, Named]]) -> list[Record]:
    """Records in which those that say the same are merged into one with several places.

    Two passages that are this similar share at least one of the rarest words of each. It is enough
    to index one rare word more than the largest accepted difference has words.
    """
    counts = Counter(word for record, _ in passages for word in record.tokens.plain)
    hits: list[Record] = []
    also: list[list[Named]] = []
    whole: dict[tuple[str, ...], int] = {}
    index: dict[tuple[int, str], list[int]] = defaultdict(list)
    with_numbers: dict[tuple[str, ...], int] = {}
    for record, place in passages:
        words = record.tokens.plain
        numbers = with_numbers.setdefault(tuple(record.numbers), len(with_numbers))
        rarest = sorted(words, key=lambda word: (counts[word], word))
        del rarest[len(words) - _shared(len(words)) + 1 :]
        near = {n for word in rarest for n in index[numbers, word]}
        likely = sorted({*near, *([whole[words]] if words in whole else [])})
        n = next((n for n in likely if same(record, hits[n])), None)
        if n is not None:
            also[n].append(place)
            continue
        whole.setdefault(words, len(hits))
        if len(words) >= SAME_AT_LEAST:
            for word in set(rarest):
                index[numbers, word].append(len(hits))
        hits.append(record)
        also.append([])
    return [
        replace(record, also=tuple(places)) if places else record
        for record, places in zip(hits, also, strict=True)
    ]


def _shared(size: int) -> int:
    """The number of words that a text of this size shares with the shortest text similar to it."""
    shortest = ceil(size * SAME_WORDS - _ROUNDING)
    return ceil((size + shortest) / 2 * SAME_WORDS - _ROUNDING)


def same(record: Record, other: Record) -> bool:
    """Whether two passages say the same, including numbers; "Thank you." is not a repetition."""
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
