"""Long lists in a browser: links into them, and tables that are narrowed over all of their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Built

from .conftest import served


@pytest.fixture(name="parts", scope="module")
def parts_site(parted: Built) -> Iterator[str]:
    with served(parted) as address:
        yield address


def test_a_link_to_a_row_leads_on_to_the_part_that_has_it(
    page: Page, parted: Built, parts: str
) -> None:
    for table in ("figures", "commitments", "discrepancies"):
        hub = parted.page(f"{table}/").read_text(encoding="utf-8")
        ids = [one["id"] for one in parted.data(f"{table}.json")[table]]
        oldest = next(id_ for id_ in ids if f'id="{id_}"' not in hub)
        page.goto(f"{parts}{table}/#{oldest}")
        expect(page).to_have_url(
            re.compile(rf"/{table}/year/\d{{4}}/(?:\d+/)?#{re.escape(oldest)}$")
        )
        expect(page.locator(f"[id='{oldest}']")).to_be_in_viewport()


def test_a_table_is_narrowed_over_all_of_its_rows_and_says_so_in_its_address(
    page: Page, parted: Built, parts: str
) -> None:
    figures = parted.data("figures.json")["figures"]
    fewer = [one for one in figures if one["direction"] == "decrease" and one["unit"] == "%"]
    page.goto(f"{parts}figures/")
    rows = page.locator("#figures-table tbody tr")
    expect(page.locator("[data-shown]")).to_have_text(f"the newest 3 of {len(figures)} figures")
    page.locator("[name=unit]").select_option("%")
    page.locator("[name=direction]").select_option("decrease")
    expect(page.locator("[data-shown]")).to_have_text(f"{len(fewer)} of {len(figures)} figures")
    assert {row.get_attribute("id") for row in rows.all()} == {one["id"] for one in fewer}
    expect(page).to_have_url(re.compile(r"\?unit=%25&direction=decrease$"))
    page.go_back()
    expect(page.locator("[name=direction]")).to_have_value("")
    expect(page.locator("[name=unit]")).to_have_value("%")
    page.go_back()
    expect(rows).to_have_count(3)
    page.go_forward()
    expect(page.locator("[name=unit]")).to_have_value("%")


def test_a_sorted_table_shows_the_largest_first_and_more_on_demand(
    page: Page, parted: Built, parts: str
) -> None:
    figures = parted.data("figures.json")["figures"]
    page.goto(f"{parts}figures/?sort=-value")
    rows = page.locator("#figures-table tbody tr")
    expect(rows).to_have_count(100)
    largest = max(figures, key=lambda one: float(one["value"]))
    assert rows.first.get_attribute("id") == largest["id"]
    more = page.locator("[data-more]")
    while more.is_visible():
        count = rows.count()
        more.click()
        expect(rows).not_to_have_count(count)
    expect(rows).to_have_count(len(figures))


@pytest.mark.parametrize("table", ["commitments", "discrepancies", "formulas"])
def test_a_list_is_searched_by_words_over_all_of_its_entries(
    page: Page, parted: Built, parts: str, table: str
) -> None:
    page.goto(f"{parts}{table}/")
    entries = page.locator("[data-rows] > li")
    page.locator("[data-pieces] [name=q]").fill("police")
    expect(page.locator("[data-shown]")).to_have_text(re.compile(r"^\d+ of \d+ "))
    assert entries.count() > 0
    for entry in entries.all():
        assert "police" in (entry.text_content() or "").casefold()
    page.locator("[data-pieces] [name=q]").fill("zzzz no entry holds this")
    expect(entries).to_have_count(0)
    page.locator("[data-pieces] [type=reset]").click()
    expect(page.locator("[data-pieces] [name=q]")).to_have_value("")


def test_a_row_from_a_file_is_the_row_of_its_page(page: Page, parted: Built, parts: str) -> None:
    for table, rows in (
        ("figures", "#figures-table tbody > tr"),
        ("commitments", "[data-rows] > li"),
        ("discrepancies", "[data-rows] > li"),
    ):
        page.goto(f"{parts}{table}/?q=police")
        expect(page.locator("[data-shown]")).to_have_text(re.compile(r"^\d+ of "))
        shown = {
            str(one.get_attribute("id")): _words(one.text_content())
            for one in page.locator(rows).all()
        }
        assert shown
        for id_, words in list(shown.items())[:5]:
            page.goto(f"{parts}{table}/#{id_}")
            expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()
            assert _words(page.locator(f"[id='{id_}']").text_content()) == words


def _words(text: str | None) -> str:
    return "".join((text or "").split())
