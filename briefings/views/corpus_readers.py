"""Indexed access to the corpus: texts, passages, people and relations by id.

Pages use it through `Lookup`, which adds the small contexts that many pages share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, cast

from briefings import urls, wording
from briefings.attribution import attributions_of
from briefings.cite import Text
from briefings.cite.describing import cited_text
from briefings.model import Briefing, Corpus, Exchange, Former, Passage, Person, Place
from briefings.model.page import Mark, SiteInfo
from briefings.model.relations import Pair

from .annotated import Annotated, Sentences
from .digests import digest
from .elsewhere import Counterpart, Elsewhere
from .links import Origin
from .quoted import Quotations, quotations_of
from .reads import NotedFields, NotedMapping, Reads, kept, reader, texts_reader
from .said import Said, Texts

K = TypeVar("K")
V = TypeVar("V")


class CorpusReaders:
    """The corpus, indexed once for all pages.

    Whatever a page reads is recorded in `reads` (see `Reads`): an entry if it reads a mapping, a
    field if it reads `corpus` or `site`, or else the return value of a reader. A page should
    therefore read no more than it shows.
    """

    def __init__(self, corpus: Corpus, site: SiteInfo) -> None:
        self.reads = Reads(self)
        # These proxies record which fields are read.
        self.corpus = cast(
            Corpus,
            NotedFields(self.reads, "corpus", corpus, ("annotations", "relations", "report")),
        )
        self.site = cast(SiteInfo, NotedFields(self.reads, "site", site))
        self._briefings = {briefing.slug: briefing for briefing in newest_first(corpus.briefings)}
        self.briefings = self._noted("briefings", self._briefings)
        self._rank = {slug: n for n, slug in enumerate(self._briefings)}
        self.texts = Texts(self._briefings)
        self.people = self._noted("people", {person.id: person for person in corpus.people})
        self.outlets = self._noted("outlets", {outlet.id: outlet for outlet in corpus.outlets})
        # The downloadable books of each briefing, as (format, size in bytes).
        self._books: dict[str, tuple[tuple[str, int], ...]] = {}
        self.books = self._noted("books", self._books)
        self.topics = self._noted("topics", {topic.id: topic for topic in corpus.topics})
        self._exchanges = {
            (briefing.slug, exchange.id): exchange
            for briefing in corpus.briefings
            for exchange in briefing.exchanges
        }
        self.exchanges = self._noted("exchanges", self._exchanges)
        self._asked = {
            (slug, exchange.question): exchange for (slug, _), exchange in self._exchanges.items()
        }
        checks = {source.source: source.check for source in corpus.report.sources}
        self.checks = self._noted("checks", checks)
        of_briefings = {briefing.briefing: briefing.check for briefing in corpus.report.briefings}
        self.briefing_checks = self._noted("briefing checks", of_briefings)
        self.annotated = Annotated(corpus, self.texts, self.reads)
        self._elsewhere = Elsewhere(corpus)
        self.sentences = Sentences()
        former: dict[str, list[Former]] = defaultdict(list)
        for address in corpus.former:
            former[address.page].append(address)
        self.former = self._noted("former", former)
        self._earlier: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for (slug, passage), texts in corpus.earlier.items():
            self._earlier[slug][passage] = texts
        self._people = corpus.people
        self._digests = corpus.digests
        self._spans = corpus.relations.sentences
        self._redirects = corpus.redirects

    def offer(self, briefing: str, books: tuple[tuple[str, int], ...]) -> None:
        """Register the books of a briefing, so that its pages link to them.

        Each book is a pair of its format (`epub` or `pdf`) and its size in bytes.
        """
        self._books[briefing] = books

    def _noted(self, name: str, entries: Mapping[K, V]) -> NotedMapping[K, V]:
        return NotedMapping(self.reads, name, entries)

    def briefing_digest(self, briefing: Briefing) -> bytes | None:
        """Return a digest of a briefing, or None if it cannot be computed without loading the
        texts."""
        known = self._digests.get(briefing.slug)
        if known is None or briefing is not self._briefings.get(briefing.slug):
            return None
        head = replace(
            briefing,
            witnesses=(), participants=(), exchanges=(), section_topics=(), passage_topics=(),
        )  # fmt: skip
        return digest((known, head))

    @texts_reader
    def said(self, briefing: str, id_: str) -> Said:
        """Return the summary of a turn or section."""
        return self.texts.said(briefing)[id_]

    @texts_reader
    def part_of(self, briefing: str, passage: str) -> str:
        """Return the id of the turn or section that contains a passage, or "" if there is none."""
        return self.texts.whole(briefing).parts.get(passage, "")

    def part_at(self, place: Place) -> str:
        """Return the id of the turn or section that contains a place, or "" if there is none."""
        return self.part_of(place.briefing, place.passage or "")

    def said_in_order(self, briefing: str, ids: Iterable[str]) -> list[Said]:
        """Return some turns of a briefing in the order of the text."""
        return sorted((self.said(briefing, id_) for id_ in ids), key=lambda summary: summary.order)

    @texts_reader
    def asked_by(self, briefing: str, question: str) -> Exchange | None:
        """Return the exchange that begins with a turn, or None."""
        return self._asked.get((briefing, question))

    def passage(self, place: Place) -> Passage | None:
        return self._passage(place.briefing, place.passage) if place.passage else None

    def span_at(self, place: Place) -> tuple[str, int, int]:
        """Return the text of the passage of a place, and the start and end of the place in it."""
        passage = self.passage(place)
        return passage.text if passage else "", *place.offsets

    @texts_reader
    def _passage(self, briefing: str, id_: str) -> Passage | None:
        return self.texts.whole(briefing).passages.get(id_) if briefing in self._rank else None

    def marks(self, briefing: str, passage: str) -> list[Mark]:
        return self.annotated.marks_of(briefing).get(passage, [])

    @texts_reader
    @kept
    def elsewhere(self, briefing: str) -> Mapping[str | None, list[Counterpart]]:
        """Return links from each passage of a briefing to its counterparts elsewhere."""
        return self._elsewhere.of(self._briefings[briefing])

    @texts_reader
    def pairs(self, briefing: str) -> tuple[Pair, ...]:
        """Return the pairs of corresponding passages in the texts of a briefing."""
        return self._elsewhere.pairs(briefing)

    @texts_reader
    @kept
    def sentence_spans(self, briefing: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """Return the (start, end) offsets of the sentences of each passage of a briefing."""
        return {
            id_: self._spans.get((briefing, id_), ()) for id_ in self.texts.whole(briefing).passages
        }

    @reader
    def earlier(self, briefing: str) -> Mapping[str, tuple[str, ...]]:
        """Map passage ids of a briefing to the texts published under them before."""
        return self._earlier.get(briefing, {})

    @reader
    def redirected(self, page: str) -> Mapping[str, str]:
        """Map fragments of a page to the addresses to which editors redirect them."""
        return {
            old.partition("#")[2]: new for old, new in self._redirects if old.startswith(f"{page}#")
        }

    @texts_reader
    def neighbours(self, briefing: str) -> tuple[str | None, str | None]:
        """Return the slugs of the preceding and the following briefing, None at either end."""
        n, order = self._rank[briefing], self._order
        older = order[n + 1] if n + 1 < len(order) else None
        return older, order[n - 1] if n else None

    @cached_property
    def _order(self) -> list[str]:
        return list(self._rank)

    @texts_reader
    @kept
    def origin(self, briefing: str, source: str) -> Origin:
        """Describe the text of a source: its names, kind, publisher and quality."""
        origin = attributions_of(self._briefings[briefing])[source]
        return Origin(
            name=origin.name,
            short=origin.short,
            words=origin.words,
            kind=wording.KINDS[origin.kind],
            publisher=origin.publisher,
            published=origin.published,
            quality=wording.QUALITIES[origin.quality] if origin.quality else None,
            by_machine=origin.by_machine,
            warning=origin.warning,
            primary=origin.primary,
            text_url=urls.source_url(source),
        )

    @texts_reader
    @kept
    def cited_text(self, briefing: str, source: str) -> Text:
        """Return a text of a briefing as a citable text."""
        event = self._briefings[briefing]
        witness = next(witness for witness in event.witnesses if witness.source.id == source)
        return cited_text(event, witness, attributions_of(event)[source], self.site)

    @texts_reader
    @kept
    def primary(self, briefing: str) -> str:
        """Return the source id of a briefing's primary text."""
        return self._briefings[briefing].primary.source.id

    @texts_reader
    @kept
    def officials(self, slug: str) -> int:
        """Return the number of participants other than askers: those listed, and speakers for the
        hosts."""
        briefing = self._briefings[slug]
        spoke = {
            turn.speaker.id
            for turn in briefing.primary.turns
            if turn.speaker.kind in ("chair", "official") and turn.speaker.id
        }
        return len(spoke | {participant.id for participant in briefing.participants})

    @texts_reader
    def person_name(self, id_: str) -> str | None:
        """Return the name of a person, or None if the person has no page."""
        person = self.people.get(id_)
        return person.name if person else None

    @texts_reader
    def family_name(self, id_: str) -> str:
        """Return a person's family name, or "" if it cannot be determined."""
        person = self.people.get(id_)
        return person.family if person else ""

    @texts_reader
    @kept
    def quoted(self, briefing: str) -> Mapping[str, Quotations]:
        """Return the people quoted or reported by each passage of a briefing's articles."""
        return self._quotations.get(briefing, {})

    @cached_property
    def _quotations(self) -> Mapping[str, Mapping[str, Quotations]]:
        return quotations_of(self._people)

    @texts_reader
    def _topic_title(self, id_: str) -> str | None:
        topic = self.topics.get(id_)
        return topic.title if topic else None

    def spoke(self, person: Person) -> dict[str, list[Said]]:
        """Return a person's turns in primary texts, by briefing, newest first."""
        return self._spoke(person.id)

    @texts_reader
    @kept
    def _spoke(self, person: str) -> dict[str, list[Said]]:
        by_briefing: dict[str, list[Said]] = defaultdict(list)
        for id_, place in self.people[person].turns:
            summary = self.texts.said(place.briefing)[id_]
            if summary.is_primary and summary.speaker is not None:
                by_briefing[place.briefing].append(summary)
        return {slug: by_briefing[slug] for slug in self.in_order(by_briefing)}

    def in_order(self, slugs: Iterable[str]) -> list[str]:
        """Sort slugs of briefings, newest first, without reading all briefings."""
        return list(self._in_order(tuple(sorted(slugs))))

    @texts_reader
    def _in_order(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(slugs, key=self._rank.__getitem__))


def newest_first(briefings: tuple[Briefing, ...]) -> list[Briefing]:
    """Sort briefings by date, newest first; those without a year come last."""
    return sorted(
        sorted(briefings, key=lambda briefing: briefing.slug),
        key=lambda briefing: (
            briefing.date if briefing.date and not briefing.date.startswith("--") else ""
        ),
        reverse=True,
    )
