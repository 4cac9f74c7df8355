"""Finding things of a corpus by id, and the small contexts that many pages share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar, cast

from briefings import anchors, wording
from briefings.cite import Text
from briefings.cite.describing import cited_text
from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Former,
    Passage,
    Person,
    Place,
    Speaker,
)
from briefings.model.page import Mark, Page, SiteInfo
from briefings.model.relations import Pair
from briefings.origins import origins_of

from .annotated import Annotated, Sentences
from .cited import page_citation
from .dossiers import Dossiers
from .elsewhere import Elsewhere
from .forms import report_form, suggestion_form
from .indicator_links import IndicatorLinks
from .key_figures import figure_words, key_figures, telling_figures
from .parts_taken import PartsTaken
from .questions import asked, exchange_link, telling_questions
from .quoted import Quotations, quotations_of
from .reads import NotedFields, NotedMapping, Reads, digest, kept, reader, texts_reader
from .said import FIRST_WORDS, Said, Texts

__all__ = ["FIRST_WORDS", "Context", "Lookup"]

Context = dict[str, Any]
K = TypeVar("K")
V = TypeVar("V")
RECENT = 5
# Kinds of pages that say how they are cited; those of briefings do so in a dialogue.
CITED = frozenset(("indicator", "term", "person", "outlet", "topic", "compare"))


class Lookup:
    """The corpus, indexed once for all pages: the only way in which a page reads it.

    What a page asks for is noted in `reads` (see there): by entry where a mapping is asked, by
    field where `corpus` or `site` is, else by what a reader returns.  So a page should ask for no
    more than it shows.
    """

    def __init__(self, corpus: Corpus, site: SiteInfo) -> None:
        self.reads = Reads(self)
        # Both stand for the real ones and note which of their fields are read.
        self.corpus = cast(
            Corpus,
            NotedFields(self.reads, "corpus", corpus, ("annotations", "relations", "report")),
        )
        self.site = cast(SiteInfo, NotedFields(self.reads, "site", site))
        self._briefings = {one.slug: one for one in newest_first(corpus.briefings)}
        self.briefings = self._noted("briefings", self._briefings)
        self._rank = {slug: n for n, slug in enumerate(self._briefings)}
        self.texts = Texts(self._briefings)
        self.people = self._noted("people", {one.id: one for one in corpus.people})
        self.outlets = self._noted("outlets", {one.id: one for one in corpus.outlets})
        self.topics = self._noted("topics", {one.id: one for one in corpus.topics})
        self._exchanges = {
            (briefing.slug, one.id): one
            for briefing in corpus.briefings
            for one in briefing.exchanges
        }
        self.exchanges = self._noted("exchanges", self._exchanges)
        self._asked = {
            (slug, exchange.question): exchange for (slug, _), exchange in self._exchanges.items()
        }
        checks = {one.source: one.check for one in corpus.report.sources}
        self.checks = self._noted("checks", checks)
        of_briefings = {one.briefing: one.check for one in corpus.report.briefings}
        self.briefing_checks = self._noted("briefing checks", of_briefings)
        self.annotated = Annotated(corpus, self.texts, self.reads)
        self.taken = PartsTaken(self)
        self.indicator_links = IndicatorLinks(self)
        self.dossiers = Dossiers(self)
        self._elsewhere = Elsewhere(corpus)
        self.sentences = Sentences()
        former: dict[str, list[Former]] = defaultdict(list)
        for one in corpus.former:
            former[one.page].append(one)
        self.former = self._noted("former", former)
        self._earlier: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for (slug, passage), texts in corpus.earlier.items():
            self._earlier[slug][passage] = texts
        self._people = corpus.people
        self._digests = corpus.digests
        self._spans = corpus.relations.sentences
        self._redirects = corpus.redirects

    def _noted(self, name: str, entries: Mapping[K, V]) -> NotedMapping[K, V]:
        return NotedMapping(self.reads, name, entries)

    def briefing_digest(self, slug: str) -> bytes | None:
        """A digest of a briefing, where one is known without looking at its texts."""
        known, briefing = self._digests.get(slug), self._briefings.get(slug)
        if known is None or briefing is None:
            return None
        head = replace(
            briefing,
            witnesses=(), participants=(), exchanges=(), section_topics=(), passage_topics=(),
        )  # fmt: skip
        return digest((known, head))

    @texts_reader
    def said(self, briefing: str, id_: str) -> Said:
        """A turn or section in brief."""
        return self.texts.said(briefing)[id_]

    @texts_reader
    def part_of(self, briefing: str, passage: str) -> str:
        """The turn or section that a passage stands in, "" where there is no such passage."""
        return self.texts.whole(briefing).parts.get(passage, "")

    def said_in_order(self, briefing: str, ids: Iterable[str]) -> list[Said]:
        """Some turns of a briefing, as they follow one another."""
        return sorted((self.said(briefing, id_) for id_ in ids), key=lambda one: one.order)

    @texts_reader
    def asked_by(self, briefing: str, question: str) -> Exchange | None:
        """The exchange that a turn's question opens."""
        return self._asked.get((briefing, question))

    def passage(self, place: Place) -> Passage | None:
        return self._passage(place.briefing, place.passage) if place.passage else None

    @texts_reader
    def _passage(self, briefing: str, id_: str) -> Passage | None:
        return self.texts.whole(briefing).passages.get(id_) if briefing in self._rank else None

    def marks(self, briefing: str, passage: str) -> list[Mark]:
        return self.annotated.marks_of(briefing).get(passage, [])

    @texts_reader
    @kept
    def elsewhere(self, briefing: str) -> Mapping[str | None, list[Context]]:
        """Where else each passage of a briefing stands."""
        return self._elsewhere.of(self._briefings[briefing])

    @texts_reader
    def pairs(self, briefing: str) -> tuple[Pair, ...]:
        """What corresponds in the texts of a briefing."""
        return self._elsewhere.pairs(briefing)

    @texts_reader
    @kept
    def sentence_spans(self, briefing: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """Where the sentences of each passage of a briefing begin and end."""
        return {
            id_: self._spans.get((briefing, id_), ()) for id_ in self.texts.whole(briefing).passages
        }

    @reader
    def earlier(self, briefing: str) -> Mapping[str, tuple[str, ...]]:
        """Texts that were published under ids of a briefing before, by id."""
        return self._earlier.get(briefing, {})

    @reader
    def redirected(self, page: str) -> Mapping[str, str]:
        """Where editors lead fragments of a page."""
        return {
            old.partition("#")[2]: new for old, new in self._redirects if old.startswith(f"{page}#")
        }

    @texts_reader
    def neighbours(self, briefing: str) -> tuple[str | None, str | None]:
        """The briefings before and after one, in the order of time."""
        n, order = self._rank[briefing], self._order
        older = order[n + 1] if n + 1 < len(order) else None
        return older, order[n - 1] if n else None

    @cached_property
    def _order(self) -> list[str]:
        return list(self._rank)

    @texts_reader
    @kept
    def origin(self, briefing: str, source: str) -> Context:
        """Which text a source is: its name, what kind of text, by whom, and how good."""
        origin = origins_of(self._briefings[briefing])[source]
        return {
            "name": origin.name,
            "short": origin.short,
            "words": origin.words,
            "kind": wording.KINDS[origin.kind],
            "publisher": origin.publisher,
            "published": origin.published,
            "quality": wording.QUALITIES[origin.quality] if origin.quality else None,
            "by_machine": origin.by_machine,
            "warning": origin.warning,
            "primary": origin.primary,
            "text_url": anchors.source_url(source),
        }

    @texts_reader
    @kept
    def cited_text(self, briefing: str, source: str) -> Text:
        """A text of a briefing as it is cited."""
        held = self._briefings[briefing]
        witness = next(one for one in held.witnesses if one.source.id == source)
        return cited_text(held, witness, origins_of(held)[source], self.site)

    @texts_reader
    @kept
    def primary(self, briefing: str) -> str:
        """The source that is the primary text of a briefing."""
        return self._briefings[briefing].primary.source.id

    def page(
        self, url: str, template: str, title: str, description: str, kind: str, **context: Any
    ) -> Page:
        """A page whose front matter says what it is; `title` is its first heading as well.

        Of the kinds in `CITED` it offers its citation, or what is given as `cited`.  `alternates`
        are addresses of the same in other forms, by the names that `theme/main.html` has for them.
        """
        meta: Context = {"title": title, "description": description, "kind": kind}
        alternates: dict[str, str] = context.pop("alternates", {})
        meta |= {f"alternate_{form}": address for form, address in alternates.items()}
        linked_data = context.pop("linked_data", None)
        paged = context.get("paged")
        if paged:
            meta["paged"] = paged
        if kind in CITED and paged != "part":
            meta["cited"] = "yes"
            context["cited"] = context.get("cited") or [page_citation(title, url, self.site)]
        site = {"name": self.site.name, "search": self.site.search}
        shared: Context = {"meta": meta, "linked_data": linked_data, "site": site, "crumbs": ()}
        return Page(
            path=f"{url}index.md",
            url=url,
            template=template,
            context={**shared, **context},
        )

    def absolute(self, url: str) -> str:
        """The address that a citation carries; from the root where the site's is not known."""
        return f"{self.site.url}{url}" if self.site.url else f"/{url}"

    def report(self, about: str, url: str) -> Context:
        """Where a reader reports a mistake on a page, called `about` in the form."""
        return report_form(about, self.absolute(url), url, self.site)

    def suggest(self, about: str, url: str) -> Context:
        """Where a reader suggests a note on a page, called `about` in the form."""
        return suggestion_form(about, self.absolute(url), self.site)

    def speaker(self, speaker: Speaker, asks: bool = False) -> Context:
        """Who speaks: the name with its page, and the label as printed where it says otherwise."""
        printed = (speaker.label or "").strip().rstrip(":").strip()
        name = speaker.name or printed
        if not speaker.name and _is_bare(printed):
            name = wording.ASKER_NOT_GIVEN if asks else wording.SPEAKER_NOT_GIVEN
        differs = bool(printed) and f" {_plain(name)} " not in f" {_plain(printed)} "
        return {
            "kind": speaker.kind,
            "name": name,
            "url": self.speaker_url(speaker),
            "printed": printed if differs else None,
            "known": speaker.name is not None,
        }

    def speaker_url(self, speaker: Speaker) -> str | None:
        if speaker.id in self.outlets and speaker.kind == "outlet":
            return anchors.outlet_url(speaker.id or "")
        return anchors.speaker_url(speaker.id or "") if speaker.id in self.people else None

    @texts_reader
    def who(self, id_: str | None, name: str | None = None) -> Context | None:
        """A person or an outlet by id, with the page; None where nobody is named."""
        if id_ and id_ in self.people:
            return {"name": self.people[id_].name, "url": anchors.speaker_url(id_)}
        if id_ and id_ in self.outlets:
            return {"name": self.outlets[id_].name, "url": anchors.outlet_url(id_)}
        return {"name": name or id_, "url": None} if name or id_ else None

    @texts_reader
    def person_name(self, id_: str) -> str | None:
        """The name of a person who has a page."""
        person = self.people.get(id_)
        return person.name if person else None

    @texts_reader
    def family_name(self, id_: str) -> str:
        """The part of a person's name that is the family's, "" where nothing tells."""
        person = self.people.get(id_)
        return person.family if person else ""

    @texts_reader
    @kept
    def quoted(self, briefing: str) -> Mapping[str, Quotations]:
        """Whom each passage of a briefing's articles quotes or reports."""
        return self._quotations.get(briefing, {})

    @cached_property
    def _quotations(self) -> Mapping[str, Mapping[str, Quotations]]:
        return quotations_of(self._people)

    def latest_role(self, person: Person) -> str | None:
        """The role as worded last; of several wordings of one day the first."""
        worded = sorted((one for one in person.roles if one.role), key=lambda one: one.date or "")
        return next((one.role for one in worded if one.date == worded[-1].date), None)

    @texts_reader
    @kept
    def briefing_link(self, slug: str) -> Context:
        briefing = self._briefings[slug]
        return {
            "url": anchors.briefing_url(slug),
            "title": briefing.title,
            "short": briefing.short_title or briefing.title,
            "date": wording.date_words(briefing.date),
            "day": briefing.date,
            "iso": wording.full_date(briefing.date),
        }

    def recent(self, slugs: Iterable[str]) -> Context:
        """The newest briefings of an index's entry, and how many more there are."""
        ordered = self.in_order(set(slugs))
        return {
            "briefings": [self.briefing_link(slug) for slug in ordered[:RECENT]],
            "more": max(0, len(ordered) - RECENT),
        }

    @texts_reader
    def asked(self, slug: str, exchange: str) -> Context:
        """A question as every list shows it (`_macros/questions.md.j2`).

        `subject` is what it asks about, in its own words; where `named` is False no rule finds
        that, and the question's first words stand for it.  `question` is the question in whole
        sentences; `minutes` is how long question and answers take to read.
        """
        return asked(slug, exchange, self)

    @texts_reader
    @kept
    def key_figures(self, slug: str, most: int) -> list[Context]:
        """The numbers of a briefing that matter most, `most` of them at most, the weightiest
        first; each as it is stated (see `key_figures.py`)."""
        return key_figures(slug, most, self)

    @texts_reader
    @kept
    def telling_figures(self, slug: str, most: int) -> list[Context]:
        """The same of those that a stranger to the text understands, each with the `words` of its
        sentence ("" where editors follow it)."""
        return telling_figures(slug, most, self)

    @texts_reader
    def telling_words(self, figure: str) -> str | None:
        """The words of a sentence that say what a figure counts; None where they do not."""
        return figure_words(figure, self)

    @texts_reader
    @kept
    def telling_questions(self, slug: str, most: int) -> list[Context]:
        """The questions of a briefing that a stranger understands at once, `most` at most."""
        return telling_questions(slug, most, self)

    @texts_reader
    @kept
    def officials(self, slug: str) -> int:
        """How many took part without asking: who is listed, chaired, or spoke for the hosts."""
        briefing = self._briefings[slug]
        spoke = {
            turn.speaker.id
            for turn in briefing.primary.turns
            if turn.speaker.kind in ("chair", "official") and turn.speaker.id
        }
        return len(spoke | {one.id for one in briefing.participants})

    def exchange_link(self, slug: str, exchange: Exchange) -> Context:
        """A question in one entry of a list: who asked what, who answered, about what."""
        return self._exchange_link(slug, exchange.id)

    @texts_reader
    def _exchange_link(self, slug: str, id_: str) -> Context:
        return exchange_link(slug, self._exchanges[slug, id_], self)

    @texts_reader
    def section_link(self, slug: str, id_: str) -> Context:
        section = self.texts.said(slug)[id_]
        return {
            "url": anchors.briefing_url(slug, id_),
            "briefing": self.briefing_link(slug),
            "heading": section.heading,
            "words": section.first,
            "source": section.source,
        }

    def topic_links(self, ids: tuple[str, ...]) -> list[Context]:
        return [
            {"url": anchors.topic_url(one), "title": title}
            for one in ids
            if (title := self._topic_title(one)) is not None
        ]

    @texts_reader
    def _topic_title(self, id_: str) -> str | None:
        topic = self.topics.get(id_)
        return topic.title if topic else None

    def spoke(self, person: Person) -> dict[str, list[Said]]:
        """The person's turns in primary texts, by briefing, newest first."""
        return self._spoke(person.id)

    @texts_reader
    @kept
    def _spoke(self, person: str) -> dict[str, list[Said]]:
        found: dict[str, list[Said]] = defaultdict(list)
        for id_, place in self.people[person].turns:
            said = self.texts.said(place.briefing)[id_]
            if said.is_primary and said.speaker is not None:
                found[place.briefing].append(said)
        return {slug: found[slug] for slug in self.in_order(found)}

    def in_order(self, slugs: Iterable[str]) -> list[str]:
        """Briefings newest first, without asking all of them."""
        return list(self._in_order(tuple(sorted(slugs))))

    @texts_reader
    def _in_order(self, slugs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(slugs, key=self._rank.__getitem__))


def newest_first(briefings: tuple[Briefing, ...]) -> list[Briefing]:
    """By event date; where the year or all of it is unknown, last."""
    return sorted(
        sorted(briefings, key=lambda one: one.slug),
        key=lambda one: one.date if one.date and not one.date.startswith("--") else "",
        reverse=True,
    )


def _is_bare(label: str) -> bool:
    """Whether a label says only that somebody asks or answers ("Q", "A.")."""
    return len(re.sub(r"\W", "", label)) <= 1


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
