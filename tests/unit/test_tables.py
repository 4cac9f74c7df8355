"""Test tables, plain texts and records, as a spreadsheet, a reader or a program reads them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.model import Credits, JoinEvidence, Passage, Speaker, Turn
from briefings.publish.plaintext import briefing_text
from briefings.publish.records import briefing_data, briefings_index, published_participants
from briefings.publish.shapes import cells, choice, date, fields, many, number, record, text
from briefings.publish.tables import csv_lines

from .sample_corpus import CORPUS, FISH, FISH_PRIMARY, PARTICIPANTS

FISH_BRIEFING, HARBOUR_BRIEFING = CORPUS.briefings


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), (3, "3"), (-3.5, "-3.5"), (True, "True"), ("plain", "plain"), ("", ""),
        # What a spreadsheet would reckon is led by an apostrophe; a sign alone is a sign.
        ("=1+1", "'=1+1"), ("+86", "'+86"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"),
        ("-", "-"), ("a=1", "a=1"), (["a", "b"], "a b"), (["=a", "b"], "=a b"), ([], ""),
        ({"source": "010", "line": 3, "passage": "t1p1"}, "010:3:t1p1"),
        ({"source": "010", "line": 3, "passage": None}, "010:3:"),
    ],
)  # fmt: skip
def test_a_cell_of_a_table(value: object, cell: str) -> None:
    written = "".join(csv_lines([{"x": value, "y": "z"}], ("x", "y")))
    assert written == f"x,y\r\n{cell},z\r\n"


def test_a_column_may_be_literal_and_a_comma_is_quoted() -> None:
    rows = [{"x": "-3, all told", "y": '=say "x"'}]
    assert "".join(csv_lines(rows, ("y", "x"), literal=("x",))) == (
        'y,x\r\n"\'=say ""x""","-3, all told"\r\n'
    )


def test_fields_say_what_may_be_empty_and_what_may_stand_there() -> None:
    shape = record(
        "A fish.",
        {
            "name": text("Its name."),
            "day": date("When."),
            "kind": choice("What.", ("cod", "eel")),
            "weight": number("Tons.", null=True),
            "nets": many("Nets.", text("A net.")),
            "note": text("A note."),
        },
        optional=("note",),
    )
    listed = {one["name"]: one for one in fields(shape)}
    assert [(name, one["type"]) for name, one in listed.items()] == [
        ("name", "string"), ("day", "string"), ("kind", "string"), ("weight", "number"),
        ("nets", "array"), ("note", "string"),
    ]  # fmt: skip
    required = {name for name, one in listed.items() if one.get("constraints", {}).get("required")}
    assert required == {"name", "kind", "nets"}
    assert listed["kind"]["constraints"]["enum"] == ["cod", "eel"]
    assert "constraints" not in listed["note"]
    assert [one["type"] for one in cells(shape)] == [
        "string", "string", "string", "number", "string", "string",
    ]  # fmt: skip


def test_who_is_on_no_list_is_published_once() -> None:
    told = replace(PARTICIPANTS[2], id="dee-words", name="Dee Words", listed=False)
    again = replace(told, role="translator")
    briefing = replace(FISH_BRIEFING, participants=(*PARTICIPANTS, told, again))
    assert [(one.id, one.role) for one in published_participants(briefing)] == [
        ("ada-chair", "spokesperson of the ministry"),
        ("bo-fisher", "head of the Fish Bureau"),
        ("cy-net", None),
        ("dee-words", "director of fish"),
    ]


def test_a_number_without_a_series_is_published_and_neither_is_null() -> None:
    for series, number_, published in (
        ("Sea", None, {"name": "Sea", "number": None}),
        (None, 3, {"name": None, "number": 3}),
        (None, None, None),
    ):
        briefing = replace(FISH_BRIEFING, series=series, number=number_)
        assert briefing_data(briefing)["series"] == published


def test_why_a_text_was_joined_is_published_with_its_share_in_thousandths() -> None:
    evidence = JoinEvidence("011", "010", False, True, None, True, None, False, None, 2, 3, 0.61249)
    briefing = replace(FISH_BRIEFING, joined=(evidence,))
    (joined,) = briefing_data(briefing)["joined"]
    assert joined["text"] == 0.612
    assert (joined["source"], joined["other"], joined["people"]) == ("011", "010", 2)
    assert (joined["day"], joined["hour"], joined["place"], joined["title"]) == (
        True, None, True, False,
    )  # fmt: skip


def test_a_passage_over_several_lines_names_the_first_and_the_last() -> None:
    turn = Turn("t1", FISH_PRIMARY.turns[0].speaker, (Passage("t1p1", "One.", 3, 5),), 2)
    witness = replace(FISH_PRIMARY, turns=(turn,))
    briefing = replace(FISH_BRIEFING, witnesses=(witness,), exchanges=())
    (made,) = briefing_data(briefing)["witnesses"][0]["turns"]
    assert made["passages"] == [{"id": "t1p1", "text": "One.", "line": 3, "lines": [3, 5]}]
    (entry,) = briefings_index(replace(CORPUS, briefings=(briefing,)))
    counts = entry["counts"]
    assert (counts["turns"], counts["passages"], counts["words"]) == (1, 1, 1)


def test_a_plain_text_has_what_is_known_and_no_more() -> None:
    assert briefing_text(HARBOUR_BRIEFING) == (
        "The harbour\n\nDate: --01-10\nSource: 012_x.txt\n"
        "Text: Article, 10 January (year not given)\n"
        "Page: briefings/year-unknown-01-10-harbour/\n\nThe harbour was opened, Bo Fisher said.\n"
    )
    head = briefing_text(FISH_BRIEFING).split("\n\n")[1]
    assert head == (
        "Date: 2021-05-04\nTime: 10 a.m.\nPlace: Harbour City\nHost: Ministry of Fish\n"
        "Source: 010_x.txt\nText: Transcript, Ministry of Fish, 4 May 2021\n"
        f"Publisher: Ministry of Fish\nQuality: official translation\nPage: briefings/{FISH}/"
    )


@pytest.mark.parametrize(
    ("label", "name", "printed"),
    [
        ("Bo Fisher:", "Bo", "Bo Fisher:"),
        ("Bo Fisher :", "Bo", "Bo Fisher:"),
        (None, "Bo Fisher", "Bo Fisher:"),
        (None, None, "Speaker not given in the source:"),
        (":", "Bo", "Speaker not given in the source:"),
    ],
)
def test_a_label_ends_in_one_colon(label: str | None, name: str | None, printed: str) -> None:
    turn = Turn("t1", Speaker("official", None, name, label), (Passage("t1p1", "One.", 3, 3),), 2)
    witness = replace(FISH_PRIMARY, turns=(turn,), credits=Credits())
    briefing = replace(FISH_BRIEFING, witnesses=(witness,), exchanges=())
    assert briefing_text(briefing).split("\n\n")[2:] == [printed, "One.\n"]
