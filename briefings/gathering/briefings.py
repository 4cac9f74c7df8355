"""Texts -> briefings: assembled and analysed one at a time, stored on disk, presented as a
corpus."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import TypeVar

from ..engine.executing import Workers
from ..engine.keys import digest_of, key_of
from ..engine.shelf import Chained, Joined, Shelf, Shelved
from ..engine.store import MissingError, Store, failed
from ..extract.figures import id_prefixes
from ..extract.mentions import NameIndex, PassageMentions
from ..group import (
    EventPlan,
    Features,
    TopicWords,
    Wordings,
    gather_shares,
    held_together,
    plan_events,
)
from ..model import (
    Briefing,
    Corpus,
    Editorial,
    JoinEvidence,
    Person,
    PersonNames,
    Place,
    PublishedStatement,
    Quoted,
    Registry,
    TermMention,
)
from ..problems import Problems
from .sources import KnownText
from .tasks import (
    AssembleTask,
    Extracted,
    ExtractTask,
    Record,
    Share,
    assemble_briefing,
    extract_briefing,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Assembled:
    plan: EventPlan
    share: Share
    digest: str


@dataclass(frozen=True, slots=True)
class _ExtractedBriefing:
    """An assembled briefing after extraction; `digest` is the key of its record."""

    share: Share
    extracted: Extracted
    digest: str


@dataclass(frozen=True, slots=True)
class Gathering:
    """The corpus of texts, with the mentions of terms in them, and a hash over everything.

    `records` holds the texts of the corpus, by the digests of its briefings.
    """

    corpus: Corpus
    terms: Sequence[TermMention]
    digest: str
    records: Shelf[Record]


class Briefings:
    """Makes briefings from the texts, with a store and workers."""

    def __init__(
        self, editorial: Editorial, registry: Registry, store: Store, workers: Workers
    ) -> None:
        self._editorial = editorial
        self._registry = registry
        self._store = store
        self._workers = workers

    def gather(self, texts: Mapping[str, KnownText], problems: Problems) -> Gathering:
        """All briefings with their people and contents."""
        readable = {id_: text for id_, text in texts.items() if text.text.features}
        assembled = self._assemble(self._plans(readable, problems), readable)
        shares = gather_shares(
            [briefing.share.people for briefing in assembled],
            [briefing.share.topics for briefing in assembled],
            self._editorial, problems,
        )  # fmt: skip
        extracted = self._look(assembled, shares.people, problems)
        corpus = Corpus(
            briefings=(),
            people=_people(shares.people, [briefing.extracted for briefing in extracted]),
            outlets=shares.outlets,
            topics=shares.topics,
            unassigned=shares.unassigned,
            changes=self._editorial.changes,
            redirects=self._editorial.redirects,
        )
        return self._shown(corpus, extracted)

    def _plans(self, texts: Mapping[str, KnownText], problems: Problems) -> list[EventPlan]:
        pages = [(id_, record.pages) for id_, record in self._registry.sources.items()]
        key = key_of("events", [text.digest for text in texts.values()], pages)

        def plan(reported: Problems) -> list[EventPlan]:
            features = [text.text.features for text in texts.values() if text.text.features]
            wordings = Wordings(lambda source: self._store.get(texts[source].digest))

            def compare(a: Features, b: Features, reported: Problems) -> JoinEvidence:
                pair = key_of("pair", texts[a.source].digest, texts[b.source].digest)
                compare_words = partial(held_together, a, b, wordings=wordings)
                return self._store.cached(pair, compare_words, reported)

            return plan_events(features, compare, reported, self._registry)

        plans = self._store.cached(key, plan, problems)
        sources = self._registry.sources
        return [replace(plan, published=sources.get(plan.sources[0])) for plan in plans]

    def _assemble(
        self, plans: Sequence[EventPlan], known: Mapping[str, KnownText]
    ) -> list[_Assembled]:
        def task(plan: EventPlan) -> AssembleTask:
            texts = tuple(self._store.payload(known[source].digest) for source in plan.sources)
            return AssembleTask(plan, texts, about[plan.slug])

        about = {plan.slug: TopicWords.of(self._editorial.topics, plan.sources) for plan in plans}
        keys = [
            key_of("assemble", plan, [known[source].digest for source in plan.sources], words)
            for plan, words in zip(plans, about.values(), strict=True)
        ]

        def run(numbers: list[int]) -> Iterator[tuple[Share, bytes]]:
            tasks = (task(plans[n]) for n in numbers)
            return self._workers.run(assemble_briefing, None, tasks, len(numbers))

        results = self._each(keys, run)
        return [
            _Assembled(plan, share, digest)
            for plan, (share, digest) in zip(plans, results, strict=True)
        ]

    def _look(
        self, assembled: Sequence[_Assembled], people: tuple[Person, ...], problems: Problems
    ) -> list[_ExtractedBriefing]:
        names = NameIndex(people)
        prefixes = id_prefixes((briefing.plan.slug, briefing.plan.date) for briefing in assembled)
        published = _Statements(self._registry)
        glossary = self._editorial.glossary
        glossary_key = key_of(glossary)

        def task(n: int) -> ExtractTask:
            return ExtractTask(self._store.payload(assembled[n].digest), *inputs[n])

        inputs: list[tuple[tuple[PersonNames, ...], str, tuple[PublishedStatement, ...]]] = [
            (
                names.of_briefing(briefing.share.may_name),
                prefixes[briefing.plan.slug],
                published.of(briefing.plan.sources, prefixes[briefing.plan.slug]),
            )
            for briefing in assembled
        ]
        keys = [
            key_of("extract", briefing.digest, glossary_key, *briefing_inputs)
            for briefing, briefing_inputs in zip(assembled, inputs, strict=True)
        ]

        def run(numbers: list[int]) -> Iterator[tuple[Extracted, bytes]]:
            tasks = (task(n) for n in numbers)
            return self._workers.run(extract_briefing, glossary, tasks, len(numbers))

        extracted = [
            _ExtractedBriefing(briefing.share, result, digest)
            for briefing, (result, digest) in zip(assembled, self._each(keys, run), strict=True)
        ]
        for briefing in extracted:
            problems.extend(briefing.extracted.problems)
        return extracted

    def _each(
        self, keys: Sequence[str], run: Callable[[list[int]], Iterator[tuple[T, bytes]]]
    ) -> list[tuple[T, str]]:
        """The stored result for each key; `run` computes the missing ones, given their indexes.

        Each result is a pair: what the corpus needs, and the key of the full record.
        """
        results: dict[int, tuple[T, str]] = {}
        for n, key in enumerate(keys):
            try:
                summary, digest = self._store.get(key)
            except MissingError:
                continue
            if self._store.is_sound(digest):
                results[n] = summary, digest
        missing = [n for n in range(len(keys)) if n not in results]
        for n, (summary, payload) in zip(missing, run(missing), strict=True):
            digest = digest_of(payload)
            self._store.put_payload(digest, payload)
            if not failed(getattr(summary, "problems", ())):
                self._store.put(keys[n], (summary, digest))
            results[n] = summary, digest
        return [results[n] for n in range(len(keys))]

    def _shown(self, corpus: Corpus, extracted: Sequence[_ExtractedBriefing]) -> Gathering:
        """The corpus with texts that are loaded on access."""
        shelf: Shelf[Record] = Shelf(self._store.get)
        briefings = tuple(_on_shelf(briefing, shelf) for briefing in extracted)
        figures = [
            Shelved(shelf, briefing.digest, briefing.extracted.figures, attrgetter("figures"))
            for briefing in extracted
        ]
        terms = tuple(mention for briefing in extracted for mention in briefing.extracted.terms)
        mentions = {
            briefing.share.head.slug: partial(_mentions, shelf, briefing.digest)
            for briefing in extracted
        }
        corpus = replace(
            corpus,
            briefings=briefings,
            figures=Chained(figures),
            mentions=Joined(mentions),
            digests={briefing.share.head.slug: briefing.digest for briefing in extracted},
        )
        digest = key_of([briefing.digest for briefing in extracted], self._editorial.people,
                        self._editorial.outlets, self._editorial.topics)  # fmt: skip
        return Gathering(corpus, terms, digest, shelf)


class _Statements:
    """The published figures, by the sources they are based on and by the prefix of their ids."""

    def __init__(self, registry: Registry) -> None:
        figures = [statement for statement in registry.statements if statement.kind == "figure"]
        self._figures = figures
        self._by_id = sorted((statement.id, n) for n, statement in enumerate(figures))
        self._by_source: dict[str, list[int]] = defaultdict(list)
        for n, statement in enumerate(figures):
            for source in {words.source for words in statement.words}:
                self._by_source[source].append(n)

    def of(self, sources: Sequence[str], prefix: str) -> tuple[PublishedStatement, ...]:
        """Figures based on the sources, and figures whose ids are taken."""
        numbers = {n for source in sources for n in self._by_source.get(source, ())}
        start = f"{prefix}-"
        for id_, n in self._by_id[bisect_left(self._by_id, (start, -1)) :]:
            if not id_.startswith(start):
                break
            numbers.add(n)
        return tuple(self._figures[n] for n in sorted(numbers))


def _on_shelf(extracted: _ExtractedBriefing, shelf: Shelf[Record]) -> Briefing:
    witnesses, participants, exchanges, section_topics, passage_topics = (
        Shelved(shelf, extracted.digest, length, attrgetter(f"briefing.{name}"))
        for name, length in zip(
            ("witnesses", "participants", "exchanges", "section_topics", "passage_topics"),
            extracted.share.lengths,
            strict=True,
        )
    )
    return replace(
        extracted.share.head,
        witnesses=witnesses,
        participants=participants,
        exchanges=exchanges,
        section_topics=section_topics,
        passage_topics=passage_topics,
    )


def _mentions(shelf: Shelf[Record], key: str) -> Mapping[str, PassageMentions]:
    return shelf[key].mentions


def _people(people: tuple[Person, ...], extracted: Sequence[Extracted]) -> tuple[Person, ...]:
    """The people with all places that name or quote them, in the order of the texts."""
    mentions: dict[str, list[Place]] = defaultdict(list)
    quoted: dict[str, list[Quoted]] = defaultdict(list)
    for briefing in extracted:
        for place, person in briefing.mentions:
            mentions[person].append(place)
        for person, speech in briefing.quoted:
            quoted[person].append(speech)
    return tuple(
        replace(person, mentions=tuple(mentions[person.id]), quoted=tuple(quoted[person.id]))
        for person in people
    )
