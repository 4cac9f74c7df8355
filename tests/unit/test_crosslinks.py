"""Links within the site: what a page offers and leads to, and which links lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.engine.keys import number_of
from briefings.problems import Problems
from briefings.publish import crosslinks
from briefings.publish.pagestore import PageState, PageStore, opened
from briefings.publish.skeletons import split

STATE = PageState("t", "v", [], "s")
HEADING = "## Boats {: #boats }\n\n"


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[PageStore]:
    with opened(tmp_path / "pages.sqlite") as store:
        yield store


def put(store: PageStore, url: str, text: str) -> None:
    parts = split(text, url, f"{url}index.md")
    store.put(url, STATE, parts, crosslinks.ids(parts, url), crosslinks.links(parts, url))


def links(text: str, url: str = "terms/net/") -> set[int]:
    return set(crosslinks.links(split(text, url, f"{url}index.md"), url))


def numbers(*addresses: str) -> set[int]:
    return set(map(number_of, addresses))


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("", "terms/net/"), ("#a", "terms/net/#a"), ("#", "terms/net/"), ("../", "terms/"),
        ("../boat/", "terms/boat/"), ("../boat/#x", "terms/boat/#x"), ("../boat/#", "terms/boat/"),
        ("../../", ""), ("../..", ""), (".", "terms/net/"), ("../boat/?q=1#x", "terms/boat/#x"),
        ("../../data/a.json", "data/a.json"), ("../a&amp;b/", "terms/a&b/"), ("#a&amp;b",
        "terms/net/#a&b"),
    ],
)  # fmt: skip
def test_a_link_leads_to_an_address_from_the_root_of_the_site(href: str, target: str) -> None:
    assert links(f'<p><a href="{href}">x</a></p>\n') == numbers(target)


@pytest.mark.parametrize("href", ["https://example.org/", "mailto:a@b", "//other/", "/rooted/"])
def test_a_link_out_of_the_site_is_none_of_ours(href: str) -> None:
    assert links(f'<p><a href="{href}">x</a></p>\n') == set()


def test_a_page_offers_itself_its_places_and_its_headings() -> None:
    parts = split(f'{HEADING}<p id="a&amp;b">x</p>\n', "terms/net/", "terms/net/index.md")
    assert set(crosslinks.ids(parts, "terms/net/")) == numbers(
        "terms/net/", "terms/net/#a&b", "terms/net/#boats"
    )


def test_links_that_lead_nowhere_are_reported_with_their_page(store: PageStore) -> None:
    put(
        store,
        "terms/net/",
        '<p><a href="../boat/#boats">x</a><a href="../../data/a.json">x</a></p>\n',
    )
    put(
        store,
        "terms/boat/",
        f'{HEADING}<p><a href="../net/#gone">x</a><a href="../lost/">x</a></p>\n',
    )
    problems = Problems()
    crosslinks.check(store, ["data/a.json"], problems)
    assert [(one.path, one.message) for one in problems.warnings] == [
        ("page terms/boat/", "leads to 'terms/lost/', which is not there"),
        ("page terms/boat/", "leads to 'terms/net/#gone', which is not there"),
    ]
    # A page with a lost link is looked at in each build, the others only when they change.
    assert list(dict(store.links_to_check())) == ["terms/boat/"]
    again = Problems()
    crosslinks.check(store, ["data/a.json"], again)
    assert len(again.warnings) == 2
    assert not again.errors


def test_a_link_to_a_file_that_is_gone_is_found_where_all_are_doubted(store: PageStore) -> None:
    put(store, "", '<p><a href="data/a.json">x</a></p>\n')
    whole, unasked, doubted = Problems(), Problems(), Problems()
    crosslinks.check(store, ["data/a.json"], whole)
    crosslinks.check(store, [], unasked)
    store.doubt_all()
    crosslinks.check(store, [], doubted)
    assert (len(whole), len(unasked)) == (0, 0)
    assert [one.path for one in doubted] == ["page /"]


def test_of_many_lost_links_five_are_named(store: PageStore) -> None:
    listed = "".join(f'<a href="../lost-{n}/">x</a>' for n in range(9))
    put(store, "terms/net/", f"<p>{listed}</p>\n")
    problems = Problems()
    crosslinks.check(store, [], problems)
    assert len(problems.warnings) == 5


def test_links_are_checked_in_batches_that_fit_in_memory(
    store: PageStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crosslinks, "_AT_ONCE", 1)
    for n in range(5):
        put(store, f"terms/{n}/", f'<p><a href="../{n}/">x</a><a href="../lost-{n}/">x</a></p>\n')
    problems = Problems()
    crosslinks.check(store, [], problems)
    assert sorted(one.path for one in problems) == [f"page terms/{n}/" for n in range(5)]
