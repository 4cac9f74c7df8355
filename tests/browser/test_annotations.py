"""The annotation layer in a browser: levels, pop-overs, notes, keys."""

from __future__ import annotations

import gzip
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from tests.browser.accessible import faults
from tests.browser.conftest import WIDTHS, Heard, window
from tests.conftest import Built

MARKS = ("figure", "term", "person")
OPEN = ".pops > :popover-open"
SETTLED = "html[data-settled]"


@pytest.fixture(name="longest")
def longest_page(built: Built) -> Path:
    """The page of the briefing that has most to show."""
    return max(built.folder.glob("briefings/*/index.html"), key=lambda page: page.stat().st_size)


@pytest.fixture(name="url")
def longest_url(longest: Path, site: str) -> str:
    return f"{site}briefings/{longest.parent.name}/"


def _mark(page: Page, kind: str) -> Locator:
    return page.locator(f".passage a.{kind}[href]").first


def _show(page: Page, level: str) -> None:
    """Chooses how much of the annotations is seen."""
    page.locator(".annotations > summary").click()
    page.locator(f"[name=annotations][value={level}]").check()
    page.locator(".annotations > summary").click()


def _open(page: Page, url: str) -> None:
    """The page with all that its texts have marked."""
    page.goto(url)
    _show(page, "all")


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_opens_by_click_and_escape_gives_the_focus_back(
    page: Page, url: str, kind: str, heard: Heard
) -> None:
    _open(page, url)
    mark = _mark(page, kind)
    mark.click()
    shown = page.locator(OPEN)
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("role", "dialog")
    expect(shown).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert page.url == url, "the link was followed"
    page.keyboard.press("Escape")
    expect(shown).to_have_count(0)
    expect(mark).to_be_focused()
    expect(mark).to_have_attribute("aria-expanded", "false")
    assert heard.errors == []


@pytest.mark.parametrize("kind", MARKS)
def test_a_mark_opens_by_enter_and_leads_on_by_keyboard(page: Page, url: str, kind: str) -> None:
    _open(page, url)
    mark = _mark(page, kind)
    href = mark.evaluate("mark => mark.href")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_be_focused()
    for _ in page.locator(f"{OPEN} a:not(.action)").all():
        page.keyboard.press("Tab")  # what follows a figure stands before it
    page.keyboard.press("Tab")
    expect(page.locator(f"{OPEN} a.action")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(href)


def test_a_mark_opens_by_tap_within_a_small_window(browser: Browser, url: str) -> None:
    context = browser.new_context(
        viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(url)
    _mark(page, "figure").tap()
    expect(page.locator(OPEN)).to_be_visible()
    box = page.locator(OPEN).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    page.locator(OPEN).get_by_role("button", name="Close").tap()
    expect(page.locator(OPEN)).to_have_count(0)
    context.close()


def test_an_outlet_in_the_head_of_its_question_opens_too(page: Page, url: str) -> None:
    page.goto(url)
    page.locator(".ask a.name").first.click()
    expect(page.locator(".pops > [id^=outlet-]:popover-open")).to_be_visible()


def test_a_second_click_closes_and_another_mark_takes_over(page: Page, url: str) -> None:
    page.goto(url)
    marks = page.locator(".passage a.term[href]")
    first, second = marks.nth(0), marks.nth(1)
    first.click()
    first.click()
    expect(page.locator(OPEN)).to_have_count(0)
    first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    second.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_have_count(1)
    expect(first).to_have_attribute("aria-expanded", "false")
    expect(second).to_have_attribute("aria-expanded", "true")


def test_the_pointer_opens_after_a_while_and_takes_no_focus(page: Page, url: str) -> None:
    _open(page, url)
    _mark(page, "term").hover()
    expect(page.locator(OPEN)).to_be_visible()
    assert page.evaluate("!document.activeElement.closest('[popover]')")
    page.mouse.move(2, 2)
    expect(page.locator(OPEN)).to_have_count(0)


def test_a_pop_over_stands_beside_its_mark(page: Page, url: str) -> None:
    page.goto(url)
    mark = page.locator(".passage a.figure[href]").nth(5)
    mark.click()
    at, shown = mark.bounding_box(), page.locator(OPEN).bounding_box()
    assert at
    assert shown
    gap = max(shown["y"] - at["y"] - at["height"], at["y"] - shown["y"] - shown["height"])
    assert 0 <= gap < 20


def test_every_mark_opens_something(page: Page, url: str) -> None:
    """Each kind of mark at once: what it tells is in the file that the page fetches."""
    _open(page, url)
    mute = page.evaluate(
        """async () => {
            const told = Object.keys(await (await fetch("marks.json")).json());
            const marks = [...document.querySelectorAll(
              ".passage :is(a.figure, a.term, a.person), .flow a.name")];
            const last = (mark) => mark.href.split(/[/#]/).filter(Boolean).at(-1);
            return marks.filter((mark) => mark.ariaHasPopup !== "dialog"
              || !told.some((id) => id.endsWith(`-${last(mark)}`))).map((mark) => mark.href);
        }"""
    )
    assert mute == []
    few = page.locator(".pops > *")
    expect(few).to_have_count(0)


def test_a_mark_whose_file_cannot_be_had_is_a_link(page: Page, url: str) -> None:
    page.route("**/marks.json", lambda route: route.abort())
    page.goto(url)
    mark = _mark(page, "term")
    href = mark.evaluate("mark => mark.href")
    mark.click()
    page.wait_for_url(href)


def test_copying_a_quotation_copies_its_words_only_at_every_level(
    page: Page, built: Built, url: str
) -> None:
    page.goto(url)
    slug = url.rstrip("/").rsplit("/", 1)[1]
    texts = {
        passage["id"]: passage["text"]
        for witness in built.data(f"briefings/{slug}.json")["witnesses"]
        for part in witness.get("turns", []) + witness.get("sections", [])
        for passage in part["passages"]
    }
    noted = page.locator(".passage > p:has(a.note):has(a.figure)").first
    for level in ("off", "essential", "all"):
        _show(page, level)
        copied = noted.evaluate(
            "p => { getSelection().selectAllChildren(p); return getSelection().toString() }"
        )
        assert copied.strip() == texts[noted.get_attribute("id") or ""], level


def _seen(page: Page) -> dict[str, int]:
    """How many marks of each kind are links, numbers of notes that are seen, and notes."""
    page.locator(SETTLED).wait_for()
    return {
        "links": page.locator(".passage > p:first-child a[href]:not(.note)").count(),
        "essential": page.locator(".passage > p:first-child a.essential[href]:not(.note)").count(),
        "numbers": page.locator(".passage a.note:visible").count(),
        "notes": page.locator(".passage > .sidenote:visible").count(),
    }


def test_what_is_marked_is_nothing_what_is_essential_or_all_and_the_choice_is_kept(
    page: Page, url: str
) -> None:
    page.goto(url)
    level = page.locator(".annotations > summary .level:visible")
    expect(level).to_have_text("essential")
    seen = {"essential": _seen(page)}
    for name in ("all", "off"):
        _show(page, name)
        expect(level).to_have_text(name)
        page.reload()
        expect(level).to_have_text(name)
        seen[name] = _seen(page)
    assert set(seen["off"].values()) == {0}
    few, all_ = seen["essential"], seen["all"]
    assert 0 < few["links"] == few["essential"] == all_["essential"] < all_["links"]
    assert 0 < few["numbers"] < all_["numbers"]
    assert 0 < few["notes"] < all_["notes"]
    mark = page.locator(".passage a.figure").first
    assert mark.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"
    assert mark.evaluate("a => { a.focus(); return document.activeElement !== a }")
    mark.click()
    expect(page.locator(OPEN)).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".sidenote:visible")).to_have_count(0)
    assert mark.evaluate("a => getComputedStyle(a).textDecorationLine") == "none"


def test_what_an_address_asks_for_is_seen_with_annotations_off(page: Page, url: str) -> None:
    page.goto(url)
    _show(page, "off")
    note = page.locator(".more-notes .sidenote [role=note]").first
    id_ = note.get_attribute("id") or ""
    page.goto(f"{url}#{id_}")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport()
    page.goto(f"{url}?h=98.62%25#t2p2")
    expect(page.locator("#t2p2 mark.found")).to_have_text("98.62%")
    expect(page.locator("#t2p2 mark.found")).to_be_in_viewport()
    assert page.locator("#t2p2").evaluate(
        "p => getComputedStyle(p).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    )


def test_a_turn_is_one_stop_of_the_keyboard_and_arrows_lead_through_it(
    page: Page, url: str
) -> None:
    page.goto(url)
    page.locator(SETTLED).wait_for()
    turns = page.locator(".flow :is(.turn, .question, .part)")
    stops = """turns => turns.map(turn =>
        [...turn.querySelectorAll("a[href], summary, button")].filter(
            one => one.tabIndex >= 0 && one.checkVisibility()).length)"""
    assert set(turns.evaluate_all(stops)) == {1}
    _show(page, "all")
    assert set(turns.evaluate_all(stops)) == {1}
    name = page.locator("#t2 .by a")
    name.focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#t2 .passage a[href]").first
    expect(first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("#t2 .passage a[href]:visible:focus")).to_have_count(1)
    page.keyboard.press("ArrowLeft")
    expect(first).not_to_be_focused()
    expect(page.locator(OPEN)).to_be_visible()
    page.keyboard.press("Escape")  # closes the explanation of the mark, and no more
    expect(page.locator(OPEN)).to_have_count(0)
    page.keyboard.press("Escape")
    expect(name).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(name).to_be_focused()


def test_j_and_k_turn_to_the_next_and_the_previous_turn_but_not_in_a_field(
    page: Page, url: str
) -> None:
    page.goto(url)
    for id_ in ("t1", "t2", "t3"):
        page.keyboard.press("j")
        expect(page.locator(f"#{id_} .by :is(h3, h4)")).to_be_focused()
        expect(page.locator(f"#{id_} .by :is(h3, h4)")).to_be_in_viewport(ratio=1)
    page.keyboard.press("k")
    expect(page.locator("#t2 .by :is(h3, h4)")).to_be_focused()
    page.locator("input[name=q]").first.press("j")
    expect(page.locator("input[name=q]").first).to_be_focused()
    page.locator(".annotations > summary").click()
    page.locator("[name=turning]").uncheck()
    page.locator(".annotations > summary").press("j")
    expect(page.locator(".annotations > summary")).to_be_focused()


def _boxes(page: Page, selector: str) -> Iterator[FloatRect]:
    for one in page.locator(selector).all():
        box = one.bounding_box()
        if box and box["height"]:
            yield box


@pytest.mark.parametrize("width", [1440, 1280])
def test_on_wide_screens_notes_stand_in_the_margin_apart_from_one_another(
    page: Page, url: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    _show(page, "all")
    notes = list(_boxes(page, ".passage > :is(.sidenote, .more-notes)"))
    assert len(notes) > 10
    text = page.locator(".flow .passage > p").first.bounding_box()
    assert text
    for one in notes:
        assert one["x"] >= text["x"] + text["width"]
        assert one["x"] + one["width"] <= width
    for above, below in itertools.pairwise(notes):
        assert below["y"] >= above["y"] + above["height"]
    back = page.locator(".passage > .sidenote .n").first.get_attribute("href") or ""
    number = page.locator(back).bounding_box()
    assert number
    assert abs(notes[0]["y"] - number["y"]) < 40
    expect(page.locator(".sidenote [role=note]").first).to_be_visible()
    expect(page.locator(".sidenote .ground").first).to_be_hidden()


def test_of_the_notes_on_a_passage_one_is_in_view_and_the_others_unfold(
    page: Page, url: str
) -> None:
    page.goto(url)
    per_passage = """passages => Math.max(...passages.map(one =>
        [...one.querySelectorAll("[role=note]")].filter(note => note.checkVisibility()).length))"""
    passages = page.locator(".passage:has(.sidenote)")
    for level in ("essential", "all"):
        _show(page, level)
        assert passages.evaluate_all(per_passage) == 1
    others = page.locator(".more-notes").first
    others.locator("> summary").click()
    expect(others.locator("[role=note]").first).to_be_visible()
    basis = others.locator(".basis > summary").first
    basis.click()
    expect(others.locator(".ground").first).to_be_visible()


def test_on_small_screens_notes_unfold_in_the_text(page: Page, url: str) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(url)
    note = page.locator(".passage > .sidenote[data-weight=essential]").first
    body = note.locator("[role=note]")
    expect(body).to_be_hidden()
    note.locator("> summary").click()
    expect(body).to_be_visible()
    number = page.locator(".passage a.note.essential").nth(2)
    target = page.locator(number.get_attribute("href") or "")
    expect(target).to_be_hidden()
    number.click()
    expect(target).to_be_visible()
    expect(target).to_be_in_viewport()
    target.locator("a.n").click()
    expect(number).to_be_in_viewport()


def test_notes_print_at_the_end_and_come_back(page: Page, url: str) -> None:
    _open(page, url)
    number = page.locator(".sidenote").count()
    page.emulate_media(media="print")
    expect(page.locator(".endnotes > .sidenote")).to_have_count(number)
    expect(page.locator(".endnotes [role=note]").last).to_be_visible()
    shown = page.locator(".endnotes .n").all_inner_texts()
    assert shown == [str(n) for n in range(1, number + 1)]
    page.emulate_media(media="screen")
    expect(page.locator(".endnotes")).to_have_count(0)
    expect(page.locator(".passage .sidenote")).to_have_count(number)


def test_without_javascript_marks_are_links_to_what_says_the_same(
    browser: Browser, url: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(url)
    few = page.locator(".passage > .sidenote [role=note]:visible").count()
    assert few
    _show(page, "all")
    assert page.locator(".passage > .sidenote [role=note]:visible").count() > few
    mark = _mark(page, "figure")
    words = mark.inner_text()
    mark.click()
    # The figures are shared out by year; the first of a briefing stand on the year's own page.
    id_ = page.url.partition("/figures/#")[2]
    page.locator(f"article a[href$='year/{id_[:4]}/']").click()
    expect(page.locator(f"[id='{id_}']")).to_contain_text(words)
    page.goto(url)
    page.locator(".passage a.term.essential").first.click()
    assert "/terms/" in page.url
    expect(page.locator(".kwic li").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_a_pop_over_open(browser: Browser, url: str, width: int) -> None:
    page = window(browser, width)
    _open(page, url)
    found: list[str] = []
    for kind in MARKS:
        _mark(page, kind).click()
        expect(page.locator(OPEN)).to_be_visible()
        # The page around it is looked at elsewhere.
        found += [f"{kind}: {one}" for one in faults(page, OPEN)]
        page.keyboard.press("Escape")
    page.context.close()
    assert found == []


def test_the_page_weighs_little_more_than_its_text(
    longest: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Marks and notes: at most 1.5 times the page without them; what marks tell is fetched when
    a reader comes to the first of them."""
    whole = BeautifulSoup(longest.read_text(encoding="utf-8"), "html.parser")
    marked = _weight(whole)
    fetched = len(gzip.compress((longest.parent / "marks.json").read_bytes(), mtime=0))
    for one in whole.select(".passage > :is(.sidenote, .more-notes), a.note, .annotations"):
        one.decompose()
    for one in whole.select(".passage :is(a.figure, a.term, a.person, data)"):
        one.unwrap()
    plain = _weight(whole)
    told = (
        f"{longest.parent.name}: {plain} bytes plain, {marked} with marks and notes "
        f"({marked / plain:.2f}), and {fetched} fetched for what marks tell"
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{told}\n")
    assert marked / plain <= 1.5


def _weight(page: BeautifulSoup) -> int:
    return len(gzip.compress(str(page).encode(), mtime=0))


def test_the_list_of_terms_narrows_while_typing(page: Page, built: Built, site: str) -> None:
    terms = built.data("terms.json")["terms"]
    page.goto(f"{site}terms/")
    page.locator("select[name=kind]").select_option("law")
    laws = sum(one["kind"] == "law" for one in terms)
    expect(page.locator("#terms li:visible")).to_have_count(laws)
    # No term of three briefings can be called no longer mentioned.
    expect(page.locator("input[name=gone]")).to_have_count(0)


def test_the_list_of_terms_keeps_in_the_address_what_was_asked(page: Page, site: str) -> None:
    page.goto(f"{site}terms/")
    page.locator("select[name=kind]").select_option("law")
    page.locator("[data-narrow=terms] [name=q]").fill("terrorism")
    expect(page).to_have_url(f"{site}terms/?q=terrorism&kind=law")
    shown = page.locator("#terms li:visible").all_inner_texts()
    assert len(shown) == 1
    page.goto("about:blank")
    page.goto(f"{site}terms/?q=terrorism&kind=law")
    expect(page.locator("#terms li:visible")).to_have_count(1)
    assert page.locator("#terms li:visible").all_inner_texts() == shown
    expect(page.locator("select[name=kind]")).to_have_value("law")
    page.locator("nav.kinds a", has_text="Places").click()
    expect(page.locator("#kind-place li").first).to_be_visible()
    expect(page).to_have_url(f"{site}terms/#kind-place")


def test_all_terms_stand_on_the_page_without_a_script(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}terms/?kind=law")
    expect(page.locator("#kind-organization li").first).to_be_visible()
    expect(page.locator("form.narrow")).to_be_hidden()
    page.locator("nav.kinds a", has_text="Places").click()
    assert page.url.endswith("#kind-place")
    context.close()
