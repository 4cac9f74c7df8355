"""Comparisons and ledgers in a browser: what can be narrowed, and where a link lands."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Built


def _rows(built: Built, stem: str) -> list[dict[str, object]]:
    text = (built.folder / "data" / f"{stem}.json").read_text(encoding="utf-8")
    rows: list[dict[str, object]] = json.loads(text)[stem]
    return rows


def _compared(built: Built) -> str:
    """The page of the briefing with most pairs whose texts differ."""
    pages = (built.folder / "compare").glob("*/index.html")
    largest = max(pages, key=lambda page: page.stat().st_size)
    return f"compare/{largest.parent.name}/"


@pytest.mark.parametrize(
    ("choice", "label", "kind"),
    [
        ("differences", "differences", ".row:is(.fact, .wording)"),
        ("omissions", "only in one text", ".row.gap"),
    ],
)
def test_rows_are_narrowed_and_the_choice_stays_in_the_address(
    page: Page, built: Built, site: str, choice: str, label: str, kind: str
) -> None:
    page.goto(site + _compared(built))
    everything = page.locator(".row:visible").count()
    page.get_by_label(label, exact=True).check()
    shown = page.locator(".row:visible")
    assert 0 < shown.count() < everything
    assert page.locator(f"{kind}:visible").count() == shown.count()
    expect(page).to_have_url(f"{site}{_compared(built)}?show={choice}")
    page.reload()
    assert page.locator(".row:visible").count() == page.locator(f"{kind}:visible").count() > 0


def test_rows_stand_in_the_order_of_the_text_and_back(page: Page, built: Built, site: str) -> None:
    page.goto(site + _compared(built))
    first = page.locator(".row").first.get_attribute("id")
    page.get_by_label("in the order of the transcript").check()
    expect(page).to_have_url(f"{site}{_compared(built)}?order=text")
    numbers = "rows => rows.map(row => Number(row.dataset.n))"
    numbered = page.locator(".row[data-n]").evaluate_all(numbers)
    assert numbered == sorted(numbered)
    page.get_by_label("differences first").check()
    assert page.locator(".row").first.get_attribute("id") == first


def test_rows_are_narrowed_without_a_script(browser: Browser, built: Built, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + _compared(built))
    everything = page.locator(".row:visible").count()
    page.get_by_label("differences", exact=True).check()
    assert 0 < page.locator(".row:visible").count() < everything
    context.close()


def test_what_can_only_be_clicked_is_not_printed(page: Page, built: Built, site: str) -> None:
    for url in (_compared(built), "figures/", "discrepancies/"):
        page.goto(site + url)
        page.emulate_media(media="print")
        controls = page.locator("article :is(form, .action, .pin, details.cite):visible")
        assert controls.count() == 0, url
        page.emulate_media(media="screen")


def test_heads_of_the_printed_table_of_figures_keep_their_words(page: Page, site: str) -> None:
    """A button in a head that is printed again is left out by browsers; words are not."""
    page.goto(f"{site}figures/")
    expect(page.locator("thead button").first).to_be_visible()
    page.emulate_media(media="print")
    head = page.locator("thead button").first
    assert head.evaluate("element => getComputedStyle(element).display") == "contents"


def test_a_passage_leads_to_its_row_and_a_hidden_row_is_shown(
    page: Page, built: Built, site: str
) -> None:
    slug = _compared(built).split("/")[1]
    page.goto(f"{site}briefings/{slug}/")
    link = page.locator(".passage .also a[href*='/compare/']").first
    href = link.get_attribute("href") or ""
    link.click()
    row = page.locator(f"[id='{href.partition('#')[2]}']")
    expect(row).to_be_in_viewport()
    url = page.url
    page.goto(url.replace("#", "?show=omissions#"))
    expect(page.locator(f"[id='{href.partition('#')[2]}']")).to_be_in_viewport()


def test_every_record_of_the_ledger_is_on_the_page_of_its_year(
    page: Page, built: Built, site: str
) -> None:
    records = {str(one["id"]): one for one in _rows(built, "discrepancies")}
    page.goto(f"{site}discrepancies/")
    years = page.locator("nav.parts a").evaluate_all("links => links.map(link => link.href)")
    shown: list[str] = []
    facts = 0
    for year in years:
        page.goto(year)
        for entry in page.locator("ol.ledger > li").all():
            shown.append(entry.get_attribute("id") or "")
            told = entry.locator(".told").inner_text()
            assert not re.search(r"\bsources? \d", told)
            quoted = re.findall(r"“([^“”]+)”", str(records[shown[-1]]["text"]))
            assert [words for words in quoted if words not in told] == []
        facts += page.locator("#facts + ol > li").count()
    assert sorted(shown) == sorted(records)
    confirmed = [one for one in records.values() if one["status"] != "dismissed"]
    assert facts == sum(one["class"] == "fact" for one in confirmed)


def test_records_of_all_years_are_narrowed_to_facts(page: Page, built: Built, site: str) -> None:
    facts = [one for one in _rows(built, "discrepancies") if one["class"] == "fact"]
    page.goto(f"{site}discrepancies/")
    page.get_by_label("Kind").select_option("fact")
    expect(page.locator("ol.ledger > li")).to_have_count(len(facts))
    expect(page).to_have_url(f"{site}discrepancies/?class=fact")


def test_the_timeline_is_narrowed_by_words(page: Page, site: str) -> None:
    page.goto(f"{site}mentions/")
    rows = page.locator("table.timeline tbody tr:not([data-head]):visible")
    every = rows.count()
    page.get_by_label("Words").fill("fengqiao experience")
    expect(rows).to_have_count(1)
    assert rows.locator("td[class]").count() == 3
    page.get_by_role("button", name="Clear").click()
    expect(rows).to_have_count(every)


def test_commitments_are_narrowed_by_words_and_by_what_they_are_on(
    page: Page, built: Built, site: str
) -> None:
    commitments = [one for one in _rows(built, "commitments") if one["class"] == "announcement"]
    page.goto(f"{site}commitments/")
    rows = page.locator("ol.ledger > li:visible")
    assert rows.count() == len(commitments)
    page.get_by_label("Kind").select_option("release")
    releases = [one for one in commitments if one["kind"] == "release"]
    assert rows.count() == len(releases)
    expect(page.locator("[data-shown]")).to_contain_text(f"{len(releases)} of {len(commitments)}")
    page.get_by_label("Words").fill("no such word anywhere")
    assert rows.count() == 0
    page.get_by_role("button", name="Clear").click()
    assert rows.count() == len(commitments)
    page.get_by_text("General intentions").click()
    assert rows.count() == len(_rows(built, "commitments"))


def test_a_link_to_a_record_shows_it_whatever_is_asked_for(
    page: Page, built: Built, site: str
) -> None:
    intention = next(one for one in _rows(built, "commitments") if one["kind"] == "intention")
    page.goto(f"{site}commitments/?kind=release#{intention['id']}")
    expect(page.locator(f"[id='{intention['id']}']")).to_be_in_viewport()


def test_redlines_are_told_by_more_than_colour(page: Page, site: str) -> None:
    page.goto(f"{site}formulas/")
    added = page.locator(".redlines ins").first
    dropped = page.locator(".redlines del").first
    line = "element => getComputedStyle(element).textDecorationLine"
    assert added.evaluate(line) == "underline"
    assert dropped.evaluate(line) == "line-through"
