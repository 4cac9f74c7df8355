"""The search as a reader meets it: keys, hits, marks, filters, its address, and where it fails."""

from __future__ import annotations

import gzip
import re
from urllib.parse import parse_qs, quote_plus, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from tests.browser.accessible import faults_of_all
from tests.browser.conftest import WIDTHS, Heard, window
from tests.conftest import Built

HITS = "ol[data-search-results] > li"
FIRST_QUERY_BYTES = 150_000
FIRST_QUERY_REQUESTS = 14


def ask(page: Page, site: str, typed: str, more: str = "") -> Locator:
    """The hits of the search page for a query."""
    page.goto(f"{site}search/?q={quote_plus(typed)}{more}")
    done(page)
    return page.locator(HITS)


def done(page: Page) -> None:
    page.wait_for_selector("ol[data-search-results][aria-busy=false]", state="attached")


def told(page: Page) -> int:
    """How many hits the page says there are."""
    return int(re.findall(r"\d+", page.locator(".search-status").inner_text())[0])


def passages(hits: Locator) -> Locator:
    """Those that are passages: pages of speakers, terms and the rest may stand between."""
    return hits.filter(has=hits.page.locator(".hit-head > a[href*='#']"))


def texts(hits: Locator) -> list[str]:
    return hits.locator(".hit-text").all_inner_texts()


def test_a_slash_opens_it_and_keys_lead_to_the_marked_passage(
    page: Page, heard: Heard, site: str
) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    box = page.locator("header input[type=search]")
    expect(box).to_be_focused()
    page.keyboard.type("homicide clearance")
    options = page.locator("header [role=option]")
    expect(options.first).to_contain_text("homicide clearance rate")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", re.compile(".+"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/briefings/**")
    target = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(target.locator("mark").first).to_have_text("homicide")
    expect(target.locator("mark").first).to_be_in_viewport()
    assert not heard.errors
    assert not heard.elsewhere


def test_what_a_key_chose_stays_chosen_while_the_list_is_drawn_again(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("homicide")
    options = page.locator("header [role=option]")
    expect(options.first).to_contain_text("homicide")
    page.keyboard.press("ArrowDown")
    chosen = options.first.text_content() or ""
    options.first.evaluate("option => { option.dataset.earlier = 'yes' }")
    page.keyboard.type(" ")
    expect(page.locator("header [data-earlier]")).to_have_count(0)
    expect(page.locator("header [aria-selected=true]")).to_have_text(chosen)


def test_escape_closes_the_list_and_enter_alone_goes_to_the_search_page(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("blockchain")
    options = page.locator("header [role=option]")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=blockchain")
    done(page)
    expect(page.locator(HITS).first).to_contain_text("blockchain")


def test_a_slash_is_a_slash_in_a_text_field(page: Page, site: str) -> None:
    page.goto(f"{site}search/")
    field = page.locator("[data-search-form] input")
    field.fill("24")
    field.press("/")
    expect(field).to_have_value("24/")


def test_opening_a_page_loads_nothing_of_the_search(page: Page, site: str, built: Built) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}briefings/{built.briefings[0]['slug']}/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/search-index/" in url]
    scripts = [url for url in asked if "/assets/bundles/" in url and url.endswith(".js")]
    assert sorted(url.rsplit("/", 1)[1] for url in scripts) == ["briefing.js", "head.js"]


def test_the_first_query_is_light(page: Page, site: str) -> None:
    """As sent: text compressed, packed files are already."""
    page.goto(site)
    page.wait_for_load_state("networkidle")
    bodies: list[tuple[str, bytes]] = []

    def keep(request: Request) -> None:
        answer = request.response()
        if answer:
            bodies.append((request.url, answer.body()))

    page.on("requestfinished", keep)
    page.keyboard.press("/")
    page.keyboard.type("telecom fraud")
    expect(page.locator("header [role=option]").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    sent = sum(
        len(body) if urlsplit(url).path.endswith(".pack") else len(gzip.compress(body, mtime=0))
        for url, body in bodies
    )
    assert "layer.json" in " ".join(url for url, _ in bodies)
    assert sent < FIRST_QUERY_BYTES, [(url, len(body)) for url, body in bodies]
    assert len(bodies) < FIRST_QUERY_REQUESTS, [url for url, _ in bodies]


def test_a_hit_says_who_when_and_where_and_leads_there(page: Page, heard: Heard, site: str) -> None:
    hits = passages(ask(page, site, "98.62%"))
    expect(hits).to_have_count(2)
    hit = hits.first
    links = hit.locator("a")
    assert re.search(
        r"/briefings/[^/]+/\?h=98\.62%25#t2p2$", links.nth(0).get_attribute("href") or ""
    )
    expect(links.nth(0)).to_have_text("Sun Maoli, 25 July 2022")
    assert (links.nth(1).get_attribute("href") or "").endswith("/speakers/sun-maoli/")
    expect(hit.locator("mark")).to_have_text(["98.62%"])
    assert told(page) >= 2
    assert not heard.errors


def test_the_same_words_in_two_texts_are_one_hit(page: Page, site: str) -> None:
    """Source 001 gives the opening of 002 word for word."""
    hits = passages(ask(page, site, '"National Sword"'))
    expect(hits).to_have_count(1)
    expect(hits.first).to_contain_text("also in China.org.cn, 5 November 2023")


def test_quoted_phrases_stand_as_they_are(page: Page, site: str) -> None:
    ask(page, site, '"crime"')
    quoted = told(page)
    expect(page.locator("[data-search-also]")).to_be_empty()
    ask(page, site, "crime")
    expect(page.locator("[data-search-also]")).to_contain_text("word forms")
    assert 0 < quoted < told(page)
    for text in texts(passages(ask(page, site, '"organized crime"'))):
        assert "organized crime" in text.replace("-organized", " organized").lower()


def test_what_is_left_out_is_left_out_in_all_its_forms(page: Page, site: str) -> None:
    ask(page, site, "fraud")
    every = told(page)
    hits = ask(page, site, "fraud -telecom -telecommunications -telecommunication -cyber")
    assert 0 < told(page) < every
    assert not [text for text in texts(hits) if re.search(r"\b(telecom|cyber)\b", text)]


def test_expansions_are_told_and_can_be_switched_off(page: Page, site: str) -> None:
    ask(page, site, "mafia")
    with_all = told(page)
    chip = page.get_by_role("button", name="gang: do not search this")
    chip.click()
    done(page)
    assert parse_qs(urlsplit(page.url).query)["off"] == ["gang"]
    assert told(page) < with_all
    page.get_by_role("button", name="gang: search this again").click()
    done(page)
    assert told(page) == with_all


def test_a_typing_error_is_told_and_mended(page: Page, site: str) -> None:
    hits = ask(page, site, "homocide")
    expect(hits.first).to_contain_text("homicide")
    expect(page.locator("[data-search-also]")).to_contain_text("No text contains “homocide”")


def test_filters_count_and_the_address_keeps_them(page: Page, heard: Heard, site: str) -> None:
    ask(page, site, "fraud")
    label = page.locator("fieldset.facet label", has_text="Sun Maoli")
    count = int(label.locator(".facet-count").inner_text())
    label.locator("input").check()
    done(page)
    expect(page.locator(HITS)).to_have_count(count)
    assert parse_qs(urlsplit(page.url).query)["speaker"] == ["sun-maoli"]
    page.reload()
    done(page)
    expect(page.locator(HITS)).to_have_count(count)
    page.go_back()
    done(page)
    assert page.locator(HITS).count() > count
    page.go_forward()
    done(page)
    expect(page.locator(HITS)).to_have_count(count)
    assert not heard.errors


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ('speaker:"Li Jiantao" Kunlun', "Li Jiantao"),
        ("outlet:phoenix food", "asked by Phoenix TV"),
        ("kind:question drug", "Question of"),
        ("year:2022 homicide", "2022"),
    ],
)
def test_fields_narrow(page: Page, site: str, typed: str, holds: str) -> None:
    hits = ask(page, site, typed)
    assert hits.count() > 0
    for text in hits.all_inner_texts():
        assert holds in text


def test_a_field_can_be_left_out(page: Page, site: str) -> None:
    hits = ask(page, site, 'Kunlun kind:answer -speaker:"Li Jiantao"')
    assert hits.count() > 0
    assert not [text for text in hits.all_inner_texts() if "Li Jiantao," in text]


def test_unknown_fields_are_plain_text(page: Page, site: str) -> None:
    expect(ask(page, site, "campaign:Kunlun").first).to_contain_text("Kunlun")


def test_hits_can_be_sorted_by_date(page: Page, site: str) -> None:
    ask(page, site, "homicide")
    page.locator("[data-search-sort]").select_option("date")
    done(page)
    years = [
        int(re.findall(r"\d{4}", text)[-1])
        for text in page.locator(".hit-head > a").all_inner_texts()
        if re.search(r"\d{4}", text)
    ]
    assert years == sorted(years, reverse=True)
    assert len(set(years)) > 1


def test_nothing_found_leads_on(page: Page, site: str) -> None:
    hits = ask(page, site, "xyzzyq", "&year=2022")
    expect(hits).to_have_count(0)
    expect(page.locator("[role=status].search-status")).to_have_text("Nothing found.")
    expect(page.locator("[data-search-none] a").first).to_be_visible()
    page.get_by_role("button", name="Search everywhere, without the filters").click()
    done(page)
    assert "year" not in parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    "typed",
    ["", "-", '"', "()*&^%$#@!", "<script>alert(1)</script>", "kind:constructor", "a" * 3000],
)
def test_odd_input_breaks_nothing(page: Page, heard: Heard, site: str, typed: str) -> None:
    ask(page, site, typed)
    assert page.locator("main script:not([src])").count() == 0
    assert not heard.errors


def test_arrows_walk_the_hits(page: Page, site: str) -> None:
    ask(page, site, "fraud")
    page.locator("[data-search-form] input").focus()
    page.keyboard.press("ArrowDown")
    first = page.locator(".hit-head > a").first
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".hit-head > a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-form] input")).to_be_focused()


def test_marks_can_be_stepped_through_and_taken_away(page: Page, heard: Heard, site: str) -> None:
    href = ask(page, site, "fraud").first.locator("a").first.get_attribute("href")
    assert href
    page.goto(href)
    bar = page.get_by_role("complementary", name="Searched words on this page")
    told = bar.get_by_role("status")
    now, of = (int(n) for n in re.findall(r"\d+", told.inner_text()))
    target = urlsplit(href).fragment
    expect(page.locator(f"[id='{target}'] mark.now")).to_have_count(1)
    assert page.locator("mark.found").count() >= of > 1
    bar.get_by_role("button", name="Next").click()
    expect(told).to_have_text(f"{now % of + 1} of {of}")
    expect(page.locator("mark.now")).to_be_in_viewport()
    bar.get_by_role("button", name="Take the marks away").click()
    expect(page.locator("mark")).to_have_count(0)
    assert "h=" not in page.url
    assert not heard.errors


def test_the_search_of_a_speaker_stays_with_the_speaker(page: Page, site: str) -> None:
    page.goto(f"{site}speakers/qiu-baoli/")
    page.keyboard.press("/")
    page.keyboard.type("police")
    option = page.get_by_role("option", name="Search this speaker only")
    expect(option).to_have_attribute("href", re.compile(r"q=police&speaker=qiu-baoli$"))
    option.click()
    page.wait_for_url("**/search/?q=police&speaker=qiu-baoli")
    done(page)
    for text in page.locator(HITS).all_inner_texts():
        assert "Qiu Baoli" in text


def test_without_modules_the_page_says_where_to_look(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.route("**/assets/bundles/find.js", lambda route: route.abort())
    page.goto(f"{site}search/?q=fraud")
    expect(page.get_by_text("needs JavaScript modules")).to_be_visible()
    for name in ("briefings by date", "speakers from A to Z", "outlets from A to Z"):
        link = page.get_by_role("link", name=name)
        answer = page.request.get(site + "search/" + (link.get_attribute("href") or ""))
        assert answer.status == 200
    page.close()


def test_without_the_index_the_page_says_so(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto(f"{site}search/?q=fraud")
    done(page)
    expect(page.locator(".search-status")).to_have_text("The search could not be loaded.")
    expect(page.get_by_role("link", name="briefings by date")).to_be_visible()
    page.close()


@pytest.mark.parametrize("lost", ["layer.json", "words-*.pack*", "hits-*.pack*"])
def test_what_could_not_be_fetched_is_fetched_once_the_network_is_back(
    browser: Browser, site: str, lost: str
) -> None:
    """Nothing is drawn of half an index; a reader who asks again gets the whole answer."""
    page = browser.new_page()
    page.route(f"**/search-index/**/{lost}", lambda route: route.abort())
    page.goto(f"{site}search/?q=fraud")
    done(page)
    expect(page.locator(".search-status")).to_have_text("The search could not be loaded.")
    expect(page.locator(HITS)).to_have_count(0)
    page.unroute(f"**/search-index/**/{lost}")
    page.get_by_role("button", name="Search", exact=True).click()
    done(page)
    expect(page.locator(HITS).first).to_contain_text("fraud")
    page.close()


def test_a_server_that_knows_no_ranges_gives_the_same_hits(browser: Browser, site: str) -> None:
    page = browser.new_page()
    expected = ask(page, site, "telecom fraud").all_inner_texts()
    whole: list[int] = []

    def answer(route: Route) -> None:
        headers = {name: value for name, value in route.request.headers.items() if name != "range"}
        response = route.fetch(headers=headers)
        whole.append(response.status)
        route.fulfill(response=response)

    page.route("**/search-index/**/*.pack*", answer)
    assert ask(page, site, "telecom fraud").all_inner_texts() == expected
    assert set(whole) == {200}
    page.close()


def test_a_file_that_is_cut_short_is_no_answer(browser: Browser, site: str) -> None:
    """A proxy that sends fewer bytes than were asked for must not make up a text."""
    page = browser.new_page()

    def cut(route: Route) -> None:
        response = route.fetch()
        route.fulfill(status=response.status, body=response.body()[:-5])

    page.route("**/search-index/**/hits-*.pack*", cut)
    page.goto(f"{site}search/?q=fraud")
    done(page)
    expect(page.locator(".search-status")).to_have_text("The search could not be loaded.")
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_hits_filters_and_lists(
    browser: Browser, site: str, width: int
) -> None:
    page = window(browser, width)
    found: list[str] = []

    def look(what: str) -> None:
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), what
        found.extend(f"{what}: {fault}" for fault in faults_of_all(page))

    ask(page, site, "organised crime fraud")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    look("hits and filters")
    ask(page, site, "xyzzyq")
    look("nothing found")
    href = ask(page, site, "homicide").first.locator("a").first.get_attribute("href")
    page.goto(href or "")
    expect(page.locator("mark.now").first).to_be_visible()
    look("marks")
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("fraud")
    expect(page.locator("header [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    look("list below the box")
    page.context.close()
    assert not found, "\n".join(found)
