"""Addresses that moved within a page, and pages for addresses without a successor."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from briefings import wording
from briefings.interface import say
from briefings.model import FormerPage
from briefings.model.page import Page, SiteInfo

from .links import Link
from .lookup import Lookup
from .paging import context_of

FIRST_WORDS = 160


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """A former fragment of a page, its present address if any, and its first words."""

    id: str
    url: str | None
    words: str


def former_addresses(
    page: str, find: Lookup, existing: Collection[str] = ()
) -> list[FormerAddress]:
    """Return the former fragments of a page with their present addresses.

    Entries in `redirects.yml` take precedence over those found by the build. Ids in `existing`
    still exist on the page and are left out.
    """
    by_hand = find.redirected(page)
    addresses = {
        former.fragment: FormerAddress(
            id=former.fragment, url=former.url, words=_first_words(former.words)
        )
        for former in find.former.get(page, ())
    }
    for fragment, url in by_hand.items():
        words = addresses[fragment].words if fragment in addresses else ""
        addresses[fragment] = FormerAddress(id=fragment, url=url, words=words)
    return [address for id_, address in addresses.items() if id_ not in existing]


@dataclass(frozen=True, slots=True)
class GonePart:
    """A former part of the page: its id and first words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class GonePage:
    """The context of `gone.md.j2`: the page's title, links to related pages, and its parts by
    id."""

    title: str
    nearest: list[Link]
    parts: list[GonePart]


def gone_page(former: FormerPage, site: SiteInfo, titles: Mapping[str, str]) -> Page:
    """Return a page that says what was at an address and links to the nearest pages."""
    title = say.about_pages.page_gone
    meta = {
        "title": title,
        "description": say.about_pages.was_here(title=former.title),
        "kind": "gone",
    }
    return Page(
        path=f"{former.page}index.md",
        url=former.page,
        template="gone.md.j2",
        context={
            "meta": meta,
            "linked_data": None,
            "site": {"name": site.name, "search": site.search},
            **context_of(
                GonePage(
                    former.title,
                    [Link(titles[url], url) for url in former.nearest],
                    [GonePart(part.fragment, _first_words(part.words)) for part in former.parts],
                )
            ),
        },
    )


def _first_words(words: str) -> str:
    return wording.clip(words, FIRST_WORDS)
