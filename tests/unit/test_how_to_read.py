"""Test the page that explains the others: a real paragraph with its surroundings, numbered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest
from bs4 import BeautifulSoup

from briefings import interface
from briefings.model import Corpus, Passage, Place
from briefings.model.page import SiteInfo
from briefings.model.relations import Pair
from briefings.render import render
from briefings.views import views
from briefings.views.how_to_read import how_to_read_page, telling_passage
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, EMPTY, FISH
from .test_views_annotations import FULL, NOTE, TWELVE


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


# ---- Which paragraph is chosen


def _chosen(corpus: Corpus) -> tuple[str, str] | None:
    return telling_passage(Lookup(corpus, SiteInfo("Briefings")))


def _worded(corpus: Corpus = CORPUS, slug: str = FISH, **lengths: int) -> Corpus:
    """The corpus with paragraphs of some lengths."""
    fish, harbour = corpus.briefings

    def changed(passage: Passage) -> Passage:
        length = lengths.get(passage.id)
        return replace(passage, text="x" * length) if length else passage

    turns = tuple(
        replace(turn, passages=tuple(map(changed, turn.passages))) for turn in fish.primary.turns
    )
    witnesses = (replace(fish.primary, turns=turns), *fish.witnesses[1:])
    return replace(corpus, briefings=(replace(fish, slug=slug, witnesses=witnesses), harbour))


def test_the_paragraph_that_shows_most_is_chosen_and_of_equals_the_first() -> None:
    # The greeting has a person's name, the count a figure and a note.
    assert _chosen(CORPUS) == (FISH, "t1p1")
    assert _chosen(FULL) == (FISH, "t2p1")
    bare = replace(CORPUS, mentions={})
    assert _chosen(bare) == (FISH, "t1p1")
    # The unknown asker's words lack a name.
    lost = replace(bare.briefings[0].primary, turns=bare.briefings[0].primary.turns[5:])
    fish = replace(bare.briefings[0], witnesses=(lost,), exchanges=(), section_topics=(),
                   passage_topics=())  # fmt: skip
    assert _chosen(replace(EMPTY, briefings=(fish,))) == (FISH, "t7p1")
    assert _chosen(EMPTY) is None


def test_what_another_text_has_as_well_counts() -> None:
    a, b = Place(FISH, "010", "t4p1", 11, 0, 9), Place(FISH, "011", "011-s1p1", 3, 0, 9)
    pair = Pair("p", "g", a, b, "paraphrase", 1.0)
    relations = replace(CORPUS.relations, pairs=(pair,))
    assert _chosen(replace(CORPUS, mentions={}, relations=relations)) == (FISH, "t4p1")


@pytest.mark.parametrize(
    ("length", "passage"), [(199, "t1p1"), (200, "t7p1"), (700, "t7p1"), (701, "t1p1")]
)
def test_of_equals_a_paragraph_of_medium_length_is_chosen(length: int, passage: str) -> None:
    assert _chosen(_worded(replace(CORPUS, mentions={}), t7p1=length)) == (FISH, passage)
    # A name in another one counts for more.
    assert _chosen(_worded(t7p1=length)) == (FISH, "t1p1")


def test_a_text_that_people_made_is_preferred_to_a_newer_one_by_machine() -> None:
    fish, harbour = FULL.briefings
    article = fish.witnesses[1]
    newer = replace(
        fish, slug="2022-01-01-x", date="2022-01-01", witnesses=(article,), exchanges=(),
        participants=(), section_topics=(), passage_topics=(),
    )  # fmt: skip
    corpus = replace(FULL, briefings=(newer, fish, harbour))
    assert _chosen(corpus) == (FISH, "t2p1")
    alone = replace(EMPTY, briefings=(newer,))
    assert _chosen(alone) == ("2022-01-01-x", "011-s1p1")


def test_six_briefings_are_looked_through() -> None:
    fish, harbour = FULL.briefings
    newer = tuple(
        replace(harbour, slug=f"2022-01-{n:02}-x", date=f"2022-01-{n:02}") for n in range(1, 7)
    )
    assert _chosen(replace(FULL, briefings=(*newer[:5], fish))) == (FISH, "t2p1")
    assert _chosen(replace(FULL, briefings=(*newer, fish))) == ("2022-01-06-x", "s1p1")


def _shown(corpus: Corpus) -> dict[str, Any]:
    context: dict[str, Any] = how_to_read_page(Lookup(corpus, SiteInfo("Briefings"))).context
    return context


def test_beside_the_paragraph_is_explained_what_is_there() -> None:
    shown = _shown(FULL)
    assert [(it.kind, it.id) for it in shown["callouts"]] == [
        (kind, f"shows-{kind}") for kind in ("speaker", "figure", "note", "address", "line")
    ]
    assert shown["marks"] == f"briefings/{FISH}/marks.json"
    assert shown["briefing"].url == f"briefings/{FISH}/"
    assert shown["of"].name == "Transcript, Ministry of Fish, 4 May 2021"
    # A section has no speaker, and stands without its heading.
    fish = replace(CORPUS.briefings[0], witnesses=CORPUS.briefings[0].witnesses[1:], exchanges=())
    article = _shown(replace(EMPTY, briefings=(replace(fish, participants=()),)))
    assert [it.kind for it in article["callouts"]] == ["address", "line"]
    assert (article["sample"].heading, article["sample"].topics) == (None, [])
    assert article["marks"] is None
    a, b = Place(FISH, "010", "t1p1", 3, 0, 9), Place(FISH, "011", "011-s1p1", 3, 0, 9)
    relations = replace(CORPUS.relations, pairs=(Pair("p", "g", a, b, "identical", 1.0),))
    kinds = [it.kind for it in _shown(replace(CORPUS, relations=relations))["callouts"]]
    assert kinds == ["speaker", "person", "address", "line", "elsewhere"]


def test_each_kind_of_mark_is_numbered_once_and_of_notes_the_first_is_shown() -> None:
    second = replace(
        NOTE, entry=replace(NOTE.entry, id="second"),
        places=(replace(NOTE.places[0], number=2, place=replace(TWELVE.place, start=0, end=2)),),
    )  # fmt: skip
    corpus = replace(
        FULL, annotations=replace(FULL.annotations, notes=(NOTE, second)),
        figures=(TWELVE, replace(TWELVE, id="f", places=(replace(TWELVE.place, start=3, end=5),))),
        indicators=(),
    )  # fmt: skip
    (passage,) = _shown(corpus)["sample"].passages
    assert [note.id for note in passage.notes] == ["note-twelve"]
    assert passage.notes[0].weight == "essential"
    callouts = [mark for mark in passage.marks if mark.kind == "callout"]
    # A number stands behind its mark: the first figure's, then the first note's.
    assert [(mark.start, mark.end, mark.number) for mark in callouts] == [(5, 5, 1), (18, 18, 2)]
