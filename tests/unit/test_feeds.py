"""The Atom feed and the pages at old addresses."""

from __future__ import annotations

import dataclasses
from xml.etree import ElementTree

from briefings.model.page import SiteInfo
from briefings.publish import feeds

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

SITE = SiteInfo("Briefings & more", "All of them", "https://example.org/sub/")
NS = {"a": "http://www.w3.org/2005/Atom"}
FISH_TEXTS = (
    "Texts: Transcript, Ministry of Fish, 4 May 2021, official translation; "
    "Daily Net, 5 May 2021, rewritten."
)


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
    assert entry.findtext("a:summary", None, NS) == (
        f"With Ada Chair, Bo Fisher, Cy Net. {FISH_TEXTS}"
    )


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


def test_a_feed_names_itself_its_site_and_its_author() -> None:
    site = dataclasses.replace(SITE, feed="feed.xml")
    feed = _feed(site)
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", NS)}
    assert links == {
        "self": "https://example.org/sub/feed.xml",
        "alternate": "https://example.org/sub/",
    }
    assert feed.findtext("a:title", None, NS) == "Briefings & more"
    assert feed.findtext("a:subtitle", None, NS) == "All of them"
    assert feed.findtext("a:author/a:name", None, NS) == "Briefings & more"
    assert feed.findtext("a:updated", None, NS) == "2021-06-01T00:00:00Z"
    bare = _feed(SiteInfo("Briefings"))
    assert bare.find("a:subtitle", NS) is None
    assert [link.get("href") for link in bare.findall("a:link", NS)] == ["feed.xml", "./"]


def test_a_day_without_its_year_is_no_date_of_an_entry_and_nobody_is_named() -> None:
    undated = _feed().findall("a:entry", NS)[1]
    assert undated.find("a:published", NS) is None
    assert undated.findtext("a:summary", None, NS) == "Text: Article, 10 January (year not given)."
    assert undated.findtext("a:updated", None, NS) == "1970-01-01T00:00:00Z"


def test_who_is_only_named_in_running_text_is_not_in_the_summary() -> None:
    listed = dataclasses.replace(CORPUS.briefings[0].participants[0], listed=False)
    first = dataclasses.replace(
        CORPUS.briefings[0], participants=(listed, *CORPUS.briefings[0].participants[1:])
    )
    corpus = dataclasses.replace(CORPUS, briefings=(first,), changes=())
    feed = ElementTree.fromstring(feeds.atom(corpus, SITE).encode())  # noqa: S314
    assert feed.findtext("a:entry/a:summary", None, NS) == f"With Bo Fisher, Cy Net. {FISH_TEXTS}"
    # Without a correction the newest is the day on which a text was published.
    assert feed.findtext("a:entry/a:updated", None, NS) == "2021-05-05T00:00:00Z"
