"""Look up notes, figures, topics and lines of the small corpus by place, read off it by eye."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import NotePlace, Place, Topic
from briefings.model.page import SiteInfo
from briefings.views.annotated import Annotated, Sentences, around
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH, UNDATED
from .test_views_annotations import FULL, NOTE, NUMBER_OF_NETS, RECORD, THREE, TWELVE

HARBOUR = Place(UNDATED, "012", "s1p1", 1, 4, 11)


def _annotated(**changes: Any) -> Annotated:
    return Lookup(replace(FULL, **changes), SiteInfo("Briefings")).annotated


def _place(passage: str | None, line: int, *span: int, source: str = "010") -> Place:
    return Place(FISH, source, passage, line, *span)


def test_notes_of_a_briefing_are_in_the_order_of_its_texts() -> None:
    def note(id_: str, *places: NotePlace) -> Any:
        return replace(NOTE, entry=replace(NOTE.entry, id=id_), places=places)

    second = note("second", NotePlace(2, _place("t5p1", 13, 10, 11)), NotePlace(1, HARBOUR))
    first = note("first", NotePlace(1, _place("t2p1", 6, 11, 13)), NotePlace(3, TWELVE.places[1]))
    annotated = _annotated(annotations=replace(FULL.annotations, notes=(second, first)))
    assert [(it.entry.id, n) for it, n in annotated.notes_of(FISH)] == [
        ("first", 0), ("second", 0), ("first", 1),
    ]  # fmt: skip
    assert [(it.entry.id, n) for it, n in annotated.notes_of(UNDATED)] == [("second", 1)]
    assert annotated.notes_of("gone") == ()


@pytest.mark.parametrize(
    ("passage", "topics"),
    [
        # The question and the answer of an exchange on nets, but not its handover.
        ("t3p1", ("nets",)), ("t5p2", ("nets",)), ("t4p1", ()), ("t7p1", ()),
        # An article's paragraphs are on topics by themselves.
        ("011-s2p2", ("nets",)), ("011-s2p1", ()),
        # The topics of the exchange prevail over those of its paragraph.
        ("t5p1", ("nets",)), ("t1p1", ("talk",)), (None, ()),
    ],
)  # fmt: skip
def test_a_place_has_the_topics_of_its_exchange_or_else_of_its_paragraph(
    passage: str | None, topics: tuple[str, ...]
) -> None:
    talk = Topic("talk", "Talk", "What is said.", (), (), (_place("t1p1", 3), _place("t5p1", 13)))
    annotated = _annotated(topics=(*CORPUS.topics, talk))
    assert annotated.topics_of(_place(passage, 1)) == topics


@pytest.mark.parametrize(
    ("source", "line", "passage"),
    [
        ("010", 1, None), ("010", 2, None), ("010", 3, "t1p1"), ("010", 20, "t8p1"),
        ("011", 6, "011-s2p2"), ("012", 1, "s1p1"),
    ],
)  # fmt: skip
def test_a_line_has_a_place(source: str, line: int, passage: str | None) -> None:
    annotated = _annotated()
    slug = UNDATED if source == "012" else FISH
    assert annotated.place_of_line(source, line) == Place(slug, source, passage, line)
    assert annotated.places.get((source, line)) == Place(slug, source, passage, line)
    assert annotated.briefing_of(source) == slug


@pytest.mark.parametrize(("source", "line"), [("010", 4), ("010", 21), ("010", 0), ("999", 1)])
def test_a_blank_or_missing_line_has_none(source: str, line: int) -> None:
    assert _annotated().place_of_line(source, line) is None
    assert _annotated().briefing_of("999") is None


def test_a_text_is_named_with_the_grade_that_readers_must_be_warned_of() -> None:
    assert _annotated().text_name("010") == "Transcript, Ministry of Fish, 4 May 2021"
    assert _annotated().text_name("011") == "Daily Net, 5 May 2021 (rewritten)"


def test_figures_are_known_by_the_briefings_that_state_them() -> None:
    twice = replace(THREE, places=(THREE.place, _place("t5p2", 14, 0, 2), HARBOUR))
    annotated = _annotated(figures=(TWELVE, twice))
    assert annotated.figures_at(FISH) == (TWELVE.id, THREE.id)
    assert annotated.figures_at(UNDATED) == (THREE.id,)
    assert annotated.figures_at("gone") == ()
    assert (len(annotated.figures), list(annotated.figures)) == (2, [TWELVE.id, THREE.id])
    assert annotated.figures[THREE.id] is twice
    # A mark stands in the briefing's own texts only.
    assert {passage: len(marks) for passage, marks in annotated.marks_of(UNDATED).items()} == {
        "s1p1": 1
    }


def test_what_follows_a_figure_is_known_once_and_without_what_editors_dismissed() -> None:
    twice = replace(NUMBER_OF_NETS, observations=NUMBER_OF_NETS.observations * 2)
    annotated = _annotated(indicators=(twice,))
    assert annotated.indicators_of(THREE.id) == [twice]
    assert annotated.indicators_of(TWELVE.id) == []
    assert [record.id for record in annotated.records_of(TWELVE.id)] == ["r1"]
    assert annotated.records_of(THREE.id) == []
    assert annotated.measures() == (("number-of-nets", "Number of nets", ("nets",)),)
    assert annotated.term_title("nets") == "nets"
    assert annotated.term_title("gone") is None


def test_between_two_texts_are_all_discrepancies_that_name_both() -> None:
    article = TWELVE.places[1]
    both = replace(RECORD, id="both", passages=(TWELVE.place, article))
    dismissed = replace(both, id="dismissed", status="dismissed")
    three = replace(both, id="three", passages=(HARBOUR, article, TWELVE.place))
    annotated = _annotated(discrepancies=(RECORD, both, dismissed, three))
    ids = [record.id for record in annotated.records_between("010", "011")]
    assert ids == ["both", "dismissed", "three"]
    assert [record.id for record in annotated.records_between("012", "010")] == ["three"]


def _essential(**changes: Any) -> list[tuple[str, str, bool]]:
    """The passage and kind of each mark of the fish briefing, and whether all readers see it."""
    marks = _annotated(**changes).marks_of(FISH)
    return [(id_, mark.kind, mark.essential) for id_ in marks for mark in marks[id_]]


def test_figures_that_are_followed_or_disputed_are_seen_by_all() -> None:
    def figures(**changes: Any) -> dict[str, bool]:
        return {id_: seen for id_, kind, seen in _essential(**changes) if kind == "figure"}

    assert figures() == {"t2p1": True, "t5p1": True, "011-s2p1": True}
    assert figures(discrepancies=()) == {"t2p1": False, "t5p1": True, "011-s2p1": False}
    dismissed = replace(RECORD, status="dismissed")
    assert figures(discrepancies=(dismissed,), indicators=()) == {
        "t2p1": False, "t5p1": False, "011-s2p1": False,
    }  # fmt: skip


def test_marked_are_people_with_pages_figures_notes_and_first_mentions() -> None:
    assert _essential() == [
        ("t1p1", "person", False), ("t2p1", "figure", True), ("t2p1", "note", True),
        ("t3p1", "term", True), ("t5p1", "figure", True), ("t5p1", "term", False),
        ("011-s2p1", "figure", True),
    ]  # fmt: skip
    nobody = _essential(people=())
    assert [kind for _, kind, _ in nobody].count("person") == 0
    # What has no span cannot be marked.
    whole = NotePlace(1, _place("t2p1", 6))
    notes = (replace(NOTE, places=(whole,)),)
    shown = _essential(
        annotations=replace(FULL.annotations, notes=notes),
        figures=(replace(TWELVE, places=(_place("t2p1", 6), _place(None, 6, 0, 2))), THREE),
        mentions={(FISH, "t1p1"): ((_place("t1p1", 3), "bo-fisher"),)},
    )
    assert [kind for _, kind, _ in shown] == ["term", "figure", "term"]


@pytest.mark.parametrize(
    ("width", "parts"),
    [
        (7, ("…two ", "three", " four…")),
        # The words before are 8 characters, those after 14.
        (8, ("one two ", "three", " four…")),
        (13, ("one two ", "three", " four five…")),
        (14, ("one two ", "three", " four five six")),
        # Too narrow for a whole word: what is there stays.
        (1, ("…", "three", "…")),
    ],
)
def test_words_around_a_keyword_are_cut_only_where_there_are_more(
    width: int, parts: tuple[str, str, str]
) -> None:
    assert around("one two three four five six", 8, 13, width) == parts


def test_a_word_longer_than_the_width_is_cut() -> None:
    assert around("abcdefghij", 4, 6, 2) == ("…cd", "ef", "gh…")


def test_a_sentence_of_more_than_four_hundred_characters_is_cut() -> None:
    words, place = "word " * 79, _place("p", 1, 0, 4)
    whole, longer = f"{words}word.", f"{words}words."
    assert Sentences().around(whole, whole, place) == ("", "word", whole[4:])
    # Of the two hundred characters after the first word, all whole words but the last.
    assert Sentences().around(longer, longer, place) == ("", "word", " word" * 39 + "…")


@pytest.mark.parametrize(
    ("sentence", "span", "parts"),
    [
        # To the last character of its sentence, and one beyond it.
        ("It fell.", (13, 17), ("It ", "fell", ".")), ("It fell.", (10, 18), ("", "It fell.", "")),
        ("It fell.", (13, 19), ("", "fell. ", "")),
        ("It rose.", (0, 2), ("", "It", " rose.")),
        ("", (3, 7), ("", "rose", "")), ("It fell.", (0, 2), ("", "It", "")),
        # A place that is not narrowed to words is the beginning.
        ("It rose.", (), ("", "", "It rose.")),
    ],
)  # fmt: skip
def test_words_stand_in_the_sentence_that_holds_all_of_them(
    sentence: str, span: tuple[int, ...], parts: tuple[str, str, str]
) -> None:
    assert Sentences().around("It rose.  It fell. And so on.", sentence, _place("p", 1, *span)) == (
        parts
    )
