"""Which sentences return from briefing to briefing with small changes.

Sentences are read once, in the order of time.  An inverted index of shingles leads from a sentence
to the families that it may belong to.  It joins one only where it and the sentence that began the
family are two thirds the same, word for word and in order: what is like the last of them
alone is no occurrence of the first.  So the work grows with the texts, not with their square.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from rapidfuzz.distance import Indel

from ..ordered import OrderedStatements
from .shingles import Recurring, shingles

# How many families a sentence is compared with, and how many a shingle leads to: the newest ones,
# for a shingle that hundreds share tells nothing.  Both count from the sentence back in time, so
# that what a new briefing adds changes nothing among older ones.
_COMPARED = 6
_KEPT = 8
# The part of both sentences that is the same, word for word and in order: more than two thirds.
_SAME = 0.67
# Shingles that sentences have in common before they are compared.
_LEAST_SHARED = 3
# Statements whose words are held ready, since what returns often is compared often.
_REMEMBERED = 1 << 14


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
        for each in statements.each:
            for n in range(len(each)):
                if each.recurring[n]:
                    self._recurring.count(shingles(each.recurring_words(n)))
        self._words_of = lru_cache(maxsize=_REMEMBERED)(statements.recurring_words)
        # The statement that began each family; the families of each shingle.
        self._first = array("L")
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
                        home = self._place(number, words, keys)
                        if home == len(found):
                            found.append([])
                        found[home].append(number)
                number += 1
        return found

    def _place(self, number: int, words: Sequence[int], keys: Iterable[int]) -> int:
        """The family that a statement joins, a new one where it joins none."""
        home = self._home(words, keys)
        if home is None:
            home = len(self._first)
            self._first.append(number)
        for key in keys:
            known = self._index[key]
            if home in known:
                known.remove(home)
            known.append(home)
            if len(known) > _KEPT:
                del known[0]
        return home

    def _home(self, words: Sequence[int], keys: Iterable[int]) -> int | None:
        """The closest family that a statement is an occurrence of."""
        index = self._index
        votes = Counter(chain.from_iterable(index[key] for key in keys if key in index))
        likely = sorted((-count, -n) for n, count in votes.items() if count >= _LEAST_SHARED)
        alike = [
            (Indel.normalized_similarity(words, self._words_of(self._first[-n])), n)
            for _, n in likely[:_COMPARED]
        ]
        best = max(alike, default=(0.0, 0))
        return -best[1] if best[0] >= _SAME else None
