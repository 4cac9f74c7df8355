"""Requirements of RFC 4287 for Atom feeds, as far as our feeds use it."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit
from xml.etree import ElementTree

_NS = "{http://www.w3.org/2005/Atom}"
_ONCE_IN_FEED = ("id", "title", "updated")
_ONCE_IN_ENTRY = ("id", "title", "updated")
_AT_MOST_ONCE = ("subtitle", "summary", "published", "generator", "icon", "logo", "rights")
_KNOWN = {*_ONCE_IN_FEED, *_AT_MOST_ONCE, "author", "link", "entry", "category", "contributor"}
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")


def atom_faults(text: str) -> list[str]:
    """Return the faults of a feed (sections 4.1.1, 4.1.2, 3.2, 3.3 and 4.2 of the RFC)."""
    feed = ElementTree.fromstring(text.encode())  # noqa: S314 - our own
    faults = [] if feed.tag == f"{_NS}feed" else [f"the root is {feed.tag}"]
    entries = feed.findall(f"{_NS}entry")
    for n, element in enumerate((feed, *entries)):
        where = f"entry {n}" if n else "feed"
        found = Counter(child.tag.removeprefix(_NS) for child in element)
        once = _ONCE_IN_ENTRY if n else _ONCE_IN_FEED
        faults += [f"{where}: {found[name]} {name}" for name in once if found[name] != 1]
        faults += [f"{where}: {found[name]} {name}" for name in _AT_MOST_ONCE if found[name] > 1]
        faults += [f"{where}: {name} is no element of Atom" for name in found.keys() - _KNOWN]
        if not found["author"] and not (n and feed.find(f"{_NS}author") is not None):
            faults.append(f"{where}: has no author")
        links = [
            (one.get("rel", "alternate"), one.get("type"), one.get("hreflang"))
            for one in element.findall(f"{_NS}link")
        ]
        faults += [
            f"{where}: two links {one}" for one, times in Counter(links).items() if times > 1
        ]
        if n and "alternate" not in [rel for rel, _, _ in links]:
            faults.append(f"{where}: has no content and no link to it")
        faults += _values(where, element)
    ids = Counter(one.findtext(f"{_NS}id") for one in entries)
    faults += [f"the id {id_} stands {times} times" for id_, times in ids.items() if times > 1]
    days = [one.findtext(f"{_NS}updated") or "" for one in entries]
    if days != sorted(days, reverse=True):
        faults.append("entries are not newest first")
    if days and feed.findtext(f"{_NS}updated") != days[0]:
        faults.append("the feed is not updated when its newest entry is")
    return faults


def _values(where: str, element: ElementTree.Element) -> list[str]:
    faults = []
    for name in ("updated", "published"):
        value = element.findtext(f"{_NS}{name}")
        if value is not None and not _INSTANT.fullmatch(value):
            faults.append(f"{where}: {name} {value!r} is no date of RFC 3339")
    if not urlsplit(element.findtext(f"{_NS}id") or "").scheme:
        faults.append(f"{where}: its id is no IRI")
    if not (element.findtext(f"{_NS}title") or "").strip():
        faults.append(f"{where}: its title is empty")
    authors = element.findall(f"{_NS}author")
    names = [author.findtext(f"{_NS}name") for author in authors]
    return faults + [f"{where}: an author has no name" for name in names if not name]
