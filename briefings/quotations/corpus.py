"""Searches a corpus for quotations without a published index."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby

from briefings.engine.keys import key_of
from briefings.engine.store import Store
from briefings.model import Briefing, Corpus
from briefings.problems import Problems

from .answers import Texts
from .blocks import Reported, Share, share_of, unpacked
from .candidates import Listed, Look, blocks_with_numbers, blocks_with_rows, blocks_with_words
from .chinese import chinese_in, known_names
from .passages import Passage, passages_of

MOST = 32
"""Maximum number of blocks listed for a number in a segment; more are only counted."""
_HELD = 512
"""The number of parsed blocks kept in memory."""


class Shares:
    """The part of the index that each briefing contributes; cached while it is unchanged.

    It depends on the briefing's texts and on the names of people quoted in them.
    """

    def __init__(self, corpus: Corpus, store: Store) -> None:
        self._reported = _reported(corpus)
        self._digests = corpus.digests
        self._store = store

    def of(self, briefings: Iterable[Briefing]) -> Iterator[Share]:
        """The shares of some briefings."""
        for briefing in briefings:
            make = partial(self._share, briefing)
            key = self.key([briefing])
            yield self._store.cached(key, make, Problems()) if key else make(Problems())

    def _share(self, briefing: Briefing, _: Problems) -> Share:
        return share_of(briefing, self._reported.get(briefing.slug, {}))

    def key(self, briefings: Iterable[Briefing]) -> str:
        """A key that changes with the shares of some briefings; "" if there is none."""
        digests = [self._digests.get(briefing.slug) for briefing in briefings]
        slugs = [briefing.slug for briefing in briefings]
        reported = [sorted(self._reported.get(slug, {}).items()) for slug in slugs]
        return key_of("quotations", slugs, digests, reported) if all(digests) else ""


def in_order(briefings: Iterable[Briefing]) -> list[Briefing]:
    """Briefings without a year first, then the oldest."""
    return sorted(briefings, key=lambda event: (year_of(event), event.date or "", event.slug))


def year_of(briefing: Briefing) -> str:
    """The year of a briefing; "" if unknown."""
    year = (briefing.date or "")[:4]
    return year if year.isdecimal() else ""


def segments_of(briefings: Iterable[Briefing]) -> Iterator[tuple[str, list[Briefing]]]:
    """Segments of briefings: those without a year, then by decade, and by year in the newest
    decade.
    """
    ordered = in_order(briefings)
    newest = max((year_of(briefing) for briefing in ordered), default="")
    for name, members in groupby(ordered, lambda briefing: segment_name(year_of(briefing), newest)):
        yield name, list(members)


def segment_name(year: str, newest: str) -> str:
    """The segment of a year; `newest` is the last year of all.

    >>> segment_name("2019", "2023"), segment_name("2021", "2023"), segment_name("", "2023")
    ('2010s', '2021', 'undated')
    """
    if not year:
        return "undated"
    return year if year[:3] == newest[:3] else f"{year[:3]}0s"


def _reported(corpus: Corpus) -> Mapping[str, Mapping[str, list[Reported]]]:
    """Quoted and reported speech in articles, by briefing and passage."""
    by_briefing: dict[str, dict[str, list[Reported]]] = defaultdict(lambda: defaultdict(list))
    for person in corpus.people:
        for speech in person.quoted:
            place = speech.place
            if place.passage and place.start is not None and place.end is not None:
                by_briefing[place.briefing][place.passage].append(
                    Reported(place.start, place.end, person.id, person.name, speech.mode)
                )
    return by_briefing


def texts_of(corpus: Corpus, store: Store) -> Texts:
    """The texts of a corpus, ready to be searched."""
    blocks: list[str] = []
    segments: list[list[Sequence[int]]] = []
    shares = Shares(corpus, store)
    for _, briefings in segments_of(corpus.briefings):
        segments.append([])
        for share in shares.of(briefings):
            blocks += share.blocks
            segments[-1] += map(unpacked, share.keys)
    return look_in(blocks, segments, known_names(corpus))


def look_in(
    blocks: Sequence[str],
    segments: Sequence[Sequence[Sequence[int]]],
    names: Sequence[dict[str, str]],
) -> Texts:
    """Searches blocks given as JSON. `segments` has the numbers of each block, in ascending order;
    `names` are the known Chinese names.
    """

    @lru_cache(maxsize=_HELD)
    def passages(block: int) -> list[Passage]:
        return passages_of(json.loads(blocks[block]))

    @lru_cache(maxsize=1 << 14)
    def look(number: int) -> Listed:
        found: list[int] = []
        offset = count = 0
        for keys in segments:
            having = [n for n, block_keys in enumerate(keys, offset) if _holds(block_keys, number)]
            found += having[:MOST]
            count += len(having)
            offset += len(keys)
        return Listed(found, count)

    def found(
        choose: Callable[[Sequence[Sequence[str]], Look], list[int]],
    ) -> Callable[[Sequence[Sequence[str]]], list[Passage]]:
        return lambda pieces: [passage for n in choose(pieces, look) for passage in passages(n)]

    return Texts(
        found(blocks_with_rows),
        found(blocks_with_words),
        found(blocks_with_numbers),
        lambda text: chinese_in(text, names),
    )


def _holds(numbers: Sequence[int], number: int) -> bool:
    index = bisect_left(numbers, number)
    return index < len(numbers) and numbers[index] == number
