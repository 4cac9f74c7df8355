"""Which sentences return from briefing to briefing with small changes.

Sentences are read once, in the order of time.  An inverted index of shingles leads from a sentence
to the families that it may belong to, of which each is compared by its latest sentence only; so the
work grows with the texts, not with their square.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from ..ordered import OrderedStatements
from .shingles import Recurring, shingles

# How many families a sentence is compared with, and how many a shingle leads to: the newest ones,
# for a shingle that hundreds share tells nothing.  Both count from the sentence back in time, so
# that what a new briefing adds changes nothing among older ones.
_COMPARED = 6
_KEPT = 8
# Weight in common, of both sentences and of the shorter one, and shingles in common, that make two
# sentences one family: alike as a whole, or the shorter one nearly all within the longer.
_ALIKE = ((0.40, 0.47, 5), (0.33, 0.60, 3))
# Statements whose words are held ready, since what returns often is compared often.
_REMEMBERED = 1 << 14
_LEAST_SHARED = min(least for _, _, least in _ALIKE)


def families(statements: OrderedStatements) -> list[list[int]]:
    """Statements, by number, that are occurrences of one wording in two briefings or more.

    Each family is in the order of time; the wording that most briefings have comes first, and of
    several the one that was said first.
    """
    grouped = _Families(statements).grouped()
    found = [
        (len({statements.briefing_of(number) for number in members}), members)
        for members in grouped
        if len(members) > 1
    ]
    found = [one for one in found if one[0] > 1]
    found.sort(key=lambda one: -one[0])
    return [members for _, members in found]


class _Families:
    def __init__(self, statements: OrderedStatements) -> None:
        self._statements = statements
        self._recurring = Recurring(sum(2 * len(each.words) for each in statements.each))
        counts: Counter[int] = Counter()
        total = 0
        for each in statements.each:
            for n in range(len(each)):
                if each.recurring[n]:
                    words = each.recurring_words(n)
                    counts.update(set(words))
                    self._recurring.count(shingles(words))
                    total += 1
        self._weights = {word: math.log(1 + total / (1 + count)) for word, count in counts.items()}
        self._words_of = lru_cache(maxsize=_REMEMBERED)(statements.recurring_words)
        # The latest statement of each family, and its weight; the families of each shingle.
        self._latest = array("L")
        self._sizes = array("d")
        self._index: dict[int, list[int]] = defaultdict(list)

    def grouped(self) -> list[list[int]]:
        """Every statement that shares shingles with others, in families, in the order of time."""
        found: list[list[int]] = []
        number = 0
        for each in self._statements.each:
            for n in range(len(each)):
                if each.recurring[n]:
                    words = each.recurring_words(n)
                    keys = self._recurring.of(shingles(words))
                    if len(keys) >= _LEAST_SHARED:
                        home = self._place(number, frozenset(words), keys)
                        if home == len(found):
                            found.append([])
                        found[home].append(number)
                number += 1
        return found

    def _place(self, number: int, words: frozenset[int], keys: Iterable[int]) -> int:
        """The family that a statement joins, a new one where it joins none."""
        size = self._weight(words)
        home = self._home(words, size, keys)
        if home is None:
            home = len(self._latest)
            self._latest.append(number)
            self._sizes.append(size)
        else:
            self._latest[home] = number
            self._sizes[home] = size
        for key in keys:
            known = self._index[key]
            if home in known:
                known.remove(home)
            known.append(home)
            if len(known) > _KEPT:
                del known[0]
        return home

    def _home(self, words: frozenset[int], size: float, keys: Iterable[int]) -> int | None:
        """The closest family that a statement is an occurrence of."""
        index = self._index
        votes = Counter(chain.from_iterable(index[key] for key in keys if key in index))
        likely = sorted((-count, -n) for n, count in votes.items() if count >= _LEAST_SHARED)
        best: tuple[float, int] | None = None
        for negative_count, negative in likely[:_COMPARED]:
            n = -negative
            shared = self._weight(words & self._words_of(self._latest[n]))
            within = shared / min(size, self._sizes[n])
            both = 2 * shared / (size + self._sizes[n])
            alike = any(
                both >= least and within >= least_within and -negative_count >= least_shingles
                for least, least_within, least_shingles in _ALIKE
            )
            if alike:
                best = max(best or (both, n), (both, n))
        return best[1] if best else None

    def _weight(self, words: Iterable[int]) -> float:
        return math.fsum(map(self._weights.__getitem__, words))
