"""Find sentences that recur from briefing to briefing with small changes.

Sentences are processed once, in chronological order. An inverted index of shingles maps a sentence
to the families to which it may belong. It only joins one if two thirds of it and of the family's
first sentence are the same, word for word and in order; similarity to the latest member is not
enough. The cost therefore grows with the texts, not with their square.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, repeat

from rapidfuzz.distance import Indel

from ..ordered import OrderedStatements
from .shingles import Recurring, shingles

# How many families a sentence is compared with, and how many are kept per shingle: the newest ones,
# as a shingle that hundreds share is not distinctive. Both are counted back in time from the
# sentence, so a new briefing changes nothing among older ones.
_COMPARED = 6
_KEPT = 8
# The minimum share of both sentences that is the same, word for word and in order.
_SAME = 0.67
# The minimum number of shared shingles for sentences to be compared.
_LEAST_SHARED = 3
# The number of statements whose words are cached, as recurring ones are compared often.
_REMEMBERED = 1 << 14


def families(statements: OrderedStatements) -> list[list[int]]:
    """Return statements, by number, that are occurrences of one wording in several briefings.

    Each family is sorted by time. Families in the most briefings come first, and among these, those
    that began first.
    """
    grouped = _Families(statements).grouped()
    counted = [
        (len({statements.briefing_of(number) for number in members}), members)
        for members in grouped
    ]
    counted = [family for family in counted if family[0] > 1]
    counted.sort(key=lambda family: -family[0])
    return [members for _, members in counted]


class _Families:
    def __init__(self, statements: OrderedStatements) -> None:
        self._statements = statements
        self._recurring = Recurring(
            sum(2 * len(briefing.words) for briefing in statements.by_briefing)
        )
        for briefing in statements.by_briefing:
            for n in range(len(briefing)):
                if briefing.recurring[n]:
                    self._recurring.count(shingles(briefing.recurring_words(n)))
        self._words_of = lru_cache(maxsize=_REMEMBERED)(statements.recurring_words)
        # The statement that began each family; the families of each shingle.
        self._first = array("L")
        self._index: dict[int, list[int]] = defaultdict(list)

    def grouped(self) -> list[list[int]]:
        """Group all statements that share shingles into families, in chronological order."""
        families: list[list[int]] = []
        number = 0
        for briefing in self._statements.by_briefing:
            for n in range(len(briefing)):
                if briefing.recurring[n]:
                    words = briefing.recurring_words(n)
                    keys = self._recurring.of(shingles(words))
                    if len(keys) >= _LEAST_SHARED:
                        home = self._place(number, words, keys)
                        if home == len(families):
                            families.append([])
                        families[home].append(number)
                number += 1
        return families

    def _place(self, number: int, words: Sequence[int], keys: Iterable[int]) -> int:
        """Return the family that a statement joins, or a new one, and index it there."""
        home = self._home(words, keys)
        if home is None:
            home = len(self._first)
            self._first.append(number)
        for key in keys:
            homes = self._index[key]
            if homes and homes[-1] == home:
                continue
            if home in homes:
                homes.remove(home)
            homes.append(home)
            if len(homes) > _KEPT:
                del homes[0]
        return home

    def _home(self, words: Sequence[int], keys: Iterable[int]) -> int | None:
        """Return the closest family that a statement is an occurrence of, or None."""
        index = self._index
        votes = Counter(chain.from_iterable(map(index.get, keys, repeat(()))))
        likely = [(-count, -n) for n, count in votes.items() if count >= _LEAST_SHARED]
        likely.sort()
        firsts = [(self._words_of(self._first[-n]), n) for _, n in likely[:_COMPARED]]
        if same := [n for first, n in firsts if first == words]:
            return -max(same)
        likeness = [(Indel.normalized_similarity(words, first), n) for first, n in firsts]
        best = max(likeness, default=(0.0, 0))
        return -best[1] if best[0] >= _SAME else None
