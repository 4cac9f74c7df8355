"""Addresses and links from page to page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings import urls
from briefings.model import Place


def test_a_place_is_a_passage_or_a_line() -> None:
    assert urls.place_url(Place("b", "003", "t1p1", 4)) == "briefings/b/#t1p1"
    assert urls.place_url(Place("b", "003", None, 4)) == "sources/003/#L4"


_PAGES = st.sampled_from(
    ["", "about/", "briefings/a/", "briefings/b/", "speakers/a-b/", "sources/003/"]
)


@given(_PAGES, _PAGES, st.sampled_from(["", "#t1p1"]))
def test_a_relative_link_leads_to_its_target_under_any_subpath(
    target: str, page: str, fragment: str
) -> None:
    for root in ("https://example.org/", "https://example.org/some/sub/"):
        link = urls.relative(target + fragment, page)
        assert not link.startswith("/")
        assert urljoin(root + page, link) == root + target + fragment


def test_a_file_is_linked_without_a_slash_at_its_end() -> None:
    assert urls.relative("data/briefings/a.json", "briefings/a/") == ("../../data/briefings/a.json")


@pytest.mark.parametrize(
    ("url", "page", "link"),
    [
        ("a/", "a/", "./"), ("a/#x", "a/", "#x"), ("", "a/b/", "../../"), ("a/b/", "a/c/", "../b/"),
        ("a/", "a/b/", "../"), ("a/b/", "a/", "b/"), ("b/#x", "", "b/#x"),
        ("a/b/c/", "a/b/d/", "../c/"),
        ("data/x.json", "a/", "../data/x.json"), ("b/a/", "a/a/", "../../b/a/"),
    ],
)  # fmt: skip
def test_links_from_page_to_page(url: str, page: str, link: str) -> None:
    assert urls.relative(url, page) == link
