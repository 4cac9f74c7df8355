"""Describes texts of a briefing and pages of the site as citable works."""

from __future__ import annotations

import re
from dataclasses import replace

from briefings import ids, urls, wording
from briefings.attribution import Attribution
from briefings.languages import Language, language_of
from briefings.languages.names import NAME, family_of
from briefings.model import Briefing, Witness
from briefings.model.page import SiteInfo

from . import dates
from .model import Name, Text, fold

_WORDS = 2  # minimum number of words in a byline's name
_NAME = re.compile(rf"{NAME}(?=\s+(?:in|at|for|from)\b|$)")


def cited_text(
    briefing: Briefing, witness: Witness, attribution: Attribution, site: SiteInfo
) -> Text:
    """A text of a briefing; addresses are absolute if the site's is known, otherwise left out."""
    settings = witness.settings
    host = briefing.host or ""
    publisher = attribution.publisher or ""
    if witness.kind == "article":
        authors = bylined(witness.byline or "", publisher, language_of(witness.language))
        organization = publisher
    else:
        authors = ()
        organization = host or publisher
    if not authors and organization:
        authors = (Name(fold(organization)),)
    source = witness.source.id
    fragment = "" if attribution.primary else ids.text_id(source)
    return Text(
        key=f"{briefing.slug}-{ids.slug(source)}",
        kind=witness.kind,
        title=_title(
            witness.title or briefing.title,
            by_editors=witness.title_by_editors or not witness.title,
        ),
        authors=authors,
        host=fold(host),
        event=_event(briefing),
        held=briefing.date or "",
        place=fold(briefing.place or ""),
        publisher=fold(publisher),
        issued=_issued(attribution.published or "", briefing.date or ""),
        quality=wording.QUALITIES[attribution.quality] if attribution.quality else "",
        original=witness.url or settings.url or "",
        archived=settings.archived or "",
        source=source,
        site=fold(site.name),
        url=absolute(urls.briefing_url(briefing.slug, fragment), site),
    )


def cited_page(
    title: str, url: str, site: SiteInfo, key: str, briefing: Briefing | None = None
) -> Text:
    """A page of the site and, if it is about one, its briefing.

    `url` is relative to the site's root.
    """
    page = Text(
        key=key, kind="page", title=fold(title), site=fold(site.name), url=absolute(url, site)
    )
    if briefing is None:
        return page
    event = _event(briefing)
    return replace(
        page,
        title=event if title == briefing.title else page.title,
        host=fold(briefing.host or ""),
        event=event,
        held=briefing.date or "",
        place=fold(briefing.place or ""),
        issued=briefing.date or "",
    )


def absolute(url: str, site: SiteInfo) -> str:
    """The absolute address of a page; "" if the site's address is not known."""
    return f"{site.url}{url}" if site.url else ""


def bylined(byline: str, publisher: str, language: Language) -> tuple[Name, ...]:
    """The people named as authors in the byline of an article.

    >>> english = language_of("en")
    >>> [one.name for one in bylined("By Ann Lee and Bo Fisher, Daily Net", "Daily Net", english)]
    ['Ann Lee', 'Bo Fisher']
    >>> bylined("Translated by Ann Lee", "", english)
    ()
    """
    front = language.front
    authors = []
    for part in front.between_authors.split(fold(byline)):
        if front.not_author.match(part):
            continue
        match = _NAME.match(front.before_author.sub("", part))
        if match and match[0] != publisher and len(match[0].split()) >= _WORDS:
            authors.append(Name(match[0], family_of(match[0])))
    return tuple(authors)


def _event(briefing: Briefing) -> str:
    """The briefing's name; if no text names it, a title in brackets, like other titles
    by editors.
    """
    titles = [witness.title for witness in briefing.witnesses]
    by_editors = briefing.title_by_editors or not any(titles)
    return _title(briefing.title, by_editors=by_editors)


def _title(title: str, *, by_editors: bool) -> str:
    """A title, in square brackets if the editors supplied it."""
    return f"[{fold(title)}]" if by_editors else fold(title)


def _issued(published: str, held: str) -> str:
    """The day of publication; if unknown, the event's, which also supplies a missing year."""
    if not published:
        return held
    year, month, day = dates.parts(published)
    if year is None and dates.parts(held)[1:] == (month, day):
        return held
    return published
