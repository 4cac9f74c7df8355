"""Citations on a page: the text in each style, and data for the page's script."""

from __future__ import annotations

import json
from typing import Any

from briefings import cite
from briefings.cite.describing import cited_page
from briefings.interface import say
from briefings.model.page import SiteInfo

Context = dict[str, Any]


def citation(title: str, reference: cite.Reference) -> Context:
    """Return a reference in each style, with the data from which a script can rebuild it."""
    return {
        "title": title,
        "source": reference.text.source,
        "data": packed(cite.data(reference)),
        "forms": [
            {"style": style, "text": write(reference)} for style, write in cite.STYLES.items()
        ],
    }


def page_citation(title: str, url: str, site: SiteInfo) -> Context:
    """Return the citation of a page that is not about a single briefing; its key is its URL."""
    page = cited_page(title, url, site, url.strip("/").replace("/", "-"))
    return citation(say.citing_pages.page, cite.Reference(page))


def packed(value: object) -> str:
    """Serialize data as compact JSON for an HTML attribute."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
