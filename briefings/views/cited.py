"""How what can be cited stands on a page: in each style, and as data for the page's script."""

from __future__ import annotations

import json
from typing import Any

from briefings import cite
from briefings.cite.describing import cited_page
from briefings.interface import say
from briefings.model.page import SiteInfo

Context = dict[str, Any]


def citation(title: str, reference: cite.Reference) -> Context:
    """A reference in each style, and as the data from which a script writes them anew."""
    return {
        "title": title,
        "source": reference.text.source,
        "data": packed(cite.data(reference)),
        "forms": [
            {"style": style, "text": write(reference)} for style, write in cite.STYLES.items()
        ],
    }


def page_citation(title: str, url: str, site: SiteInfo) -> Context:
    """A page of the site that is about no single briefing; its key is its address."""
    page = cited_page(title, url, site, url.strip("/").replace("/", "-"))
    return citation(say.citing_pages.page, cite.Reference(page))


def packed(value: object) -> str:
    """Data for an attribute that a script reads."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
