"""Finding things of a corpus by id, and the small contexts that many pages share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from briefings import anchors, wording
from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Former,
    Passage,
    Person,
    Place,
    Section,
    Speaker,
    Turn,
    Witness,
)
from briefings.model.page import Mark, Page, SiteInfo

from .annotated import Annotated, Sentences, marks
from .elsewhere import Elsewhere

Context = dict[str, Any]
FIRST_WORDS = 140
RECENT = 5


class Lookup:
    """The corpus, indexed once for all pages."""

    def __init__(self, corpus: Corpus, site: SiteInfo) -> None:
        self.corpus = corpus
        self.site = site
        self.briefings = {one.slug: one for one in newest_first(corpus.briefings)}
        self._rank = {slug: n for n, slug in enumerate(self.briefings)}
        self.people = {one.id: one for one in corpus.people}
        self.outlets = {one.id: one for one in corpus.outlets}
        self.topics = {one.id: one for one in corpus.topics}
        self.exchanges = {
            (briefing.slug, one.id): one
            for briefing in corpus.briefings
            for one in briefing.exchanges
        }
        self._asked = {
            (briefing.slug, one.question): one
            for briefing in corpus.briefings
            for one in briefing.exchanges
        }
        self._parts: dict[tuple[str, str], tuple[Witness, Turn | Section]] = {}
        self._turns: dict[tuple[str, str], Turn] = {}
        self._order: dict[tuple[str, str], int] = {}
        self._passages: dict[tuple[str, str], Passage] = {}
        for briefing, witness, part in parts(corpus):
            self._parts[briefing.slug, part.id] = (witness, part)
            if isinstance(part, Turn):
                self._turns[briefing.slug, part.id] = part
            for passage in part.passages:
                self._passages[briefing.slug, passage.id] = passage
        self._marks: dict[tuple[str, str], list[Mark]] = defaultdict(list)
        for found in corpus.mentions.values():
            for place, person in found:
                self._mark_person(place, person)
        self.checks = {one.source: one.check for one in corpus.report.sources}
        self.briefing_checks = {one.briefing: one.check for one in corpus.report.briefings}
        self.annotated = Annotated(corpus)
        self.elsewhere = Elsewhere(corpus)
        self.sentences = Sentences()
        self.former: dict[str, list[Former]] = defaultdict(list)
        for former in corpus.former:
            self.former[former.page].append(former)
        for key, mark in marks(corpus):
            self._marks[key].append(mark)

    def _mark_person(self, place: Place, person: str) -> None:
        if place.passage is None or place.start is None or place.end is None:
            return
        if person in self.people:
            mark = Mark(place.start, place.end, "person", anchors.speaker_url(person))
            self._marks[place.briefing, place.passage].append(mark)

    def turn(self, briefing: str, id_: str) -> Turn:
        return self._turns[briefing, id_]

    def turns_in_order(self, briefing: str, ids: Iterable[str]) -> list[Turn]:
        """Some turns of a briefing, as they follow one another."""
        return [
            self._turns[key] for key in sorted(((briefing, id_) for id_ in ids), key=self._place)
        ]

    def _place(self, key: tuple[str, str]) -> int:
        if not self._order:
            self._order = {turn: n for n, turn in enumerate(self._turns)}
        return self._order[key]

    def asked_by(self, briefing: str, question: str) -> Exchange | None:
        """The exchange that a turn's question opens."""
        return self._asked.get((briefing, question))

    def part(self, briefing: str, id_: str) -> tuple[Witness, Turn | Section]:
        return self._parts[briefing, id_]

    def passage(self, place: Place) -> Passage | None:
        return self._passages.get((place.briefing, place.passage or ""))

    def marks(self, briefing: str, passage: str) -> list[Mark]:
        return self._marks.get((briefing, passage), [])

    def page(
        self, url: str, template: str, title: str, description: str, kind: str, **context: Any
    ) -> Page:
        """A page whose front matter says what it is; `title` is its first heading as well."""
        meta: Context = {"title": title, "description": description, "kind": kind}
        linked_data = context.pop("linked_data", None)
        if paged := context.get("paged"):
            meta["paged"] = paged
        site = {"name": self.site.name, "search": self.site.search}
        return Page(
            path=f"{url}index.md",
            url=url,
            template=template,
            context={"meta": meta, "linked_data": linked_data, "site": site, **context},
        )

    def absolute(self, url: str) -> str:
        """The address that a citation carries; from the root where the site's is not known."""
        return f"{self.site.url}{url}" if self.site.url else f"/{url}"

    def report(self, about: str, url: str) -> Context:
        """Where a reader reports a mistake, the form filled in as far as we know.

        Without a repository that takes reports the About page says what to do; it is told the
        address.
        """
        form = self._form("report-a-mistake.yml", f"Mistake: {about}", url)
        return {"url": form, "about": None if form else quote(url, safe="")}

    def suggest(self, about: str, url: str) -> Context:
        """Where a reader suggests a note; nowhere without a repository that takes suggestions."""
        return {"url": self._form("suggest-a-note.yml", f"Note: {about}", url)}

    def _form(self, template: str, title: str, url: str) -> str | None:
        """An issue form of the repository with what it asks for filled in as far as we know."""
        if not self.site.repository:
            return None
        fields = {"template": template, "title": title, "passage": self.absolute(url)}
        filled = urlencode(fields, quote_via=quote)
        return f"{self.site.repository.rstrip('/')}/issues/new?{filled}"

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
        return anchors.speaker_url(speaker.id) if speaker.id in self.people else None

    def who(self, id_: str | None, name: str | None = None) -> Context | None:
        """A person or an outlet by id, with the page; None where nobody is named."""
        if id_ in self.people:
            return {"name": self.people[id_].name, "url": anchors.speaker_url(id_)}
        if id_ in self.outlets:
            return {"name": self.outlets[id_].name, "url": anchors.outlet_url(id_)}
        return {"name": name or id_, "url": None} if name or id_ else None

    def latest_role(self, person: Person) -> str | None:
        """The role as worded last; of several wordings of one day the first."""
        worded = sorted((one for one in person.roles if one.role), key=lambda one: one.date or "")
        return next((one.role for one in worded if one.date == worded[-1].date), None)

    def briefing_link(self, slug: str) -> Context:
        briefing = self.briefings[slug]
        return {
            "url": anchors.briefing_url(slug),
            "title": briefing.title,
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

    def first_and_last(self, slugs: Sequence[str]) -> Context:
        """Of some briefings in time each, where they are few; else the first and the last."""
        shown = slugs if len(slugs) <= RECENT else (slugs[0], slugs[-1])
        return {
            "dates": [self.briefing_link(slug) for slug in shown],
            "of": len(slugs) if len(slugs) > len(shown) else 0,
        }

    def exchange_link(self, slug: str, exchange: Exchange) -> Context:
        """A question in one entry of a list: who asked what, who answered, about what."""
        question = self.turn(slug, exchange.question)
        answers = [self.turn(slug, one).speaker for one in exchange.answers]
        return {
            "url": anchors.briefing_url(slug, exchange.id),
            "briefing": self.briefing_link(slug),
            "asker": self.speaker(question.speaker, asks=True),
            "words": wording.question_words(question.passages, FIRST_WORDS),
            "answered": [self.speaker(one) for one in unique(answers)],
            "topics": self.topic_links(exchange.topics),
        }

    def section_link(self, slug: str, id_: str) -> Context:
        witness, section = self.part(slug, id_)
        heading = section.heading if isinstance(section, Section) else None
        first = section.passages[0] if section.passages else None
        return {
            "url": anchors.briefing_url(slug, id_),
            "briefing": self.briefing_link(slug),
            "heading": heading,
            "words": wording.clip(first.text, FIRST_WORDS) if first else "",
            "source": witness.source.id,
            "kind": wording.KINDS[witness.kind],
            "publisher": witness.publisher or witness.settings.publisher,
        }

    def topic_links(self, ids: tuple[str, ...]) -> list[Context]:
        return [
            {"url": anchors.topic_url(one), "title": self.topics[one].title}
            for one in ids
            if one in self.topics
        ]

    def spoke(self, person: Person) -> dict[str, list[Turn]]:
        """The person's turns in primary texts, by briefing, newest first."""
        found: dict[str, list[Turn]] = defaultdict(list)
        for id_, place in person.turns:
            witness, part = self.part(place.briefing, id_)
            if witness is self.briefings[place.briefing].primary and isinstance(part, Turn):
                found[place.briefing].append(part)
        return {slug: found[slug] for slug in self.in_order(found)}

    def in_order(self, slugs: Iterable[str]) -> list[str]:
        """Briefings newest first, without asking all of them."""
        return sorted(slugs, key=self._rank.__getitem__)


def parts(corpus: Corpus) -> Iterator[tuple[Briefing, Witness, Turn | Section]]:
    """Every turn and section of every text."""
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            for turn in witness.turns:
                yield briefing, witness, turn
            for section in witness.sections:
                yield briefing, witness, section


def newest_first(briefings: tuple[Briefing, ...]) -> list[Briefing]:
    """By event date; where the year or all of it is unknown, last."""
    return sorted(
        sorted(briefings, key=lambda one: one.slug),
        key=lambda one: one.date if one.date and not one.date.startswith("--") else "",
        reverse=True,
    )


def unique(speakers: list[Speaker]) -> list[Speaker]:
    """The speakers once each, in order: one person may be labelled in several ways."""
    found = {(one.kind, one.id, one.name): one for one in reversed(speakers)}
    return list(reversed(found.values()))


def _is_bare(label: str) -> bool:
    """Whether a label says only that somebody asks or answers ("Q", "A.")."""
    return len(re.sub(r"\W", "", label)) <= 1


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
