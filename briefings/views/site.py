"""Pages about the whole site: search, data, changes."""

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

from .annotated import ProseRun, plain
from .linked_data import dataset
from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending

_TUTORIAL = "blob/main/architecture/tutorial.md"


@dataclass(frozen=True, slots=True)
class Collection:
    """Files of one kind: the pattern of their URLs, an example, and their number."""

    title: str
    pattern: str
    example: str
    count: int


@dataclass(frozen=True, slots=True)
class Door:
    """A file at the root of the site that serves as an entry point for programs, with a
    description."""

    url: str
    about: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """The context of `data.md.j2`: collections of files, flat tables and fields.

    `doors` are feeds and other entry points for programs. `release` lists the files of a release
    with descriptions, and `releases` is the URL of the releases, if known.
    """

    tables: list[dict[str, Any]]
    flat: list[dict[str, Any]]
    collections: list[Collection]
    doors: list[Door]
    release: list[tuple[str, str]]
    releases: str | None


def data_page(find: Lookup) -> Page:
    """Return the page of downloads, with the number of files of each kind."""
    corpus = find.corpus
    sources = [witness.source.id for briefing in corpus.briefings for witness in briefing.witnesses]
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
    days = [briefing.date for briefing in corpus.briefings]
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
                [collection for collection in collections if collection.count],
                _doors(find),
                list(find.site.release),
                f"{find.site.repository}/releases" if find.site.repository else None,
            )
        ),
    )


def _doors(find: Lookup) -> list[Door]:
    """Return the files at the root of the site that are entry points for programs and feed
    readers."""
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
    """Return a collection of files; `key` is put into the pattern to make the example."""
    before, _, after = pattern.partition("<")
    example = urls.data_url(f"{before}{quote(key)}{after.partition('>')[2]}")
    return Collection(title, urls.data_url(pattern), example, count)


def _books(form: str, key: str, count: int) -> Collection:
    """Return the collection of briefings as books of one format."""
    title = say.data_page.books(form=form.upper())
    return Collection(title, urls.book_url("<slug>", form), urls.book_url(key, form), count)


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The context of `search.md.j2`: links to indexes, shown if the search cannot run."""

    indexes: list[Link]


def search_page(find: Lookup) -> Page:
    """Return the search page; its indexes are for browsers without JavaScript modules."""
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
        **context_of(SearchPage([Link(title, url) for title, url, extent in indexes if extent])),
    )


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A correction or addition."""

    date: str
    text: str
    briefing: BriefingLink | None


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The context of `changes.md.j2`: changes, newest first."""

    changes: list[ChangeRow]


def changes_page(find: Lookup) -> Page:
    """Return the page of corrections and additions; a long list is split by year."""
    parts = _parts(find)
    changes = newest(parts, find.site.limits.newest) if parts else _newest_first(find)
    return _changes(changes, hub(parts), find)


def changes_parts(find: Lookup) -> list[Pending]:
    """Return a page of changes for each year if one page cannot list them all."""
    make = partial(_changes, find=find)
    return part_pages(
        _parts(find),
        Link(interface.section("changes").title, urls.CHANGES),
        make,
        counting("change"),
    )


def _newest_first(find: Lookup) -> list[Change]:
    return sorted(find.corpus.changes, key=lambda change: change.date, reverse=True)


def _parts(find: Lookup) -> tuple[Part[Change], ...]:
    most = find.site.limits.changes
    return by_year(_newest_first(find), urls.CHANGES, lambda change: change.date, most, find)


def _changes(changes: Sequence[Change], paging: Paging, find: Lookup) -> Page:
    rows = [
        ChangeRow(
            date=wording.date_words(change.date),
            text=change.text,
            briefing=find.briefing_link(change.briefing)
            if change.briefing in find.briefings and change.briefing
            else None,
        )
        for change in changes
    ]
    return find.page(
        urls.CHANGES,
        "changes.md.j2",
        interface.section("changes").title,
        say.changes.description,
        "changes",
        **context_of(ChangesPage(rows), paging),
    )


@dataclass(frozen=True, slots=True)
class AboutPage:
    """The context of `about.md`: text by the editors of this collection, whether there is a report
    of doubts, and the URL of the tutorial."""

    about: list[list[ProseRun]]
    report: bool
    tutorial: str | None


def about_page(corpus: Corpus, site: SiteInfo) -> Page:
    """Return the hand-written page, with text by the editors of this collection."""
    tutorial = f"{site.repository}/{_TUTORIAL}" if site.repository else None
    context = context_of(AboutPage(plain(site.about), bool(corpus.report.sources), tutorial))
    return Page(path="about.md", url=urls.ABOUT, template="about.md", context=context)
