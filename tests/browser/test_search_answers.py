"""What the search page and its boxes answer beside hits, and what a reader who comes back finds."""

from __future__ import annotations

import re
from urllib.parse import quote_plus

from playwright.sync_api import Page, expect

HITS = "ol[data-search-results] > li"
LONG = (
    "The sense of security among the Chinese people has risen from 87.55% in 2012 to 98.62% in 2021"
)


def _ask(page: Page, site: str, typed: str) -> None:
    page.goto(f"{site}search/?q={quote_plus(typed)}")
    page.wait_for_selector("ol[data-search-results][aria-busy=false]", state="attached")


def test_a_number_that_is_asked_for_stands_first_with_its_text_and_what_disagrees(
    page: Page, site: str
) -> None:
    """000:133 has 62.6%, the report of Guangming Daily 96.1% (003:15)."""
    _ask(page, site, "did thefts fall")
    card = page.locator("[data-search-card]")
    value = card.locator(".answer-value a")
    expect(value).to_have_text("decrease of 62.6%")
    expect(card).to_contain_text("2021, against 2012")
    expect(card).to_contain_text("Qiu Baoli")
    expect(card).to_contain_text("official translation")
    expect(card).to_contain_text("decrease of 96.1%: Guangming Daily, 26 July 2022 rewritten")
    assert "/indicators/theft-change/" in str(card.locator("a").first.get_attribute("href"))
    first = page.locator(HITS).first
    expect(first.locator(".hit-head")).to_have_text("Qiu Baoli, asked by CCTV, 25 July 2022")
    value.click()
    expect(page.locator("mark.found.now").first).to_have_text("62.6%")


def test_the_box_shows_the_number_too_and_marks_the_words_of_a_machine(
    page: Page, site: str
) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    page.keyboard.type("how many telecom fraud cases in 2022")
    option = page.locator("header [role=option]").first
    expect(option).to_contain_text("391,000")
    expect(option).to_contain_text("machine-translated")


def test_a_list_is_as_it_was_for_a_reader_who_comes_back(page: Page, site: str) -> None:
    _ask(page, site, "police")
    hits = page.locator(HITS)
    page.get_by_role("button", name="Show more").click()
    expect(hits).to_have_count(30)
    link = hits.nth(25).locator("a").first
    link.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    link.click()
    page.wait_for_url("**/briefings/**")
    page.go_back()
    expect(hits).to_have_count(30)
    expect(link).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - place) < 50


def test_a_copied_sentence_can_be_checked(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    expect(page.locator("[data-search-none] a")).to_have_attribute("href", f"{site}check/")
    _ask(page, site, LONG)
    expect(page.locator("[data-search-card] a.action")).to_have_attribute(
        "href", re.compile(r"/check/\?q=The\+sense\+of")
    )
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    page.locator("header input[type=search]").fill(LONG)
    expect(page.locator("header [role=option]").first).to_have_text("Check this quotation")
