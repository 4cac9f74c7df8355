"""The first screen of a briefing: what it is, what can be done with it, and its first words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.first_screen import SCREENS, measure
from tests.conftest import Built

LIMITS = dict(zip(SCREENS, (420, 760), strict=True))
"""Where the first word of the text stands at the latest, in CSS pixels."""


@pytest.mark.parametrize("screen", SCREENS)
def test_the_text_begins_on_the_first_screen(
    page: Page, site: str, built: Built, screen: tuple[int, int]
) -> None:
    for briefing in built.briefings:
        found = measure(page, f"{site}briefings/{briefing['slug']}/", screen)
        assert found.top <= LIMITS[screen], briefing["slug"]
        assert found.lines <= 2, briefing["slug"]


def test_what_is_folded_opens_without_a_script(browser: Browser, site: str, built: Built) -> None:
    briefing = max(built.briefings, key=lambda one: len(one["exchanges"]))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}briefings/{briefing['slug']}/")
    page.locator(".about-briefing > summary").click()
    expect(page.locator(".about-briefing dl")).to_contain_text(briefing["host"])
    page.locator(".in-brief > summary").click()
    expect(page.locator(".in-brief .questions > li")).to_have_count(len(briefing["exchanges"]))
    page.locator(".download > summary").click()
    expect(page.locator(".download").get_by_role("link", name="JSON")).to_be_visible()
    context.close()


def test_a_menu_is_closed_by_escape_and_by_a_click_elsewhere(
    page: Page, site: str, built: Built
) -> None:
    page.goto(f"{site}briefings/{built.briefings[0]['slug']}/")
    summary = page.locator(".download > summary")
    text = page.locator(".download").get_by_role("link", name="Text")
    summary.click()
    text.focus()
    page.keyboard.press("Escape")
    expect(text).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    expect(text).to_be_visible()
    page.locator("h1").click()
    expect(text).to_be_hidden()
