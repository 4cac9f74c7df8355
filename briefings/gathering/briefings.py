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
    """The corpus of texts, with the mentions of terms in them, and a hash over everything."""

    corpus: Corpus
    terms: Sequence[TermMention]
    digest: str


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
        read = {id_: known for id_, known in texts.items() if known.text.features}
        assembled = self._assemble(self._plans(read, problems), read)
        shares = gather_shares(
            [one.share.people for one in assembled], [one.share.topics for one in assembled],
            self._editorial, problems,
        )  # fmt: skip
        looked = self._look(assembled, shares.people, problems)
        corpus = Corpus(
            briefings=(),
            people=_people(shares.people, [one.extracted for one in looked]),
            outlets=shares.outlets,
            topics=shares.topics,
            unassigned=shares.unassigned,
            changes=self._editorial.changes,
            redirects=self._editorial.redirects,
        )
        return self._shown(corpus, looked)

    def _plans(self, read: Mapping[str, KnownText], problems: Problems) -> list[EventPlan]:
        pages = [(id_, record.pages) for id_, record in self._registry.sources.items()]
        key = key_of("events", [known.digest for known in read.values()], pages)

        def plan(own: Problems) -> list[EventPlan]:
            features = [one.text.features for one in read.values() if one.text.features]
            wordings = Wordings(lambda source: self._store.get(read[source].digest))

            def compare(a: Features, b: Features, told: Problems) -> JoinEvidence:
                pair = key_of("pair", read[a.source].digest, read[b.source].digest)
                held = partial(held_together, a, b, wordings=wordings)
                return self._store.cached(pair, held, told)

            return plan_events(features, compare, own, self._registry)

        plans = self._store.cached(key, plan, problems)
        sources = self._registry.sources
        return [replace(one, published=sources.get(one.sources[0])) for one in plans]

    def _assemble(
        self, plans: Sequence[EventPlan], read: Mapping[str, KnownText]
    ) -> list[_Assembled]:
        def task(plan: EventPlan) -> AssembleTask:
            texts = tuple(self._store.payload(read[source].digest) for source in plan.sources)
            return AssembleTask(plan, texts, about[plan.slug])

        about = {one.slug: TopicWords.of(self._editorial.topics, one.sources) for one in plans}
        keys = [
            key_of("assemble", plan, [read[source].digest for source in plan.sources], words)
            for plan, words in zip(plans, about.values(), strict=True)
        ]

        def run(wanted: list[int]) -> Iterator[tuple[Share, bytes]]:
            tasks = (task(plans[n]) for n in wanted)
            return self._workers.run(assemble_briefing, None, tasks, len(wanted))

        made = self._each(keys, run)
        return [
            _Assembled(plan, share, digest)
            for plan, (share, digest) in zip(plans, made, strict=True)
        ]

    def _look(
        self, assembled: Sequence[_Assembled], people: tuple[Person, ...], problems: Problems
    ) -> list[_ExtractedBriefing]:
        names = NameIndex(people)
        prefixes = id_prefixes((one.plan.slug, one.plan.date) for one in assembled)
        published = _Statements(self._registry)
        glossary = self._editorial.glossary
        glossary_key = key_of(glossary)

        def task(n: int) -> ExtractTask:
            return ExtractTask(self._store.payload(assembled[n].digest), *given[n])

        given: list[tuple[tuple[PersonNames, ...], str, tuple[PublishedStatement, ...]]] = [
            (
                names.of_briefing(one.share.may_name),
                prefixes[one.plan.slug],
                published.of(one.plan.sources, prefixes[one.plan.slug]),
            )
            for one in assembled
        ]
        keys = [
            key_of("extract", one.digest, glossary_key, *its)
            for one, its in zip(assembled, given, strict=True)
        ]

        def run(wanted: list[int]) -> Iterator[tuple[Extracted, bytes]]:
            tasks = (task(n) for n in wanted)
            return self._workers.run(extract_briefing, glossary, tasks, len(wanted))

        looked = [
            _ExtractedBriefing(one.share, found, digest)
            for one, (found, digest) in zip(assembled, self._each(keys, run), strict=True)
        ]
        for one in looked:
            problems.extend(one.extracted.problems)
        return looked

    def _each(
        self, keys: Sequence[str], run: Callable[[list[int]], Iterator[tuple[T, bytes]]]
    ) -> list[tuple[T, str]]:
        """The stored result for each key; `run` computes the missing ones, given their indexes.

        Each result is a pair: what the corpus needs, and the key of the full record.
        """
        known: dict[int, tuple[T, str]] = {}
        for n, key in enumerate(keys):
            try:
                summary, digest = self._store.get(key)
            except MissingError:
                continue
            if self._store.is_sound(digest):
                known[n] = summary, digest
        missing = [n for n in range(len(keys)) if n not in known]
        for n, (summary, payload) in zip(missing, run(missing), strict=True):
            digest = digest_of(payload)
            self._store.put_payload(digest, payload)
            if not failed(getattr(summary, "problems", ())):
                self._store.put(keys[n], (summary, digest))
            known[n] = summary, digest
        return [known[n] for n in range(len(keys))]

    def _shown(self, corpus: Corpus, looked: Sequence[_ExtractedBriefing]) -> Gathering:
        """The corpus with texts that are loaded on access."""
        shelf: Shelf[Record] = Shelf(self._store.get)
        briefings = tuple(_on_shelf(one, shelf) for one in looked)
        figures = [
            Shelved(shelf, one.digest, one.extracted.figures, attrgetter("figures"))
            for one in looked
        ]
        terms = tuple(mention for one in looked for mention in one.extracted.terms)
        mentions = {one.share.head.slug: partial(_mentions, shelf, one.digest) for one in looked}
        corpus = replace(
            corpus,
            briefings=briefings,
            figures=Chained(figures),
            mentions=Joined(mentions),
            digests={one.share.head.slug: one.digest for one in looked},
        )
        digest = key_of([one.digest for one in looked], self._editorial.people,
                        self._editorial.outlets, self._editorial.topics)  # fmt: skip
        return Gathering(corpus, terms, digest)


class _Statements:
    """The published figures, by the sources they are based on and by the prefix of their ids."""

    def __init__(self, registry: Registry) -> None:
        figures = [one for one in registry.statements if one.kind == "figure"]
        self._figures = figures
        self._by_id = sorted((one.id, n) for n, one in enumerate(figures))
        self._by_source: dict[str, list[int]] = defaultdict(list)
        for n, one in enumerate(figures):
            for source in {words.source for words in one.words}:
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


def _on_shelf(one: _ExtractedBriefing, shelf: Shelf[Record]) -> Briefing:
    witnesses, participants, exchanges, section_topics, passage_topics = (
        Shelved(shelf, one.digest, length, attrgetter(f"briefing.{name}"))
        for name, length in zip(
            ("witnesses", "participants", "exchanges", "section_topics", "passage_topics"),
            one.share.lengths,
            strict=True,
        )
    )
    return replace(
        one.share.head,
        witnesses=witnesses,
        participants=participants,
        exchanges=exchanges,
        section_topics=section_topics,
        passage_topics=passage_topics,
    )


def _mentions(shelf: Shelf[Record], key: str) -> Mapping[str, PassageMentions]:
    return shelf[key].mentions


def _people(people: tuple[Person, ...], found: Sequence[Extracted]) -> tuple[Person, ...]:
    """The people with all places that name or quote them, in the order of the texts."""
    mentions: dict[str, list[Place]] = defaultdict(list)
    quoted: dict[str, list[Quoted]] = defaultdict(list)
    for one in found:
        for place, person in one.mentions:
            mentions[person].append(place)
        for person, speech in one.quoted:
            quoted[person].append(speech)
    return tuple(
        replace(one, mentions=tuple(mentions[one.id]), quoted=tuple(quoted[one.id]))
        for one in people
    )
