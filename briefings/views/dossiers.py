"""Collect what the texts say on a topic or by a person, for their dossiers. It is indexed once and
read briefing by briefing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar
from urllib.parse import urlencode

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Place
from briefings.model.relations import ENOUGH_WITHOUT, Commitment, Phrase

from .annotated import around
from .key_figures import Ranked, figure_context, ranked_figures, weightiest
from .links import BriefingLink, Link, Name, SpeakerName
from .numbers import Number
from .reads import Reads, kept, reader_of

if TYPE_CHECKING:
    from .lookup import Lookup

_reader = reader_of("dossiers", of_texts=True)
T = TypeVar("T")

MOST = 3
"""How many figures, and how many announcements, a dossier shows of one briefing."""
_NEWEST = 8  # briefings from which the figures at the head of a dossier are chosen
_PHRASES = 6
_TERMS = 8
_SENTENCE = 260  # characters
_TERM_MENTIONS = 2  # fewer mentions say little about a term's relation to a topic


@dataclass(slots=True)
class _Said:
    """How often something was said on a topic or by a person, and in which briefings."""

    count: int
    slugs: set[str]


@dataclass(frozen=True, slots=True)
class Shown(Generic[T]):
    """The first entries of a list, the number of others, and the URL of all."""

    shown: list[T]
    more: int
    url: str


@dataclass(frozen=True, slots=True)
class AnnouncementEntry:
    """An announcement in a list. `by` is what a script filters the list by."""

    text: str
    url: str
    who: Name | None
    speaker: str
    by: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph. `by` is what a script filters the list by, and `who` the speaker
    in a transcript."""

    url: str
    words: str
    by: str
    who: SpeakerName | None = None


@dataclass(frozen=True, slots=True)
class PhraseUse:
    """A set phrase with its first and last use; `last` is None if both are at one briefing.

    `without` says how many later briefings do without it.
    """

    phrase: str
    url: str
    times: str
    first: BriefingLink
    last: BriefingLink | None
    without: str | None


class Dossiers:
    """Figures, announcements, set phrases and terms, by topic and by person."""

    def __init__(self, find: Lookup) -> None:
        self._find = find

    @property
    def reads(self) -> Reads:
        return self._find.reads

    @_reader
    def numbers_on(self, topic: str, slug: str) -> Shown[Number]:
        """Return the most important figures of a briefing on a topic, and how many more there
        are."""
        figures = [figure for figure in self._figures(slug) if topic in figure.topics]
        ranked = [figure for figure in figures if figure.may_stand_for(topic)]
        return self._numbers(ranked, len(figures), {"topic": topic, "briefing": slug})

    @_reader
    def numbers_by(self, person: str, slug: str) -> Shown[Number]:
        """Return the most important figures that a person stated in a briefing, and how many more
        there are."""
        figures = [figure for figure in self._figures(slug) if figure.speaker == person]
        return self._numbers(figures, len(figures), {"speaker": person, "briefing": slug})

    @_reader
    def key_numbers(self, topic: str, most: int) -> list[Number]:
        """Return the most important figures on a topic, from its newest briefings."""
        newest = self._find.in_order(self._find.topics[topic].briefings)[:_NEWEST]
        ranked = [
            figure.ranked
            for slug in newest
            for figure in self._figures(slug)
            if topic in figure.topics and figure.ranked and figure.may_stand_for(topic)
        ]
        figures = self._find.annotated.figures
        return [
            replace(figure_context(figures[figure.id], self._find), speaker=figure.speaker or "")
            for figure in weightiest(ranked, most)
        ]

    @_reader
    def announced_on(self, topic: str, slug: str) -> Shown[AnnouncementEntry]:
        """Return announcements on a topic at a briefing, and how many more there are."""
        query = {"topic": topic, "briefing": slug}
        return self._announcements(self._announced[0].get((topic, slug), []), query)

    @_reader
    def announced_by(self, person: str, slug: str) -> Shown[AnnouncementEntry]:
        """Return announcements by a person at a briefing, and how many more there are."""
        query = {"speaker": self._find.person_name(person) or "", "briefing": slug}
        return self._announcements(self._announced[1].get((person, slug), []), query)

    @_reader
    def phrases_on(self, topic: str) -> list[PhraseUse]:
        """Return set phrases that recur on a topic, each with its count and its first and last
        use."""
        spoken = self._find.in_order(self._find.topics[topic].briefings)
        return self._phrases(self._uses[0].get(topic, {}), spoken)

    @_reader
    def phrases_by(self, person: str) -> list[PhraseUse]:
        """Return set phrases that a person repeats."""
        return self._phrases(self._uses[1].get(person, {}), [])

    @_reader
    def terms_on(self, topic: str) -> list[Link]:
        """Return the terms most specific to a topic: those with the largest share of their mentions
        on it."""
        counts = self._terms.get(topic, {})
        terms = self._find.annotated.terms
        ranked = sorted(counts, key=lambda id_: (-(counts[id_] ** 2) / self._mentions[id_], id_))
        return [
            Link(terms[id_].entry.term, urls.term_url(id_))
            for id_ in ranked[:_TERMS]
            if counts[id_] >= _TERM_MENTIONS
        ]

    def paragraphs(self, slug: str) -> list[tuple[Place, tuple[str, ...]]]:
        """Return the paragraphs outside exchanges that are on a topic, as (place, topics).

        The place has the span of the first words that name a topic. Call this within a reader only:
        it records no reads itself.
        """
        return self._paragraphs.get(slug, [])

    @cached_property
    def _paragraphs(self) -> dict[str, list[tuple[Place, tuple[str, ...]]]]:
        places: dict[tuple[str, str | None], Place] = {}
        for topic in self._find.corpus.topics:
            for place in topic.passages:
                key = (place.briefing, place.passage)
                earliest = places.setdefault(key, place)
                if place.start is not None and (
                    earliest.start is None or place.start < earliest.start
                ):
                    places[key] = place
        by_briefing: dict[str, list[tuple[Place, tuple[str, ...]]]] = defaultdict(list)
        for place in sorted(places.values(), key=lambda place: (place.source, place.line)):
            topics = self._find.annotated.topics_of(place)
            by_briefing[place.briefing].append((place, topics))
        return by_briefing

    def sentence(self, place: Place) -> str:
        """Return the sentence at a place, clipped around the place if it is long.

        A place without a span gives the first sentence. Call this within a reader only.
        """
        passage = self._find.passage(place)
        text = passage.text if passage else ""
        spans = self._find.sentence_spans(place.briefing).get(place.passage or "", ())
        start, _ = place.offsets
        start_of_sentence, end_of_sentence = next(
            ((a, b) for a, b in spans if a <= start < b), (0, len(text))
        )
        if (
            start - start_of_sentence > _SENTENCE // 2
            and end_of_sentence - start_of_sentence > _SENTENCE
        ):
            before, words, after = around(
                text[start_of_sentence:end_of_sentence],
                start - start_of_sentence,
                start - start_of_sentence,
                _SENTENCE // 2,
            )
            return before + words + after
        return wording.clip(text[start_of_sentence:end_of_sentence], _SENTENCE)

    def _numbers(
        self, figures: list[_Figure], count: int, query: Mapping[str, str]
    ) -> Shown[Number]:
        """Return the most important of some figures; `count` is the total in the table filtered by
        `query`."""
        ranked = weightiest((figure.ranked for figure in figures if figure.ranked), MOST)
        known = self._find.annotated.figures
        return Shown(
            shown=[
                replace(
                    figure_context(known[figure.id], self._find),
                    speaker=figure.speaker or "",
                    by=" ".join(self._find.annotated.topics_of(figure.place)),
                )
                for figure in ranked
            ],
            more=count - len(ranked),
            url=f"{urls.FIGURES}?{urlencode(query)}",
        )

    @kept
    def _figures(self, slug: str) -> tuple[_Figure, ...]:
        """Return summaries of the figures that a briefing is the first to state."""
        ranked = {figure.id: figure for figure in ranked_figures(slug, self._find)}
        known = self._find.annotated
        figures = (known.figures[id_] for id_ in known.figures_at(slug))
        return tuple(
            _Figure(
                figure.speaker,
                known.topics_of(figure.place),
                self._about(figure.id),
                ranked.get(figure.id),
            )
            for figure in figures
            if figure.place.briefing == slug
        )

    def _about(self, figure: str) -> frozenset[str]:
        """Return the topics of the indicators to which a figure belongs."""
        links = self._find.indicator_links
        measures = self._find.annotated.indicators_of(figure)
        return frozenset(topic for measure in measures for topic in links.topics(measure.id))

    def _announcements(
        self, commitments: list[Commitment], query: Mapping[str, str]
    ) -> Shown[AnnouncementEntry]:
        # Announcements that name a time, an amount or a measure come first.
        ordered = sorted(commitments, key=lambda commitment: -len(set(commitment.why) - {"act"}))
        return Shown(
            shown=[
                AnnouncementEntry(
                    text=wording.clip(commitment.text, _SENTENCE),
                    url=urls.place_url(commitment.place),
                    who=self._find.who(commitment.speaker, commitment.speaker_name),
                    speaker=commitment.speaker or "",
                    by=" ".join(commitment.topics),
                )
                for commitment in ordered[:MOST]
            ],
            more=max(0, len(commitments) - MOST),
            url=f"{urls.COMMITMENTS}?{urlencode(query)}",
        )

    @cached_property
    def _announced(self) -> tuple[_ByBriefing, _ByBriefing]:
        """Index the announcements by (topic, briefing) and by (person, briefing)."""
        topics: _ByBriefing = defaultdict(list)
        people: _ByBriefing = defaultdict(list)
        for commitment in self._find.corpus.relations.commitments:
            if commitment.sort == "announcement":
                for topic in commitment.topics:
                    topics[topic, commitment.place.briefing].append(commitment)
                people[commitment.speaker or "", commitment.place.briefing].append(commitment)
        return topics, people

    def _phrases(self, uses: Mapping[str, _Said], spoken: list[str]) -> list[PhraseUse]:
        """Return the most widespread phrases; `spoken` are the briefings that might use them,
        newest first."""
        again = [use for use in uses.items() if use[1].count > 1]
        again.sort(key=lambda use: (-len(use[1].slugs), -use[1].count, use[0]))
        return [
            self._phrase(self._phrases_by_id[id_], of_phrase, spoken)
            for id_, of_phrase in again[:_PHRASES]
        ]

    def _phrase(self, phrase: Phrase, of_phrase: _Said, spoken: list[str]) -> PhraseUse:
        ordered = self._find.in_order(of_phrase.slugs)
        later = spoken[: spoken.index(ordered[0])] if spoken else []
        oldest, newest = (self._find.briefing_link(slug) for slug in (ordered[-1], ordered[0]))
        return PhraseUse(
            phrase=phrase.phrase,
            url=urls.phrase_url(phrase.id, phrase.has_page),
            times=say.counts.times(count=of_phrase.count),
            first=oldest,
            last=newest if newest.url != oldest.url else None,
            without=say.counts.later_briefings(count=len(later))
            if len(later) >= ENOUGH_WITHOUT
            else None,
        )

    @cached_property
    def _phrases_by_id(self) -> dict[str, Phrase]:
        return {phrase.id: phrase for phrase in self._find.corpus.relations.phrases}

    @cached_property
    def _uses(self) -> tuple[dict[str, dict[str, _Said]], dict[str, dict[str, _Said]]]:
        """Count the uses of each set phrase, by topic and by person."""
        topics: dict[str, dict[str, _Said]] = defaultdict(dict)
        people: dict[str, dict[str, _Said]] = defaultdict(dict)
        uses = (
            (use.place, (id_, use.speaker or ""))
            for id_, phrase in self._phrases_by_id.items()
            for use in phrase.occurrences
        )
        for place, (id_, person) in _by_briefing(uses):
            for where, key in (
                *((topics, topic) for topic in self._find.annotated.topics_of(place)),
                (people, person),
            ):
                use_count = where[key].setdefault(id_, _Said(0, set()))
                use_count.count += 1
                use_count.slugs.add(place.briefing)
        return topics, people

    @cached_property
    def _terms(self) -> dict[str, dict[str, int]]:
        """Count the mentions of each term on each topic, at most one per turn."""
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        mentions = (
            (mention.place, id_)
            for id_, term in self._find.annotated.terms.items()
            for mention in term.mentions
            if mention.first
        )
        for place, id_ in _by_briefing(mentions):
            for topic in self._find.annotated.topics_of(place):
                counts[topic][id_] += 1
        return counts

    @cached_property
    def _mentions(self) -> dict[str, int]:
        return {
            id_: sum(mention.first for mention in term.mentions)
            for id_, term in self._find.annotated.terms.items()
        }


@dataclass(frozen=True, slots=True)
class _Figure:
    """The speaker and the topics of a figure.

    `about` are the topics of its indicators, if any; `ranked` is None if the figure cannot be shown
    by itself.
    """

    speaker: str | None
    topics: tuple[str, ...]
    about: frozenset[str]
    ranked: Ranked | None

    def may_stand_for(self, topic: str) -> bool:
        """Return whether the figure may represent a topic: its indicators, if any, must be on that
        topic."""
        return topic in self.about or not self.about


_ByBriefing = dict[tuple[str, str], list[Commitment]]


def _by_briefing(placed: Iterable[tuple[Place, T]]) -> Iterator[tuple[Place, T]]:
    """Yield things with their places, grouped by briefing, so that each text is loaded once."""
    by_briefing: dict[str, list[tuple[Place, T]]] = defaultdict(list)
    for item in placed:
        by_briefing[item[0].briefing].append(item)
    for items in by_briefing.values():
        yield from items
