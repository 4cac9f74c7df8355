"""Pages about the whole: search, data, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Change, Corpus
from briefings.model.page import Page, SiteInfo

from .annotated import plain
from .linked_data import dataset
from .lookup import Context, Lookup
from .paging import Link, Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending

_TUTORIAL = "blob/main/architecture/tutorial.md"


@dataclass(frozen=True, slots=True)
class Collection:
    """Files of one kind: the pattern of their addresses, one of them, and how many there are."""

    title: str
    pattern: str
    example: str
    count: int


@dataclass(frozen=True, slots=True)
class Door:
    """A file at the site's root that leads programs in, and what it holds."""

    url: str
    about: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What `data.md.j2` shows: collections of files with their addresses, flat tables, fields.

    `doors` are feeds and lists at the site's root that lead programs in; `release` are paths and
    descriptions of the parts of a release; `releases` is where releases stand, None where nobody
    knows.
    """

    tables: list[dict[str, Any]]
    flat: list[dict[str, Any]]
    collections: list[Collection]
    doors: list[Door]
    release: list[tuple[str, str]]
    releases: str | None


def data_page(find: Lookup) -> Page:
    """What there is to download: of files that are made for each briefing or source, how many."""
    corpus = find.corpus
    sources = [witness.source.id for one in corpus.briefings for witness in one.witnesses]
    newest = next(iter(find.briefings), "")
    words = say.data_page
    collections = [
        _collection(interface.section("briefings").title, "briefings/<slug>.json", newest,
                    len(find.briefings)),
        _collection(words.plain_text, "briefings/<slug>.txt", newest, len(find.briefings)),
        _collection(words.texts, "texts/<id>.txt", sources[0] if sources else "",
                    len(sources)),
        _collection(words.tei, urls.tei_file("<slug>"), newest, len(find.briefings)),
        _collection(words.akn, urls.akn_file("<slug>"), newest,
                    len(find.briefings)),
        _collection(words.sources, "sources/<id>.json", sources[0] if sources else "",
                    len(sources)),
        *(_books(form, newest, len(find.briefings)) for form, _ in find.books.get(newest, ())),
    ]  # fmt: skip
    description = say.data_page.description
    days = [one.date or "" for one in corpus.briefings]
    return find.page(
        urls.DATA,
        "data.md.j2",
        interface.section("data").title,
        description,
        "data",
        linked_data=dataset(description, days, find),
        **context_of(
            DataPage(
                list(find.site.tables),
                list(find.site.flat),
                [one for one in collections if one.count],
                _doors(find),
                list(find.site.release),
                f"{find.site.repository}/releases" if find.site.repository else None,
            )
        ),
    )


def _doors(find: Lookup) -> list[Door]:
    """Files at the site's root that lead programs and readers of feeds to what is there."""
    feed = find.site.feed
    newest = find.site.limits.feed
    words = say.data_page
    listed = [
        (feed, words.feed(number=newest)),
        (feed and urls.CORRECTIONS_FEED,
         words.corrections_feed(number=newest)),
        (feed and urls.NOTES_FEED, words.notes_feed(number=newest)),
        (urls.SITEMAP, words.sitemap),
        (urls.ROBOTS, words.robots),
        (urls.LLMS, words.llms),
        (find.site.url and urls.SEARCH_DESCRIPTION,
         words.search_description),
    ]  # fmt: skip
    return [Door(url, about) for url, about in listed if url]


def _collection(title: str, pattern: str, key: str, count: int) -> Collection:
    """Files of one kind: the pattern of their addresses, with one of them as an example."""
    before, _, after = pattern.partition("<")
    example = urls.data_url(f"{before}{quote(key)}{after.partition('>')[2]}")
    return Collection(title, urls.data_url(pattern), example, count)


def _books(form: str, key: str, count: int) -> Collection:
    """Briefings as books of one form, which stand beside their pages."""
    title = say.data_page.books(form=form.upper())
    return Collection(title, urls.book_url("<slug>", form), urls.book_url(key, form), count)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What `search.md.j2` shows where it cannot search: the indexes."""

    indexes: list[Link]


def search_page(find: Lookup) -> Page:
    """The search; its indexes are for browsers that run no modules."""
    corpus = find.corpus
    words = say.search_page
    indexes = (
        (words.briefings, urls.BRIEFINGS, corpus.briefings),
        (words.speakers, urls.SPEAKERS, corpus.people),
        (words.outlets, urls.OUTLETS, corpus.outlets),
        (words.topics, urls.TOPICS, corpus.topics),
        (words.sources, urls.SOURCES, corpus.briefings),
    )
    return find.page(
        find.site.search,
        "search.md.j2",
        interface.section("search").title,
        words.description,
        "search",
        **context_of(SearchPage([Link(title, url) for title, url, there in indexes if there])),
    )


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What `changes.md.j2` shows: changes, newest first."""

    changes: list[Context]


def changes_page(find: Lookup) -> Page:
    """What was corrected or added; of much the newest, and the way to each year."""
    parts = _parts(find)
    shown = newest(parts, find.site.limits.newest) if parts else _newest_first(find)
    return _changes(shown, hub(parts), find)


def changes_parts(find: Lookup) -> list[Pending]:
    """The changes of each year, where all are too many for one page."""
    make = partial(_changes, find=find)
    return part_pages(
        _parts(find),
        Link(interface.section("changes").title, urls.CHANGES),
        make,
        counting("change"),
    )


def _newest_first(find: Lookup) -> list[Change]:
    return sorted(find.corpus.changes, key=lambda one: one.date, reverse=True)


def _parts(find: Lookup) -> tuple[Part[Change], ...]:
    most = find.site.limits.changes
    return by_year(_newest_first(find), urls.CHANGES, lambda one: one.date, most, find)


def _changes(shown: Sequence[Change], paging: Paging, find: Lookup) -> Page:
    changes = [
        {
            "date": wording.date_words(one.date),
            "text": one.text,
            "briefing": find.briefing_link(one.briefing)
            if one.briefing in find.briefings and one.briefing
            else None,
        }
        for one in shown
    ]
    return find.page(
        urls.CHANGES,
        "changes.md.j2",
        interface.section("changes").title,
        say.changes.description,
        "changes",
        **context_of(ChangesPage(changes), paging),
    )


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What `about.md` shows beside its own words: what editors say of this collection, whether
    there is a report of doubts, and where a tutorial is."""

    about: list[list[dict[str, str | None]]]
    report: bool
    tutorial: str | None


def about_page(corpus: Corpus, site: SiteInfo) -> Page:
    """The page that is written by hand, with what editors say of this collection."""
    tutorial = f"{site.repository}/{_TUTORIAL}" if site.repository else None
    context = context_of(AboutPage(plain(site.about), bool(corpus.report.sources), tutorial))
    return Page(path="about.md", url=urls.ABOUT, template="about.md", context=context)
