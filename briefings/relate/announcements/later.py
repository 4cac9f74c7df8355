"""Collect the announcements of a corpus, with later statements on the same subject.

A later statement shares terms and rarer words with the announcement; rules cannot tell whether it
is a fulfilment. Words are weighted by inverse document frequency, the logarithm of their rarity.
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
from itertools import chain

from briefings.languages import Language, language_of
from briefings.model import Indicator
from briefings.model.relations import Commitment, Statement

from ..ordered import OrderedStatements, Quote
from ..stems import stems, word_id
from .announced import Announced
from .cues import settle
from .judging import Cue

# How many later places are considered for each shared word or term.
_AHEAD = 40
_SHOWN = 3
_WORDS_SHOWN = 4
# Words in more than this share of statements are not distinctive; in a small corpus, a word may be
# in a few statements.
_COMMON = 0.025
_FEW = 4
# The likeness that is sufficient if both name a rare term, and if they do not.
_NAMED = 0.18
_UNNAMED = 0.30
# The minimum number of distinctive words shared, besides names, which only say who acts.
_SHARED = 2
_REMEMBERED = 1 << 14
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Followed:
    """An announcement with the numbers of later statements on the same subject, oldest first.

    Each item of `later` has the distinctive terms and stems that both share.
    """

    announcement: Announced
    number: int
    cue: Cue
    later: tuple[tuple[int, tuple[str, ...], frozenset[int]], ...]


def followed(
    announced: Iterable[tuple[str, Sequence[Announced]]],
    statements: OrderedStatements,
    bodies: Collection[str],
) -> tuple[Followed, ...]:
    """Return every announcement of a corpus with later statements, oldest first.

    `announced` has the announcements of each briefing, by slug. `bodies` are acronyms of bodies
    that speak in the corpus.
    """
    announcements = sorted(
        (
            (statements.number(slug, sentence.statement), settled, sentence)
            for slug, sentences in announced
            for sentence in sentences
            if (settled := settle(sentence.cues, bodies))
        ),
        key=lambda announcement: announcement[0],
    )
    search = _Search(statements, [number for number, _, _ in announcements])
    return tuple(
        Followed(sentence, number, cue, search.later(number, sentence))
        for number, cue, sentence in announcements
    )


def commitments(
    announcements: Iterable[Followed],
    statements: OrderedStatements,
    quotes: Mapping[int, Quote],
    indicators: Sequence[Indicator],
) -> tuple[Commitment, ...]:
    """Return the announcements for readers; `quotes` has every later statement by number."""
    wordings: dict[str, Wordings] = {}
    made = []
    for announcement in announcements:
        code = statements.at(announcement.number)[0].language
        if code not in wordings:
            wordings[code] = _wordings(indicators, language_of(code))
        made.append(_commitment(announcement, statements, wordings[code], quotes))
    return tuple(made)


# For each indicator id, its possible names, as sets of stem numbers.
Wordings = Sequence[tuple[str, Sequence[frozenset[int]]]]


def _wordings(indicators: Sequence[Indicator], language: Language) -> Wordings:
    return [
        (
            indicator.id,
            [
                frozenset(_stem_ids(text, language))
                for text in (indicator.title, *indicator.wordings)
            ],
        )
        for indicator in indicators
    ]


def _names(sentence: Announced, language: Language) -> set[int]:
    """Return the stems of capitalized words in an announcement."""
    names = [word for n, word in enumerate(_WORD.findall(sentence.text)) if n and word[0].isupper()]
    return {id_ for name in names for id_ in _stem_ids(name, language)}


def _is_name(term: str, text: str) -> bool:
    """Return whether a text capitalizes a term throughout, as it does names."""
    return not set(term.split("-")) & set(_WORD.findall(text))


def _commitment(
    followed: Followed,
    statements: OrderedStatements,
    wordings: Wordings,
    quotes: Mapping[int, Quote],
) -> Commitment:
    words = statements.words(followed.number)
    briefing, n = statements.at(followed.number)
    speaker, name = briefing.speakers[briefing.said_by[n]]
    return Commitment(
        id=followed.announcement.id,
        kind=followed.cue.kind or "intention",
        place=followed.announcement.place,
        text=followed.announcement.text,
        cue=followed.cue.words,
        date=statements.dates[statements.briefing_of(followed.number)],
        speaker=speaker,
        speaker_name=name or None,
        terms=followed.announcement.terms,
        indicators=tuple(
            id_ for id_, phrases in wordings if any(stem and stem <= words for stem in phrases)
        ),
        topics=followed.announcement.topics,
        later=tuple(_statements(followed, statements, quotes)),
        sort=followed.cue.sort,
        why=followed.cue.why,
    )


def _statements(
    followed: Followed, statements: OrderedStatements, quotes: Mapping[int, Quote]
) -> Iterator[Statement]:
    """Yield the later statements, each with the shared subject.

    It consists of terms as the later statement words them, or else of its first words that both
    share.
    """
    for number, terms, shared in followed.later:
        quote = quotes[number]
        if terms:
            common = list(dict.fromkeys(quote.terms[word_id(term)] for term in terms))
        else:
            language = language_of(quote.language)
            common = [
                word
                for word in _WORD.findall(quote.text)
                if not shared.isdisjoint(_stem_ids(word, language))
            ]
            common = list(dict.fromkeys(common))[:_WORDS_SHOWN]
        date = statements.dates[statements.briefing_of(number)]
        yield Statement(quote.place, quote.text, date, tuple(common))


@lru_cache(maxsize=_REMEMBERED)
def _stem_ids(word: str, language: Language) -> tuple[int, ...]:
    """Return the stems of a word, as word ids."""
    return tuple(map(word_id, stems(word, language)))


class _Search:
    """Finds later statements on the same subject, at a bounded cost.

    Only words of announcements are indexed (with an inverted index of statements), and of these
    only distinctive ones.
    """

    def __init__(self, statements: OrderedStatements, announcements: Sequence[int]) -> None:
        self._statements = statements
        counts: Counter[int] = Counter(
            chain.from_iterable(
                briefing.bag_of(n)
                for briefing in statements.by_briefing
                for n in range(len(briefing))
            )
        )
        self._total = len(statements)
        most = max(_FEW, _COMMON * self._total)
        self._common = frozenset(word for word, count in counts.items() if count > most)
        self._weights = {
            word: math.log(1 + self._total / (1 + count)) for word, count in counts.items()
        }
        # Statements that recur are compared with many announcements.
        self._bag = lru_cache(maxsize=_REMEMBERED)(self._read_bag)
        self._size = lru_cache(maxsize=_REMEMBERED)(lambda number: self._weight(self._bag(number)))
        self._distinctive = lru_cache(maxsize=_REMEMBERED)(
            lambda number: statements.words(number) - self._common
        )
        self._index = self._postings(announcements)

    def later(
        self, number: int, sentence: Announced
    ) -> tuple[tuple[int, tuple[str, ...], frozenset[int]], ...]:
        """Return the most similar later statements on the subject of an announcement."""
        words_and_terms = self._bag(number)
        first_later = self._statements.first_of(self._statements.briefing_of(number) + 1)
        shared = Counter(
            chain.from_iterable(
                self._next_places(word, first_later)
                for word in words_and_terms
                if word in self._index
            )
        )
        likely: list[tuple[float, int]] = []
        language = language_of(self._statements.at(number)[0].language)
        named = _names(sentence, language)
        own_terms = {word_id(term) for term in sentence.terms if not _is_name(term, sentence.text)}
        terms = {
            word_id(term): term for term in sentence.terms if word_id(term) not in self._common
        }
        for candidate, count in shared.items():
            if count > 1 and self._share_subject(number, candidate, named, own_terms):
                like = self._likeness(number, candidate)
                if like >= _UNNAMED or (
                    like >= _NAMED
                    and not terms.keys().isdisjoint(self._statements.terms(candidate))
                ):
                    likely.append((-like, candidate))
        chosen = sorted(candidate for _, candidate in sorted(likely)[:_SHOWN])
        later = []
        for candidate in chosen:
            theirs = self._statements.terms(candidate)
            later.append((
                candidate,
                tuple(sorted(terms[term] for term in theirs if term in terms)),
                self._distinctive(number) & self._distinctive(candidate),
            ))  # fmt: skip
        return tuple(later)

    def _next_places(self, word: int, first_later: int) -> array[int]:
        """Return the first statements with a word from a given statement on."""
        places = self._index[word]
        start = bisect_left(places, first_later)
        return places[start : start + _AHEAD]

    def _share_subject(self, first: int, second: int, named: set[int], terms: set[int]) -> bool:
        """Return whether two statements share distinctive words and terms, besides names."""
        words = len((self._distinctive(first) & self._distinctive(second)) - named)
        if words >= _SHARED or not terms:
            return words >= _SHARED
        return words + len(terms & self._statements.terms(second).keys()) >= _SHARED

    def _postings(self, announcements: Sequence[int]) -> dict[int, array[int]]:
        distinctive = set[int]().union(*map(self._bag, announcements)) - self._common
        index = {word: array("L") for word in distinctive}
        number = 0
        for briefing in self._statements.by_briefing:
            for n in range(len(briefing)):
                for word in briefing.bag_of(n) & distinctive:
                    index[word].append(number)
                number += 1
        return index

    def _read_bag(self, number: int) -> set[int]:
        """Return the words and terms of a statement."""
        briefing, n = self._statements.at(number)
        return briefing.bag_of(n)

    def _likeness(self, first: int, second: int) -> float:
        """Return the Dice coefficient of two statements, by weight, from 0 to 1."""
        shared = self._weight(self._bag(first) & self._bag(second))
        return 2 * shared / (self._size(first) + self._size(second))

    def _weight(self, words: Iterable[int]) -> float:
        return math.fsum(map(self._weights.__getitem__, words))
