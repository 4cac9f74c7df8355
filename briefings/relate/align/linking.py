"""Match the sentences of two texts on the same event.

Common words are weighted by how rare they are in both texts, and shared figures, names and terms
count most. Certain pairs are matched first. Other sentences are then matched next to them and
between them, so the parts of a text may come in any order. A sentence may have no counterpart, or
several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ..reading import Sentence
from ..stems import plain
from .weights import Weights

# Likeness ranges from 0 to 1. A pair whose score, which includes its neighbourhood, is at least
# this is certain if neither sentence has a better one; a pair without neighbours needs the likeness
# alone.
_SURE = 0.50
_ALONE = 0.55
# Next to certain pairs, a lower likeness is enough; the lowest, in a free position between two.
_BESIDE = 0.18
_BETWEEN = 0.10
# A further counterpart must cover this share of what the first one leaves uncovered.
_FURTHER = 0.26
_FURTHER_LIKE = 0.20
_COMPANY = 0.45
_WINDOW = 3
# The minimum number of stems, figures, names and terms for a sentence to be recognized in other
# words.
_TELLING = 3
_SHORT = 2
_CANDIDATES = 12
# The minimum number of digits for two numbers to be recognized as slips for one another.
_DIGITS = 3

Links = dict[tuple[int, int], float]


def match(left: Sequence[Sentence], right: Sequence[Sentence]) -> Links:
    """Return the matched pairs of positions (left, right), with their likeness."""
    table = _Table(left, right)
    table.take_sure()
    table.fill_gaps()
    table.drop_lonely()
    table.add_further()
    return table.links


def likeness(a: Sentence, b: Sentence, weights: Weights, telling: int = _TELLING) -> float:
    """Return the similarity of two sentences, from 0 to 1, by weighted words and by letters.

    A sentence with fewer distinctive words than `telling` matches the same text only.
    """
    weight = weights.of(a.words & b.words)
    if not weight:
        return 0.0
    if min(len(a.words), len(b.words)) < telling and plain(a.text) != plain(b.text):
        return 0.0
    left, right = weights.size(a), weights.size(b)
    within, overall = weight / min(left, right), 2 * weight / (left + right)
    letters: float = fuzz.token_set_ratio(plain(a.text), plain(b.text)) / 100
    return 0.45 * within + 0.35 * overall + 0.20 * letters * float(overall**0.5)


class _Table:
    """The sentences of two texts, their similarities, and the links made so far."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        self.left, self.right = left, right
        self.weights = Weights([*left, *right])
        self.links: Links = {}
        self._by_left: dict[int, list[int]] = defaultdict(list)
        self._by_right: dict[int, list[int]] = defaultdict(list)
        self._likes = self._candidates()
        self._scores = {at: self._score(*at) for at in self._likes}

    def take_sure(self) -> None:
        """Link each sentence on the right to its best match on the left, if that is certain."""
        best_left: dict[int, float] = defaultdict(float)
        best: dict[int, tuple[float, int]] = {}
        for (i, j), score in self._scores.items():
            best_left[i] = max(best_left[i], score)
            candidate = score, -i
            best[j] = max(best.get(j, candidate), candidate)
        for j, (score, negative) in sorted(best.items()):
            i = -negative
            like = self._likes[i, j]
            if score >= _SURE and (score >= 0.9 * best_left[i] or like >= _ALONE):
                self._link(i, j)

    def fill_gaps(self) -> None:
        """Link sentences next to existing links, the most similar first; each link opens new
        positions."""
        while True:
            open_links = [
                (like, i, j)
                for j in range(len(self.right))
                if not self._lefts(j)
                for i, least in self._places(j).items()
                if (like := self._like(i, j)) >= least
            ]
            if not open_links:
                return
            _, i, j = max(open_links, key=lambda link: (link[0], -link[2], -link[1]))
            self._link(i, j)

    def drop_lonely(self) -> None:
        """Remove links of moderate likeness that are far from every other link."""
        reach = _WINDOW + 1
        lonely = [
            (i, j)
            for (i, j), like in self.links.items()
            if like < _ALONE
            and not any(
                (i, j) != (k, m) and abs(k - i) <= reach and abs(m - j) <= reach
                for k, m in self.links
            )
        ]
        for i, j in lonely:
            del self.links[i, j]
            self._by_left[i].remove(j)
            self._by_right[j].remove(i)

    def add_further(self) -> None:
        """Link neighbours of a counterpart that cover what it leaves uncovered, on either side."""
        for i, j in sorted(self.links):
            for k in _around(i, len(self.left)):
                self._try(k, j, self._adds(
                    self.left[k], self.right[j],
                    [self.left[n] for n in self._lefts(j)],
                    [self.right[n] for n in self._rights(k)],
                ))  # fmt: skip
            for k in _around(j, len(self.right)):
                self._try(i, k, self._adds(
                    self.right[k], self.left[i],
                    [self.right[n] for n in self._rights(i)],
                    [self.left[n] for n in self._lefts(k)],
                ))  # fmt: skip

    def _try(self, i: int, j: int, adds: bool) -> None:
        if not adds or (i, j) in self.links:
            return
        if self._like(i, j) < _FURTHER_LIKE:
            # Two words, or a miscopied number, are enough beside a certain counterpart.
            a, b = self.left[i], self.right[j]
            slips = _slips(a.words, b.words)
            if slips or min(len(a.words), len(b.words)) == _SHORT:
                a, b = _without(a, slips), _without(b, slips)
                self._likes[i, j] = likeness(a, b, self.weights, _SHORT)
        if self._likes[i, j] >= _FURTHER_LIKE:
            self._link(i, j)

    def _adds(
        self,
        further: Sentence,
        counterpart: Sentence,
        partners: list[Sentence],
        used_with: list[Sentence],
    ) -> bool:
        """Return whether `further` covers what the partners of `counterpart` leave uncovered.

        It shares two words of that, or a number; all of its words, if it has two; or one word, if a
        number of one is a slip for a number of the other; and three words in another turn, as the
        answer to a question that is retold with it.
        """
        if further.courteous:
            return False
        uncovered = counterpart.words - frozenset[str]().union(
            *(partner.words for partner in partners)
        )
        unused = further.words - frozenset[str]().union(*(sentence.words for sentence in used_with))
        shared = uncovered & unused
        if not shared or (further.part != partners[0].part and len(shared) < _TELLING):
            return False
        if len(further.words) == _SHORT and not further.words <= counterpart.words:
            return False
        slips = frozenset[str]()
        if len(shared) == 1 and len(further.words) > _SHORT:
            slips = _slips(unused, uncovered)
            if not slips and not any(word[0] == "#" for word in shared):
                return False
        weight = self.weights.of(shared)
        return weight >= _FURTHER * min(
            self.weights.of(unused - slips), self.weights.of(counterpart.words - slips)
        )

    def _places(self, j: int) -> dict[int, float]:
        """Return possible positions of a counterpart, near those of the neighbours, with the
        likeness required there."""
        if self.right[j].courteous:
            return {}
        before = self._nearest(j, -1)
        after = self._nearest(j, 1)
        places: dict[int, float] = {}
        if before is not None:
            stop = min(before + _WINDOW + 1, len(self.left))
            places |= dict.fromkeys(range(before, stop), _BESIDE)
        if after is not None:
            places |= dict.fromkeys(range(max(after - _WINDOW, 0), after + 1), _BESIDE)
        if before is not None and after is not None and after - before <= 2 * _WINDOW:
            places |= {i: _BETWEEN for i in range(before + 1, after) if not self._rights(i)}
        return places

    def _nearest(self, j: int, step: int) -> int | None:
        """Return the counterpart of the closest linked sentence before or after, or None.

        As long as gaps are filled, no sentence on the right has a second one.
        """
        for k in range(j + step, j + step * (_WINDOW + 1), step):
            if partners := self._lefts(k):
                return partners[0]
        return None

    def _link(self, i: int, j: int) -> None:
        self.links[i, j] = self._like(i, j)
        self._by_left[i].append(j)
        self._by_right[j].append(i)

    def _lefts(self, j: int) -> list[int]:
        return self._by_right.get(j, [])

    def _rights(self, i: int) -> list[int]:
        return self._by_left.get(i, [])

    def _like(self, i: int, j: int) -> float:
        if (i, j) not in self._likes:
            a, b = self.left[i], self.right[j]
            self._likes[i, j] = 0.0 if a.courteous else likeness(a, b, self.weights)
        return self._likes[i, j]

    def _candidates(self) -> Links:
        """Find the best candidates on the left for each sentence on the right, with an inverted
        index."""
        index: dict[str, list[int]] = defaultdict(list)
        for i, sentence in enumerate(self.left):
            if not sentence.courteous:
                for word in sentence.words:
                    index[word].append(i)
        sizes = [self.weights.size(sentence) for sentence in self.left]
        likes: Links = {}
        for j, sentence in enumerate(self.right):
            if sentence.courteous:
                continue
            shared: dict[int, float] = defaultdict(float)
            for word in sorted(sentence.words):
                weight = self.weights.of((word,))
                for i in index.get(word, ()):
                    shared[i] += weight
            size = self.weights.size(sentence)
            best = sorted(shared, key=lambda i: (-shared[i] / (sizes[i] + size), i))
            for i in best[:_CANDIDATES]:
                likes[i, j] = likeness(self.left[i], sentence, self.weights)
        return likes

    def _score(self, i: int, j: int) -> float:
        """Return the likeness raised by neighbouring pairs, in either order."""
        company = 0.0
        for di in range(-_WINDOW, _WINDOW + 1):
            for dj in range(-_WINDOW, _WINDOW + 1):
                if di and dj and (beside := self._likes.get((i + di, j + dj))):
                    company = max(company, beside * (1 - 0.12 * (abs(di) + abs(dj) - 2)))
        like = self._likes[i, j]
        return like + _COMPANY * (1 - like) * company


def _slips(words: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Return the numbers among some words that have the digits of one among others, in another
    order, with those others.

    >>> sorted(_slips({"#1850", "1,850", "#7"}, {"#1580", "1,580", "#7"}))
    ['#1580', '#1850', '1,580', '1,850']
    """
    mine, theirs = _by_digits(words), _by_digits(others)
    return frozenset(
        word
        for digits in mine.keys() & theirs.keys()
        if mine[digits] != theirs[digits]
        for word in mine[digits] | theirs[digits]
    )


def _by_digits(words: Iterable[str]) -> dict[str, set[str]]:
    """Group the numbers among words by their digits, in order of size."""
    grouped: dict[str, set[str]] = defaultdict(set)
    for word in words:
        digits = sorted(filter(str.isdigit, word))
        if len(digits) >= _DIGITS:
            grouped["".join(digits)].add(word)
    return grouped


def _without(sentence: Sentence, words: frozenset[str]) -> Sentence:
    """Return a sentence without some of its words."""
    if not words:
        return sentence
    key = "-".join((sentence.id, *sorted(words)))  # sizes are cached by id
    return replace(sentence, id=key, words=sentence.words - words)


def _around(n: int, size: int) -> Iterable[int]:
    """Yield the neighbours of a position, the closest first."""
    for step in range(1, _WINDOW + 1):
        for k in (n - step, n + step):
            if 0 <= k < size:
                yield k
