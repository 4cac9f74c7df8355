"""Hubs: which parts they show, and the example of each, read off the small corpus by eye."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

from briefings.model import Corpus, Place
from briefings.model.page import SiteInfo
from briefings.render import render
from briefings.views import views
from briefings.views.examples import most_differing
from briefings.views.hubs import Card, cards
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH
from .test_views_annotations import FULL, RECORD, TWELVE


def _cards(url: str, corpus: Corpus = FULL) -> dict[str, Card]:
    (page,) = (one for one in views(corpus, SiteInfo("Briefings")) if one.url == url)
    return {card.url: card for card in page.context["cards"]}


def _examples(hub: str, part: str, corpus: Corpus = FULL) -> list[Any]:
    return list(_cards(hub, corpus)[part].examples)


def test_numbers_show_an_indicator_and_figures_with_their_text() -> None:
    (indicator,) = _examples("numbers/", "indicators/")
    assert (indicator.number.title, indicator.number.quote) == ("Number of nets", "3")
    assert indicator.number.url == "indicators/number-of-nets/"
    assert indicator.number.of.name == "Transcript, Ministry of Fish, 4 May 2021"
    (figure, *_) = _examples("numbers/", "figures/")
    assert figure.number.quote in ("12", "3")


def test_people_show_who_answered_and_who_asked_with_a_question() -> None:
    first, second = _examples("people/", "speakers/")
    assert (first.name, first.asked.number) == ("Cy Net", 1)
    assert first.asked.asker.name == "The Paper"
    assert (second.name, second.asked.number) == ("Bo Fisher", 2)
    (outlet,) = _examples("people/", "outlets/")
    assert (outlet.name, outlet.asked.url) == ("The Paper", f"briefings/{FISH}/#x1")


def test_how_much_there_is_is_counted_in_words() -> None:
    extents = {url: card.extent for url, card in _cards("people/").items()}
    assert extents == {"speakers/": "3 people", "outlets/": "1 outlet"}
    assert _cards("compare/")["discrepancies/"].extent == "2 discrepancies"


def test_subjects_show_a_topic_a_defined_term_and_the_newest_note() -> None:
    topic, *_ = _examples("topics-and-terms/", "topics/")
    assert topic.name == "Nets"
    (term,) = _examples("topics-and-terms/", "terms/")
    assert (term.title, term.text) == ("nets", "What fish are caught with.")
    (note,) = _examples("topics-and-terms/", "notes/")
    assert (note.title, note.text) == ("12 fish", "Twelve <b>here</b>.")
    assert note.url.startswith(f"briefings/{FISH}/#note-")


def test_two_sides_of_a_discrepancy_are_shown_with_their_texts() -> None:
    article = Place(FISH, "011", "011-s2p1", 5, 0, 9)
    both = replace(RECORD, passages=(TWELVE.place, article), figures=())
    shown, *_ = _examples("compare/", "discrepancies/", replace(FULL, discrepancies=(both,)))
    assert shown.contrast.url == "discrepancies/#r1"
    assert [side.of.by_machine for side in shown.contrast.sides] == [False, True]
    dismissed = replace(both, status="dismissed")
    assert _examples("compare/", "discrepancies/", replace(FULL, discrepancies=(dismissed,))) == []


def test_a_hub_shows_only_parts_that_hold_something() -> None:
    assert list(_cards("compare/", CORPUS)) == ["compare/#texts"]
    assert list(_cards("topics-and-terms/", CORPUS)) == ["topics/"]


def test_texts_side_by_side_lead_to_their_page() -> None:
    (texts,) = _examples("compare/", "compare/#texts")
    assert texts.url == f"compare/{FISH}/"
    assert (texts.a.primary, texts.b.name) == (True, "Daily Net, 5 May 2021")


def test_of_several_texts_the_two_that_differ_most_in_facts_stand_for_all() -> None:
    fact = replace(RECORD, group="fact", status="found")
    dismissed = replace(fact, status="dismissed")
    between = {("1", "2"): [], ("1", "3"): [fact], ("2", "3"): [dismissed, dismissed]}
    find: Any = SimpleNamespace(
        annotated=SimpleNamespace(records_between=lambda a, b: between[a, b])
    )
    pages: list[Any] = [SimpleNamespace(sources=pair) for pair in between]
    assert most_differing(pages, find) == (1, pages[1])
    assert most_differing(pages[:1], find) == (0, pages[0])


def test_numbers_of_a_topic_are_narrowed_by_who_gives_them() -> None:
    [page] = [one for one in views(FULL, SiteInfo("Briefings")) if one.url == "topics/nets/"]
    given = {one.quote: one.by for one in page.context["numbers"]}
    assert given == {"3": ""}  # nobody is named for it: narrowed to a speaker it goes


def test_a_question_without_a_subject_is_shown_once() -> None:
    [page] = [one for one in views(FULL, SiteInfo("Briefings")) if one.url == "topics/nets/"]
    soup = BeautifulSoup(render(page), "html.parser")
    asked = soup.select_one("ol.questions > li")
    assert asked is not None
    assert [p.get_text() for p in asked.select("p:not(.meta)")] == [
        "How many nets are there, and who counts them?"
    ]


@pytest.mark.parametrize(("present", "most"), [(1, 3), (2, 3), (3, 1)])
def test_a_hub_of_few_sections_shows_more_examples_of_each(present: int, most: int) -> None:
    def section(is_empty: bool) -> Any:
        return SimpleNamespace(
            title="People", url="people/", name="people", holds=lambda _: not is_empty,
            how_much=lambda _: "3 people", examples=lambda _, most: [most],
        )  # fmt: skip

    parts = [section(is_empty=True), *[section(is_empty=False)] * present]
    shown = cards(parts, Lookup(CORPUS, SiteInfo("Briefings")))
    examples: list[Any] = [card.examples for card in shown]
    assert examples == [[most]] * present
    assert shown[0].extent == "3 people"
