"""Charts in a browser: only where numbers may be compared, legible on a phone, dark and light."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessible import faults
from tests.browser.conftest import WIDE, WIDTHS, listen, window
from tests.conftest import Built

DRAWN = "indicators/officers-basic-qualification/"
NOT_DRAWN = "indicators/theft-change/"
LEAST = 11  # pixels that a letter needs


@pytest.mark.parametrize("width", WIDTHS)
def test_the_chart_that_fits_is_shown_with_letters_large_enough(
    browser: Browser, site: str, width: int
) -> None:
    page = window(browser, width)
    for address in (DRAWN, f"{DRAWN}embed.html"):
        page.goto(site + address)
        shown, hidden = ("wide", "narrow") if width == WIDE else ("narrow", "wide")
        expect(page.locator(f".chart svg.{shown}")).to_be_visible()
        expect(page.locator(f".chart svg.{hidden}")).to_be_hidden()
        sizes = page.locator(f".chart svg.{shown}").evaluate(
            """svg => {
                const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                return [...svg.querySelectorAll("text")].map(
                    (text) => parseFloat(getComputedStyle(text).fontSize) * scale);
            }"""
        )
        assert sizes
        assert min(sizes) >= LEAST
        outside = page.locator(f".chart svg.{shown}").evaluate(
            """svg => {
                const frame = svg.getBoundingClientRect();
                return [...svg.querySelectorAll("text, .mark, .variant")].filter((one) => {
                    const box = one.getBoundingClientRect();
                    return box.left < frame.left - 1 || box.right > frame.right + 1
                        || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
                }).map((one) => one.outerHTML);
            }"""
        )
        assert outside == []
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    page.context.close()


def test_the_numbers_of_a_chart_stand_in_a_table_without_scripts(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 800}
    )
    page = context.new_page()
    page.goto(site + DRAWN)
    page.get_by_text("The numbers of this chart").click()
    rows = page.locator(".numbers tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("more than 1.9 million")
    expect(rows.first).to_contain_text("1.9 million (Guangming Daily")
    context.close()


def test_two_texts_that_disagree_are_told_and_not_drawn(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + NOT_DRAWN)
    expect(page.locator("h1")).to_contain_text("fell by 62.6% from 2012 to 2021")
    expect(page.locator("h1")).to_contain_text("Guangming Daily (rewritten) says 96.1%")
    expect(page.locator(".known .caveat")).to_contain_text("The texts disagree")
    expect(page.locator("figure.chart")).to_have_count(0)
    expect(page.locator(".statements > li")).to_have_count(1)
    page.close()


def test_the_page_to_embed_can_be_used_by_all_and_asks_nobody(
    browser: Browser, built: Built, site: str
) -> None:
    page = window(browser)
    heard = listen(page.context, site)
    for address in (f"{DRAWN}embed.html", "indicators/economic-crime-cases/embed.html"):
        page.goto(site + address)
        assert faults(page) == []
    page.context.close()
    assert heard.errors == []
    assert heard.elsewhere == []
    assert (built.folder / DRAWN / "chart.svg").exists()
    assert not (built.folder / NOT_DRAWN / "chart.svg").exists()
