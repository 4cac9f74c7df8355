"""The Atom feed of briefings."""

from __future__ import annotations

import re
import uuid
from xml.etree import ElementTree

from briefings import anchors, markup
from briefings.model import Briefing, Corpus
from briefings.model.page import SiteInfo
from briefings.origins import origins_of

_ATOM = "http://www.w3.org/2005/Atom"
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NOTHING_DATED = "1970-01-01"


def atom(corpus: Corpus, site: SiteInfo) -> str:
    """The feed: the newest briefings (`site.limits.feed` of them), newest first.

    Ids are made from a briefing's slug alone, so that they stay when the site moves to another
    host; dates come from the texts and from `changes.yml`, never from the clock.
    """
    dated = sorted(
        ((_updated(corpus, briefing), briefing) for briefing in corpus.briefings),
        key=lambda pair: (pair[0], pair[1].slug),
        reverse=True,
    )[: site.limits.feed]
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "id", _urn(site.url or site.name))
    _add(feed, "title", site.name)
    if site.description:
        _add(feed, "subtitle", site.description)
    _add(feed, "updated", _instant(dated[0][0] if dated else _NOTHING_DATED))
    author = ElementTree.SubElement(feed, "author")
    _add(author, "name", site.name)
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": site.url + (site.feed or "")})
    ElementTree.SubElement(feed, "link", {"rel": "alternate", "href": site.url or "./"})
    for updated, briefing in dated:
        _entry(feed, briefing, updated, site)
    ElementTree.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"


def newest_date(corpus: Corpus) -> str:
    """The newest day that the corpus names: what a build dates its files by."""
    return max(
        (_updated(corpus, briefing) for briefing in corpus.briefings), default=_NOTHING_DATED
    )


def _updated(corpus: Corpus, briefing: Briefing) -> str:
    days = [briefing.date, *(witness.published for witness in briefing.witnesses)]
    days += [change.date for change in corpus.changes if change.briefing == briefing.slug]
    return max((day for day in days if day and _FULL_DATE.fullmatch(day)), default=_NOTHING_DATED)


def _entry(feed: ElementTree.Element, briefing: Briefing, updated: str, site: SiteInfo) -> None:
    entry = ElementTree.SubElement(feed, "entry")
    _add(entry, "id", _urn(anchors.briefing_url(briefing.slug)))
    _add(entry, "title", briefing.title)
    href = site.url + anchors.briefing_url(briefing.slug)
    ElementTree.SubElement(entry, "link", {"rel": "alternate", "href": href})
    _add(entry, "updated", _instant(updated))
    if briefing.date and _FULL_DATE.fullmatch(briefing.date):
        _add(entry, "published", _instant(briefing.date))
    _add(entry, "summary", _summary(briefing))


def _summary(briefing: Briefing) -> str:
    """Who takes part, and which texts there are, each with its quality."""
    names = list(dict.fromkeys(one.name for one in briefing.participants if one.listed))
    texts = [one.words for one in origins_of(briefing).values()]
    told = [f"With {', '.join(names)}."] if names else []
    told.append(f"{'Texts' if len(texts) > 1 else 'Text'}: {'; '.join(texts)}.")
    return " ".join(told)


def _add(parent: ElementTree.Element, tag: str, value: str) -> None:
    ElementTree.SubElement(parent, tag).text = markup.clean(value)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"
