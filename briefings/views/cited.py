"""Citations on a page: the text in each style, and data for the page's script."""

from __future__ import annotations

import json
from dataclasses import dataclass

from briefings import cite
from briefings.cite.describing import cited_page
from briefings.interface import say
from briefings.model.page import SiteInfo


@dataclass(frozen=True, slots=True)
class CitationForm:
    """A citation in one style."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in each style.

    `source` is the id of its text, and `data` what a script needs to write it anew.
    """

    title: str
    source: str | None
    data: str
    forms: list[CitationForm]


def citation(title: str, reference: cite.Reference) -> Citation:
    """Return a reference in each style, with the data from which a script can rebuild it."""
    return Citation(
        title=title,
        source=reference.text.source,
        data=packed(cite.data(reference)),
        forms=[
            CitationForm(style=style, text=write(reference)) for style, write in cite.STYLES.items()
        ],
    )


def page_citation(title: str, url: str, site: SiteInfo) -> Citation:
    """Return the citation of a page that is not about a single briefing; its key is its URL."""
    page = cited_page(title, url, site, url.strip("/").replace("/", "-"))
    return citation(say.citing_pages.page, cite.Reference(page))


def packed(value: object) -> str:
    """Serialize data as compact JSON for an HTML attribute."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
