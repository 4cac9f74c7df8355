"""The examples on hubs: which entries stand for a section, from the small corpus with additions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefings.model import Corpus, Exchange, Place, Subject, TermMention, Topic
from briefings.model.relations import Appearance, Turnover
from briefings.views import examples

from .sample_corpus import CORPUS, FISH, UNDATED
from .test_dossiers import _announced, _find, _phrase, _related
from .test_front import ALL, find_in
from .test_views_annotations import FULL, NETS, NOTE, RECORD, TWELVE

FISHING, HARBOUR = CORPUS.briefings
ADA, _, CY = CORPUS.people


def _at_fish(*exchanges: Exchange, **changes: Any) -> Corpus:
    return replace(
        CORPUS, briefings=(replace(FISHING, exchanges=exchanges), HARBOUR), topics=(),
        unassigned=(), **changes,
    )  # fmt: skip


def test_indicators_are_those_of_the_home_page_and_no_other_numbers() -> None:
    corpus = replace(ALL, figures=(*ALL.figures, TWELVE))
    shown = examples.indicators(find_in(corpus), 99)
    assert len(shown) == 7
    assert [row.number.title for row in shown[:2]] == ["Drawn", "Again"]
    assert len(examples.indicators(find_in(corpus), 2)) == 2


def test_figures_are_those_of_the_newest_briefing_that_has_any() -> None:
    (shown,) = examples.figures(_find(replace(FULL, indicators=())), 3)
    assert (shown.number.quote, shown.number.title) == ("12", "fish counted")
    place = Place(UNDATED, "012", "s1p1", 1, 4, 11)
    older = replace(TWELVE, places=(place,), date=None)
    (shown,) = examples.figures(_find(replace(CORPUS, figures=(older,))), 3)
    assert shown.number.url == f"briefings/{UNDATED}/#s1p1"
    assert examples.figures(_find(CORPUS), 3) == []


def test_speakers_who_answered_most_come_first_and_each_once() -> None:
    both_turns = Exchange("x2", "t6", (), ("t2", "t7"))
    twice = _find(_at_fish(Exchange("x1", "t3", (), ("t5",)), both_turns))
    assert [row.name for row in examples.speakers(twice, 9)] == ["Cy Net", "Bo Fisher"]
    more = _at_fish(
        Exchange("x1", "t3", (), ("t5",)), Exchange("x2", "t6", (), ("t7",)),
        Exchange("x3", "t6", (), ("t2", "t3")),
    )  # fmt: skip
    shown = examples.speakers(_find(more), 9)
    assert [row.name for row in shown] == ["Bo Fisher", "Cy Net"]
    assert (shown[0].role, shown[0].asked and shown[0].asked.number) == ("director of fish", 2)
    assert [row.name for row in examples.speakers(_find(more), 1)] == ["Bo Fisher"]
    # Nobody whose page is missing.
    alone = examples.speakers(_find(replace(more, people=(ADA, CY))), 9)
    assert [row.name for row in alone] == ["Cy Net"]


def test_outlets_are_shown_in_the_order_of_their_first_questions() -> None:
    corpus = _at_fish(Exchange("x1", "t7", (), ("t5",)), Exchange("x2", "t3", (), ("t5",)))
    (shown,) = examples.outlets(_find(corpus), 9)
    assert (shown.name, shown.url) == ("The Paper", "outlets/the-paper/")
    assert shown.asked is not None
    assert shown.asked.number == 2
    assert examples.outlets(_find(corpus), 0) == []
    # An outlet without a page is not shown.
    assert examples.outlets(_find(replace(corpus, outlets=())), 9) == []


def test_a_question_whose_subject_is_known_stands_for_others() -> None:
    place = Place(FISH, "010", "t6p1", 16, 11, 16)
    named = Exchange("x2", "t6", (), ("t5",), subject=Subject(place, "boats", clipped=False))
    corpus = _at_fish(Exchange("x1", "t3", (), ("t5",)), named)
    (shown,) = examples.speakers(_find(corpus), 9)
    assert shown.asked is not None
    assert (shown.asked.number, shown.asked.named) == (2, True)


def test_topics_with_most_questions_come_first_each_with_one_of_its_newest_briefing() -> None:
    boats = Topic("boats", "Boats", "All boats.", ((FISH, "x1"), (FISH, "x2")), (), ())
    idle = Topic("idle", "Idle", "Nothing.", (), (), ())
    find = _find(replace(CORPUS, topics=(idle, *CORPUS.topics, boats)))
    shown = examples.topics(find, 9)
    assert [(row.name, row.role) for row in shown] == [
        ("Boats", "All boats."), ("Nets", "Nets and their mending."), ("Idle", "Nothing."),
    ]  # fmt: skip
    assert [row.asked.number if row.asked else None for row in shown] == [1, 1, None]
    assert [row.name for row in examples.topics(find, 2)] == ["Boats", "Nets"]


def test_terms_that_editors_define_are_shown_by_their_mentions_then_by_name() -> None:
    def term(title: str, mentions: int, definition: str | None = "What it is.") -> Any:
        mention = TermMention(title, title, title, TWELVE.place, "t2p1", None, True)
        entry = replace(NETS.entry, id=title, term=title, definition=definition)
        return replace(NETS, entry=entry, mentions=(mention,) * mentions)

    terms = (term("b", 2), term("c", 3), term("a", 2), term("undefined", 9, None))
    find = _find(replace(FULL, annotations=replace(FULL.annotations, terms=terms)))
    shown = examples.terms(find, 3)
    assert [(row.title, row.meta) for row in shown] == [
        ("c", "3 mentions"), ("a", "2 mentions"), ("b", "2 mentions"),
    ]  # fmt: skip
    assert [(row.said, row.of, row.text) for row in shown[:1]] == [(False, None, "What it is.")]
    assert len(examples.terms(find, 1)) == 1


def test_a_text_is_cut_at_a_hundred_and_eighty_characters() -> None:
    long = "word " * 40
    announced = replace(_announced("a"), text=long)
    (row,) = examples.announcements(_related(commitments=(announced,)), 1)
    assert 170 < len(row.text) <= 181
    assert (row.said, row.meta, row.of is None) == (True, "", False)
    assert row.url == "commitments/#a"
    nobody = replace(_announced("b"), speaker_name=None)
    (row,) = examples.announcements(_related(commitments=(nobody,)), 1)
    assert row.title == "speaker not given in the source"


def test_a_note_is_shown_with_its_first_quotation_and_its_text() -> None:
    (row,) = examples.notes(_find(FULL), 1)
    assert (row.title, row.said, row.of is None) == ("12 fish", False, False)
    assert row.url == f"briefings/{FISH}/#note-{NOTE.entry.id}"


def test_of_briefings_with_several_texts_those_that_differ_most_come_first() -> None:
    article = Place(FISH, "011", "011-s2p1", 5, 0, 9)
    other = replace(
        FISHING, slug="2021-06-01-more", date="2021-06-01", exchanges=(), section_topics=(),
        passage_topics=(),
    )  # fmt: skip
    corpus = replace(CORPUS, briefings=(other, FISHING, HARBOUR))
    shown = examples.side_by_side(_find(corpus), 9)
    assert [row.url for row in shown] == ["compare/2021-06-01-more/", f"compare/{FISH}/"]
    assert len(examples.side_by_side(_find(corpus), 1)) == 1
    both = replace(RECORD, passages=(TWELVE.place, article), figures=())
    renamed = tuple(
        replace(witness, source=replace(witness.source, id=f"9{witness.source.id}"))
        for witness in FISHING.witnesses
    )
    newer = replace(corpus, briefings=(replace(other, witnesses=renamed), FISHING, HARBOUR))
    shown = examples.side_by_side(_find(replace(newer, discrepancies=(both,))), 9)
    assert [row.url for row in shown] == [f"compare/{FISH}/", "compare/2021-06-01-more/"]


def test_phrases_are_quoted_with_their_wordings_first_use() -> None:
    (row,) = examples.phrases(_related(phrases=(_phrase("once", TWELVE.place),)), 9)
    assert (row.title, row.url) == ("“once”", "formulas/once/")
    assert [(wording.text, wording.count, wording.first) for wording in row.variants] == [
        ("once", "once", "4 May 2021"),
    ]  # fmt: skip


def test_newcomers_are_called_as_in_the_glossary() -> None:
    known = (
        Appearance("n1", "the nets", "nets", ((FISH, 2),), TWELVE.place, TWELVE.place),
        Appearance("n2", "Old Pier", None, ((UNDATED, 2), (FISH, 3)), TWELVE.place, TWELVE.place),
        Appearance("n3", "a name", "gone", ((FISH, 1),), TWELVE.place, TWELVE.place),
    )
    find = _related(appearances=known, turnover=(Turnover(FISH, ("n1", "n2", "n3"), ()),))
    (row,) = examples.newcomers(find, 9)
    assert row.text == "Old Pier · nets · a name"
    assert (row.said, row.of, row.url) == (False, None, "mentions/")


def test_people_and_outlets_are_looked_for_in_the_twelve_newest_briefings() -> None:
    empty = [
        replace(HARBOUR, slug=f"2022-01-{n:02}-x", date=f"2022-01-{n:02}") for n in range(1, 13)
    ]
    eleven = replace(CORPUS, briefings=(*empty[:11], FISHING, HARBOUR))
    twelve = replace(CORPUS, briefings=(*empty, FISHING, HARBOUR))
    for shown in (examples.speakers, examples.outlets):
        assert shown(_find(eleven), 9)
        assert shown(_find(twelve), 9) == []
    figures = replace(eleven, figures=(TWELVE,)), replace(twelve, figures=(TWELVE,))
    assert [len(examples.figures(_find(corpus), 9)) for corpus in figures] == [1, 0]
