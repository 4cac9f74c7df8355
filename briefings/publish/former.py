"""Published addresses that no longer have a page: each redirects, or says what is gone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from xml.etree import ElementTree

from rapidfuzz import fuzz, process

from briefings import ids, urls, wording
from briefings.interface import say
from briefings.model import Corpus, Editorial, Former, FormerPage
from briefings.model.page import SiteInfo
from briefings.problems import Problems

from .shapes import SCHEMA_VERSION

_POLICY = "default-src 'none'; script-src 'self'"
# The script keeps the fragment of the old address, which names a passage.
_SCRIPT = "assets/bundles/moved.js"
_NEAREST = 3
_NEAR = 60.0
_SHOWN = 160


def former_pages(
    corpus: Corpus, published: Mapping[str, str], pages: Mapping[str, str]
) -> tuple[FormerPage, ...]:
    """Every published page that no longer exists, by address.

    `published` and `pages` map the addresses of all published and all present pages to their
    titles. Redirects in `redirects.yml` take precedence over those found here.
    """
    by_hand = dict(corpus.redirects)
    parts: dict[str, list[Former]] = defaultdict(list)
    for part in corpus.former:
        if part.page not in pages:
            parts[part.page].append(part)
    gone = sorted({*published, *parts, *(old for old in by_hand if "#" not in old)} - pages.keys())
    moved = {page: home for page in gone if (home := _home(parts[page]))}
    names = _names(corpus, pages)
    pages_gone = []
    for page in gone:
        title = published.get(page, "")
        url = last(page, by_hand) if page in by_hand else None
        url = url or moved.get(page) or _renamed(page, title, names, moved, pages)
        nearest = () if url else tuple(_nearest(page, title, pages))
        pages_gone.append(FormerPage(page, title, url, nearest, tuple(parts[page])))
    return tuple(pages_gone)


def _home(parts: Sequence[Former]) -> str | None:
    """The page that now has most of what was on a page."""
    pages = Counter(part.url.partition("#")[0] for part in parts if part.url)
    return pages.most_common(1)[0][0] if pages else None


def _names(corpus: Corpus, pages: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """The page of each name, by section: titles, and other names of their subjects."""
    names: dict[tuple[str, str], str] = {}
    for url, title in pages.items():
        if title:
            names.setdefault((_section(url), title.casefold()), url)
    other_names = [
        *(
            (urls.speaker_url(person.id), name)
            for person in corpus.people
            for name in person.other_names
        ),
        *(
            (urls.outlet_url(outlet.id), name)
            for outlet in corpus.outlets
            for name in outlet.other_names
        ),
        *(
            (urls.term_url(term.entry.id), rendering.text)
            for term in corpus.annotations.terms
            for rendering in term.entry.renderings
        ),
    ]
    for url, name in other_names:
        names.setdefault((_section(url), name.casefold()), url)
    return names


def _renamed(
    page: str,
    title: str,
    names: Mapping[tuple[str, str], str],
    moved: Mapping[str, str],
    pages: Collection[str],
) -> str | None:
    """The page of the same name in the same section, or of the same part of what moved."""
    section, _, name = page.partition("/")
    if section == _section(urls.compare_url("")):
        briefing, _, texts = name.partition("/")
        home = moved.get(urls.briefing_url(briefing))
        if home:
            base = urls.compare_url(home.split("/")[1])
            return next((url for url in (base + texts, base) if url in pages), None)
    return names.get((section, title.casefold())) if title else None


def _nearest(page: str, title: str, pages: Mapping[str, str]) -> Iterator[str]:
    """The index of the section, after the pages in it with the most similar titles."""
    section = _section(page)
    titles = {url: name for url, name in pages.items() if _section(url) == section and name}
    index = f"{section}/"
    titles.pop(index, None)
    if title:
        similar = process.extract(
            title, titles, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_NEAREST
        )
        yield from (url for _, _, url in similar)
    if index in pages:
        yield index


def _section(url: str) -> str:
    return url.partition("/")[0]


def redirects(former: Sequence[FormerPage], site: SiteInfo) -> dict[str, str]:
    """The redirect files: their paths below `site/` and their texts."""
    files: dict[str, str] = {}
    for page in former:
        if page.url:
            files[f"{page.page}index.html"] = _redirect(page, page.url, site)
        files |= _data(page)
    return files


def _redirect(former: FormerPage, url: str, site: SiteInfo) -> str:
    link, script = (urls.relative(target, former.page) for target in (url, _SCRIPT))
    page = ElementTree.Element("html", {"lang": "en"})
    head = ElementTree.SubElement(page, "head")
    ElementTree.SubElement(head, "meta", {"charset": "utf-8"})
    ElementTree.SubElement(
        head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}
    )
    ElementTree.SubElement(head, "title").text = say.about_pages.moved
    ElementTree.SubElement(head, "meta", {"name": "robots", "content": "noindex"})
    if site.url:
        ElementTree.SubElement(head, "link", {"rel": "canonical", "href": site.url + url})
    ElementTree.SubElement(head, "meta", {"http-equiv": "refresh", "content": f"0; url={link}"})
    body = ElementTree.SubElement(page, "body")
    paragraph = ElementTree.SubElement(body, "p")
    paragraph.text = f"{say.about_pages.moved_to} "
    ElementTree.SubElement(paragraph, "a", {"href": link}).text = former.title or link
    if former.parts:
        items = ElementTree.SubElement(body, "ul")
        for part in former.parts:
            item = ElementTree.SubElement(items, "li", {"id": part.fragment})
            words = wording.clip(part.words, _SHOWN) or part.fragment
            if part.url:
                href = urls.relative(part.url, former.page)
                ElementTree.SubElement(item, "a", {"href": href}).text = words
            else:
                item.text = f"{say.about_pages.not_in_text}: {words}"
    ElementTree.SubElement(body, "script", {"src": script})
    ElementTree.indent(page)
    return "<!DOCTYPE html>\n" + ElementTree.tostring(page, "unicode", method="html") + "\n"


def _data(page: FormerPage) -> dict[str, str]:
    """What a program gets at the old address of the data of a briefing or source."""
    section, _, name = page.page.strip("/").partition("/")
    if section not in ("briefings", "sources") or not name:
        return {}
    new = page.url.partition("#")[0].strip("/") if page.url else None
    files = {}
    for suffix in ("json", "txt") if section == "briefings" else ("json",):
        moved_to = urls.data_url(f"{new}.{suffix}") if new else None
        if suffix == "json":
            record = {"schema_version": SCHEMA_VERSION, "gone": True, "moved_to": moved_to}
            text = json.dumps(record, sort_keys=True, indent=1) + "\n"
        else:
            text = f"Moved to {moved_to}\n" if moved_to else "No longer published.\n"
        files[urls.data_url(f"{section}/{name}.{suffix}")] = text
    return files


def check(corpus: Corpus, written: Editorial, pages: Collection[str], problems: Problems) -> None:
    """Reports each editors' redirect from an existing page, and each to a missing one.

    `pages` are the addresses of all pages, relative to the site's root.
    """
    moved = dict(written.redirects)
    places = {
        urls.briefing_url(briefing.slug, id_)
        for briefing in corpus.briefings
        for id_ in briefing.ids
    }
    places |= {
        urls.note_url(at.place.briefing, ids.note_place_id(note.entry.id, n))
        for note in corpus.annotations.notes
        for n, at in enumerate(note.places)
    }
    for (old, new), where in zip(written.redirects, written.redirect_wheres, strict=True):
        page, _, fragment = last(new, moved).partition("#")
        if "#" not in old and old in pages:
            problems.error_at(
                "redirect-of-a-page", where, f"'{old}' is a page of the site",
                "remove the redirect, or give the page another address",
            )  # fmt: skip
        if page not in pages:
            problems.error_at(
                "redirect-to-nowhere", where, f"'{old}' leads to '{new}', which is not a page",
                "give the address of an existing page",
            )  # fmt: skip
        elif fragment and page.startswith(urls.BRIEFINGS) and f"{page}#{fragment}" not in places:
            problems.error_at(
                "redirect-to-nowhere", where,
                f"'{old}' leads to '{new}', where '{fragment}' does not exist",
                "name a passage or a note of that page",
            )  # fmt: skip


def last(address: str, moved: Mapping[str, str]) -> str:
    """The final target of an address, if its target has moved as well."""
    passed: set[str] = set()
    while address in moved and address not in passed:
        passed.add(address)
        address = moved[address]
    return address
