"""How much words tell of a sentence: the rarer in the texts compared, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from ..reading import Sentence

# How much more a shared figure says than a rare word, and how much a number within one less.
_FIGURE = 2.0
_TERM = 0.7


class Weights:
    """Inverse document frequencies, each sentence of the texts that are compared being a document.

    A word in `count` of `number` sentences weighs log(1 + number / (1 + count)).
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
        """The weight of several words together."""
        return math.fsum(map(self._weights.__getitem__, words))

    def size(self, sentence: Sentence) -> float:
        """The weight of all words of a sentence, worked out once."""
        if sentence.id not in self._sizes:
            self._sizes[sentence.id] = self.of(sentence.words)
        return self._sizes[sentence.id]

    def rarest(self, words: Iterable[str], number: int) -> list[str]:
        """The words that say most, the rarest first."""
        return sorted(words, key=self._ranks.__getitem__)[:number]


def _kind(word: str) -> float:
    return {"#": _FIGURE, "§": _TERM}.get(word[0], 1.0)
