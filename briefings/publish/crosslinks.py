"""Checks internal links: each must lead to a page, a place on a page, or a file.

MkDocs does not check links in finished HTML. Links are stored per page as numbers, so that a build
checks only pages that were made again, unless a possible target has disappeared.
"""

from __future__ import annotations

import html
import posixpath
import re
from array import array
from collections.abc import Collection, Iterable, Iterator

from briefings import urls
from briefings.engine.keys import number_of
from briefings.problems import Problems

from .pagestore import PageStore
from .skeletons import SplitPage, join

_HREF = re.compile(r'\shref="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_HEADING_ID = re.compile(r"\{: #(\S+) \}$", re.MULTILINE)
_AT_ONCE = 1_000_000
_SHOWN = 5


def ids(page_parts: SplitPage, url: str) -> array[int]:
    """Numbers for the addresses that a page provides: its own and those of its places.

    A place on part of a long list is linked at the address of the whole list, whose script forwards
    to it (see `views.paging`).
    """
    places = [html.unescape(place) for place in _found(_ID, page_parts, url)]
    pages = dict.fromkeys((url, urls.list_url(url)))
    return _numbers((url, *(f"{page}#{place}" for page in pages for place in places)))


def links(page_parts: SplitPage, url: str) -> array[int]:
    """Numbers for the addresses to which a page links, each once."""
    return _numbers(dict.fromkeys(_targets(page_parts, url)))


def check(store: PageStore, files: Iterable[str], problems: Problems) -> None:
    """Reports links that lead nowhere, on the pages whose links need checking.

    `files` are the paths of all files of the site that are not pages.
    """
    known = set(files)
    lost: set[str] = set()
    for batch in _some_at_a_time(store):
        lost |= _with_lost_links(store, batch, known)
    to_report = _SHOWN
    for url in sorted(lost):
        page_parts = store.split_page(url)
        targets = dict.fromkeys(_targets(page_parts, url)) if page_parts else ()
        for target in targets:
            if to_report and not _stands(store, target, known):
                to_report -= 1
                problems.warning(
                    "broken-link", f"page {url or '/'}", f"leads to {target!r}, which is not there",
                    "see the template that makes the page",
                )  # fmt: skip
    store.set_checked(lost)


def _some_at_a_time(store: PageStore) -> Iterator[dict[str, array[int]]]:
    """The links to check, by page, in batches that fit in memory."""
    batch: dict[str, array[int]] = {}
    count = 0
    for url, targets in store.links_to_check():
        batch[url] = targets
        count += len(targets)
        if count > _AT_ONCE:
            yield batch
            batch, count = {}, 0
    yield batch


def _with_lost_links(
    store: PageStore, pages: dict[str, array[int]], files: Iterable[str]
) -> set[str]:
    """The pages that have a link without a target."""
    wanted = {number for targets in pages.values() for number in targets}
    if not wanted:
        return set()
    wanted.difference_update(_numbers(files))
    for known in store.all_ids():
        wanted.difference_update(known)
    return {url for url, targets in pages.items() if not wanted.isdisjoint(targets)}


def _stands(store: PageStore, target: str, files: Collection[str]) -> bool:
    number = number_of(target)
    return target in files or any(number in known for known in store.all_ids())


def _targets(page_parts: SplitPage, url: str) -> Iterator[str]:
    """Addresses within the site to which a page links, relative to the site's root."""
    resolved: dict[str, str] = {"": url}
    for href in dict.fromkeys(_found(_HREF, page_parts, url)):
        if href.startswith("#"):
            yield url + html.unescape(href) if len(href) > 1 else url
            continue
        link = html.unescape(href)
        if _SCHEME.match(link) or link.startswith("/"):
            continue
        path, hash_, fragment = link.partition("#")
        path = path.partition("?")[0]
        target = resolved.get(path)
        if target is None:
            target = resolved[path] = _resolved(path, url)
        yield f"{target}#{fragment}" if hash_ and fragment else target


def _resolved(path: str, url: str) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path))
    if target == ".":
        return ""
    return f"{target}/" if path.endswith(("/", "..", ".")) else target


def _found(pattern: re.Pattern[str], page_parts: SplitPage, url: str) -> list[str]:
    """All matches of a pattern in the page's own HTML, including headings with an id."""
    matches: list[str] = pattern.findall(
        join(_HEADING_ID.sub(r' id="\1"', page_parts.skeleton), page_parts, url)
    )
    return matches


def _numbers(addresses: Iterable[str]) -> array[int]:
    return array("Q", map(number_of, addresses))
