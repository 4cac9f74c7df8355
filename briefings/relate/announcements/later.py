"""Announcements of a corpus, and what later briefings say on the same thing.

A later statement is one on the same thing, by its terms and rarer words; whether it fulfils
anything is nothing that a rule could know.  Sentences are weighed as in any search by words: a word
counts for the logarithm of how rare it is (inverse document frequency).
"""

from __future__ import annotations

import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefings.model import Indicator
from briefings.model.relations import Commitment, CommitmentKind, Statement

from ..ordered import OrderedStatements, Quote, Read
from ..stems import stems, word_id
from .announced import Announced
from .cues import settle

# Of each thing that two sentences share, the next so many places are looked at.
_AHEAD = 40
_SHOWN = 3
# A word that more than this share of all statements have tells nothing of what one is on; in a
# small corpus a word may be in so many statements.
_COMMON = 0.025
_FEW = 4
# Likeness that is enough where both name one thing that few sentences name, and where not.
_NAMED = 0.18
_UNNAMED = 0.30
_REMEMBERED = 1 << 14
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Later:
    """Statements on what an announcement is on: their numbers, oldest first, and for each the
    terms and the words that both share and few sentences have."""

    announcement: Announced
    number: int
    found: tuple[tuple[int, tuple[str, ...], frozenset[int]], ...]


def commitments(
    announced: Iterable[tuple[str, Sequence[Announced]]],
    statements: OrderedStatements,
    bodies: Collection[str],
    indicators: Sequence[Indicator],
    read: Read,
) -> tuple[Commitment, ...]:
    """Every announcement of a corpus with later statements, oldest first.

    `announced` has the announcements of each briefing, by slug; `bodies` are the letters of the
    bodies that speak in the corpus.  Only briefings that hold a later statement are read.
    """
    kinds = {
        statements.number(slug, one.statement): (one, settled)
        for slug, each in announced
        for one in each
        if (settled := settle(one.cues, bodies))
    }
    search = _Search(statements, sorted(kinds))
    ahead = [search.later(number, kinds[number][0]) for number in sorted(kinds)]
    quotes = _quotes(ahead, statements, read)
    wordings = [
        (one.id, [frozenset(map(word_id, stems(text))) for text in (one.title, *one.wordings)])
        for one in indicators
    ]
    return tuple(
        _commitment(one, kinds[one.number][1], statements, wordings, quotes) for one in ahead
    )


def _commitment(
    later: _Later,
    settled: tuple[CommitmentKind, str],
    statements: OrderedStatements,
    wordings: Sequence[tuple[str, Sequence[frozenset[int]]]],
    quotes: Mapping[int, tuple[Quote, Mapping[int, str]]],
) -> Commitment:
    one, words = later.announcement, statements.words(later.number)
    each, n = statements.at(later.number)
    speaker, name = each.speakers[each.said_by[n]]
    kind, cue = settled
    return Commitment(
        id=one.id,
        kind=kind,
        place=one.place,
        text=one.text,
        cue=cue,
        date=statements.dates[statements.briefing_of(later.number)],
        speaker=speaker,
        speaker_name=name or None,
        terms=one.terms,
        indicators=tuple(
            id_ for id_, known in wordings if any(stem and stem <= words for stem in known)
        ),
        topics=one.topics,
        later=tuple(_statements(later, statements, quotes)),
    )


def _statements(
    later: _Later,
    statements: OrderedStatements,
    quotes: Mapping[int, tuple[Quote, Mapping[int, str]]],
) -> Iterator[Statement]:
    """The later statements, each with what both are on: terms as the later one words them, else
    the rarest of its words."""
    for number, terms, shared in later.found:
        quote, wordings = quotes[number]
        if terms:
            common = dict.fromkeys(wordings[word_id(term)] for term in terms)
        else:
            common = dict.fromkeys(
                word
                for word in _WORD.findall(quote.text)
                if not shared.isdisjoint(map(word_id, stems(word)))
            )
        date = statements.dates[statements.briefing_of(number)]
        limit = None if terms else 4
        yield Statement(quote.place, quote.text, date, tuple(common)[:limit])


def _quotes(
    ahead: Iterable[_Later], statements: OrderedStatements, read: Read
) -> dict[int, tuple[Quote, Mapping[int, str]]]:
    """The later statements by number, each with the wording of every term that it names."""
    wanted = {number for one in ahead for number, _, _ in one.found}
    found: dict[int, tuple[Quote, Mapping[int, str]]] = {}
    for number, quote, event in statements.quote(wanted, read):
        terms = statements.terms(number)
        each, n = statements.at(number)
        text = event.briefing.primary.passages[each.passages[n]].text
        found[number] = quote, {term: text[slice(*span)] for term, span in terms.items()}
    return found


class _Search:
    """Finds later statements on the same thing, a bounded number of places at a time.

    Only words of announcements are indexed (an inverted index from a word to the statements that
    have it), and of these only words that few statements have.
    """

    def __init__(self, statements: OrderedStatements, announcements: Sequence[int]) -> None:
        self._statements = statements
        counts: Counter[int] = Counter()
        for each in statements.each:
            for n in range(len(each)):
                counts.update(each.bag_of(n))
        self._total = len(statements)
        self._counts = counts
        self._weights = {
            word: math.log(1 + self._total / (1 + count)) for word, count in counts.items()
        }
        # What is said again and again is compared with many announcements.
        self._bag = lru_cache(maxsize=_REMEMBERED)(self._read_bag)
        self._size = lru_cache(maxsize=_REMEMBERED)(lambda number: self._weight(self._bag(number)))
        self._index = self._postings(announcements)

    def later(self, number: int, one: Announced) -> _Later:
        """The likeliest statements of later briefings on what an announcement is on."""
        own = self._bag(number)
        after = self._statements.first_of(self._statements.briefing_of(number) + 1)
        shared: Counter[int] = Counter()
        for word in own:
            if places := self._index.get(word):
                start = bisect_left(places, after)
                shared.update(places[start : start + _AHEAD])
        terms = {word_id(term): term for term in one.terms if self._tells(word_id(term))}
        likely: list[tuple[float, int]] = []
        for other, count in shared.items():
            if count > 1:
                like = self._likeness(number, other)
                if like >= _UNNAMED or (
                    like >= _NAMED and not terms.keys().isdisjoint(self._statements.terms(other))
                ):
                    likely.append((-like, other))
        chosen = sorted(other for _, other in sorted(likely)[:_SHOWN])
        words = self._statements.words(number)
        return _Later(
            one,
            number,
            tuple(
                (
                    other,
                    tuple(sorted(
                        terms[term] for term in self._statements.terms(other) if term in terms
                    )),
                    frozenset(
                        word for word in words & self._statements.words(other) if self._tells(word)
                    ),
                )
                for other in chosen
            ),
        )  # fmt: skip

    def _postings(self, announcements: Sequence[int]) -> dict[int, array[int]]:
        wanted = {
            word for number in announcements for word in self._bag(number) if self._tells(word)
        }
        index = {word: array("L") for word in wanted}
        number = 0
        for each in self._statements.each:
            for n in range(len(each)):
                for word in each.bag_of(n) & wanted:
                    index[word].append(number)
                number += 1
        return index

    def _read_bag(self, number: int) -> set[int]:
        """The words and the terms of a statement."""
        each, n = self._statements.at(number)
        return each.bag_of(n)

    def _tells(self, word: int) -> bool:
        return self._counts[word] <= max(_FEW, _COMMON * self._total)

    def _likeness(self, one: int, other: int) -> float:
        """The weight of what two statements share, as a part of the weight of both, 0 to 1."""
        shared = self._weight(self._bag(one) & self._bag(other))
        return 2 * shared / (self._size(one) + self._size(other))

    def _weight(self, words: Iterable[int]) -> float:
        return math.fsum(map(self._weights.__getitem__, words))
