"""The reading page in a browser: what a reader can do with a passage."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Built


@pytest.fixture(name="briefing")
def longest_briefing(built: Built) -> dict[str, Any]:
    """The briefing with the most questions."""
    return max(built.briefings, key=lambda one: len(one["exchanges"]))


def _answer(briefing: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A turn that answers, and its first passage."""
    answers = {id_ for one in briefing["exchanges"] for id_ in one["answers"]}
    turn = next(one for one in briefing["witnesses"][0]["turns"] if one["id"] in answers)
    return turn, turn["passages"][0]


def _choose(page: Page, site: str, briefing: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    turn, passage = _answer(briefing)
    page.goto(f"{site}briefings/{briefing['slug']}/")
    page.locator(f"[id='{passage['id']}'] + .tools .pin").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#passage-tools")).to_be_visible()
    return turn["speaker"]["name"], passage


def test_the_sign_beside_a_passage_copies_its_address_and_keeps_the_place(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    _, passage = _choose(page, site, briefing)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(copied).fragment == passage["id"]
    assert urlsplit(page.url).fragment == passage["id"]
    expect(page.locator("[data-do=cite]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#passage-tools")).to_be_hidden()
    expect(page.locator(f"[id='{passage['id']}'] + .tools .pin")).to_be_focused()


def test_the_page_is_cited_after_a_passage_was(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    _choose(page, site, briefing)
    page.locator("[data-do=cite]").click()
    # What writes it is fetched first.
    expect(page.locator("#cite")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Cite", exact=True).click()
    expect(page.locator("#cite-title")).to_have_text("Cite this page")
    text = page.locator("#cite pre").first.inner_text()
    assert briefing["title"] in text
    assert "Passage" not in text


def test_a_passage_leads_to_its_line_in_the_source(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    _, passage = _choose(page, site, briefing)
    page.locator("[data-do=source]").click()
    line = page.locator(f"#L{passage['line']}")
    expect(line).to_be_in_viewport()
    shown = re.sub(r"\s+", " ", line.locator(".raw").inner_text()).strip()
    assert shown == passage["text"]


def test_a_report_carries_the_passage(page: Page, site: str, briefing: dict[str, Any]) -> None:
    _, passage = _choose(page, site, briefing)
    for report in page.locator("[data-report]").all():
        asked = parse_qs(urlsplit(report.get_attribute("href") or "").query)
        assert asked["about"] == [f"briefings/{briefing['slug']}/#{passage['id']}"]
    page.locator("[data-report=passage]").click()
    told = page.locator("[data-reported] a")
    expect(told).to_have_attribute("href", f"{site}briefings/{briefing['slug']}/#{passage['id']}")


def test_a_report_names_the_passage_that_was_chosen_last(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    """Where a repository takes reports, its form is filled in."""
    page.goto(f"{site}briefings/{briefing['slug']}/")
    _with_forms(page)
    for id_ in ("t1p1", "t2p1"):
        page.locator(f".pin[href='#{id_}']").click()
        page.keyboard.press("Escape")
    for link in ("[data-report=page]", "[data-suggest=passage]"):
        asked = _asked(page, link)
        assert asked["title"] == ["Mistake: x #t2p1"]
        assert asked["passage"][0].endswith(f"/briefings/{briefing['slug']}/#t2p1")
        assert "quote" not in asked


def _with_forms(page: Page) -> None:
    """The page as it is where a repository takes reports and suggestions."""
    page.evaluate(
        """() => {
            const suggest = document.createElement("a");
            suggest.dataset.suggest = "passage";
            document.querySelector("#passage-tools .actions").append(suggest);
            for (const link of document.querySelectorAll("[data-report], [data-suggest]"))
              link.href = "https://example.org/issues/new?template=x.yml"
                + "&title=Mistake%3A%20x&passage=page";
        }"""
    )


def _asked(page: Page, link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.locator(link).first.get_attribute("href") or "").query)


def _select(page: Page, id_: str, words: str, nth: int = 0) -> None:
    """Selects words of a passage as a reader would; they lie within one run of its text."""
    page.evaluate(
        """([id, words, nth]) => {
            const walk = document.createTreeWalker(document.getElementById(id), 4);
            for (let node = walk.nextNode(); node; node = walk.nextNode())
              for (const { index } of node.data.matchAll(words))
                if (nth-- === 0)
                  return getSelection().setBaseAndExtent(node, index, node, index + words.length);
            throw new Error("no such words");
        }""",
        [id_, words, nth],
    )


def test_words_that_are_selected_go_into_the_form(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    page.goto(f"{site}briefings/{briefing['slug']}/")
    _with_forms(page)
    _select(page, "t1p2", "give the floor")
    page.locator(".pin[href='#t1p2']").click()
    for link in ("[data-report=page]", "[data-report=passage]", "[data-suggest=passage]"):
        asked = _asked(page, link)
        assert asked["quote"] == ["give the floor"]
        assert asked["passage"][0].endswith("/#t1p2")
    page.keyboard.press("Escape")
    page.locator(".pin[href='#t2p1']").click()
    asked = _asked(page, "[data-suggest=passage]")
    assert "quote" not in asked
    assert asked["passage"][0].endswith("/#t2p1")


def test_a_whole_paragraph_can_be_selected(page: Page, site: str, briefing: dict[str, Any]) -> None:
    page.goto(f"{site}briefings/{briefing['slug']}/")
    _with_forms(page)
    page.locator("#t1p2").click(click_count=3, position={"x": 5, "y": 8})
    page.locator(".pin[href='#t1p2']").click()
    (text,) = [
        passage["text"] for witness in briefing["witnesses"] for turn in witness.get("turns", [])
        for passage in turn["passages"] if passage["id"] == "t1p2"
    ]  # fmt: skip
    assert _asked(page, "[data-suggest=passage]")["quote"] == [text]


def test_words_that_recur_carry_those_around_them(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    page.goto(f"{site}briefings/{briefing['slug']}/")
    _with_forms(page)
    _select(page, "t1p1", "Bureau of the MPS", 2)
    page.locator(".pin[href='#t1p1']").click()
    asked = _asked(page, "[data-suggest=passage]")
    text = page.locator("#t1p1").text_content() or ""
    before, after = text.split("Bureau of the MPS")[2:4]
    fragment = asked["passage"][0].partition("#t1p1")[2]
    assert fragment.startswith(":~:text=")
    first, words, last = fragment.removeprefix(":~:text=").split(",")
    assert before.strip().endswith(unquote(first.removesuffix("-")))
    assert unquote(words) == "Bureau of the MPS"
    assert after.strip().startswith(unquote(last.removeprefix("-")))


def test_a_selection_over_two_passages_is_no_quotation(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    page.goto(f"{site}briefings/{briefing['slug']}/")
    _with_forms(page)
    page.evaluate(
        "getSelection().setBaseAndExtent(document.getElementById('t1p1'), 0,"
        " document.getElementById('t1p2'), 1)"
    )
    page.locator(".pin[href='#t1p1']").click()
    assert "quote" not in _asked(page, "[data-suggest=passage]")


@pytest.mark.parametrize("about", ["//evil.example/", "javascript:alert(1)", "../../x/", "a b"])
def test_the_about_page_shows_no_address_but_one_of_the_site(
    page: Page, site: str, about: str
) -> None:
    page.goto(f"{site}about/?about={quote(about, safe='')}#mistakes")
    expect(page.locator("#mistakes")).to_be_visible()
    expect(page.locator("[data-reported]")).to_be_hidden()
    expect(page.locator("[data-reported] a")).to_have_count(0)


def test_the_speaker_stays_in_view_on_a_small_screen(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    page.set_viewport_size({"width": 375, "height": 500})
    turns = briefing["witnesses"][0]["turns"]
    turn = max(turns, key=lambda one: sum(len(passage["text"]) for passage in one["passages"]))
    page.goto(f"{site}briefings/{briefing['slug']}/#{turn['passages'][-1]['id']}")
    expect(
        page.locator(f"[id='{turn['id']}'] .by h3, [id='{turn['id']}'] .by h4")
    ).to_be_in_viewport()


def test_the_contents_are_folded_on_a_small_screen_and_open_on_a_wide_one(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    page.goto(f"{site}briefings/{briefing['slug']}/")
    first = page.locator(".contents .toc a").first
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(first).to_be_visible()
    page.set_viewport_size({"width": 375, "height": 700})
    expect(first).to_be_hidden()
    page.locator(".contents summary").click()
    expect(first).to_be_visible()


def test_a_passage_far_down_is_reached_by_its_address(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    last = _last_passage(briefing)
    middle = briefing["exchanges"][len(briefing["exchanges"]) // 2]["answers"][0]
    for id_ in (last["id"], f"{middle}p1"):
        page.goto(f"{site}briefings/{briefing['slug']}/#{id_}")
        # A browser that loads a page again goes to where its reader was.
        expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()
        page.reload()
        expect(page.locator(f"[id='{id_}']")).to_be_in_viewport()


def test_words_far_down_are_found_by_the_browser(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    last = _last_passage(briefing)
    page.goto(f"{site}briefings/{briefing['slug']}/")
    passage = page.locator(f"[id='{last['id']}']")
    expect(passage).not_to_be_in_viewport()
    assert page.evaluate("(words) => find(words)", last["text"][:60])
    expect(passage).to_be_in_viewport()


def test_back_and_a_link_followed_at_once_lead_to_their_passage(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    """Turns off the screen are laid out by and by, but never while a reader is led past them."""
    middle = briefing["exchanges"][len(briefing["exchanges"]) // 2]["answers"][0]
    passage = page.locator(f"[id='{middle}p1']")
    page.goto(f"{site}briefings/{briefing['slug']}/", wait_until="commit")
    passage.wait_for(state="attached")
    page.evaluate("id => { location.hash = id }", f"{middle}p1")
    page.locator("html[data-settled]").wait_for()
    expect(passage).to_be_in_viewport()
    page.goto(f"{site}about/")
    page.go_back()
    page.locator("html[data-settled]").wait_for()
    expect(passage).to_be_in_viewport()


def _last_passage(briefing: dict[str, Any]) -> dict[str, Any]:
    """The last passage of the primary text."""
    primary = next(one for one in briefing["witnesses"] if one["source"] == briefing["primary"])
    passage: dict[str, Any] = primary["turns"][-1]["passages"][-1]
    return passage
