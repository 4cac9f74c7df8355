"""Make the pages of the site: a plain context for each page, and the sections of the navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from briefings import urls
from briefings.interface import say
from briefings.model import Corpus, FormerPage
from briefings.model.page import Page, Piece, SiteInfo
from briefings.problems import Problems

from .gone import gone_page
from .home import home_page
from .lookup import Lookup
from .pending import Pending, made
from .sections import SECTIONS, crumbs, for_theme, navigation
from .site import about_page

__all__ = [
    "Lookup",
    "Pending",
    "about_page",
    "for_theme",
    "gone_page",
    "gone_pages",
    "hand_written",
    "navigation",
    "pending_pages",
    "pieces",
    "views",
]


def pending_pages(find: Lookup, corpus: Corpus) -> Iterator[Pending]:
    """Yield every generated page of the site as a `Pending`, in navigation order.

    Sections that have no content in this corpus get no pages.
    """
    yield Pending("", find.site.name, partial(home_page, find))
    for section in SECTIONS:
        if section.holds(corpus):
            above = tuple(crumbs(section))
            if section.index:
                make = partial(section.index, find)
                yield Pending(section.url, section.title, make, crumbs=above)
            below = (*above, section.link)
            for pending in section.pages(find):
                yield replace(pending, of_texts=section.of_texts, crumbs=below)


def pieces(
    find: Lookup, corpus: Corpus
) -> Iterator[tuple[str, bool, Callable[[], Iterable[Piece]]]]:
    """Yield the data files that the scripts of long pages load: table rows, and the positions of
    ids.

    Each item is the URL of a section, whether its files depend on the texts alone, and a callable
    that makes the files.
    """
    for section in SECTIONS:
        if section.holds(corpus):
            yield section.url, section.of_texts, partial(section.files, find)


def hand_written(find: Lookup) -> Pending:
    """Return the hand-written page (About), which includes text by the editors of a site."""
    return Pending(urls.ABOUT, "", partial(about_page, find.corpus, find.site), path="about.md")


def gone_pages(
    find: Lookup, gone: Sequence[FormerPage], titles: Mapping[str, str]
) -> Iterator[Pending]:
    """Yield a page for each published page that no longer exists and has no successor."""
    for former in gone:
        nearest = {url: titles[url] for url in former.nearest}
        make = partial(gone_page, former, find.site, nearest)
        yield Pending(former.page, say.about_pages.page_gone, make, given=(former, nearest))


def views(corpus: Corpus, site: SiteInfo, problems: Problems | None = None) -> tuple[Page, ...]:
    """Return all generated pages of the site, rendered to contexts.

    If a page cannot be made, it says so and the error is added to `problems`; without `problems`
    the exception is raised.
    """
    find = Lookup(corpus, site)
    return tuple(made(page, find, problems) for page in pending_pages(find, corpus))
