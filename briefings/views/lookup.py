"""Look up parts of the corpus by id, and make the small contexts that many pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Corpus, Exchange, Person, Speaker
from briefings.model.page import Page, SiteInfo

from .cited import page_citation
from .corpus_readers import CorpusReaders
from .dossiers import Dossiers
from .forms import FormLink, report_form, suggestion_form
from .indicator_links import IndicatorLinks
from .key_figures import figure_words, key_figures, telling_figures
from .links import BriefingLink, Link, Name, Recent, SectionLink, SpeakerName
from .numbers import Number
from .parts_taken import PartsTaken
from .questions import ExchangeLink, Question, asked, exchange_link, telling_questions
from .reads import kept, texts_reader
from .said import FIRST_WORDS, UNKNOWN

__all__ = ["FIRST_WORDS", "Context", "Lookup"]

Context = dict[str, Any]

RECENT = 5
# Kinds of pages that show their citation; pages of briefings do so in a dialog.
CITED = frozenset(("indicator", "term", "person", "outlet", "topic", "compare"))


class Lookup(CorpusReaders):
    """The only access of pages to the corpus, with the contexts that many pages share."""

    def __init__(self, corpus: Corpus, site: SiteInfo) -> None:
        super().__init__(corpus, site)
        self.taken = PartsTaken(self)
        self.indicator_links = IndicatorLinks(self)
        self.dossiers = Dossiers(self)

    def page(
        self, url: str, template: str, title: str, description: str, kind: str, **context: Any
    ) -> Page:
        """Return a page with front matter; `title` is also its main heading.

        Pages of the kinds in `CITED` show `cited`, or else their own citation. `alternates` maps
        the names of other formats, as used in `theme/main.html`, to their URLs.
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
        """Return the absolute URL for citations; if the site's URL is unknown, the path from the
        root."""
        return f"{self.site.url}{url}" if self.site.url else f"/{url}"

    def report(self, about: str, url: str) -> FormLink:
        """Return where a reader reports a mistake on a page, which the form calls `about`."""
        return report_form(about, self.absolute(url), url, self.site)

    def suggest(self, about: str, url: str) -> FormLink:
        """Return where a reader suggests a note on a page, which the form calls `about`."""
        return suggestion_form(about, self.absolute(url), self.site)

    def speaker(self, speaker: Speaker | None, asks: bool = False) -> SpeakerName:
        """Return a speaker's name and page, and the printed label if it differs from the name."""
        speaker = speaker or UNKNOWN
        printed = (speaker.label or "").strip().rstrip(":").strip()
        name = speaker.name or printed
        if not speaker.name and _is_bare(printed):
            name = say.unknown.asker if asks else say.unknown.speaker
        differs = bool(printed) and f" {_plain(name)} " not in f" {_plain(printed)} "
        return SpeakerName(
            kind=speaker.kind,
            name=name,
            url=self.speaker_url(speaker),
            printed=printed if differs else None,
            known=speaker.name is not None,
        )

    def speaker_url(self, speaker: Speaker) -> str | None:
        if speaker.id in self.outlets and speaker.kind == "outlet":
            return urls.outlet_url(speaker.id or "")
        return urls.speaker_url(speaker.id or "") if speaker.id in self.people else None

    @texts_reader
    def who(self, id_: str | None, name: str | None = None) -> Name | None:
        """Return a person or an outlet by id, with the page, or None if neither id nor name is
        given."""
        if id_ and id_ in self.people:
            return Name(name=self.people[id_].name, url=urls.speaker_url(id_))
        if id_ and id_ in self.outlets:
            return Name(name=self.outlets[id_].name, url=urls.outlet_url(id_))
        return Name(words, None) if (words := name or id_) else None

    def latest_role(self, person: Person) -> str | None:
        """Return the newest wording of a person's role; of several on one day, the first."""
        worded = sorted(
            (role for role in person.roles if role.role), key=lambda role: role.date or ""
        )
        return next((role.role for role in worded if role.date == worded[-1].date), None)

    @texts_reader
    @kept
    def briefing_link(self, slug: str) -> BriefingLink:
        briefing = self._briefings[slug]
        return BriefingLink(
            url=urls.briefing_url(slug),
            title=briefing.title,
            short=briefing.short_title or briefing.title,
            date=wording.date_words(briefing.date),
            day=briefing.date,
            iso=wording.full_date(briefing.date),
        )

    def recent(self, slugs: Iterable[str]) -> Recent:
        """Return the newest briefings for an entry of an index, and the number of others."""
        ordered = self.in_order(set(slugs))
        return Recent(
            briefings=[self.briefing_link(slug) for slug in ordered[:RECENT]],
            more=max(0, len(ordered) - RECENT),
        )

    @texts_reader
    def asked(self, slug: str, exchange: str) -> Question:
        """Return a question as all lists show it (see `_macros/questions.md.j2`).

        `subject` is what the question is about, in its own words; if no rule finds it, `named` is
        False and the question's first words take its place. `question` contains the question in
        whole sentences, and `minutes` is the reading time of question and answers.
        """
        return asked(slug, exchange, self)

    @texts_reader
    @kept
    def key_figures(self, slug: str, most: int) -> list[Number]:
        """Return up to `most` of the most important figures of a briefing (see
        `key_figures.py`)."""
        return key_figures(slug, most, self)

    @texts_reader
    @kept
    def telling_figures(self, slug: str, most: int) -> list[Number]:
        """Return up to `most` important figures that are clear to readers who do not know the text.

        `words` are those of the sentence that say what is counted, "" if editors track the figure.
        """
        return telling_figures(slug, most, self)

    @texts_reader
    def telling_words(self, figure: str) -> str | None:
        """Return the words of a sentence that say what a figure counts, or None if no words do."""
        return figure_words(figure, self)

    @texts_reader
    @kept
    def telling_questions(self, slug: str, most: int) -> list[Question]:
        """Return up to `most` questions of a briefing that are clear without context."""
        return telling_questions(slug, most, self)

    def exchange_link(self, slug: str, exchange: Exchange) -> ExchangeLink:
        """Return a question as an entry of a list: asker, subject and answerers."""
        return self._exchange_link(slug, exchange.id)

    @texts_reader
    def _exchange_link(self, slug: str, id_: str) -> ExchangeLink:
        return exchange_link(slug, self._exchanges[slug, id_], self)

    @texts_reader
    def section_link(self, slug: str, id_: str) -> SectionLink:
        section = self.texts.said(slug)[id_]
        return SectionLink(
            url=urls.briefing_url(slug, id_),
            briefing=self.briefing_link(slug),
            heading=section.heading,
            words=section.first,
            source=section.source,
        )

    def topic_links(self, ids: tuple[str, ...]) -> list[Link]:
        return [
            Link(url=urls.topic_url(id_), title=title)
            for id_ in ids
            if (title := self._topic_title(id_)) is not None
        ]


def _is_bare(label: str) -> bool:
    """Return whether a label says only that somebody asks or answers ("Q", "A.")."""
    return len(re.sub(r"\W", "", label)) <= 1


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
