"""The way through the built site: header, drawer, breadcrumbs and footer say the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from briefings import interface
from tests.conftest import Built

HUBS = ["Briefings", "Numbers", "People", "Topics and terms", "Compare"]
PARTS = [
    "Indicators", "Figures", "Speakers", "Outlets", "Topics", "Terms", "Notes",
    "Texts side by side", "Discrepancies", "Set phrases", "Announcements", "Timeline of terms",
]  # fmt: skip


@cache
def _read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_bytes(), "lxml")


def _page(built: Built, url: str) -> BeautifulSoup:
    return _read(built.folder / url / "index.html")


def _below(built: Built, section: str) -> BeautifulSoup:
    """The first page below a section, by address."""
    return _read(min((built.folder / section).glob("*/index.html")))


def _current(page: BeautifulSoup, nav: str) -> dict[str, str]:
    """What is marked in a part of the navigation: "page", or "true" for what it stands in."""
    return {
        one.get_text(strip=True): str(one["aria-current"])
        for one in page.select(f"{nav} a[aria-current]")
    }


def _texts(links: list[Tag]) -> list[str]:
    return [one.get_text(strip=True) for one in links]


def test_the_header_has_five_parts_and_the_drawer_all_parts_of_them(built: Built) -> None:
    for path in built.folder.rglob("index.html"):
        page = _read(path)
        if page.select_one('meta[http-equiv="refresh"]'):
            continue  # what stands at an address that leads elsewhere
        assert _texts(page.select(".hubs a")) == HUBS, path
        assert _texts(page.select(".tree > ul > li > a")) == HUBS, path
        assert _texts(page.select(".tree li li a")) == PARTS, path


@pytest.mark.parametrize(
    ("section", "hub", "part"),
    [
        ("briefings", "Briefings", None),
        ("indicators", "Numbers", "Indicators"),
        ("speakers", "People", "Speakers"),
        ("terms", "Topics and terms", "Terms"),
        ("compare", "Compare", "Texts side by side"),
        ("formulas", "Compare", "Set phrases"),
    ],
)
def test_a_page_is_marked_by_the_parts_that_it_stands_in(
    built: Built, section: str, hub: str, part: str | None
) -> None:
    page = _below(built, section)
    assert _current(page, ".hubs") == {hub: "true"}
    assert _current(page, ".tree") == dict.fromkeys(filter(None, (hub, part)), "true")
    assert _texts(page.select(".crumbs a"))[:2] == [one for one in (hub, part) if one]


@pytest.mark.parametrize(
    ("url", "header", "drawer"),
    [
        ("numbers", {"Numbers": "page"}, {"Numbers": "page"}),
        ("compare", {"Compare": "page"}, {"Compare": "page"}),
        ("terms", {"Topics and terms": "true"}, {"Topics and terms": "true", "Terms": "page"}),
        ("data", {}, {}),
        ("", {}, None),
    ],
)
def test_the_page_that_one_is_on_is_marked(
    built: Built, url: str, header: dict[str, str], drawer: dict[str, str] | None
) -> None:
    page = _page(built, url)
    assert _current(page, ".hubs") == header
    if drawer is not None:
        assert _current(page, ".tree") == drawer
    assert not page.select(".crumbs") or url == "terms"


def test_the_foot_of_a_page_has_what_is_about_the_site(built: Built) -> None:
    foot = _texts(_page(built, "data").select(".foot a"))
    assert foot[:7] == [
        "How to read this site", "Check a quotation", "Data", "Sources",
        "How sure the texts are", "Changes", "About",
    ]  # fmt: skip
    assert _current(_page(built, "data"), ".foot") == {"Data": "page"}
    assert _current(_below(built, "sources"), ".foot") == {"Sources": "true"}


def test_a_page_that_is_not_there_leads_on(built: Built) -> None:
    missing = _read(built.folder / "404.html")
    assert _texts(missing.select(".hubs a")) == HUBS
    assert not missing.select(".hubs [aria-current], .tree [aria-current]")


def test_every_part_of_a_hub_has_a_live_example(built: Built) -> None:
    for url in ("numbers", "people", "topics-and-terms", "compare"):
        cards = _page(built, url).select(".hub-part")
        assert len(cards) > 1
        for card in cards:
            assert card.select(".example a[href]"), card.h2


def test_headings_and_the_navigation_use_the_same_words(built: Built) -> None:
    for url, name in (("formulas", "set-phrases"), ("report", "report"), ("speakers", "speakers")):
        heading = _page(built, url).h1
        assert heading
        assert heading.get_text(strip=True) == interface.section(name).title  # type: ignore[arg-type]
