"""Following links that were copied before a text was corrected."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from briefings.ids import words_checksum
from tests.browser.conftest import served
from tests.command import SITE_URL
from tests.conftest import Built
from tests.site.test_published import LAKE, SEA, Corpus

COUNTED = "We counted 12 harbours in 2020, and every one of them was dredged before winter came."
QUESTION = "How many boats are there? Thank you."


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site published twice: then the date was another, a number wrong, a sentence there."""
    corpus = Corpus(tmp_path_factory.mktemp("corrected"))
    corpus.site = corpus.seeds.parent / "www" / urlsplit(SITE_URL).path.strip("/")
    sea = corpus.seeds / "10_sea.txt"
    sea.write_text(SEA, "utf-8")
    (corpus.seeds / "20_lake.txt").write_text(LAKE, "utf-8")
    corpus.settings("10", "date: 2021-05-03\ndate_basis: a first reading\n")
    corpus.freeze()
    (corpus.editorial / "sources" / "10.yml").unlink()
    lights = "The lighthouses along the northern coast were painted white, as the law asks of us.\n"
    assert lights in SEA
    sea.write_text(SEA.replace("counted 12", "counted 13").replace(lights, ""), "utf-8")
    corpus.build()
    with served(Built(corpus.site, corpus.seeds.parent / "www", SITE_URL)) as address:
        yield address


OLD, NEW = "briefings/2021-05-03-harbours/", "briefings/2021-05-04-harbours/"


def test_an_old_address_leads_to_its_words(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{OLD}#t4p1")
    page.wait_for_url(f"**/{NEW}#t4p1")
    expect(page.locator("[id=t4p1]")).to_have_text(QUESTION)


def test_an_old_address_without_a_passage_leads_to_the_page(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{OLD}")
    page.wait_for_url(f"**/{NEW}")


def test_a_copied_link_says_that_its_passage_moved(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{OLD}?w={words_checksum(QUESTION)}#t4p1")
    page.wait_for_url(f"**/{NEW}?*#t4p1")
    expect(page.locator(".since")).to_contain_text("had another address")


def test_a_copied_link_says_that_its_words_changed(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{NEW}?w={words_checksum(COUNTED)}#t2p1")
    expect(page.locator(".since")).to_contain_text("have changed since this link was copied")
    expect(page.locator(".passage:has([id=t2p1]) .earlier del")).to_have_text("12")
    expect(page.locator(".passage:has([id=t2p1]) .earlier ins")).to_be_visible()


def test_a_copied_link_to_words_that_stand_says_nothing(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{NEW}?w={words_checksum(QUESTION)}#t4p1")
    expect(page.locator("[id=t4p1]")).to_be_visible()
    expect(page.locator(".since")).to_have_count(0)


def test_what_is_gone_shows_what_it_said(page: Page, corrected: str) -> None:
    page.goto(f"{corrected}{NEW}#t2p2")
    gone = page.locator(".former li[id=t2p2]")
    expect(gone).to_be_visible()
    expect(gone).to_contain_text("The lighthouses along the northern coast")
