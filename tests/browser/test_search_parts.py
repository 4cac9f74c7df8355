"""An index of several parts in the browser: what is fetched, what is counted, what comes later."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from briefings.publish.search import kept_or_indexed, merge_parts
from briefings.publish.search_parts import Part
from briefings.publish.search_record import Record
from briefings.publish.search_records import BriefingRecords
from tests.browser.conftest import Heard, listen, served
from tests.conftest import Built

HITS = "ol[data-search-results] > li"
EACH = 900
"""Passages in a part: one part of these is enough to be searched before all others."""


def _part(name: str, year: str | None, special: str) -> Part:
    """Two briefings whose passages each speak of a boat and a number; the first of a thing of its
    own."""
    briefings = []
    for half in range(2):
        slug = f"{name}-{half}"
        named = (f"Briefing {slug}", slug)
        date = f"{year}-0{half + 1}-01" if year else None
        briefing = Record(
            f"briefings/{slug}/", "briefing", "Harbour", title=named[0], briefing=named, date=date
        )
        passages = tuple(
            (
                Record(
                    f"briefings/{slug}/#t{n}p1", "official",
                    f"We counted the boat of number {n}{half} in the harbour"
                    f"{f' beside the {special}' if n == half == 0 else ''}, and it was well kept.",
                    briefing=named, date=date, speakers=(("Bo Fisher", "bo-fisher"),),
                ),
                ("source", f"sources/{slug}/"),
            )
            for n in range(EACH // 2)
        )  # fmt: skip
        briefings.append(BriefingRecords(briefing, passages))
    return Part(name, (year,) if year else (), briefings=tuple(briefings))


@pytest.fixture(scope="module")
def large_folder(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that is a search page over an index of five parts."""
    folder = tmp_path_factory.mktemp("large")
    root = folder / "served" / built.root
    root.mkdir(parents=True)
    for name in ("assets", "search"):
        shutil.copytree(built.folder / name, root / name)
    for name in ("404.html", "sitemap.xml"):
        shutil.copyfile(built.folder / name, root / name)
    bo = Record(
        "speakers/bo-fisher/", "speaker", "", "Bo Fisher", speakers=(("Bo Fisher", "bo-fisher"),)
    )
    parts = [
        Part("pages-1", pages=(bo,)),
        _part("undated-1", None, "lighthouse"),
        _part("2001-1", "2001", "crane"),
        _part("2002-1", "2002", "ferry"),
        _part("2003-1", "2003", "buoy"),
    ]
    merge_parts(root, [kept_or_indexed(part, folder / "work") for part in parts], ())
    return root


@pytest.fixture(scope="module")
def large(built: Built, large_folder: Path) -> Iterator[str]:
    """Where that site is served."""
    top = large_folder.parents[len(Path(built.root).parts) - 1] if built.root else large_folder
    with served(Built(large_folder, top, built.root)) as site:
        yield site


def _ask(page: Page, site: str, typed: str) -> None:
    page.goto(f"{site}search/?q={quote_plus(typed)}")
    _done(page)


def _done(page: Page) -> None:
    page.wait_for_selector("ol[data-search-results][aria-busy=false]", state="attached")


def _asked(page: Page) -> list[str]:
    """Notes the parts whose files a page asks for."""
    asked: list[str] = []

    def note(url: str) -> None:
        if found := re.search(r"/search-index/([^/]+)/", url):
            asked.append(found[1])

    page.on("request", lambda request: note(request.url))
    return asked


def test_the_newest_parts_are_searched_first_and_older_ones_when_asked_for(
    page: Page, large: str
) -> None:
    heard: Heard = listen(page.context, large)
    asked = _asked(page)
    _ask(page, large, "boat")
    assert set(asked) == {"2003-1"}
    status = page.locator(".search-status")
    expect(status).to_have_text("900 hits in the newest briefings.")
    expect(page.locator(".hit-head > a").first).to_contain_text("2003")
    more = page.get_by_role(
        "button", name="Search the briefings of 2001 to 2002 and those without a year too"
    )
    more.click()
    _done(page)
    expect(status).to_have_text("3,600 hits.")
    assert set(asked) == {"2003-1", "2002-1", "2001-1", "undated-1"}
    years = page.locator("fieldset.facet", has_text="Year")
    expect(years.locator("label")).to_have_text(["2001900", "2002900", "2003900"])
    expect(more).to_be_hidden()
    assert not heard.errors


def test_a_rare_word_asks_for_its_own_part_only(page: Page, large: str) -> None:
    asked = _asked(page)
    _ask(page, large, '"beside the lighthouse"')
    expect(page.locator(HITS)).to_have_count(1)
    expect(page.locator(".hit-text mark").first).to_have_text("beside the lighthouse")
    assert set(asked) == {"undated-1"}


def test_more_hits_are_fetched_as_they_are_shown(page: Page, large: str) -> None:
    _ask(page, large, "boat")
    expect(page.locator(HITS)).to_have_count(10)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(HITS)).to_have_count(30)
    expect(page.locator(".hit-head > a").nth(10)).to_be_focused()


def test_more_hits_that_cannot_be_fetched_can_be_asked_for_again(page: Page, large: str) -> None:
    _ask(page, large, "boat")
    page.route("**/hits-*.pack*", lambda route: route.abort())
    more = page.get_by_role("button", name="Show more")
    for _ in range(3):  # those that share a block with what is shown are here already
        more.click()
        page.wait_for_load_state("networkidle")
    expect(page.locator(".search-status")).to_have_text("More hits could not be loaded. Try again.")
    before = page.locator(HITS).count()
    page.unroute("**/hits-*.pack*")
    more.click()
    expect(page.locator(HITS)).to_have_count(before + 20)


def test_a_year_that_is_wanted_is_all_that_is_asked_for(page: Page, large: str) -> None:
    asked = _asked(page)
    _ask(page, large, "boat year:2001")
    expect(page.locator(".search-status")).to_have_text("900 hits.")
    assert set(asked) <= {"2003-1", "2001-1"}


def test_the_page_of_a_speaker_comes_first_and_names_work_as_fields(page: Page, large: str) -> None:
    _ask(page, large, "Bo Fisher")
    expect(page.locator(".hit-head > a").first).to_have_text("Bo Fisher")
    _ask(page, large, 'speaker:"Bo Fisher" crane')
    expect(page.locator(HITS)).to_have_count(1)


def test_hits_by_date_begin_with_the_newest(page: Page, large: str) -> None:
    page.goto(f"{large}search/?q=boat&sort=date")
    _done(page)
    expect(page.locator(".hit-head > a").first).to_contain_text("1 February 2003")


def test_a_site_that_is_published_anew_is_searched_with_its_new_index(
    page: Page, large: str, tmp_path: Path, large_folder: Path
) -> None:
    """The page stays open; the files that it knows of are gone, others stand in their place."""
    _ask(page, large, "buoy")
    folder = large_folder / "search-index"
    kept = folder.rename(tmp_path / "kept")
    changed = [kept_or_indexed(_part("2003-1", "2003", "anchor"), tmp_path / "work")]
    merge_parts(large_folder, changed, ())
    box = page.locator("[data-search-form] input")
    try:
        for _ in range(2):  # the first finds that files are gone
            box.fill("anchor boat")
            page.get_by_role("button", name="Search", exact=True).click()
            _done(page)
        expect(page.locator(HITS).first).to_contain_text("anchor")
    finally:
        shutil.rmtree(folder)
        kept.rename(folder)
