"""Weights of words: the rarer a word is in the texts compared, the higher."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from ..reading import Sentence

# The factors for shared figures and for terms, relative to other words.
_FIGURE = 2.0
_TERM = 0.7


class Weights:
    """Inverse document frequencies, with the sentences of the compared texts as documents.

    A word that occurs in `count` of `number` sentences has the weight log(1 + number / (1 +
    count)), times a factor for figures and terms.
    """

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        counted: Counter[str] = Counter()
        number = 0
        for sentence in sentences:
            counted.update(sentence.words)
            number += 1
        self._sizes: dict[str, float] = {}
        self._weights = {
            word: _kind(word) * math.log(1 + number / (1 + count))
            for word, count in counted.items()
        }
        rarest_first = sorted(self._weights, key=lambda word: (-self._weights[word], word))
        self._ranks = {word: rank for rank, word in enumerate(rarest_first)}

    def of(self, words: Iterable[str]) -> float:
        """Return the total weight of several words."""
        return math.fsum(map(self._weights.__getitem__, words))

    def size(self, sentence: Sentence) -> float:
        """Return the total weight of a sentence's words, from a cache."""
        if sentence.id not in self._sizes:
            self._sizes[sentence.id] = self.of(sentence.words)
        return self._sizes[sentence.id]

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """Return the `number` rarest words, the rarest first."""
        return sorted(words, key=self._ranks.__getitem__)[:number]


def _kind(word: str) -> float:
    return {"#": _FIGURE, "§": _TERM}.get(word[0], 1.0)
