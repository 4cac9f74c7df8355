"""The Atom feed and the pages at old addresses."""

from __future__ import annotations

import dataclasses
from xml.etree import ElementTree

from briefings.model.page import SiteInfo
from briefings.publish import feeds

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

SITE = SiteInfo("Briefings & more", "All of them", "https://example.org/sub/")
NS = {"a": "http://www.w3.org/2005/Atom"}


def _feed(site: SiteInfo = SITE) -> ElementTree.Element:
    return ElementTree.fromstring(feeds.atom(CORPUS, site).encode())  # noqa: S314


def test_the_feed_lists_briefings_newest_first_and_the_undated_last() -> None:
    links = [link.get("href") for link in _feed().findall("a:entry/a:link", NS)]
    assert links == [
        f"https://example.org/sub/briefings/{FISH}/",
        f"https://example.org/sub/briefings/{UNDATED}/",
    ]


def test_an_entry_is_updated_by_the_newest_of_event_publication_and_correction() -> None:
    entry = _feed().find("a:entry", NS)
    assert entry is not None
    assert entry.findtext("a:updated", None, NS) == "2021-06-01T00:00:00Z"
    assert entry.findtext("a:published", None, NS) == "2021-05-04T00:00:00Z"
    assert entry.findtext("a:summary", None, NS) == "With Ada Chair, Bo Fisher, Cy Net."


def test_ids_stay_when_the_site_moves() -> None:
    elsewhere = _feed(dataclasses.replace(SITE, url="https://example.net/"))
    ids = [entry.findtext("a:id", None, NS) for entry in elsewhere.findall("a:entry", NS)]
    assert ids == [entry.findtext("a:id", None, NS) for entry in _feed().findall("a:entry", NS)]
    assert len(set(ids)) == 2


def test_a_title_with_forbidden_characters_leaves_the_feed_readable() -> None:
    first = dataclasses.replace(CORPUS.briefings[0], title="A\x0b\x00<b> & \x1b]")
    corpus = dataclasses.replace(CORPUS, briefings=(first,))
    feed = ElementTree.fromstring(feeds.atom(corpus, SITE).encode())  # noqa: S314
    assert feed.findtext("a:entry/a:title", None, NS) == "A <b> & ]"


def test_a_corpus_without_briefings_has_a_feed() -> None:
    feed = ElementTree.fromstring(feeds.atom(EMPTY, SITE).encode())  # noqa: S314
    assert feed.findtext("a:updated", None, NS) == "1970-01-01T00:00:00Z"


def test_the_newest_day_is_a_full_date_of_the_corpus() -> None:
    assert feeds.newest_date(CORPUS) == "2021-06-01"
    assert feeds.newest_date(EMPTY) == "1970-01-01"
