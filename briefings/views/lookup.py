"""Finding things of a corpus by id, and the small contexts that many pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from briefings import urls, wording
from briefings.interface import say
from briefings.model import Corpus, Exchange, Person, Speaker
from briefings.model.page import Page, SiteInfo

from .cited import page_citation
from .corpus_readers import Context, CorpusReaders
from .dossiers import Dossiers
from .forms import report_form, suggestion_form
from .indicator_links import IndicatorLinks
from .key_figures import figure_words, key_figures, telling_figures
from .parts_taken import PartsTaken
from .questions import asked, exchange_link, telling_questions
from .reads import kept, texts_reader
from .said import FIRST_WORDS

__all__ = ["FIRST_WORDS", "Context", "Lookup"]

RECENT = 5
# Kinds of pages that say how they are cited; those of briefings do so in a dialogue.
CITED = frozenset(("indicator", "term", "person", "outlet", "topic", "compare"))


class Lookup(CorpusReaders):
    """The only way in which a page reads the corpus, with the contexts that many pages share."""

    def __init__(self, corpus: Corpus, site: SiteInfo) -> None:
        super().__init__(corpus, site)
        self.taken = PartsTaken(self)
        self.indicator_links = IndicatorLinks(self)
        self.dossiers = Dossiers(self)

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
            name = say.unknown.asker if asks else say.unknown.speaker
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
            return urls.outlet_url(speaker.id or "")
        return urls.speaker_url(speaker.id or "") if speaker.id in self.people else None

    @texts_reader
    def who(self, id_: str | None, name: str | None = None) -> Context | None:
        """A person or an outlet by id, with the page; None where nobody is named."""
        if id_ and id_ in self.people:
            return {"name": self.people[id_].name, "url": urls.speaker_url(id_)}
        if id_ and id_ in self.outlets:
            return {"name": self.outlets[id_].name, "url": urls.outlet_url(id_)}
        return {"name": name or id_, "url": None} if name or id_ else None

    def latest_role(self, person: Person) -> str | None:
        """The role as worded last; of several wordings of one day the first."""
        worded = sorted((one for one in person.roles if one.role), key=lambda one: one.date or "")
        return next((one.role for one in worded if one.date == worded[-1].date), None)

    @texts_reader
    @kept
    def briefing_link(self, slug: str) -> Context:
        briefing = self._briefings[slug]
        return {
            "url": urls.briefing_url(slug),
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
            "url": urls.briefing_url(slug, id_),
            "briefing": self.briefing_link(slug),
            "heading": section.heading,
            "words": section.first,
            "source": section.source,
        }

    def topic_links(self, ids: tuple[str, ...]) -> list[Context]:
        return [
            {"url": urls.topic_url(one), "title": title}
            for one in ids
            if (title := self._topic_title(one)) is not None
        ]


def _is_bare(label: str) -> bool:
    """Whether a label says only that somebody asks or answers ("Q", "A.")."""
    return len(re.sub(r"\W", "", label)) <= 1


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()
