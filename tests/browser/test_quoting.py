"""Words that a reader selects, and the band that names their text, in a browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import faults
from tests.conftest import Built

MACHINE = ("machine-translated", "rewritten")
# Selects from words of one passage to words of the same or another.
SELECT = """([from, words, to, others]) => {
  const at = (id, offset) => {
    const walk = document.createTreeWalker(document.getElementById(id), 4);
    for (let node = walk.nextNode(); node; offset -= node.data.length, node = walk.nextNode())
      if (offset <= node.data.length) return [node, offset];
    throw new Error("no such words");
  };
  const text = (id) => document.getElementById(id).textContent;
  const end = text(to).indexOf(others) + others.length;
  getSelection().setBaseAndExtent(...at(from, text(from).indexOf(words)), ...at(to, end));
}"""
COPIED = "navigator.clipboard.readText()"


@pytest.fixture(name="briefing")
def briefing_with_an_article(built: Built) -> dict[str, Any]:
    """The briefing of which a newspaper's machine-made text stands beside the transcript."""
    return next(
        one for one in built.briefings
        if any(text["quality"] in MACHINE for text in one["witnesses"][1:])
    )  # fmt: skip


def _open(page: Page, site: str, briefing: dict[str, Any]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}briefings/{briefing['slug']}/")


def _exchange(briefing: dict[str, Any]) -> list[dict[str, Any]]:
    """The turns of the first exchange."""
    first = briefing["exchanges"][0]
    ids = {first["question"], *first["handovers"], *first["answers"]}
    return [turn for turn in briefing["witnesses"][0]["turns"] if turn["id"] in ids]


def test_selected_words_are_taken_away_with_their_origin(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    """By the mouse and by the keyboard; the number is whole though a part of it was selected."""
    _open(page, site, briefing)
    text = "the number of registered cases in 2021 dropped by 64.4% compared".capitalize()
    page.evaluate(SELECT, ["t2p6", "number of registered", "t2p6", "dropped by 64"])
    bar = page.locator("#quote-bar")
    bar.wait_for()  # it is loaded now
    assert faults(page, "#quote-bar") == []

    page.keyboard.press("Tab")
    expect(bar.locator("[data-do=quote]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bar.get_by_role("status")).to_have_text("Quotation copied")
    words, origin = page.evaluate(COPIED).split("\n")
    assert words.strip("“”") in text
    assert words.endswith("64.4”")
    assert origin.startswith("— Sun Maoli, a member of the Party Committee")
    assert "25 July 2022. Transcript, Publicity Department, 25 July 2022 (official tran" in origin
    assert origin.rpartition("#")[2] == "t2p6"

    bar.locator("[data-do=link]").click()
    expect(bar.get_by_role("status")).to_have_text("Link copied")
    link = page.evaluate(COPIED)
    assert "#t2p6:~:text=number%20of%20registered%20cases" in link

    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    page.keyboard.press("Alt+q")
    expect(bar.locator("[data-do=quote]")).to_be_focused()
    bar.locator("[data-do=cite-words]").click()
    expect(page.locator("#cite pre").first).to_contain_text("number of registered cases")
    page.wait_for_timeout(300)  # it does not come back over the citations
    expect(bar).to_be_hidden()


def test_copying_across_passages_takes_the_texts_alone(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    """Names of speakers are the text's; notes, tools, lines and links to other texts are not."""
    _open(page, site, briefing)
    turns = _exchange(briefing)
    passages = [one for turn in turns for one in turn["passages"]]
    first, last = passages[0], passages[-1]
    page.evaluate(SELECT, [first["id"], first["text"], last["id"], last["text"]])
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate(COPIED).split("\n\n")
    names = {turn["speaker"]["name"] for turn in turns}
    assert [one for one in copied if one not in names] == [one["text"] for one in passages]


def test_words_of_an_address_are_marked_where_the_browser_does_not_do_it(
    page: Page, site: str, briefing: dict[str, Any]
) -> None:
    """Over marks and from one paragraph into the next."""
    _open(page, site, briefing)
    turns = [one for one in briefing["witnesses"][0]["turns"] if len(one["passages"]) > 1]
    first, second = turns[0]["passages"][:2]
    words = (first["text"].split()[-4:], second["text"].split()[:4])
    named = ",".join(quote(" ".join(one), safe="") for one in words)
    hash_ = f"#{first['id']}:~:text={named}"
    marked = page.evaluate(
        """async (hash) => {
            const script = document.querySelector("script[src*='briefing.js']").src;
            const { highlight } = await import(new URL("highlight.js", script).href);
            return highlight(hash).map((mark) => mark.textContent).join("");
        }""",
        hash_,
    )
    assert marked == "".join(" ".join(one) for one in words)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_who_lands_in_a_machines_text_sees_what_it_is(
    browser: Browser, site: str, briefing: dict[str, Any], scripts: bool
) -> None:
    """On a phone: the band stays, hides neither the passage nor what has the focus, and what
    editors say of differences is open."""
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": 375, "height": 700}, reduced_motion="reduce"
    )
    page = context.new_page()
    text = next(one for one in briefing["witnesses"] if one["quality"] in MACHINE)
    passage = text["sections"][2]["passages"][2]["id"]
    page.goto(f"{site}briefings/{briefing['slug']}/#{passage}")
    band = page.locator(f"[id='text-{text['source']}'] > .band")
    expect(band).to_be_in_viewport(ratio=1)
    expect(band).to_contain_text("Guangming Daily, 26 July 2022")
    link = band.get_by_role("link", name="rewritten")
    expect(link).to_have_attribute("href", f"../../sources/{text['source']}/#quality")
    edge = _box(band)["y"] + _box(band)["height"]
    assert _box(page.locator(f"[id='{passage}']"))["y"] >= edge - 1
    note = page.locator(f".passage:has(> [id='{passage}']) .sidenote")
    assert [one.get_attribute("open") for one in note.all() if _is_discrepancy(one)] == ["", ""]
    # One stop leads back into the text, arrows from link to link in it.
    for key in ("Shift+Tab", "End", *["ArrowLeft"] * 25) if scripts else ():
        page.keyboard.press(key)
        focused = page.locator(":focus")
        if focused.evaluate("(one) => Boolean(one.closest('.witness .passage'))"):
            assert _box(focused)["y"] >= edge - 1, focused.evaluate("(one) => one.outerHTML")
    context.close()


def _box(one: Any) -> Any:
    box = one.bounding_box()
    assert box
    return box


def _is_discrepancy(note: Any) -> bool:
    return "discrepancy" in (note.get_attribute("class") or "")
