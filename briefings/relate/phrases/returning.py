"""Set phrases for readers: wordings, who used them and when, and how they changed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz

from briefings import redline
from briefings.engine.keys import key_of
from briefings.ids import slug, unused_id
from briefings.languages import Language
from briefings.model import Place
from briefings.model.relations import Phrase, Redline, Use, Variant

from ..cache import Cache
from ..ordered import OrderedStatements
from .runs import key_of_run, without_names
from .telling import ReadRuns, Said, Telling, telling

# The maximum number of distinct wordings of a phrase; rarer ones count as the nearest of these.
_WORDINGS = 40
# The number of pages for set phrases: a fixed part, and a factor of the square root of the number
# of briefings.
_PAGES, _PAGES_MORE = 10, 4


def phrases(
    statements: OrderedStatements, runs: ReadRuns, cache: Cache, published: Collection[str] = ()
) -> tuple[Phrase, ...]:
    """Return the set phrases of a corpus, the most significant first.

    `runs` returns the runs of a briefing for a slug. `published` are ids of phrases that have
    pages, which keep their ids and pages as long as they are used. `cache` stores the redlines of
    wordings.
    """
    slugs = statements.slugs
    found = telling(slugs, runs, published)
    pages = _PAGES + int(_PAGES_MORE * math.sqrt(len(slugs)))
    places = _Places(statements, runs, found)
    redlines = _Redlines(cache)
    taken = set(published)
    made: list[Phrase] = []
    for n, one in enumerate(sorted(found, key=lambda it: (-it.score, it.key))):
        text = _text(one)
        id_ = one.published or unused_id(_id(text), taken)
        taken.add(id_)
        variants, numbers = _variants(one.said, statements, redlines, one.language)
        uses = tuple(places.use(said, numbers[_wording(said.wording)]) for said in one.said)
        has_page = n < pages or one.published is not None
        made.append(Phrase(id_, text, one.score, variants, uses, has_page))
    redlines.keep()
    return tuple(made)


class _Redlines:
    """Redlines between wordings, each computed once."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._key = key_of("redlines of phrases")
        self._kept: dict[tuple[str, str], Redline] = cache.get(self._key) or {}
        self._current: dict[tuple[str, str], Redline] = {}

    def of(self, before: str, after: str, language: Language) -> Redline:
        """Return the redline from one wording to another."""
        both = before, after
        if both not in self._current:
            self._current[both] = self._kept.get(both) or redline.redline(before, after, language)
        return self._current[both]

    def keep(self) -> None:
        """Store the redlines that were used."""
        if self._current.keys() != self._kept.keys():
            self._cache.put(self._key, self._current)


class _Places:
    """The places of phrases; every briefing that contains any is read once."""

    def __init__(
        self, statements: OrderedStatements, runs: ReadRuns, found: Sequence[Telling]
    ) -> None:
        self._statements = statements
        wanted: dict[int, set[int]] = {}
        for one in found:
            for said in one.said:
                wanted.setdefault(said.briefing, set()).add(said.statement)
        self._passages: dict[tuple[int, int], tuple[str, int, int]] = {}
        self._sources: dict[int, str] = {}
        for briefing, numbers in wanted.items():
            each = runs(statements.slugs[briefing])
            self._sources[briefing] = each.source
            for n in numbers:
                self._passages[briefing, n] = each.places[n]

    def use(self, said: Said, variant: int) -> Use:
        slug = self._statements.slugs[said.briefing]
        passage, line, begins = self._passages[said.briefing, said.statement]
        each = self._statements.each[said.briefing]
        speaker, name = each.speakers[each.said_by[said.statement]]
        place = Place(
            slug, self._sources[said.briefing], passage, line,
            begins + said.start, begins + said.end,
        )  # fmt: skip
        return Use(place, self._statements.dates[said.briefing], speaker, name or None, variant)


def _text(one: Telling) -> str:
    """Return the phrase in its first wording."""
    first = next(
        (it for it in one.said if key_of_run(it.wording, one.language) == one.key), one.said[0]
    )
    return without_names(first.wording, one.language)


def _id(text: str) -> str:
    """Return an id for a phrase that cannot collide with a page of the index."""
    id_ = slug(text)
    return f"{id_}-phrase" if "-" not in id_ else id_


def _wording(text: str) -> str:
    """Return words as they would be within a sentence; no phrase begins with a name."""
    return text[0].lower() + text[1:]


def _variants(
    said: Sequence[Said],
    statements: OrderedStatements,
    redlines: _Redlines,
    language: Language,
) -> tuple[tuple[Variant, ...], Mapping[str, int]]:
    """Return the wordings in chronological order, and the number of each."""
    counts = Counter(_wording(one.wording) for one in said)
    kept = {text for text, _ in counts.most_common(_WORDINGS)}
    first: dict[str, int] = {}
    for one in said:
        first.setdefault(_wording(one.wording), one.briefing)
    texts = [text for text in first if text in kept]
    numbers = {text: n for n, text in enumerate(texts)}
    rare = {text: _nearest(text, texts) for text in first if text not in kept}
    variants = []
    for n, text in enumerate(texts):
        count = counts[text] + sum(counts[it] for it, home in rare.items() if home == n)
        nearest = _nearest(text, texts[:n]) if n else None
        changed = redlines.of(texts[nearest], text, language) if nearest is not None else None
        variants.append(Variant(text, count, statements.dates[first[text]], nearest, changed))
    return tuple(variants), numbers | rare


def _nearest(text: str, others: Sequence[str]) -> int:
    return max(range(len(others)), key=lambda n: (fuzz.ratio(text, others[n]), -n))
