"""Where readers report mistakes and suggest notes: issue forms of the repository, filled in."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from briefings.interface import say
from briefings.model.page import SiteInfo


def report_form(about: str, address: str, url: str, site: SiteInfo) -> dict[str, Any]:
    """Where a reader reports a mistake, the form filled in as far as we know.

    Without a repository that takes reports the About page says what to do; it is told the
    address.
    """
    form = _form("report-a-mistake.yml", say.reports.mistake(about=about), address, site)
    return {"url": form, "about": None if form else quote(url, safe="")}


def suggestion_form(about: str, address: str, site: SiteInfo) -> dict[str, Any]:
    """Where a reader suggests a note; nowhere without a repository that takes suggestions."""
    return {"url": _form("suggest-a-note.yml", say.reports.note(about=about), address, site)}


def _form(template: str, title: str, address: str, site: SiteInfo) -> str | None:
    """An issue form of the repository with what it asks for filled in as far as we know."""
    if not site.repository:
        return None
    fields = {"template": template, "title": title, "passage": address}
    filled = urlencode(fields, quote_via=quote)
    return f"{site.repository.rstrip('/')}/issues/new?{filled}"
