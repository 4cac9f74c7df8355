"""Test the contents of the pages of the small corpus, counted by hand from `sample_corpus`."""

from __future__ import annotations

from dataclasses import replace

import markdown
import pytest
from bs4 import BeautifulSoup
from mkdocs.utils.meta import get_data

from briefings.model import Corpus, Outlet, Person, Place, Quoted, RoleWording
from briefings.model.page import SiteInfo
from briefings.render import render
from briefings.views import views

from .sample_corpus import CORPUS, FISH, UNDATED

ADA, BO, CY = CORPUS.people
(PAPER,) = CORPUS.outlets
SITE = SiteInfo("Briefings", "What was said.", "https://example.org/b/")


def page(url: str, corpus: Corpus = CORPUS) -> BeautifulSoup:
    (made,) = (one for one in views(corpus, SITE) if one.url == url)
    body, _ = get_data(render(made))
    written = markdown.markdown(body, extensions=["attr_list", "tables", "toc"])
    return BeautifulSoup(written, "html.parser")


def words(url: str, corpus: Corpus = CORPUS) -> str:
    return " ".join(page(url, corpus).get_text(" ").split())


def test_who_spoke_stands_before_whom_reports_quote_and_who_is_only_named() -> None:
    quoted = Person("eve-pen", "Eve Pen", (), (), (), (), BO.quoted)
    named = Person("dee-words", "Dee Words", (), (), (), (), ())
    shown = words("speakers/", replace(CORPUS, people=(named, quoted, BO, ADA, CY)))
    order = [
        "Spoke at a briefing", "Ada Chair", "Bo Fisher", "Cy Net",
        "Quoted or reported in articles", "Eve Pen", "Listed or named only", "Dee Words",
    ]  # fmt: skip
    places = [shown.index(one) for one in order]
    assert places == sorted(places)
    assert "Quoted or reported in articles" not in words("speakers/")
    assert "Bo Fisher director of fish" in shown
    assert "answered 1 question" in shown


def test_of_the_words_of_a_briefing_each_has_a_share() -> None:
    shown = words("speakers/bo-fisher/")
    # 4 and 12 words, 4, and 2, of 11 + 22 + 13 + 7 + 3.
    assert "39.3% 22 56" in shown
    assert "Spoke at 1 briefing (4 May 2021): answered 1 question and handed over 1." in shown
    assert "Quoted or reported 2 times in 2 articles." in shown
    assert "hands over: The Paper · 4 words" in shown
    assert "No comment. answers a question, asker not given in the source · 2 words" in shown


@pytest.mark.parametrize(
    ("dates", "role"),
    [
        (("2021-05-04", "2021-05-05"), "the second"),
        (("2021-05-05", "2021-05-04"), "the first"),
        (("2021-05-04", "2021-05-04"), "the first"),
        ((None, "2021-05-04"), "the second"),
    ],
)
def test_the_role_of_an_index_is_the_one_worded_last(
    dates: tuple[str | None, str | None], role: str
) -> None:
    roles = tuple(
        RoleWording(f"the {nth} fisher", None, date, Place(FISH, "010", None, 3))
        for nth, date in zip(("first", "second"), dates, strict=True)
    )
    shown = words("speakers/", replace(CORPUS, people=(replace(BO, roles=roles),)))
    assert f"Bo Fisher {role} fisher" in shown


def test_a_name_that_is_an_outlets_and_a_persons_leads_to_the_one_who_speaks() -> None:
    twin = Person("the-paper", "The Paper", (), (), (), (), ())
    shown = page(f"briefings/{FISH}/", replace(CORPUS, people=(*CORPUS.people, twin)))
    links = {str(one["href"]) for one in shown.find_all("a", href=True) if "The Paper" in one.text}
    assert "../../outlets/the-paper/" in links
    assert "../../speakers/the-paper/" not in links
    # An outlet without a page is named without a link.
    shown = page(f"briefings/{FISH}/", replace(CORPUS, outlets=()))
    links = {str(one["href"]) for one in shown.find_all("a", href=True)}
    assert not any("outlets/the-paper" in link for link in links)
    assert "The Paper" in shown.get_text()


def test_briefings_stand_by_year_the_newest_first_and_the_undated_last() -> None:
    older = replace(
        CORPUS.briefings[0],
        slug="2020-01-02-eels",
        title="Eels",
        date="2020-01-02",
        witnesses=CORPUS.briefings[0].witnesses[:1],
        participants=(),
    )
    corpus = replace(CORPUS, briefings=(older, *CORPUS.briefings))
    shown = words("briefings/", corpus)
    order = ["2021", "on fish", "2020", "Eels", "Year not given", "The harbour"]
    places = [shown.index(one) for one in order]
    assert places == sorted(places)
    assert "3 officials · 2 questions · official translation · also told by Daily Net" in shown
    # What was asked leads to the questions.
    assert (
        "also told by Daily Net How many nets are there, and who counts them? What about boats?"
        in shown
    )


def test_an_outlet_says_how_often_it_asked_when_and_on_what() -> None:
    shown = words("outlets/the-paper/")
    assert "Asked 1 question: 4 May 2021. Answered by Cy Net" in shown
    assert "Asked on Nets 1" in shown
    assert "Questions of 2021" in shown
    assert "Also printed as Paper Daily." in shown
    silent = Outlet("net-weekly", "Net Weekly", (), ())
    index = words("outlets/", replace(CORPUS, outlets=(PAPER, silent)))
    assert "1 question: 4 May 2021" in index
    assert "Net Weekly" in index


def test_a_source_is_listed_with_what_it_is_and_what_was_removed() -> None:
    shown = words("sources/")
    assert "transcript official translation , Ministry of Fish" in shown
    assert "main text of 4 May 2021 · 19 lines, 1 removed" in shown
    assert "article rewritten , Daily Net, 5 May 2021 · a text of 4 May 2021 · 6 lines" in shown
    assert "Article, 10 January (year not given) without a title" in shown
    assert shown.index("Transcript, Ministry of Fish, 4 May 2021") < shown.index("Daily Net, 5 May")


def test_quotations_say_how_and_in_which_text() -> None:
    direct = replace(BO, quoted=(Quoted(Place(FISH, "011", "011-s2p2", 6), "direct"),))
    shown = words("speakers/bo-fisher/", replace(CORPUS, people=(ADA, direct, CY)))
    assert "he said. direct quotation · 4 May 2021 · Daily Net, 5 May 2021 rewritten" in shown
    assert "reported · Article, 10 January (year not given)" in words("speakers/bo-fisher/")
    assert UNDATED.startswith("year-unknown")


def test_a_briefing_says_its_place_in_its_series() -> None:
    fish, harbour = CORPUS.briefings
    for series, number, said in (
        ("Sea & shore", 2, "2nd in the series “Sea & shore”"),
        ("Sea & shore", None, "In the series “Sea & shore”"),
        (None, 2, ""),
    ):
        corpus = replace(CORPUS, briefings=(replace(fish, series=series, number=number), harbour))
        shown = words(f"briefings/{FISH}/", corpus)
        assert (said in shown) if said else ("series" not in shown)
    assert shown.startswith("Briefings Skip to the text 4 May 2021 · Harbour City")
    assert "Date 4 May 2021, 10 a.m." in shown


def test_texts_are_compared_where_a_briefing_has_two() -> None:
    shown = words("compare/")
    assert (
        "Compare Transcript, Ministry of Fish, 4 May 2021, official translation"
        " and Daily Net, 5 May 2021 rewritten" in shown
    )
    alone = replace(CORPUS, briefings=CORPUS.briefings[1:], topics=(), people=(), outlets=())
    assert "compare/" not in {one.url for one in views(replace(alone, unassigned=()), SITE)}


def test_a_question_that_nobody_answers_is_an_outlets_question_all_the_same() -> None:
    fish, harbour = CORPUS.briefings
    corpus = replace(
        CORPUS, briefings=(replace(fish, exchanges=()), harbour), topics=(), unassigned=()
    )
    shown = words("outlets/the-paper/", corpus)
    assert "How many nets are there, and who counts them?" in shown
    assert "answered by" not in shown
