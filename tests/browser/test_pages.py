"""Every kind of page in a browser: no error, nobody else asked, usable by all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import faults_of_all
from tests.browser.conftest import WIDE, WIDTHS, Heard, kinds, listen, window
from tests.conftest import Built


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("width", WIDTHS)
def test_any_kind_of_page_can_be_used_by_all_without_an_error(
    browser: Browser, built: Built, site: str, width: int, part: int
) -> None:
    """axe finds nothing in light or dark, no script fails, nobody else is asked, nothing is too
    wide.

    Of each kind the largest page is looked at wide, the smallest narrow.
    """
    page = window(browser, width)
    heard = listen(page.context, site)
    found: list[str] = []
    wide = []
    for url in kinds(built, max if width == WIDE else min)[part::4]:
        page.goto(site + url)
        for other in (375, 768, width):
            page.set_viewport_size({"width": other, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                wide.append((url, other))
        found += faults_of_all(page)
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert not found, "\n".join(found)
    assert not heard.errors, "\n".join(heard.errors)
    assert heard.elsewhere == []
    assert wide == []


def test_following_links_within_the_site_stays_without_errors(
    page: Page, heard: Heard, site: str
) -> None:
    page.goto(site)
    for section in ("briefings/", "people/", "sources/"):
        page.locator(f'a[href*="{section}"]:visible').first.click()
        page.wait_for_url(f"**/{section}**")
        page.wait_for_load_state("networkidle")
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert not heard.errors, "\n".join(heard.errors)
    assert heard.elsewhere == []


def test_a_deep_link_lands_on_its_passage(page: Page, built: Built, site: str) -> None:
    briefing = built.briefings[-1]
    turns = briefing["witnesses"][0].get("turns") or briefing["witnesses"][0]["sections"]
    passage = turns[len(turns) // 2]["passages"][0]
    page.goto(f"{site}briefings/{briefing['slug']}/#{passage['id']}")
    target = page.locator(f"[id='{passage['id']}']")
    expect(target).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    box = target.bounding_box()
    assert header
    assert box
    assert box["y"] >= header["y"] + header["height"] - 1, "hidden under the header"


def test_every_page_can_be_entered_by_keyboard(page: Page, built: Built, site: str) -> None:
    """The first stop leads past the navigation to the content."""
    page.goto(site + kinds(built)[2])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    target = skip.get_attribute("href") or ""
    assert target.startswith("#")
    assert len(target) > 1
    assert page.locator(f"[id='{target[1:]}']").count() == 1


_SEEN = """() => {
    const at = document.activeElement
    const box = at.getBoundingClientRect()
    const style = getComputedStyle(at)
    return at === document.body || (box.width > 0 && box.height > 0
        && style.visibility !== 'hidden' && style.opacity !== '0')
}"""


def test_what_has_focus_is_seen(page: Page, built: Built, site: str) -> None:
    page.goto(f"{site}briefings/{built.briefings[0]['slug']}/")
    for _ in range(40):
        page.keyboard.press("Tab")
        # What appears on focus may take its time to fade in.
        page.wait_for_function(_SEEN, timeout=2000)


def test_without_javascript_the_text_is_there(browser: Browser, built: Built, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    briefing = built.briefings[0]
    page.goto(f"{site}briefings/{briefing['slug']}/")
    last = (briefing["witnesses"][0].get("turns") or briefing["witnesses"][0]["sections"])[-1]
    expect(page.locator(f"[id='{last['passages'][-1]['id']}']")).to_be_visible()
    context.close()


def test_a_page_that_is_not_there_says_so_and_offers_search(page: Page, site: str) -> None:
    answer = page.goto(f"{site}no/such/page/")
    assert answer
    assert answer.status == 404
    expect(page.locator("main form[role=search], main [type=search]").first).to_be_visible()


def test_print_leaves_the_text_and_drops_the_navigation(
    page: Page, built: Built, site: str
) -> None:
    briefing = built.briefings[0]
    page.goto(f"{site}briefings/{briefing['slug']}/")
    page.emulate_media(media="print")
    first = (briefing["witnesses"][0].get("turns") or briefing["witnesses"][0]["sections"])[0]
    expect(page.locator(f"[id='{first['passages'][0]['id']}']")).to_be_visible()
    expect(page.locator(".md-header")).to_be_hidden()


def test_the_colours_that_a_reader_chose_stay(page: Page, site: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(site)
    button = page.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    page.goto(f"{site}about/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_an_address_opens_what_folds_hide_it_and_print_opens_all(
    page: Page, built: Built, site: str
) -> None:
    page.goto(f"{site}briefings/{built.briefings[0]['slug']}/")
    fold = "main details:not([open]):has([id])"
    inner = page.evaluate(f"document.querySelector('{fold} [id]').id")
    hidden = page.locator(f"[id='{inner}']")
    expect(hidden).to_be_hidden()
    page.evaluate("id => { location.hash = id }", inner)
    expect(hidden).to_be_visible()
    page.reload()
    expect(hidden).to_be_visible()
    page.goto(f"{site}about/")
    page.evaluate(
        "document.querySelector('h1').after(Object.assign(document.createElement('details'),"
        " {textContent: 'within'}))"
    )
    box = page.locator("details").first
    folded = box.bounding_box()
    page.emulate_media(media="print")
    unfolded = box.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > folded["height"]
