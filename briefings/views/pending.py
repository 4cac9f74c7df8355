"""Pages that are still to be made, each by itself: one that fails says so, the others are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefings.isolation import PAGE, Part, attempt
from briefings.model.page import UNMADE, Page
from briefings.problems import Problems

from .lookup import Lookup


@dataclass(frozen=True, slots=True)
class Pending:
    """A page to be made: its address and title are known before."""

    url: str
    title: str
    make: Callable[[], Page]


def made(pending: Pending, find: Lookup, problems: Problems | None) -> Page:
    """The page; where it cannot be made, one at its address that says so."""
    instead = find.page(pending.url, UNMADE, pending.title, "This page could not be made.", "index")
    return attempt(PAGE, Part(f"page {pending.url or '/'}"), pending.make, instead, problems)
