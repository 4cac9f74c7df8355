"""The relations of indicators to one another, to topics and to terms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from .reads import Reads, kept, reader_of

if TYPE_CHECKING:
    from .lookup import Lookup

_reader = reader_of("indicator_links", of_texts=True)
_RELATED = 6
_TERMS = 8


class IndicatorLinks:
    """Indicators related by shared passages and topics, and the terms that they name."""

    def __init__(self, find: Lookup) -> None:
        self._find = find

    @property
    def reads(self) -> Reads:
        return self._find.reads

    @_reader
    @kept
    def topics(self, indicator: str) -> tuple[str, ...]:
        """Return the topic ids of an indicator: those set by editors, or else those of its
        passages, most frequent first."""
        known = self._find.annotated
        entry = known.indicators[indicator]
        if entry.topics:
            return entry.topics
        counts: Counter[str] = Counter()
        for id_ in entry.figures:
            counts.update(known.topics_of(known.figures[id_].place))
        return tuple(topic for topic, _ in counts.most_common())

    @_reader
    @kept
    def related(self, indicator: str) -> tuple[tuple[str, str], ...]:
        """Return the ids and titles of related indicators.

        Those stated in the same passages come first, then those of the same topic.
        """
        shared: Counter[str] = Counter()
        for passage in self._passages_of(indicator):
            shared.update(self._by_passage[passage])
        topics = self.topics(indicator)[:1]
        nearest = [*(id_ for id_, _ in shared.most_common())]
        nearest += [id_ for topic in topics for id_ in self._by_topic[topic]]
        others = [id_ for id_ in dict.fromkeys(nearest) if id_ != indicator][:_RELATED]
        return tuple((id_, self._find.annotated.indicators[id_].title) for id_ in others)

    @_reader
    @kept
    def terms(self, indicator: str) -> tuple[tuple[str, str], ...]:
        """Return the ids and names of the terms in an indicator's title, subject and wordings."""
        entry = self._find.annotated.indicators[indicator]
        terms, pattern = self._terms
        terms_found = [
            terms[match.group().casefold()]
            for text in (entry.title, entry.subject, *entry.wordings)
            for match in pattern.finditer(text.casefold())
        ]
        ids = list(dict.fromkeys(terms_found))[:_TERMS]
        return tuple((id_, self._find.annotated.terms[id_].entry.term) for id_ in ids)

    def _passages_of(self, indicator: str) -> list[tuple[str, str | None]]:
        known = self._find.annotated
        places = (known.figures[id_].place for id_ in known.indicators[indicator].figures)
        return list(dict.fromkeys((place.briefing, place.passage) for place in places))

    @cached_property
    def _by_passage(self) -> dict[tuple[str, str | None], list[str]]:
        by_passage: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        for id_ in self._find.annotated.indicators:
            for passage in self._passages_of(id_):
                by_passage[passage].append(id_)
        return by_passage

    @cached_property
    def _by_topic(self) -> dict[str, list[str]]:
        by_topic: dict[str, list[str]] = defaultdict(list)
        for id_ in self._find.annotated.indicators:
            for topic in self.topics(id_)[:1]:
                by_topic[topic].append(id_)
        return by_topic

    @cached_property
    def _terms(self) -> tuple[dict[str, str], re.Pattern[str]]:
        """Return the terms by case-folded wording, and a pattern that matches the longest
        wording."""
        terms: dict[str, str] = {}
        for id_, term in self._find.annotated.terms.items():
            for rendering in term.entry.renderings:
                terms.setdefault(rendering.text.casefold(), id_)
        worded = "|".join(map(re.escape, sorted(terms, key=lambda text: (-len(text), text))))
        return terms, re.compile(rf"(?<!\w)(?:{worded})(?!\w)" if worded else r"(?!)")
