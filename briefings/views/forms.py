"""Links to report mistakes and suggest notes: prefilled issue forms of the repository."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from briefings.interface import say
from briefings.model.page import SiteInfo


@dataclass(frozen=True, slots=True)
class FormLink:
    """A prefilled form, or None without a repository; `about` is then the quoted address of the
    page."""

    url: str | None
    about: str | None = None


def report_form(about: str, address: str, url: str, site: SiteInfo) -> FormLink:
    """Return where a reader reports a mistake, as `url`: the issue form with known fields filled
    in.

    Without a repository, `url` is None, and `about` is the quoted address of the page for the About
    page, which explains how to report mistakes.
    """
    form = _form("report-a-mistake.yml", say.reports.mistake(about=about), address, site)
    return FormLink(url=form, about=None if form else quote(url, safe=""))


def suggestion_form(about: str, address: str, site: SiteInfo) -> FormLink:
    """Return where a reader suggests a note; `url` is None without a repository."""
    return FormLink(url=_form("suggest-a-note.yml", say.reports.note(about=about), address, site))


def _form(template: str, title: str, address: str, site: SiteInfo) -> str | None:
    """Return the URL of a prefilled issue form, or None without a repository."""
    if not site.repository:
        return None
    fields = {"template": template, "title": title, "passage": address}
    filled = urlencode(fields, quote_via=quote)
    return f"{site.repository.rstrip('/')}/issues/new?{filled}"
