"""Test the page that explains the others: a real paragraph with its surroundings, numbered."""

from __future__ import annotations

from typing import get_args

from bs4 import BeautifulSoup

from briefings import interface
from briefings.model import Corpus
from briefings.model.page import SiteInfo
from briefings.render import render
from briefings.views import views

from .sample_corpus import CORPUS, EMPTY
from .test_views_annotations import FULL


def _guide(corpus: Corpus) -> BeautifulSoup:
    (page,) = (one for one in views(corpus, SiteInfo("Briefings")) if one.url == "how-to-read/")
    return BeautifulSoup(render(page), "html.parser")


def _callouts(guide: BeautifulSoup) -> list[str]:
    return [str(one["id"]) for one in guide.select(".callouts > li")]


def test_the_paragraph_with_most_marks_is_shown_with_its_speaker() -> None:
    guide = _guide(FULL)
    (shown,) = guide.select(".sample .passage > p[id]")
    assert shown["id"] == "t2p1"
    assert shown.get_text() == "We counted 12 fish."
    assert [one.get_text() for one in guide.select(".sample .by h3")] == ["Bo Fisher"]
    assert len(guide.select(".sample .sidenote")) == 1


def test_numbers_stand_in_the_order_of_the_page_and_lead_to_what_is_said_of_each() -> None:
    guide = _guide(FULL)
    kinds = _callouts(guide)
    assert kinds[:3] == ["shows-speaker", "shows-figure", "shows-note"]
    assert kinds[3:5] == ["shows-address", "shows-line"]
    numbers = guide.select(".sample a.callout")
    assert [one["href"] for one in numbers] == ["#shows-figure", "#shows-note"]
    assert {one["aria-label"] for one in numbers} == {"what this is"}
    order = [one["class"][0] for one in guide.select(".sample p[id] > a")]
    assert order == ["figure", "callout", "note", "callout"]


def test_all_that_is_marked_in_the_paragraph_is_seen() -> None:
    marks = _guide(FULL).select(".sample a:is(.figure, .term, .person, .note)")
    assert marks
    assert all("essential" in one["class"] for one in marks)


def test_without_marks_a_paragraph_shows_what_stands_around_it() -> None:
    kinds = _callouts(_guide(CORPUS))
    assert kinds[0] == "shows-speaker"
    assert {"shows-address", "shows-line"} <= {*kinds}
    assert not {"shows-figure", "shows-term", "shows-note"} & {*kinds}


def test_a_site_without_texts_explains_its_words_all_the_same() -> None:
    guide = _guide(EMPTY)
    assert not guide.select(".sample")
    named = {one.get_text() for one in guide.select("dl.terms dt")}
    assert {interface.thing(name).one for name in get_args(interface.ThingName)} <= named


def test_the_annotations_of_a_text_lead_to_the_page() -> None:
    for page in views(FULL, SiteInfo("Briefings")):
        if page.template == "briefing.md.j2" and page.context["mark_kinds"]:
            written = BeautifulSoup(render(page), "html.parser")
            assert written.select_one('.annotations a[href="../../how-to-read/"]')
            return
    raise AssertionError("no briefing has annotations")
