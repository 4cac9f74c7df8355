"""The codebook: every table and field of the published data, and recipes for using them."""

from __future__ import annotations

from dataclasses import dataclass

from briefings import urls
from briefings.interface import say
from briefings.model.codebook import Codebook, CodebookField, CodebookTable, Recipe
from briefings.model.page import Page

from .lookup import Lookup
from .paging import context_of
from .pending import Pending

TITLE = "Codebook"


@dataclass(frozen=True, slots=True)
class CodebookPage:
    """The context of `codebook.md.j2`; the types are described in `model.codebook`."""

    kinds: list[tuple[str, str]]
    ways: list[tuple[str, str]]
    shared: list[CodebookField]
    tables: list[CodebookTable]
    recipes: list[Recipe]


def codebook_pages(find: Lookup) -> list[Pending]:
    """Return the page of the codebook, or an empty list if the build has made no codebook."""
    codebook = find.site.codebook
    if codebook is None:
        return []
    return [Pending(urls.CODEBOOK, TITLE, lambda: _page(codebook, find), given=codebook)]


def _page(codebook: Codebook, find: Lookup) -> Page:
    return find.page(
        urls.CODEBOOK,
        "codebook.md.j2",
        TITLE,
        say.codebook.description,
        "data",
        **context_of(
            CodebookPage(
                list(codebook.kinds),
                list(codebook.ways),
                list(codebook.shared),
                list(codebook.tables),
                list(codebook.recipes),
            )
        ),
    )
