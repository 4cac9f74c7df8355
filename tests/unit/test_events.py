"""Grouping texts into events: what joins them, what separates them, when an editor is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.group.evidence import evidence, minutes, verdict
from briefings.group.features import Features
from briefings.model import Briefing, JoinEvidence, Settings, SourceKind
from briefings.model.page import SiteInfo
from briefings.problems import Problem
from briefings.views.lookup import Lookup
from briefings.views.sources import _joins, source_pages, sources_page
from tests.command import ROOT
from tests.unit.sample_corpus import HARBOUR as HARBOUR_TEXT
from tests.unit.sample_corpus import PARTICIPANTS
from tests.unit.test_group import corpus, sources

LISTS = (
    "Speakers:\n\nMs. Ada Holm, minister of the interior\n\n"
    "Mr. Bo Lind, director general of the interior ministry\n\n"
)
HARBOUR = (
    "Interior ministry press conference on harbour safety\n\nAgra Falls | 9 a.m. March 20, 2024\n\n"
    + LISTS
    + "Ada Holm:\n\nWe counted forty cranes along the quays this winter.\n\n"
    "Net Weekly:\n\nHow many cranes will be repaired?\n\n"
    "Bo Lind:\n\nSeventeen cranes of the northern basin will be repaired.\n"
)
TAX = (
    "Interior ministry press conference on income tax\n\nAgra Falls | 4 p.m. March 20, 2024\n\n"
    + LISTS
    + "Ada Holm:\n\nThe forms were sent out before Easter to every household.\n\n"
    "Silver Times:\n\nWho has to file a form this year?\n\n"
    "Bo Lind:\n\nWhoever earns more than nine hundred crowns a month.\n"
)


def told(problems: list[Problem], rule: str) -> list[Problem]:
    return [problem for problem in problems if problem.rule == rule]


def test_two_officials_of_one_day_at_two_hours_are_a_question_and_no_merge() -> None:
    made, problems = corpus({"a": HARBOUR, "b": TAX})
    assert [sources(briefing) for briefing in made.briefings] == [["a"], ["b"]]
    (asked,) = told(list(problems), "unsure-event")
    assert asked.path == "b.txt"
    assert "a.txt" in asked.message
    assert "2 of 2 people" in asked.message
    assert "9 a.m. and 4 p.m." in asked.message
    assert "sources/a.yml and sources/b.yml" in asked.hint


@pytest.mark.parametrize(("first", "second", "events"), [("x", "x", 1), ("x", "y", 2)])
def test_the_word_that_the_question_names_settles_it(first: str, second: str, events: int) -> None:
    made, problems = corpus(
        {"a": HARBOUR, "b": TAX}, a=Settings(event=first), b=Settings(event=second)
    )
    assert len(made.briefings) == events
    assert told(list(problems), "unsure-event") == []


def _joined(briefings: tuple[Briefing, ...]) -> list[tuple[str, str]]:
    return [(one.source, one.other) for briefing in briefings for one in briefing.joined]


def test_the_same_officials_hour_place_and_subject_join_two_wordings() -> None:
    """Another translation of the same event shares no five consecutive words."""
    other = HARBOUR.replace("9 a.m. March 20", "9:00 a.m. March 20")
    for old, new in (
        ("We counted forty cranes along the quays this winter.", "Cranes: forty, as we count."),
        ("How many cranes will be repaired?", "And what of repair?"),
        ("Seventeen cranes of the northern basin will be repaired.", "In the north, seventeen."),
    ):
        other = other.replace(old, new)
    made, problems = corpus({"a": HARBOUR, "b": other})
    assert len(made.briefings) == 1
    assert _joined(made.briefings) == [("b", "a")]
    (found,) = made.briefings[0].joined
    assert (found.day, found.hour, found.place, found.title) == (True, True, True, True)
    assert (found.people, found.people_of) == (2, 2)
    assert not found.by_editors
    assert told(list(problems), "unsure-event") == []


def test_one_spokesperson_of_two_conferences_is_no_question() -> None:
    first = "Cy Alm's press conference on eels\n\nMay 3, 2023\n\nCy Alm: Eels are well.\n"
    second = "Cy Alm's press conference on oats\n\nMay 3, 2023\n\nCy Alm: Oats are not.\n"
    made, problems = corpus({"a": first, "b": second})
    assert len(made.briefings) == 2
    assert told(list(problems), "unsure-event") == []


def test_a_text_put_there_twice_is_a_warning_that_says_what_to_type() -> None:
    later = HARBOUR.replace("Seventeen cranes", "Eighteen cranes")
    _, problems = corpus({"a": HARBOUR, "b": later})
    (one,) = told(list(problems), "near-identical")
    assert one.path == "b.txt"
    assert "a.txt" in one.message
    assert "build_site.py new --replaces a b.txt" in one.hint


@pytest.mark.parametrize(
    "settings",
    [
        {"a": Settings(event="x"), "b": Settings(event="x")},
        {"b": Settings(distinct_from=("a",))},
        {"a": Settings(distinct_from=("b",))},
    ],
)
def test_what_the_warning_names_settles_it(settings: dict[str, Settings]) -> None:
    _, problems = corpus({"a": HARBOUR, "b": HARBOUR}, None, **settings)
    assert told(list(problems), "near-identical") == []


def test_a_part_of_a_text_is_no_edition_of_it() -> None:
    opening = HARBOUR.partition("Net Weekly")[0]
    _, problems = corpus({"a": HARBOUR, "b": opening})
    assert told(list(problems), "near-identical") == []


@pytest.mark.parametrize(
    ("worded", "expected"),
    [
        ("12 a.m.", 0), ("12:15 p.m.", 735), ("3 o'clock", 180), ("25:99", None), ("", None),
        ("24:00", None), ("23:59", 1439), ("9:60", None), ("12 noon", 720), ("16h30", 990),
    ],
)  # fmt: skip
def test_hours(worded: str, expected: int | None) -> None:
    assert minutes(worded) == expected


def test_readers_are_told_why_a_text_belongs_to_an_event() -> None:
    opening = HARBOUR.partition("Net Weekly")[0]
    made, _ = corpus({"a": HARBOUR, "b": opening})
    find = Lookup(made, SiteInfo("Briefings"))
    made_pages = [*(one.make() for one in source_pages(find)), sources_page(find)]
    pages = {page.url: page.context for page in made_pages}
    for url in ("sources/a/", "sources/b/"):
        (joined,) = pages[url]["joined"]
        assert (joined.source_url, joined.other_url) == ("sources/b/", "sources/a/")
        # Only their order distinguishes two transcripts of one day.
        assert joined.source == "Transcript, 20 March 2024 (2nd text)"
        assert joined.grounds.startswith("same day, same hour, same place, ")
        assert "2 of 2 people named in common" in joined.grounds
        assert joined.grounds.endswith("100% of the shorter text is in both")
    rows = {row.facts.id: row.joined for row in pages["sources/"]["rows"]}
    assert rows["a"] == []
    assert [one.other_url for one in rows["b"]] == ["sources/a/"]


def _grounds(**grounds: object) -> JoinEvidence:
    """Return evidence on two texts of one day with nothing in common except these grounds."""
    none = JoinEvidence(
        source="b", other="a", by_editors=False, day=True, hour=None, place=None, host=None,
        title=None, number=None, people=0, people_of=5, text=0.0,
    )  # fmt: skip
    return replace(none, **grounds)  # type: ignore[arg-type]


# The verdict of an editor on two texts of one day with only these things in common: the same event,
# unsure (ask me), or different events.
WEIGHED: list[tuple[dict[str, object], str]] = [
    ({}, "apart"),
    # words
    ({"text": 0.02}, "apart"),
    ({"text": 0.06}, "apart"),
    ({"text": 0.10}, "unsure"),
    ({"text": 0.10, "people": 2}, "same"),
    ({"text": 0.10, "place": False}, "unsure"),
    ({"text": 0.10, "title": False}, "unsure"),
    ({"text": 0.10, "title": False, "host": True}, "unsure"),
    ({"text": 0.30, "hour": False}, "unsure"),
    ({"text": 0.50, "hour": False}, "same"),
    ({"text": 0.50, "hour": False, "place": False}, "unsure"),
    # people
    ({"people": 1, "people_of": 1, "host": True, "place": True}, "apart"),
    ({"people": 2}, "unsure"),
    ({"people": 2, "hour": False}, "unsure"),
    ({"people": 2, "people_of": 2}, "unsure"),
    ({"people": 2, "people_of": 2, "host": True}, "unsure"),
    ({"people": 2, "people_of": 2, "host": True, "hour": True}, "same"),
    ({"people": 2, "host": True}, "unsure"),
    ({"people": 2, "host": True, "text": 0.025}, "unsure"),
    ({"people": 2, "host": True, "text": 0.09}, "unsure"),
    ({"people": 2, "text": 0.025}, "unsure"),
    ({"people": 3, "people_of": 3}, "unsure"),
    ({"people": 3, "host": True}, "unsure"),
    ({"people": 3, "host": True, "text": 0.05}, "unsure"),
    ({"people": 4, "people_of": 9}, "unsure"),
    ({"people": 3, "text": 0.10, "hour": False}, "unsure"),
    ({"people": 3, "text": 0.10, "hour": False, "host": True}, "unsure"),
    # title, time, place, host
    ({"title": True}, "apart"),
    ({"title": True, "place": True}, "apart"),
    ({"title": True, "host": True}, "unsure"),
    ({"title": True, "people": 1}, "unsure"),
    ({"title": True, "people": 1, "hour": True}, "same"),
    ({"hour": True}, "apart"),
    ({"hour": True, "place": True, "people": 2}, "same"),
    ({"hour": True, "people": 2}, "unsure"),
    ({"place": True, "host": True, "people": 1}, "apart"),
    # the publisher's number
    ({"number": True}, "same"),
    ({"number": True, "place": False}, "unsure"),
    ({"number": False, "people": 5, "title": True, "text": 0.6}, "apart"),
    ({"number": False, "text": 0.9}, "same"),
]


@pytest.mark.parametrize(("grounds", "expected"), WEIGHED, ids=[str(row[0]) for row in WEIGHED])
def test_texts_of_one_day_are_weighed(grounds: dict[str, object], expected: str) -> None:
    text = Features.of(replace(HARBOUR_TEXT, kind="transcript", date="2024-03-20"))
    assert verdict(_grounds(**grounds), text, text) == expected


@pytest.mark.parametrize(
    ("grounds", "kind", "date", "expected"),
    [
        # A report names few of the speakers.
        ({"people": 2}, "article", "2024-03-20", "unsure"),
        ({"people": 2, "host": True}, "article", "2024-03-20", "same"),
        ({"people": 2, "host": True}, "article", "--03-20", "unsure"),
        ({"host": True, "hour": True}, "article", "2024-03-20", "apart"),
        # A part of a transcript has the same title as the whole.
        ({"title": True, "host": True}, "partial-transcript", "2024-03-20", "same"),
        ({"title": True, "host": True}, "partial-transcript", "--03-20", "unsure"),
        ({"title": True, "people": 1}, "transcript", "--03-20", "unsure"),
        ({"title": True, "people": 1}, "transcript", None, "unsure"),
    ],
)
def test_a_report_a_part_and_a_day_without_its_year_weigh_otherwise(
    grounds: dict[str, object], kind: SourceKind, date: str | None, expected: str
) -> None:
    text = Features.of(replace(HARBOUR_TEXT, kind="transcript", date="2024-03-20"))
    other = Features.of(replace(HARBOUR_TEXT, kind=kind, date=date))
    assert verdict(_grounds(**grounds), text, other) == expected
    assert verdict(_grounds(**grounds), other, text) == expected


@pytest.mark.parametrize(
    ("a", "b", "ground", "expected"),
    [
        ({"date": "2024-03-20"}, {"date": "2024-03-20"}, "day", True),
        ({"date": "2024-03-20"}, {"date": "2023-03-20"}, "day", False),
        ({"date": "2024-03-20"}, {"date": "--03-20"}, "day", True),
        ({"date": "--03-21"}, {"date": "2024-03-20"}, "day", False),
        ({"date": "2024-03-20"}, {"date": None}, "day", None),
        ({"time": "9 a.m."}, {"time": "9:00 a.m."}, "hour", True),
        ({"time": "9 a.m."}, {"time": "9 p.m."}, "hour", False),
        ({"time": "9 a.m."}, {"time": "soon"}, "hour", None),
        ({"place": "Agra Falls"}, {"place": "AGRA FALLS"}, "place", True),
        ({"place": "Agra Falls"}, {"place": "Port Ivo"}, "place", False),
        ({"place": "Agra Falls"}, {"place": None}, "place", None),
        ({"host": "Mint"}, {"host": "Office of Water"}, "host", False),
        ({"title": "On Eels"}, {"title": "ON EELS"}, "title", True),
        ({"title": "Press conference on the safety of the northern harbour"},
         {"title": "Safety of the northern harbour: press conference"}, "title", True),
        ({"title": "Press conference on the safety of the northern harbour"},
         {"title": "Briefing on income tax for households"}, "title", False),
        ({"title": "On Eels"}, {"title": None}, "title", None),
        ({"number": 7}, {"number": 7}, "number", True),
        ({"number": 7}, {"number": 8}, "number", False),
        ({"number": 7}, {"number": None}, "number", None),
        ({"number": 7, "series": "Water"}, {"number": 7, "series": "Coins"}, "number", None),
        ({"number": 7, "series": "Water"}, {"number": 8, "series": "Water"}, "number", False),
    ],
)  # fmt: skip
def test_what_speaks_for_one_event(
    a: dict[str, Any], b: dict[str, Any], ground: str, expected: bool | None
) -> None:
    first, second = (
        Features.of(replace(HARBOUR_TEXT, participants=PARTICIPANTS[:2], **one)) for one in (a, b)
    )
    shared = evidence(first, second, frozenset({1, 2, 3, 4}), frozenset({3, 4, 5}))
    assert getattr(shared, ground) is expected
    assert (shared.people, shared.people_of) == (2, 2)
    assert shared.text == pytest.approx(2 / 3)
    assert not shared.by_editors


def test_people_of_both_texts_are_counted() -> None:
    first = Features.of(replace(HARBOUR_TEXT, participants=PARTICIPANTS[:2]))
    second = Features.of(replace(HARBOUR_TEXT, participants=PARTICIPANTS[1:]))
    shared = evidence(first, second, frozenset(), frozenset())
    # Bo Fisher is in the second list twice, with two wordings; Ada Chair is in the first only.
    assert (shared.people, shared.people_of) == (1, 2)
    assert shared.text == 0


# Long enough to be recognized without a date: a list of cranes that nobody would write twice by
# chance.
CRANES = " ".join(f"Crane {n} of shed {n * 7} stands at quay {n + 40}." for n in range(2, 32))
LONG = HARBOUR + f"\nAda Holm:\n\n{CRANES}\n"


def test_a_text_without_a_day_joins_the_text_it_retells() -> None:
    made, problems = corpus({"a": LONG, "b": LONG.replace(" | 9 a.m. March 20, 2024", "")})
    assert [sources(briefing) for briefing in made.briefings] == [["a", "b"]]
    assert made.briefings[0].date == "2024-03-20"
    assert told(list(problems), "date-conflict") == []


def test_a_text_without_a_day_that_has_a_tenth_in_common_stays_alone() -> None:
    other = " ".join(f"Buoy {n} of pier {n * 9} lies off cape {n + 70}." for n in range(2, 32))
    some = CRANES[: len(CRANES) // 8]
    talk = "Interior ministry press conference on buoys\n\nAda Holm:\n\n"
    made, _ = corpus({"a": LONG, "b": f"{talk}{other} {some}\n"})
    assert len(made.briefings) == 2


def test_one_text_under_two_days_is_joined_and_an_editor_is_told() -> None:
    later = LONG.replace("March 20, 2024", "March 21, 2025")
    made, problems = corpus({"a": LONG, "b": later})
    assert [sources(one) for one in made.briefings] == [["a", "b"]]
    (asked,) = told(list(problems), "date-conflict")
    assert asked.path == "b.txt"
    assert asked.message == "has the text of a.txt, but the date 2025-03-21 instead of 2024-03-20"


def test_officials_repeat_themselves_on_another_day() -> None:
    other = " ".join(f"Buoy {n} of pier {n * 9} lies off cape {n + 70}." for n in range(2, 14))
    later = LONG.replace("March 20, 2024", "March 21, 2025") + f"\nBo Lind:\n\n{other}\n"
    made, problems = corpus({"a": f"{LONG}\nBo Lind:\n\n{other.upper()[::-1]}\n", "b": later})
    assert [sources(one) for one in made.briefings] == [["a"], ["b"]]
    assert told(list(problems), "date-conflict") == []


def test_three_texts_of_one_event_stand_together_each_with_its_reason() -> None:
    opening = HARBOUR.partition("Net Weekly")[0]
    made, _ = corpus({"a": HARBOUR, "b": opening, "c": opening, "d": TAX})
    assert [sources(one) for one in made.briefings] == [["a", "b", "c"], ["d"]]
    assert _joined(made.briefings) == [("b", "a"), ("c", "a")]


def test_the_question_says_what_is_in_common_and_what_differs() -> None:
    other = TAX.replace("Agra Falls", "Port Ivo").replace("4 p.m.", "9 a.m.")
    _, problems = corpus({"a": HARBOUR, "b": other})
    (asked,) = told(list(problems), "unsure-event")
    assert asked.message == (
        "may tell the event of a.txt: on one day, in common 2 of 2 people; "
        "not the same: the title, the place"
    )


def test_parts_without_title_and_day_are_not_taken_for_pages_of_one_text() -> None:
    parts = Settings(kind="partial-transcript")
    first = LONG.split("\n\n", 2)[2]
    made, _ = corpus({"a": first, "b": "Bo Lind:\n\nNobody knows.\n"}, None, a=parts, b=parts)
    assert len(made.briefings) == 2


DAYS = sorted((ROOT / "tests" / "cases" / "events").iterdir())


@pytest.mark.parametrize("folder", DAYS, ids=[one.name for one in DAYS])
def test_two_conferences_of_one_day_are_one_event_only_if_their_texts_say_so(folder: Path) -> None:
    expected = YAML(typ="safe").load(folder / "expected.yml")
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("[0-9].*"))}
    made, problems = corpus(texts)
    assert [sorted(sources(briefing)) for briefing in made.briefings] == expected["events"]
    asked = [
        sorted([one.path.partition(".")[0], re.findall(r"event of (\d)\.", one.message)[0]])
        for one in told(list(problems), "unsure-event")
    ]
    if "asked" in expected:
        assert sorted(asked) == expected["asked"]


def test_a_text_shows_what_joins_it_and_what_was_joined_to_it() -> None:
    joined = (JoinEvidence("b", "a"), JoinEvidence("c", "b"))

    def joins(id_: str, *, is_own: bool) -> list[tuple[str, str]]:
        witness: Any = SimpleNamespace(source=SimpleNamespace(id=id_))
        briefing: Any = SimpleNamespace(joined=joined)
        return [(one.source, one.other) for one in _joins(witness, briefing, is_own=is_own)]

    assert joins("a", is_own=False) == [("b", "a")]
    assert joins("b", is_own=False) == [("b", "a"), ("c", "b")]
    assert joins("b", is_own=True) == [("b", "a")]
    assert joins("c", is_own=True) == [("c", "b")]
