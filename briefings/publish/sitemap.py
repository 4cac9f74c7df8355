"""The sitemap for search engines: all pages, with dates if their content has any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urljoin
from xml.sax.saxutils import escape

from briefings import urls
from briefings.dating import newest, text_days
from briefings.grouping import by_key
from briefings.model import Briefing, Corpus, Place
from briefings.model.page import SiteInfo


def sitemap(pages: Iterable[str], days: Mapping[str, str], site: SiteInfo) -> str:
    """All pages (`pages` are relative to the site's root), with the days (ISO) of those that have
    one.

    A sitemap requires absolute addresses: if the site's is not known, it lists no page.
    """
    listed = [
        "    <url>\n"
        f"         <loc>{escape(urljoin(site.url, quote(url)))}</loc>\n"
        + (f"         <lastmod>{days[url]}</lastmod>\n" if url in days else "")
        + "    </url>\n"
        for url in sorted(pages, key=_order_of_folders)
        if site.url
    ]
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    )
    return f"{head}{''.join(listed)}</urlset>"


def page_days(corpus: Corpus) -> dict[str, str]:
    """The latest day on which the content of a page is known to have changed, by address.

    Known days are those of publication, of new editions, of notes, and of changes announced by
    editors. Pages about something undated (topics and terms, which editors do not date), and pages
    that show only undated texts, are left out.
    """
    days: dict[str, str | None] = {}
    of_texts: dict[str, str | None] = {}
    notes = by_key(
        (at.place.briefing, note.entry.date)
        for note in corpus.annotations.notes
        for at in note.places
    )
    changes = by_key((change.briefing or "", change.date) for change in corpus.changes)
    for briefing in corpus.briefings:
        texts = [newest(text_days(witness)) for witness in briefing.witnesses]
        for source, day in zip(briefing.sources, texts, strict=True):
            days[urls.source_url(source)] = day
        slug = briefing.slug
        of_texts[slug] = newest(texts)
        days |= dict.fromkeys(_compared(briefing), of_texts[slug])
        days[urls.briefing_url(slug)] = newest(
            [of_texts[slug], *notes.get(slug, ()), *changes.get(slug, ())]
        )
    for person in corpus.people:
        places = [*(place for _, place in person.turns), *person.mentions]
        places += [role.place for role in person.roles]
        places += [quoted.place for quoted in person.quoted]
        days[urls.speaker_url(person.id)] = _of_places(places, of_texts)
    for outlet in corpus.outlets:
        places = [place for _, place in outlet.questions]
        days[urls.outlet_url(outlet.id)] = _of_places(places, of_texts)
    days[urls.BRIEFINGS] = newest(of_texts.values())
    days[""] = newest(days.values())
    days[urls.NOTES] = newest(day for dates in notes.values() for day in dates)
    days[urls.CHANGES] = newest(day for dates in changes.values() for day in dates)
    return {url: day for url, day in days.items() if day}


def _compared(briefing: Briefing) -> list[str]:
    """The addresses of the pages that compare two texts of a briefing."""
    sources = briefing.sources
    pairs = [(source, other) for n, source in enumerate(sources) for other in sources[n + 1 :]]
    return [urls.compare_url(briefing.slug, pair) for pair in (None, *pairs)]


def _of_places(places: Iterable[Place], days: Mapping[str, str | None]) -> str | None:
    return newest(days.get(slug) for slug in {place.briefing for place in places})


def _order_of_folders(url: str) -> list[str]:
    return url.split("/")
