"""The table of figures in a browser: narrowed, sorted, downloaded, led to."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from briefings import pipeline
from briefings.problems import Problems
from briefings.progress import Progress
from tests.browser.conftest import Heard, served
from tests.command import FIVE
from tests.conftest import Built


def test_the_table_narrows_sorts_and_keeps_its_state_in_the_address(
    page: Page, built: Built, site: str, heard: Heard
) -> None:
    figures = {one["id"]: one for one in built.data("figures.json")["figures"]}
    fewer = [
        one for one in figures.values() if one["direction"] == "decrease" and one["unit"] == "%"
    ]
    page.goto(f"{site}figures/")
    rows = page.locator("#figures-table tbody tr")
    shown = page.locator("[data-shown]")
    expect(shown).to_have_text(f"the newest 20 of {len(figures)} figures")
    page.locator("select[name=direction]").select_option("decrease")
    page.locator("select[name=unit]").select_option("%")
    expect(rows).to_have_count(len(fewer))
    page.locator("th[data-sort=value] button").click()
    page.locator("th[data-sort=value] button").click()
    expect(page.locator("th[data-sort=value]")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("#figures-table tbody")).not_to_have_attribute("aria-busy", "true")
    ids = _ids(rows)
    values = [figures[id_]["value"] for id_ in ids]
    assert values == sorted((one["value"] for one in fewer), reverse=True)
    other = page.context.new_page()
    other.goto(page.url)
    again = other.locator("#figures-table tbody tr")
    expect(again).to_have_count(len(fewer))
    assert _ids(again) == ids
    expect(other.locator("th[data-sort=value]")).to_have_attribute("aria-sort", "descending")
    page.locator("form[data-pieces] [type=reset]").click()
    expect(rows).to_have_count(20)
    assert "?" not in page.url
    assert heard.errors == []


def test_all_that_fits_is_downloaded_in_its_order(page: Page, built: Built, site: str) -> None:
    page.goto(f"{site}figures/?unit=CNY&sort=-value")
    expect(page.locator("[data-shown]")).to_have_text(re.compile(r"^\d+ of \d+ figures$"))
    ids = _ids(page.locator("#figures-table tbody tr"))
    assert ids
    assert [one["id"] for one in _downloaded(page, built)] == ids
    # More fit than a page of rows shows.
    page.goto(f"{site}figures/?sort=value")
    expect(page.locator("#figures-table tbody tr")).to_have_count(100)
    downloaded = _downloaded(page, built)
    assert len(downloaded) == len(built.data("figures.json")["figures"])
    values = [float(one["value"]) for one in downloaded]
    assert values == sorted(values)


def _ids(rows: Locator) -> list[str | None]:
    return [one.get_attribute("id") for one in rows.all()]


def _downloaded(page: Page, built: Built) -> list[dict[str, str]]:
    """The rows of "CSV of what is shown", each as it is published."""
    with page.expect_download() as started:
        page.get_by_text("CSV of what is shown").click()
    assert started.value.suggested_filename == "figures.csv"
    text = Path(started.value.path()).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    whole = (built.folder / "data" / "figures.csv").read_bytes().decode("utf-8")
    published = {one["id"]: one for one in csv.DictReader(io.StringIO(whole, newline=""))}
    assert all(published[one["id"]] == one for one in rows)
    return rows


def test_a_link_to_any_row_leads_to_it(page: Page, built: Built, site: str) -> None:
    ids = [one["id"] for one in built.data("figures.json")["figures"]]
    for id_ in (ids[0], ids[-1]):
        page.goto(f"{site}figures/#{id_}")
        expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()


# The table of figures where all of them fit one page


@pytest.fixture(name="short", scope="module")
def short_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Built, str]]:
    """A site of one article, and its address."""
    folder = tmp_path_factory.mktemp("short")
    (folder / "seeds").mkdir()
    (article,) = (FIVE / "seeds").glob("003_*")
    shutil.copy(article, folder / "seeds")
    problems = Problems()
    options = pipeline.Options(folder / "seeds", folder / "editorial", folder / "site")
    assert pipeline.build(options, problems, Progress(quiet=True)), list(problems)
    site = Built(folder / "site", folder / "site", "")
    with served(site) as address:
        yield site, address


def test_a_table_of_one_page_does_the_same(page: Page, short: tuple[Built, str]) -> None:
    built, site = short
    figures = {one["id"]: one for one in built.data("figures.json")["figures"]}
    fewer = [one for one in figures.values() if one["unit"] == "%"]
    assert 1 < len(fewer) < len(figures)
    page.goto(f"{site}figures/")
    rows = page.locator("#figures-table tbody tr")
    expect(page.locator("[data-shown]")).to_have_text(f"{len(figures)} figures")
    page.locator("select[name=unit]").select_option("%")
    expect(rows).to_have_count(len(fewer))
    page.locator("th[data-sort=value] button").click()
    page.locator("th[data-sort=value] button").click()
    ids = _ids(rows)
    assert [figures[id_]["value"] for id_ in ids] == sorted(
        (one["value"] for one in fewer), reverse=True
    )
    assert page.url.endswith("?unit=%25&sort=-value")
    assert [one["id"] for one in _downloaded(page, built)] == ids
    page.reload()
    expect(rows).to_have_count(len(fewer))
    assert _ids(rows) == ids
    last = list(figures)[-1]
    page.goto(f"{site}figures/#{last}")
    row = page.locator(f"[id='{last}']")
    expect(row).to_be_in_viewport()
    expect(row).to_have_class(re.compile("found"))


def test_thousands_of_rows_stay_quick_enough_to_type_in(
    browser: Browser, short: tuple[Built, str]
) -> None:
    """Rows beyond the first are not laid out: whatever their number, a keystroke draws few."""
    # The pages' policy refuses what makes the long table here: markup and a script from strings.
    page = browser.new_context(bypass_csp=True).new_page()
    page.goto(f"{short[1]}figures/")
    page.evaluate(
        """async () => {
            const html = await (await fetch(location.href)).text()
            const copies = new DOMParser().parseFromString(html, 'text/html')
            const body = copies.querySelector('#figures-table tbody')
            const rows = [...body.rows]
            for (let n = 0; n < 200; n++)
                for (const row of rows) {
                    const copy = row.cloneNode(true)
                    copy.id += `-${n}`
                    body.append(copy)
                }
            document.querySelector('#figures-table').replaceWith(copies.querySelector('#figures-table'))
            document.querySelector('form[data-figures]').replaceWith(
                copies.querySelector('form[data-figures]'))
            await import(document.querySelector('script[src$="/figures.js"]').src + '?again')
        }"""
    )
    expect(page.locator("#figures-table tbody tr")).to_have_count(200)
    page.locator("form[data-figures] input[name=q]").fill("police")
    expect(page.locator("[data-shown]")).to_have_text(re.compile(r"^\d+ of \d{4,} figures$"))
    page.context.close()
