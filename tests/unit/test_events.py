"""Which texts tell one event: what joins them, what keeps them apart, when an editor is asked."""

from __future__ import annotations

import pytest

from briefings.group.evidence import minutes
from briefings.model import Briefing, Settings
from briefings.model.page import SiteInfo
from briefings.problems import Problem
from briefings.views.lookup import Lookup
from briefings.views.sources import source_pages, sources_page
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
    """Another translation of the same event shares no five words in a row."""
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
    _, problems = corpus({"a": HARBOUR, "b": HARBOUR}, **settings)
    assert told(list(problems), "near-identical") == []


def test_a_part_of_a_text_is_no_edition_of_it() -> None:
    opening = HARBOUR.partition("Net Weekly")[0]
    _, problems = corpus({"a": HARBOUR, "b": opening})
    assert told(list(problems), "near-identical") == []


@pytest.mark.parametrize(
    ("worded", "expected"),
    [("12 a.m.", 0), ("12:15 p.m.", 735), ("3 o'clock", 180), ("25:99", None), ("", None)],
)
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
        assert (joined["source"], joined["other"]) == ("b", "a")
        assert joined["grounds"].startswith("same day, same hour, same place, ")
        assert "2 of 2 people named in common" in joined["grounds"]
        assert joined["grounds"].endswith("100% of the shorter text stands in both")
    rows = {row["id"]: row["joined"] for row in pages["sources/"]["rows"]}
    assert rows["a"] == []
    assert [one["other"] for one in rows["b"]] == ["a"]
