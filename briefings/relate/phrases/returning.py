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
from .telling import ReadRuns, choose
from .variants import RunUse, SetPhrase

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
    set_phrases = choose(slugs, runs, published)
    pages = _PAGES + int(_PAGES_MORE * math.sqrt(len(slugs)))
    places = _Places(statements, runs, set_phrases)
    redlines = _Redlines(cache)
    used_ids = set(published)
    phrases: list[Phrase] = []
    for n, phrase in enumerate(sorted(set_phrases, key=lambda phrase: (-phrase.score, phrase.key))):
        text = _text(phrase)
        id_ = phrase.published or unused_id(_id(text), used_ids)
        used_ids.add(id_)
        variants, numbers = _variants(phrase.occurrences, statements, redlines, phrase.language)
        uses = tuple(places.use(use, numbers[_wording(use.wording)]) for use in phrase.occurrences)
        has_page = n < pages or phrase.published is not None
        phrases.append(Phrase(id_, text, phrase.score, variants, uses, has_page))
    redlines.keep()
    return tuple(phrases)


class _Redlines:
    """Redlines between wordings, each computed once."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._key = key_of("redlines of phrases")
        self._kept: dict[tuple[str, str], Redline] = cache.get(self._key) or {}
        self._current: dict[tuple[str, str], Redline] = {}

    def of(self, before: str, after: str, language: Language) -> Redline:
        """Return the redline from one wording to another."""
        wordings = before, after
        if wordings not in self._current:
            self._current[wordings] = self._kept.get(wordings) or redline.redline(
                before, after, language
            )
        return self._current[wordings]

    def keep(self) -> None:
        """Store the redlines that were used."""
        if self._current.keys() != self._kept.keys():
            self._cache.put(self._key, self._current)


class _Places:
    """The places of phrases; every briefing that contains any is read once."""

    def __init__(
        self, statements: OrderedStatements, runs: ReadRuns, set_phrases: Sequence[SetPhrase]
    ) -> None:
        self._statements = statements
        needed: dict[int, set[int]] = {}
        for phrase in set_phrases:
            for use in phrase.occurrences:
                needed.setdefault(use.briefing, set()).add(use.statement)
        self._passages: dict[tuple[int, int], tuple[str, int, int]] = {}
        self._sources: dict[int, str] = {}
        for briefing, numbers in needed.items():
            briefing_runs = runs(statements.slugs[briefing])
            self._sources[briefing] = briefing_runs.source
            for n in numbers:
                self._passages[briefing, n] = briefing_runs.places[n]

    def use(self, occurrence: RunUse, variant: int) -> Use:
        slug = self._statements.slugs[occurrence.briefing]
        passage, line, begins = self._passages[occurrence.briefing, occurrence.statement]
        briefing = self._statements.by_briefing[occurrence.briefing]
        speaker, name = briefing.speakers[briefing.said_by[occurrence.statement]]
        place = Place(
            slug, self._sources[occurrence.briefing], passage, line,
            begins + occurrence.start, begins + occurrence.end,
        )  # fmt: skip
        return Use(
            place, self._statements.dates[occurrence.briefing], speaker, name or None, variant
        )


def _text(phrase: SetPhrase) -> str:
    """Return the phrase in its first wording."""
    use = next(
        (
            use
            for use in phrase.occurrences
            if key_of_run(use.wording, phrase.language) == phrase.key
        ),
        phrase.occurrences[0],
    )
    return without_names(use.wording, phrase.language)


def _id(text: str) -> str:
    """Return an id for a phrase that cannot collide with a page of the index."""
    id_ = slug(text)
    return f"{id_}-phrase" if "-" not in id_ else id_


def _wording(text: str) -> str:
    """Return words as they would be within a sentence; no phrase begins with a name."""
    return text[0].lower() + text[1:]


def _variants(
    occurrences: Sequence[RunUse],
    statements: OrderedStatements,
    redlines: _Redlines,
    language: Language,
) -> tuple[tuple[Variant, ...], Mapping[str, int]]:
    """Return the wordings in chronological order, and the number of each."""
    counts = Counter(_wording(use.wording) for use in occurrences)
    frequent = {text for text, _ in counts.most_common(_WORDINGS)}
    first_briefing: dict[str, int] = {}
    for use in occurrences:
        first_briefing.setdefault(_wording(use.wording), use.briefing)
    texts = [text for text in first_briefing if text in frequent]
    numbers = {text: n for n, text in enumerate(texts)}
    rare = {text: _nearest(text, texts) for text in first_briefing if text not in frequent}
    variants = []
    for n, text in enumerate(texts):
        count = counts[text] + sum(counts[wording] for wording, home in rare.items() if home == n)
        nearest = _nearest(text, texts[:n]) if n else None
        changed = redlines.of(texts[nearest], text, language) if nearest is not None else None
        variants.append(
            Variant(text, count, statements.dates[first_briefing[text]], nearest, changed)
        )
    return tuple(variants), numbers | rare


def _nearest(text: str, others: Sequence[str]) -> int:
    return max(range(len(others)), key=lambda n: (fuzz.ratio(text, others[n]), -n))
