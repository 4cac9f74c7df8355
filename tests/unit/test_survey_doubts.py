"""Test which passages and names a report marks as doubtful, as a careful reader would."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.model import (
    Corpus,
    Editorial,
    LabelRuling,
    Outlet,
    OutletEntry,
    Passage,
    Person,
    Place,
    Settings,
    Speaker,
    Turn,
)
from briefings.problems import Problem
from briefings.survey import brief, full, survey
from briefings.survey.known import Known

from .sample_corpus import BO, CORPUS, EMPTY, FISH, HARBOUR, PAPER


def said(*texts: str, speaker: Speaker = BO, settings: Settings | None = None) -> Corpus:
    """A corpus of one transcript in which one speaker says these paragraphs, from line 2 on."""
    passages = tuple(Passage(f"t1p{n}", text, n + 1, n + 1) for n, text in enumerate(texts, 1))
    witness = replace(
        HARBOUR, kind="transcript", sections=(), settings=settings or Settings(), lines=(),
        turns=(Turn("t1", speaker, passages, 1),),
    )  # fmt: skip
    briefing = replace(CORPUS.briefings[1], witnesses=(witness,))
    return replace(CORPUS, briefings=(briefing,))


def doubts(*texts: str, speaker: Speaker = BO, settings: Settings | None = None) -> list[str]:
    (source,) = survey(said(*texts, speaker=speaker, settings=settings), Editorial()).sources
    return [f"{one.line} {one.kind}" for one in source.doubts]


TALK = "We counted the cranes along the quay and found that all of them were in use last winter. "


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("© 2021 Office of Water", True),
        ("Copyright: Office of Water, 2021", True),
        ("All rights reserved by the Office of Water.", True),
        ("Copyright must be protected.", False),
        (f"{TALK * 4}All rights reserved.", True),
        (f"{TALK * 5}All rights reserved.", False),
        (f"{TALK * 2}© 2021. {TALK * 2}", False),
        ("Share this on Facebook", True), ("Let us share this moment.", False),
        ("Follow us on the tour if you like.", True), ("Read more", True),
        (f"Click here. {TALK * 2}", True), (f"Click here. {TALK * 3}", False),
        ("https://a.example/b", True), ("ann@a.example", True), ("See https://a.example/b", False),
        ("Bridges | Quays | Cranes", True), ("Bridges | Quays", False),
        ("Bridges | Quays | Cranes that are in use", False),
        ("Bridges | Quays | Cranes in full use", True),
        ("Home News Cranes", True), ("Home News", False), ("Home News Cranes Quays", False),
        ("Home News Archive Cranes Quays", False), ("Home News Archive Help Cranes Quays", True),
        ("Home news and help.", False),
    ],
)  # fmt: skip
def test_what_reads_like_a_part_of_the_page(text: str, doubted: bool) -> None:
    assert doubts(text) == (["2 page-matter"] if doubted else [])


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Mr. Lindqvist: There are 3.", True),
        ("We have nets. Mr. Lindqvist: There are 3.", True),
        ("We have nets, Mr. Lindqvist: There are 3.", False),
        ("The Paper: There are 3.", True),
        ("the paper: There are 3.", False),
        ("Reporter: There are 3.", True), ("Reporters: There are 3.", False),
        ("Eve Pen: There are 3.", True), ("Pen: There are 3.", False),
        ("Eve Pen: there are 3.", False), ("Eve Pen : There are 3.", True),
        ("First Step: There are 3.", False), ("One Thing: There are 3.", False),
        ("Nets Are Three: There are 3.", False), ("Ann Lee Ferrer: There are 3.", True),
        ("Five Words Are Many Here: There are 3.", False),
    ],
)  # fmt: skip
def test_what_may_name_who_speaks(text: str, doubted: bool) -> None:
    assert doubts(text) == (["2 label-inside"] if doubted else [])


def test_a_name_at_the_start_is_a_label_and_one_inside_begins_another_speech() -> None:
    report = survey(said("Eve Pen: There are 3.", f"{TALK}Eve Pen: There are 3."), Editorial())
    at_start, inside = report.sources[0].doubts
    assert at_start.text == "“Eve Pen:” may name who speaks; it was read as text."
    assert at_start.settle == "labels:\n  - {line: 2, label: yes}"
    assert at_start.words == "Eve Pen: There are 3."
    assert inside.text == "“Eve Pen:” may name somebody else who speaks from here."
    assert inside.settle == "labels:\n  - {line: 3, label: no}"
    assert inside.words == "… all of them were in use last winter. Eve Pen: There are 3."


LONG_ANSWER = "There are three of them in the northern bay and two in the south, all told, and "


@pytest.mark.parametrize(
    ("question", "answer", "speaker", "doubted"),
    [
        ("How many are there?", "Thank you for your question. Three.", BO, True),
        ("How many are there? Thank you.", "Well, three.", BO, True),
        ("How many are there.", "Well, three.", BO, False),
        ("How many are there?", "Three.", BO, False),
        ("How many are there?", LONG_ANSWER + "a few more in the far west.", BO, False),
        # An outlet that asks and goes on at length is answered.
        ("How many are there?", LONG_ANSWER + "a few more in the far west, I hear.", PAPER, True),
        ("How many are there?", "Three, I hear, or four.", PAPER, False),
        (
            "How many are there?",
            LONG_ANSWER + "a few. Is that right, or not?",
            PAPER,
            False,
        ),
        ("How many are there?", LONG_ANSWER, PAPER, False),
    ],
)
def test_an_answer_under_the_name_of_who_asked(
    question: str, answer: str, speaker: Speaker, doubted: bool
) -> None:
    assert doubts(question, answer, speaker=speaker) == (["3 unlabelled-answer"] if doubted else [])


def test_what_an_editor_ruled_on_is_settled_and_so_is_what_was_read_before() -> None:
    text = "Eve Pen: There are 3."
    for settings, settled in (
        (Settings(), [None]),
        (Settings(labels=(LabelRuling(2, False),)), ["ruling"]),
        (Settings(labels=(LabelRuling(3, False),)), [None]),
        (Settings(roles=((2, "passage"),)), ["ruling"]),
    ):
        (source,) = survey(said(text, settings=settings), Editorial()).sources
        assert [one.settled for one in source.doubts] == settled


def test_long_words_are_cut_where_a_word_ends() -> None:
    (source,) = survey(said(f"Eve Pen: {TALK * 3}"), Editorial()).sources
    (doubt,) = source.doubts
    assert doubt.words.endswith(" …")
    assert len(doubt.words) <= 162
    assert f"Eve Pen: {TALK * 3}".startswith(doubt.words[:-2])
    assert f"Eve Pen: {TALK * 3}"[len(doubt.words) - 2] == " "


@pytest.mark.parametrize(
    ("turns", "name", "near"),
    [
        ({"Harbour News": 3}, "Harbor News", "Harbour News"),
        ({"Harbour News": 3, "Harbor News": 1}, "Harbor News", "Harbour News"),
        ({"Harbour News": 3, "Harbor News": 4}, "Harbor News", None),
        ({"Harbour News": 3}, "Harbour News", None),
        ({"Harbour News": 3}, "Harbr News", None),
        ({"Bo Lind": 3}, "Bo Lint", "Bo Lind"),
        ({"Bo Lin": 3}, "Bo Lim", None),
        ({"Channel 2": 3}, "Channel 3", None),
        ({"Channel 2": 3}, "Chanel 2", "Channel 2"),
    ],
)
def test_a_name_near_one_that_is_used_more(
    turns: dict[str, int], name: str, near: str | None
) -> None:
    assert Known(turns).near(name) == near


def _outlets(*names: str, editorial: Editorial | None = None) -> list[tuple[str, str]]:
    """Pairs (name that would stay, name that looks like it) with their reasons left out."""
    outlets = tuple(
        Outlet(name.lower().replace(" ", "-"), name, (), _asked(len(names) - n))
        for n, name in enumerate(names)
    )
    report = survey(replace(EMPTY, outlets=outlets), editorial or Editorial())
    return [(one.name, other.name) for one in report.clusters for other in one.others]


def _asked(times: int) -> tuple[tuple[str, Place], ...]:
    return tuple((f"t{n}", Place(FISH, "010", f"t{n}p1", n)) for n in range(1, times + 1))


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("The Paper", "Paper", True), ("Net Weekly.", "Net Weekly", True),
        ("Fish and Nets", "Fish Nets", True), ("Tide News Agency", "Tide", True),
        ("Tide News Agency Reporter", "Tide Newspaper", True), ("Tide", "Tides", False),
        ("Harbour", "Harbor", True), ("Daily", "Dally", False), ("Evening", "Evenint", True),
        ("China Global Television", "CGTV", True), ("Bay Broadcasting Company", "BBC", True),
        ("Bank of the Bay", "BB", True), ("Bank of the Bay", "BOTB", True),
        ("Bay Broadcasting Company", "Bbc", False), ("Bay", "B", False),
        ("Channel 2", "Channel 3", False), ("News", "News Agency", True),
        ("Northern Harbour Post", "Nothern Harbor Post", True),
        ("Harbour Posts", "Herbour Pests", False), ("NN", "NN News", True),
        ("NNN", "NNN News", True),
    ],
)  # fmt: skip
def test_outlets_that_look_like_one(first: str, second: str, alike: bool) -> None:
    assert _outlets(first, second) == ([(first, second)] if alike else [])


def test_first_letters_that_fit_two_names_tell_nothing() -> None:
    assert _outlets("BBC", "Bay Broadcasting Company", "Big Boat Club") == []


def test_editors_say_that_two_are_two_and_which_name_stays() -> None:
    paper = OutletEntry("paper", "Paper")
    assert _outlets("The Paper", "Paper", editorial=Editorial(outlets=(paper,))) == [
        ("Paper", "The Paper")
    ]
    for apart in (
        OutletEntry("paper", "Paper", not_=("the-paper",)),
        OutletEntry("the-paper", "The Paper", not_=("paper",)),
    ):
        assert _outlets("The Paper", "Paper", editorial=Editorial(outlets=(apart,))) == []


def test_likeness_does_not_run_on_from_one_name_to_the_next() -> None:
    assert _outlets("Harbours", "Harbour", "Harbur") == [("Harbours", "Harbour")]


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Wang Yingwei", "Wang Ying-wei", True), ("Wang Yingwei", "Yingwei Wang", True),
        ("Wang Yingwei", "Wang Ying Wei", True), ("Li Weido", "Li Wei Do", True),
        ("Bo Lindqvist", "Lindqvist", True),
        ("Bo Lindqvist", "B. Lindqvist", True), ("Bosse Lindqvist", "B. Lindqvist", True),
        ("Bosse Lindqvist", "C. Lindqvist", False),
        ("Bo Lindqvist", "Bo", False), ("Bob Lindqvist", "Bob", True),
        ("Bo Lindqvist", "Bo Lindqvish", True), ("Li Weiwei", "Li Weimei", True),
        ("Li Wei Do", "Li Wei Ho", True), ("Li Weiw", "Li Weim", False),
        ("A. Lindqvist", "B. Lindqvist", True), ("Bo Lindqvist", "Bo Lindkvish", False),
    ],
)  # fmt: skip
def test_people_who_look_like_one(first: str, second: str, alike: bool) -> None:
    people = tuple(
        Person(name.lower().replace(" ", "-"), name, (), (), _asked(2 - n), (), ())
        for n, name in enumerate((first, second))
    )
    report = survey(replace(EMPTY, people=people), Editorial())
    found = [(one.name, other.name) for one in report.clusters for other in one.others]
    assert found == ([(first, second)] if alike else [])


def test_what_editors_settled_is_told_in_words() -> None:
    settings = Settings(
        kind="article", date="2021-05-04", labels=(LabelRuling(2, False), LabelRuling(3, True)),
        roles=((4, "notice"),),
    )  # fmt: skip
    (source,) = survey(said("Yes.", settings=settings), Editorial()).sources
    assert source.settled == (
        "what kind of text it is", "the date", "who speaks at 2 places", "what 1 line is",
    )  # fmt: skip


def test_the_report_on_the_sample_names_shares_and_turns_without_a_name() -> None:
    told = full(survey(CORPUS, Editorial()))
    # Ten passages, seven labels, a title and a page break of nineteen lines.
    assert told[0] == (
        "seeds/010_x.txt: 19 lines: text 53%, speaker’s label 37%, removed 5%, title 5%"
    )
    assert told[1] == "  1 turn without a name, 1 question among them"
    assert brief(survey(CORPUS, Editorial()))[-1] == "Checked against the source: 0 of 3 texts"


def test_what_was_left_out_is_settled_as_a_passage_and_a_day_by_nothing_shown() -> None:
    path = "seeds/010_x.txt"
    problems = [
        Problem(path, 16, 1, "warning", "stray-line", "a line was left out", "settle it"),
        Problem(path, 2, 1, "warning", "date-without-year", "no year", "set it"),
    ]
    source = next(one for one in survey(CORPUS, Editorial(), problems).sources if one.doubts)
    assert [one.settle for one in source.doubts] == ["", "roles:\n  - {line: 16, role: passage}"]
