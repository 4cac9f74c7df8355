"""The texts of a corpus, where quotations are looked for."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from briefings.engine.keys import key_of
from briefings.engine.store import Store
from briefings.model import Briefing, Corpus
from briefings.problems import Problems

from .answers import Texts
from .blocks import Reported, Share, share_of, unpacked
from .candidates import blocks_with_rows, blocks_with_words
from .chinese import chinese_in, known_names
from .passages import Passage, passages_of

_HELD = 512
"""Blocks whose words stay in memory."""


def shares(corpus: Corpus, store: Store) -> Iterator[Share]:
    """The share of each briefing, those without a year first, then the oldest."""
    reported = _reported(corpus)
    order = sorted(corpus.briefings, key=lambda one: (_year(one), one.date or "", one.slug))
    for briefing in order:
        own = reported.get(briefing.slug, {})
        yield _kept(briefing, own, corpus.digests.get(briefing.slug), store)


def _year(briefing: Briefing) -> str:
    year = (briefing.date or "")[:4]
    return year if year.isdecimal() else ""


def _kept(
    briefing: Briefing,
    reported: Mapping[str, Sequence[Reported]],
    digest: str | None,
    store: Store,
) -> Share:
    """A share as it was made before, where the texts and who is quoted in them are the same."""
    if not digest:
        return share_of(briefing, reported)
    key = key_of("quotations", digest, sorted(reported.items()))
    return store.made_once(key, lambda _: share_of(briefing, reported), Problems())


def _reported(corpus: Corpus) -> Mapping[str, Mapping[str, list[Reported]]]:
    """Who is quoted or reported in the articles, by briefing and passage."""
    found: dict[str, dict[str, list[Reported]]] = defaultdict(lambda: defaultdict(list))
    for person in corpus.people:
        for one in person.quoted:
            place = one.place
            if place.passage and place.start is not None and place.end is not None:
                found[place.briefing][place.passage].append(
                    Reported(place.start, place.end, person.id, person.name, one.mode)
                )
    return found


def texts_of(corpus: Corpus, store: Store) -> Texts:
    """The texts of a corpus to be looked through."""
    blocks: list[str] = []
    keys: list[Sequence[int]] = []
    for share in shares(corpus, store):
        blocks += share.blocks
        keys += map(unpacked, share.keys)
    return look_in(blocks, keys, known_names(corpus))


def look_in(
    blocks: Sequence[str], keys: Sequence[Sequence[int]], names: Sequence[dict[str, str]]
) -> Texts:
    """Blocks as JSON, the numbers of each in ascending order, and the Chinese names known."""

    @lru_cache(maxsize=_HELD)
    def passages(block: int) -> list[Passage]:
        return passages_of(json.loads(blocks[block]))

    @lru_cache(maxsize=1 << 14)
    def look(number: int) -> tuple[int, ...]:
        return tuple(n for n, one in enumerate(keys) if _holds(one, number))

    def found(
        choose: Callable[[Sequence[Sequence[str]], Callable[[int], Sequence[int]]], list[int]],
    ) -> Callable[[Sequence[Sequence[str]]], list[Passage]]:
        return lambda pieces: [one for n in choose(pieces, look) for one in passages(n)]

    return Texts(
        found(blocks_with_rows), found(blocks_with_words), lambda text: chinese_in(text, names)
    )


def _holds(numbers: Sequence[int], number: int) -> bool:
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number
