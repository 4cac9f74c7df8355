"""Which text speaks, on pages: its name, its publisher and its quality; read from the sources."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from bs4 import BeautifulSoup
from bs4.element import PageElement

from briefings.model import Corpus, Place
from briefings.model.page import Page, SiteInfo
from briefings.render import render, render_file
from briefings.views import pieces, views
from briefings.views.lookup import Lookup
from briefings.views.text_links import place_link, primary_first, text_of, text_words
from tests.gathered import five

from .sample_corpus import CORPUS, FISH, UNDATED

SITE = SiteInfo("Briefings", "What was said.", "https://example.org/b/")
REPORT = "Guangming Daily, 26 July 2022"
TRANSCRIPT = "Transcript, Publicity Department, 25 July 2022"


@cache
def _pages() -> dict[str, Page]:
    return {one.url: one for one in views(five(), SITE)}


def _soup(url: str) -> BeautifulSoup:
    return BeautifulSoup(render(_pages()[url]), "html.parser")


def _words(page: BeautifulSoup) -> str:
    return " ".join(page.get_text(" ").split())


def _find(corpus: Corpus = CORPUS) -> Lookup:
    return Lookup(corpus, SITE)


def test_a_publisher_is_added_where_the_name_does_not_hold_it() -> None:
    fish = CORPUS.briefings[0]
    named = replace(
        fish.primary, settings=replace(fish.primary.settings, name="Transcript, 4 May 2021")
    )
    briefing = replace(fish, witnesses=(named, *fish.witnesses[1:]))
    corpus = replace(CORPUS, briefings=(briefing, *CORPUS.briefings[1:]))
    place = Place(FISH, "010", "t2p1", 6)
    assert text_of(place, _find(corpus)).publisher == "Ministry of Fish"
    assert text_words(place, _find(corpus)) == (
        "Transcript, 4 May 2021, Ministry of Fish, official translation"
    )
    assert text_of(place, _find()).publisher is None


def test_a_place_is_called_by_its_text_and_line_and_a_machine_is_warned_of() -> None:
    article = place_link(Place(FISH, "011", "011-s2p2", 6), _find())
    assert (article.place, article.near, article.warned) == (
        "Daily Net, 5 May 2021, line 6", "Daily Net, line 6", "rewritten",
    )  # fmt: skip
    transcript = place_link(Place(FISH, "010", "t2p1", 6), _find())
    assert (transcript.near, transcript.warned) == ("the transcript, line 6", None)


def test_the_primary_text_comes_first_and_all_else_stays_in_its_order() -> None:
    places = [
        Place(FISH, "011", "011-s1p1", 3), Place(FISH, "010", "t7p1", 18),
        Place(FISH, "010", "t2p1", 6), Place(UNDATED, "012", "s1p1", 1),
    ]  # fmt: skip
    assert [(one.source, one.line) for one in primary_first(places, _find())] == [
        ("010", 18), ("010", 6), ("012", 1), ("011", 3),
    ]  # fmt: skip


def test_a_row_of_figures_names_its_text_and_marks_a_machines() -> None:
    rows = _soup("figures/year/2022/1/").select("#figures-table tbody tr")
    thefts = [row for row in rows if "theft cases will drop by 96.1%" in _words_of(row)]
    assert thefts
    for row in thefts:
        cell = row.find_all("td")[-1]
        assert REPORT in _words_of(cell)
        badge = cell.select_one(".badge")
        assert badge is not None
        assert badge.get_text() == "rewritten"
    printed = next(row for row in rows if "theft cases dropped by 62.6%" in _words_of(row))
    cell = printed.find_all("td")[-1]
    assert _words_of(cell) == f"{TRANSCRIPT} , official translation"
    assert cell.select_one(".badge") is None


def _words_of(element: PageElement | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def test_the_headline_of_an_indicator_says_whose_the_other_number_is() -> None:
    page = _pages()["indicators/theft-change/"]
    assert page.context["meta"]["title"] == (
        "The number of theft cases fell by 62.6% from 2012 to 2021; "
        "Guangming Daily (rewritten) says 96.1%"
    )
    assert f"96.1% decrease in {REPORT} rewritten" in _words(_soup("indicators/theft-change/"))


def test_both_sides_of_a_difference_have_their_text_the_primary_one_first() -> None:
    entry = next(
        one for one in _soup("discrepancies/").select("li[data-type]")
        if "Did thefts fall" in one.get_text()
    )  # fmt: skip
    heads = [_words_of(one.find("p")) for one in entry.select("ul.both > li")]
    assert heads == [
        f"{TRANSCRIPT} , official translation · line 133", f"{REPORT} rewritten · line 15",
    ]  # fmt: skip


def test_what_is_taken_away_says_from_which_texts_it_is() -> None:
    sections = pieces(_find(five()), five())
    made = {one.path: one for url, _, make in sections if url == "indicators/" for one in make()}
    drawing = BeautifulSoup(render_file(made["indicators/motor-vehicles/chart.svg"]), "html.parser")
    said = " ".join(one.get_text() for one in drawing.select(".foot"))
    assert said == (
        f"Motor vehicles From: {TRANSCRIPT}, official translation; China News Service, "
        "10 January 2023, machine-translated. "
        "Briefings, https://example.org/b/indicators/motor-vehicles/"
    )
    embedded = render_file(made["indicators/theft-change/embed.html"])
    assert f"From: {TRANSCRIPT}, official translation." in embedded


def test_mentions_of_a_term_stand_under_their_text_the_primary_one_first() -> None:
    page = _soup("terms/clean-net/")
    heads = [_words_of(ol.find_previous("p")) for ol in page.select("ol.kwic")]
    assert heads[-2:] == [f"{TRANSCRIPT} , official translation", f"{REPORT} rewritten"]
    lines = [link.get_text() for link in page.select("ol.kwic")[-1].select(".meta a")]
    assert [one for one in lines if one.startswith("line")] == ["line 7"]
