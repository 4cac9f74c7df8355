"""Finds sentences that say roughly the same in other words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefings.languages import ENGLISH

from .passages import Passage
from .rules import rules
from .tokens import is_number, weight

# The rules and their words are for quotations in English (`rules.json`).
_ENDINGS = ENGLISH.quoting.endings
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Likely:
    """A sentence of a passage that resembles the given words; `likeness` is from 0 to 100."""

    passage: Passage
    sentence: int
    likeness: int


@lru_cache(maxsize=1 << 16)
def stem(key: str) -> str:
    """A word without its ending.

    >>> stem("detected"), stem("detecting"), stem("crimes"), stem("96.1")
    ('detect', 'detect', 'crim', '96.1')
    """
    if is_number(key):
        return key
    for ending in _ENDINGS:
        if key.endswith(ending) and len(key) >= len(ending) + _LEAST - 1:
            return key[: -len(ending)]
    return key


def stems(keys: Iterable[str]) -> frozenset[str]:
    """The stems of all words except small ones."""
    return frozenset(stem(key) for key in keys if key not in rules().small)


def likest(keys: Sequence[str], passages: Sequence[Passage]) -> list[Likely]:
    """The sentences most like the given words, the best first."""
    limits = rules().limits
    given_stems = stems(keys)
    given_weight = sum(map(weight, given_stems))
    likely: list[Likely] = []
    for passage in passages:
        by_sentence: dict[int, list[str]] = {}
        for key, sentence in zip(passage.keys, passage.sentences, strict=True):
            by_sentence.setdefault(sentence, []).append(key)
        for sentence, words in by_sentence.items():
            sentence_stems = stems(words)
            shared = given_stems & sentence_stems
            if len(shared) < limits.near_words:
                continue
            total = given_weight + sum(map(weight, sentence_stems))
            likeness = 200 * sum(map(weight, shared)) // total
            if likeness >= limits.near:
                likely.append(Likely(passage, sentence, likeness))
    likely.sort(key=lambda item: (-item.likeness, item.passage.rank, item.sentence))
    return likely[: limits.listed]
