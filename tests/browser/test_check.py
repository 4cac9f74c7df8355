"""The page that checks quotations, in a browser: each verdict, its address, what goes wrong."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Heard

# Words of the five texts, read there; what somebody made of them.
SAME = (
    "Compared with 2012, the number of China’s snatch and robbery cases decreased by 96.1 per cent"
)
OTHER_NUMBER = (
    "The sense of security among the Chinese people has risen from 87.55% in 2012 to 96.62% in "
    "2021, and has remained at a high level for the past 10 years."
)
JOINED = (
    "It is internationally acknowledged that China is one of the safest countries […] we have "
    "built 21,000 police posts on streets"
)
NEAR = (
    "Theft cases in 2021 were 62.6% fewer, and robbery cases 96.1% fewer, than those of China in "
    "2012."
)
ABSENT = "The moon is made of green cheese, and nobody has ever denied it."


def _check(page: Page, site: str, text: str) -> None:
    page.goto(f"{site}check/")
    page.get_by_label("The quotation").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("[data-check-summary]")).to_be_focused()


@pytest.mark.parametrize(
    ("text", "verdict", "summary"),
    [
        (SAME, "Word for word", "This is in the texts, word for word."),
        (OTHER_NUMBER, "Altered", "This is in the texts, but altered, with 1 difference."),
        (JOINED, "Joined from several places", "This is joined from several places."),
        (
            NEAR,
            "Near: said in other words",
            "These words are in no text; something close to them is.",
        ),
        (ABSENT, "Not in these texts", "This is not in these texts."),
    ],
)
def test_each_verdict_is_said_in_words(
    page: Page, site: str, heard: Heard, text: str, verdict: str, summary: str
) -> None:
    _check(page, site, text)
    expect(page.locator("[data-check-summary]")).to_have_text(summary)
    expect(page.locator(".check-verdict strong")).to_have_text(verdict)
    assert heard.errors == [] == heard.elsewhere


def test_a_changed_number_is_said_first_and_marked_on_both_sides(page: Page, site: str) -> None:
    _check(page, site, OTHER_NUMBER)
    first = page.locator(".check-differences p").first
    expect(first).to_have_text("Another number: “96.62”, where the text has “98.62”.")
    expect(page.locator(".check-given del")).to_have_text("96.62")
    expect(page.locator(".check-match ins").first).to_have_text("98.62")
    match = page.locator(".check-match").first
    expect(match).to_contain_text("Sun Maoli, a member of the Party Committee")
    expect(match).to_contain_text("25 July 2022")
    expect(match).to_contain_text("official translation")
    match.get_by_role("link", name="Open at these words").click()
    expect(page).to_have_url(re.compile(r"/briefings/2022-07-25-[a-z-]+/#t2p2"))
    expect(page.locator("#t2p2")).to_be_visible()


def test_a_result_has_an_address_which_is_sent_nowhere(page: Page, site: str) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(f"{one.url} {one.headers.get('referer', '')}"))
    _check(page, site, "The moon is made of green cheese.")
    expect(page).to_have_url(f"{site}check/?q=The+moon+is+made+of+green+cheese.")
    assert sent
    assert not [one for one in sent if "cheese" in one]
    page.reload()
    expect(page.locator("[data-check-summary]")).to_have_text("This is not in these texts.")


def test_long_words_are_checked_but_stand_in_no_address(page: Page, site: str) -> None:
    _check(page, site, f"{SAME}\n\n" + "The moon is made of green cheese. " * 60)
    expect(page).to_have_url(f"{site}check/")
    expect(page.get_by_text("The address of this result leaves the words out")).to_be_visible()
    expect(page.locator("[data-check-summary]")).to_contain_text(
        "1 of 61 sentences is in the texts"
    )
    page.locator("textarea").fill("ice " * 6000)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator("[data-check-status]")).to_contain_text("23,999 characters")


def test_examples_are_of_the_kinds_that_they_are_called(page: Page, site: str) -> None:
    page.goto(f"{site}check/")
    for name, verdict in (
        ("a sentence word for word", "verbatim"),
        ("one with a number altered", "altered"),
        ("one joined from two places", "joined"),
    ):
        page.get_by_role("link", name=name).click()
        expect(page.locator(f"[data-verdict={verdict}]")).to_have_count(1)
        expect(page.locator(".check-sentence")).to_have_count(1)


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=alert(1)><script>alert(2)</script> green cheese",
        "?!… “”",
        "\u202eesoohc ot eerf \u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639",
        "a\x00b \ufffe \U0001f600 \u0301\u0301\u0301",
        "%E0%A4%A & ?q=1 # \\ ' \"",
    ],
)
def test_hostile_words_do_no_harm(page: Page, site: str, heard: Heard, text: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{site}check/?q={quote(text)}")
    expect(page.locator("[data-check-summary]")).to_be_visible()
    assert page.locator(".check-results :is(img, script)").count() == 0
    assert heard.errors == []


def test_a_broken_connection_is_told_and_tried_again(page: Page, site: str) -> None:
    page.route("**/quote-index/*.pack*", lambda route: route.abort())
    page.goto(f"{site}check/?q={quote(SAME)}")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.unroute("**/quote-index/*.pack*")
    again.click()
    summary = page.locator("[data-check-summary]")
    expect(summary).to_have_text("This is in the texts, word for word.")
    expect(again).to_be_hidden()


def test_a_server_without_ranges_serves_as_well(page: Page, site: str) -> None:
    def whole(route: Route) -> None:
        headers = {name: value for name, value in route.request.headers.items() if name != "range"}
        route.continue_(headers=headers)

    page.route("**/quote-index/*.pack*", whole)
    page.goto(f"{site}check/?q={quote(OTHER_NUMBER)}")
    expect(page.locator(".check-verdict strong")).to_have_text("Altered")


def test_chinese_words_are_told_as_names(page: Page, site: str) -> None:
    page.goto(f"{site}check/?q={quote('公安部')}")
    expect(page.locator(".check-chinese")).to_contain_text("Their Chinese originals are not here")
    expect(page.get_by_role("link", name="Ministry of Public Security")).to_be_visible()


def test_without_a_script_the_page_says_what_it_needs(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}check/")
    expect(page.get_by_text("It needs JavaScript modules")).to_be_visible()
    expect(page.get_by_text("build_site.py quote").first).to_be_visible()
    expect(page.locator("textarea")).to_be_hidden()
    context.close()


def test_the_page_is_found_from_the_home_page_and_the_foot(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("link", name="Check it word for word").click()
    expect(page).to_have_url(f"{site}check/")
    expect(page.locator("footer").get_by_role("link", name="Check a quotation")).to_be_visible()
