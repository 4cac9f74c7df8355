"""Pages that are still to be made, each by itself: one that fails says so, the others are made."""

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
    """One step on the way to a page."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Pending:
    """A page to be made: its address and title are known before.

    `make` reads what the page shows from `Lookup`; what it holds besides is `given`, which may
    depend on texts alone (`of_texts`, as for `reads.reader_of`).  `path` is where the page stands
    below MkDocs' folder of pages, if not at its address.  `crumbs` is the way to it from the
    navigation.
    """

    url: str
    title: str
    make: Callable[[], Page]
    path: str = ""
    given: object = None
    of_texts: bool = False
    crumbs: tuple[Crumb, ...] = ()


def made(pending: Pending, find: Lookup, problems: Problems | None) -> Page:
    """The page; where it cannot be made, one at its address that says so."""
    instead = unmade(pending, find)
    page = attempt(PAGE, Part(f"page {pending.url or '/'}"), pending.make, instead, problems)
    way = _crumbs(pending, page)
    data = graph(page.context.get("linked_data"), way, page.context.get("meta", {}), find)
    return replace(page, context={**page.context, "crumbs": way, "linked_data": data})


def _crumbs(pending: Pending, page: Page) -> list[Crumb]:
    """The way to a page, with what it stands within: a list of which it is a part, a group."""
    steps = page.context.get("steps")
    within: list[Crumb] = [*pending.crumbs, *page.context.get("within", ())]
    if steps and steps["up"]["url"] not in (one["url"] for one in within):
        within.append(steps["up"])
    return within


def unmade(pending: Pending, find: Lookup) -> Page:
    """A page that says that it could not be made."""
    title = pending.title or interface.section("about").title
    return find.page(pending.url, UNMADE, title, say.about_pages.unmade, "index")
