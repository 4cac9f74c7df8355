"""Pages to be made one by one; if one fails, it says so and the others are still made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypedDict

from briefings import interface
from briefings.interface import say
from briefings.isolation import PAGE, Part, attempt
from briefings.model.page import UNMADE, Page
from briefings.problems import Problems

from .linked_data import graph
from .lookup import Lookup


class Crumb(TypedDict):
    """One step of the breadcrumbs of a page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A page to be made, whose URL and title are already known.

    `make` reads the data of the page from `Lookup`; any other data on which it depends is in
    `given`. `of_texts` says that `given` depends on the texts alone (see `reads.reader_of`). `path`
    is the page's path below MkDocs' docs folder, if it differs from the URL. `crumbs` are the
    breadcrumbs below the navigation.
    """

    url: str
    title: str
    make: Callable[[], Page]
    path: str = ""
    given: object = None
    of_texts: bool = False
    crumbs: tuple[Crumb, ...] = ()


def made(pending: Pending, find: Lookup, problems: Problems | None) -> Page:
    """Make a page; if that fails, return a page at the same URL that says so.

    The error is added to `problems`, or raised if `problems` is None.
    """
    instead = unmade(pending, find)
    page = attempt(PAGE, Part(f"page {pending.url or '/'}"), pending.make, instead, problems)
    way = _crumbs(pending, page)
    data = graph(page.context.get("linked_data"), way, page.context.get("meta", {}), find)
    return replace(page, context={**page.context, "crumbs": way, "linked_data": data})


def _crumbs(pending: Pending, page: Page) -> list[Crumb]:
    """Return the breadcrumbs of a page, including the list or group to which it belongs."""
    steps = page.context.get("steps")
    within: list[Crumb] = [*pending.crumbs, *page.context.get("within", ())]
    if steps and steps.up.url not in (crumb["url"] for crumb in within):
        within.append({"title": steps.up.title, "url": steps.up.url})
    return within


def unmade(pending: Pending, find: Lookup) -> Page:
    """Return a page that says that it could not be made."""
    title = pending.title or interface.section("about").title
    return find.page(pending.url, UNMADE, title, say.about_pages.unmade, "index")
