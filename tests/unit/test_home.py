"""The home page: its choices from a small corpus checked by eye, and items pinned by editors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefings.editorial import load
from briefings.gathering.pins import check_pins
from briefings.model import Corpus, Discrepancy, Outlet, Person, Pinned, Subject, Topic, Usage
from briefings.model.figures import Ruling
from briefings.model.page import SiteInfo
from briefings.problems import Problems
from briefings.render import render
from briefings.views import views
from briefings.views.front import _one_a_topic
from briefings.views.links import Link
from tests.gathered import five

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED
from .test_views_annotations import FULL, NETS, RECORD, THREE, TWELVE

ASKED = "How many nets are there, and who counts them?"


def _home(corpus: Corpus = FULL, pinned: Pinned | None = None) -> dict[str, Any]:
    site = SiteInfo("Briefings", home="What was said.", pinned=pinned or Pinned())
    [page] = [one for one in views(corpus, site) if one.url == ""]
    return page.context


def _soup(corpus: Corpus) -> BeautifulSoup:
    [page] = [one for one in views(corpus, SiteInfo("Briefings")) if one.url == ""]
    return BeautifulSoup(render(page), "html.parser")


def test_the_latest_briefing_stands_first_with_its_numbers_and_questions() -> None:
    latest = _home()["latest"]
    assert latest.briefing.url == f"briefings/{FISH}/"
    assert latest.facts == ["3 officials", "2 questions", "2 texts"]
    # Editors track the nets; "nets" alone says too little.
    assert [(one.comparator, one.quote, one.subject) for one in latest.numbers] == [
        ("", "3", "Number of nets"), ("about", "12", "fish counted"),
    ]  # fmt: skip
    # Neither question is clear without knowing the briefing.
    assert (latest.questions, latest.more_questions) == ([], 2)


def test_the_five_texts_fill_the_page() -> None:
    """Three numbers and questions of the latest briefing, six more numbers, three disagreements."""
    home = _home(five())
    latest = home["latest"]
    assert (len(latest.numbers), len(latest.questions)) == (3, 3)
    assert (len(home["numbers"]), len(home["disagreements"])) == (6, 3)
    assert all(one.confirmed for one in home["disagreements"])


def test_of_each_topic_one_number_leads_and_each_without_a_topic() -> None:
    def card(id_: str, topic: str | None) -> Any:
        return SimpleNamespace(topic=topic, number=SimpleNamespace(id=id_))

    cards = [card("a", "nets"), card("b", None), card("c", "nets"), card("d", None)]
    leading, others = _one_a_topic(cards)
    assert [one.number.id for one in leading] == ["a", "b", "d"]
    assert [one.number.id for one in others] == ["c"]


def test_a_question_is_called_by_its_subject_where_one_is_known() -> None:
    fish, harbour = CORPUS.briefings
    first, second = fish.exchanges
    place = replace(TWELVE.place, passage="t3p1", line=9, start=23, end=38)
    subject = Subject(place, "nets are there", clipped=True)
    exchanges = (replace(first, subject=subject), second)
    corpus = replace(CORPUS, briefings=(replace(fish, exchanges=exchanges), harbour))
    latest = _home(corpus)["latest"]
    [named] = latest.questions
    assert (named.subject, named.named) == ("nets are there…", True)
    assert (named.question, latest.more_questions) == (ASKED, 1)
    assert named.asker.name == "The Paper"
    assert [one.name for one in named.answerers] == ["Cy Net"]
    assert (named.number, named.minutes) == (1, 1)


def test_the_example_and_the_searches_are_words_of_the_corpus() -> None:
    home = _home()
    assert (home["example"].quote, home["example"].url) == ("3", f"briefings/{FISH}/#t5p1")
    assert [one.words for one in home["searches"]] == ["3", "Bo Fisher", "The Paper"]
    assert home["searches"][1].url == "search/?q=Bo%20Fisher"


def test_a_number_that_is_shown_already_is_not_shown_twice() -> None:
    assert _home()["numbers"] == []
    # The pinned one belongs to another briefing.
    numbers = _home(pinned=Pinned(briefing=UNDATED))["numbers"]
    assert [(one.number.title, one.number.quote) for one in numbers] == [
        ("Number of nets", "3"), ("Fish counted", "12"),
    ]  # fmt: skip


def _record(id_: str, status: Any, **changes: Any) -> Discrepancy:
    figures = (TWELVE.id, THREE.id)
    passages = (TWELVE.place, THREE.place)
    return replace(RECORD, id=id_, status=status, figures=figures, passages=passages, **changes)


def test_texts_disagree_with_both_values_confirmed_ones_first() -> None:
    confirmed = _record("r3", "confirmed", weight=1, ruling=Ruling(title="12 or 3?"))
    found = _record("r4", "found", weight=90)
    home = _home(replace(FULL, discrepancies=(found, confirmed)))
    [shown] = home["disagreements"]
    assert (shown.title, shown.confirmed) == ("12 or 3?", True)
    assert [one.words for one in shown.sides] == ["about 12", "3"]
    assert home["confirmed"]
    unconfirmed = _home(replace(FULL, discrepancies=(found,)))
    assert [one.url for one in unconfirmed["disagreements"]] == ["discrepancies/#r4"]
    assert not unconfirmed["confirmed"]


def test_one_value_in_one_text_is_no_disagreement() -> None:
    assert _home()["disagreements"] == []


def test_topics_people_and_terms_lead_to_all_of_them() -> None:
    topics, people, terms = _home()["ways"]
    assert [(one.title, one.extent) for one in topics.links] == [("Nets", "1 question")]
    assert [(one.title, one.extent) for one in people.links] == [
        ("Bo Fisher", "spoke 3 times"), ("Ada Chair", "spoke 2 times"), ("Cy Net", "spoke once"),
    ]  # fmt: skip
    assert people.all == Link("3 speakers", "speakers/")
    # The other two terms of the glossary are not mentioned anywhere.
    assert [link.title for link in terms.links] == ["nets"]


def test_who_asks_stands_for_terms_that_nobody_wrote() -> None:
    ways = _home(CORPUS)["ways"]
    assert [way.title for way in ways] == ["Topics", "People", "Who asks"]
    assert ways[2].links[0].title == "The Paper"


def test_briefings_of_this_week_in_earlier_years() -> None:
    fish, harbour = CORPUS.briefings
    assert _home()["years"] == []
    held = {"2019-05-07": True, "2019-05-08": False, "2021-05-02": False, "2022-05-04": False}
    for date, near in held.items():
        corpus = replace(CORPUS, briefings=(fish, replace(harbour, date=date)))
        newest = max(date, "2021-05-04")
        shown = [one.url for one in _home(corpus)["years"]]
        if newest == "2021-05-04":
            assert shown == ([f"briefings/{UNDATED}/"] if near else [])
        else:
            assert shown == [f"briefings/{FISH}/"]


def test_a_corpus_of_nothing_has_a_home_page() -> None:
    home = _home(EMPTY)
    assert home["latest"] is None
    assert home["example"] is None
    assert home["searches"] == []
    assert home["ways"] == []
    assert _soup(EMPTY).find("section") is None


def test_the_page_says_who_said_the_example_and_links_every_search() -> None:
    page = _soup(FULL)
    tagline = page.select_one(".tagline")
    assert tagline is not None
    assert "For example: Number of nets, 3, 4 May 2021." in " ".join(tagline.get_text().split())
    assert [link.get_text() for link in page.select(".find .meta a")][:3] == [
        "3", "Bo Fisher", "The Paper",
    ]  # fmt: skip


SITE_YML = """\
pinned:
  briefing: {briefing}
  numbers: [number-of-nets]
  searches:
    - mend them
    - {search}
  disagreements: [{record}]
  topics: [nets]
  people: [cy-net]
  terms: [{term}]
"""
RIGHT = {"briefing": UNDATED, "search": '"3 nets"', "record": "r1", "term": "tools"}


def _pinned(folder: Path, **changed: str) -> tuple[Pinned, list[str]]:
    (folder / "site.yml").write_text(SITE_YML.format(**(RIGHT | changed)), "utf-8")
    problems = Problems()
    site = load(folder, problems).site
    assert site is not None
    assert not problems.errors
    check_pins(site.pinned, FULL, problems)
    return site.pinned, [f"{one.line}:{one.column} {one.rule}: {one.message}" for one in problems]


def test_what_editors_pin_comes_first(tmp_path: Path) -> None:
    pinned, told = _pinned(tmp_path)
    assert told == []
    home = _home(pinned=replace(pinned, wheres=()))
    assert home["latest"].briefing.url == f"briefings/{UNDATED}/"
    assert home["latest"].pinned
    assert [one.words for one in home["searches"]][:2] == ["mend them", "3 nets"]
    assert [one.title for one in home["ways"][1].links] == [
        "Cy Net", "Bo Fisher", "Ada Chair",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"briefing": "2021-05-04-fsh"},
            "2:13 unknown-pin: the home page pins the briefing '2021-05-04-fsh', and there is none",
        ),
        (
            {"search": "whales"},
            "6:7 pinned-search: no passage contains all words of the search 'whales'",
        ),
        (
            {"record": "r2"},
            "7:19 dismissed-pin: the home page pins the discrepancy 'r2', which editors dismissed",
        ),
        (
            {"term": "harpoon"},
            "10:11 unknown-pin: the home page pins the term 'harpoon', and there is none",
        ),
    ],
)
def test_a_pin_that_leads_nowhere_is_an_error_with_its_place(
    changed: dict[str, str], told: str, tmp_path: Path
) -> None:
    assert _pinned(tmp_path, **changed)[1] == [told]


def test_of_much_the_home_page_shows_the_first() -> None:
    fish, harbour = CORPUS.briefings
    earlier = tuple(
        replace(harbour, slug=f"20{n}-05-04-x", date=f"20{n}-05-04") for n in range(16, 21)
    )
    topics = tuple(replace(CORPUS.topics[0], id=f"t{n}", title=f"Topic {n}") for n in range(9))
    people = tuple(replace(CORPUS.people[1], id=f"p{n}", name=f"Person {n}") for n in range(9))
    corpus = replace(CORPUS, briefings=(fish, *earlier, harbour), topics=topics, people=people)
    home = _home(corpus)
    # The newest three of five years, and eight of nine topics and people.
    assert [one.url for one in home["years"]] == [f"briefings/20{n}-05-04-x/" for n in (20, 19, 18)]
    assert [len(way.links) for way in home["ways"]][:2] == [8, 8]
    figures = tuple(
        replace(
            TWELVE, id=f"f{n}", places=(replace(TWELVE.place, passage=passage),),
            stated=replace(TWELVE.stated, value=5000 + n, subject=f"nets of kind {n}"),
        )
        for n, passage in enumerate(("t1p1", "t2p1", "t4p1", "t5p1", "t7p1"))
    )  # fmt: skip
    numbers = _home(replace(CORPUS, figures=figures))["latest"].numbers
    assert len(numbers) == 3


def _links(home: dict[str, Any], n: int) -> list[tuple[str, str]]:
    return [(link.title, link.extent) for link in home["ways"][n].links]


def test_topics_are_those_with_most_questions_then_by_name_and_with_anything_at_all() -> None:
    def topic(title: str, *questions: str, sections: Any = ()) -> Topic:
        exchanges = tuple((FISH, id_) for id_ in questions)
        return Topic(title.casefold(), title, "", exchanges, sections, ())

    topics = (
        topic("empty"), topic("Told", sections=((FISH, "011-s2"),)), topic("b", "x1"),
        topic("A", "x1"), topic("most", "x1", "x2"),
    )  # fmt: skip
    home = _home(replace(CORPUS, topics=topics))
    assert _links(home, 0) == [
        ("most", "2 questions"), ("A", "1 question"), ("b", "1 question"), ("Told", "0 questions"),
    ]  # fmt: skip
    assert home["ways"][0].all == Link("5 topics", "topics/")
    pinned = _home(replace(CORPUS, topics=topics), Pinned(topics=("told", "gone", "b")))
    assert [title for title, _ in _links(pinned, 0)] == ["Told", "b", "most", "A"]


def test_who_is_only_reported_is_said_to_be() -> None:
    quoted = Person("eve-pen", "Eve Pen", (), (), (), (), CORPUS.people[1].quoted)
    home = _home(replace(FULL, people=(quoted, *FULL.people)))
    assert _links(home, 1)[-1] == ("Eve Pen", "in reports")


def test_terms_are_those_under_most_names_then_with_most_mentions_then_by_name() -> None:
    def term(title: str, wordings: int, mentions: int) -> Any:
        entry = replace(NETS.entry, id=title.casefold(), term=title)
        usages = tuple(Usage(f"{title}{n}", "010", 1) for n in range(wordings))
        return replace(NETS, entry=entry, usages=usages, mentions=NETS.mentions[:1] * mentions)

    terms = (term("b", 1, 2), term("A", 1, 2), term("often", 1, 3), term("many", 2, 1),
             term("never", 3, 0))  # fmt: skip
    home = _home(replace(FULL, annotations=replace(FULL.annotations, terms=terms)))
    assert _links(home, 2) == [("many", "under 2 names"), ("often", ""), ("A", ""), ("b", "")]
    assert home["ways"][2].all.title == "5 terms"
    assert len(home["ways"]) == 3


def test_outlets_say_how_much_they_asked() -> None:
    (paper,) = CORPUS.outlets
    others = tuple(Outlet(f"o{n}", f"Outlet {n}", (), ()) for n in range(8))
    home = _home(replace(CORPUS, outlets=(*others, paper)))
    assert _links(home, 2)[:2] == [("The Paper", "1 question"), ("Outlet 0", "0 questions")]
    assert len(_links(home, 2)) == 8
    assert home["ways"][2].all == Link("9 outlets", "outlets/")


def test_a_pin_of_the_newest_briefing_or_of_none_changes_nothing() -> None:
    for pinned in (FISH, "gone", None):
        latest = _home(pinned=Pinned(briefing=pinned))["latest"]
        assert (latest.briefing.url, latest.pinned) == (f"briefings/{FISH}/", False)
    # A briefing of one text and no questions says little of itself.
    latest = _home(pinned=Pinned(briefing=UNDATED))["latest"]
    assert (latest.facts, latest.more_questions, latest.pinned) == ([], 0, True)


def test_the_example_is_a_number_of_the_latest_briefing_or_else_of_another() -> None:
    assert _home()["example"].title == "Number of nets"
    assert _home(pinned=Pinned(briefing=UNDATED))["example"].quote == "3"
    assert _home(CORPUS)["example"] is None


def test_disagreements_are_confirmed_only_if_all_are() -> None:
    confirmed = _record("r3", "confirmed", weight=1)
    found = _record("r4", "found", weight=90, type="tense", found_by="result-as-future")
    both = _home(replace(FULL, discrepancies=(found, confirmed)),
                 Pinned(disagreements=("r4",)))  # fmt: skip
    assert [one.confirmed for one in both["disagreements"]] == [False, True]
    assert both["confirmed"] is False


def test_no_week_is_that_of_a_day_without_a_year() -> None:
    fish, harbour = CORPUS.briefings
    undated = replace(fish, date="--05-04")
    older = replace(harbour, date=None)
    corpus = replace(CORPUS, briefings=(undated, older))
    assert _home(corpus)["years"] == []
    near = replace(harbour, date="2019-05-04")
    assert _home(replace(CORPUS, briefings=(fish, replace(near, date="--05-04"))))["years"] == []
    home = _home(replace(CORPUS, briefings=(fish, near)))
    assert home["period"] == "4 May 2019 to 4 May 2021"
    assert home["briefings"] == "2 briefings"
