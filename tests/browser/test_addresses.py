"""Five hundred addresses that nobody meant: every page works under each, and goes on working."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import kinds, listen
from tests.conftest import Built

SEED = 15
FRAGMENTS = 12  # a page
QUERIES = 2  # a page
_ODD = (
    "%", "%%%", "%E0%A4%A", "%ZZ", "%00", "%0a%0d", "%22%5d", "toString", "__proto__",
    "constructor", "hasOwnProperty", "valueOf", "\\", "\\\\", 'a"b', "a'b", '"]', "[id]", "*", "#",
    "##", ":target", "a:not(", "/", "//", "../..", "javascript:alert(1)", "<script>", "&amp;",
    "?q=x",
    "\u202e", "\ufeff", "\U0001f600", "中文", "e\u0301", " ", "%20", "t1p1%", "L1%", "L0", "L-1",
    "L999999", "-", "data-x", "text=Good", ":~:text=a,b", "title%00", "$&", "$1", "0x10",
)  # fmt: skip
_PARAMETERS = ("q", "h", "about", "show", "sort", "speaker", "kind", "off", "topic", "__proto__")


def _fragments(chosen: random.Random, n: int) -> list[str]:
    """Known troublemakers, mixtures of them, mere bytes, and very long ones."""
    made = [chosen.choice(_ODD) for _ in range(n - 4)]
    made += ["".join(chosen.choices(_ODD, k=5)) for _ in range(2)]
    made.append("".join(chr(chosen.randrange(1, 0x300)) for _ in range(40)))
    made.append(chosen.choice(("%", "a", "\\", "%41", '"')) * 20_000)
    return made


def _query(chosen: random.Random) -> str:
    """Some parameters, encoded well, badly or not at all."""
    parts = []
    for name in chosen.choices(_PARAMETERS, k=3):
        value = chosen.choice((*_ODD, "the " * 1500, "x" * 3000, '"' * 501, "a-" * 900, "1," * 900))
        raw = re.sub(r"[\s#]", "+", value)
        parts.append(f"{name}={quote(value) if chosen.random() < 0.6 else raw}")
    return "&".join(parts)


def _searches(page: Page) -> None:
    page.locator("[data-search-form] input").fill("people")
    page.wait_for_url("**q=people**")
    expect(page.locator("[data-search-results]")).to_have_attribute("aria-busy", "false")
    hit = page.locator("[data-search-results] li").first
    # A filter of the address that names nobody leaves no hit, and the way out of it.
    everywhere = page.get_by_role("button", name="Search everywhere, without the filters")
    expect(hit.or_(everywhere)).to_be_visible(timeout=90_000)
    if everywhere.is_visible():
        everywhere.click()
    expect(hit).to_be_visible(timeout=90_000)
    expect(page.locator("[data-search-results]")).to_have_attribute("aria-busy", "false")


def _narrows(page: Page) -> None:
    rows = page.locator("#figures-table tbody tr")
    page.locator("[data-pieces] [name=q]").fill("zzzz no row holds this")
    expect(rows).to_have_count(0)
    page.locator("[data-pieces] [name=q]").fill("")
    expect(rows.first).to_be_visible(timeout=90_000)


def _opens_passage(page: Page) -> None:
    page.locator(".passage .pin").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#passage-tools")).to_be_visible()
    page.keyboard.press("Escape")


def _lists_terms(page: Page) -> None:
    page.locator("[data-narrow=terms] [name=q]").fill("zzzz no term is called this")
    expect(page.locator("#terms li:visible")).to_have_count(0)


def _shows_rows(page: Page) -> None:
    choice = page.locator("[data-show] [name=show]").last
    choice.check(force=True)
    expect(choice).to_be_checked()
    expect(page).to_have_url(re.compile(r"[?&]show="))


def _has_title(page: Page) -> None:
    expect(page.locator("h1").first).to_be_visible(timeout=90_000)


def _function(url: str) -> Callable[[Page], None]:
    """What a page is for, as a reader would try it."""
    section, inner = url.split("/")[0], url.count("/") > 1
    known: dict[str, Callable[[Page], None]] = {"search": _searches, "figures": _narrows}
    if inner:
        known = {"briefings": _opens_passage, "compare": _shows_rows}
    elif section == "terms":
        return _lists_terms
    return known.get(section, _has_title)


@pytest.mark.parametrize("part", range(3))
def test_no_address_stops_a_page(browser: Browser, built: Built, site: str, part: int) -> None:
    chosen = random.Random(SEED + part)  # noqa: S311 - the same addresses each time
    pages = kinds(built, min)[part::3]
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_default_timeout(90_000)
    heard = listen(context, site)
    page = context.new_page()
    tried = 0
    for url in pages:
        for n in range(QUERIES):
            fragment = chosen.choice(_ODD) if n else ""
            page.goto(f"{site}{url}?{_query(chosen)}#{fragment}")
            page.wait_for_load_state("load")
            tried += 1
        for fragment in _fragments(chosen, FRAGMENTS):
            page.evaluate(
                "async (it) => { location.hash = it; await new Promise((go) => setTimeout(go)); }",
                fragment,
            )
            tried += 1
        _function(url)(page)
        assert not heard.errors, (url, heard.errors)
    context.close()
    assert tried >= 165


def test_the_reader_lands_where_a_readable_fragment_leads(
    page: Page, built: Built, site: str
) -> None:
    """As it stands or escaped, with a mark of the search beside it or without."""
    briefing = max(built.briefings, key=lambda one: len(one["exchanges"]))
    passage = briefing["witnesses"][0]["turns"][-1]["passages"][0]["id"]
    for fragment in (passage, f"%{ord(passage[0]):02x}{passage[1:]}"):
        page.goto(f"{site}briefings/{briefing['slug']}/?h=%25&h=the#{fragment}")
        expect(page.locator(f"[id='{passage}']")).to_be_in_viewport()
        found = page.evaluate("siteAddress.target()?.id")
        assert found == passage


def test_a_text_typed_as_a_query_is_searched_by_its_beginning(page: Page, site: str) -> None:
    page.goto(f"{site}search/?q={'people+' * 200}")
    expect(page.locator("[data-search-results] li").first).to_be_visible(timeout=90_000)
    expect(page.locator("[data-search-status]")).to_contain_text("Only the first 400 characters")
