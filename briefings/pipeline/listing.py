"""Lists every page of a site, and what was at addresses that no longer have one."""

from __future__ import annotations

from collections.abc import Iterable

from ..composing import written_by_hand
from ..gathering import Gathered
from ..model import FormerPage
from ..problems import Problems
from ..publish import former
from ..views import Lookup, Pending, gone_pages, pending_pages
from .options import ROOT


def all_pages(
    gathered: Gathered, find: Lookup, problems: Problems
) -> tuple[tuple[Pending, ...], tuple[FormerPage, ...]]:
    """Every page to be made, and what was at addresses that no longer have a page."""
    corpus = gathered.corpus
    pending = tuple(pending_pages(find, corpus))
    titles = titles_of(pending)
    former.check(corpus, gathered.editorial, titles, problems)
    pages = former.former_pages(corpus, gathered.registry.pages, titles)
    gone = [page for page in pages if not page.url]
    return (*pending, *gone_pages(find, gone, titles)), pages


def titles_of(pending: Iterable[Pending]) -> dict[str, str]:
    """The title of each page by its address, including hand-written ones."""
    return dict.fromkeys(written_by_hand(ROOT / "docs"), "") | {
        page.url: page.title for page in pending
    }
