"""Wordings of one thing in the texts of an event: its kind, its host, titles, offices."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Briefing, Participant
from briefings.model.figures import Discrepancy
from briefings.relate.compare.offices import (
    event_names,
    hosts,
    office_names,
    offices,
    titles,
)

from .small_texts import BO, CHAIR, article, briefing, event, roles, transcript

NAMES = {"bo": ("Bo Fisher", "Fisher"), "ann": ("Ann Reed",)}


def _where(record: Discrepancy) -> list[tuple[str, str | None, int, int | None, int | None]]:
    return [
        (place.source, place.passage, place.line, place.start, place.end)
        for place in record.passages
    ]


def test_words_for_the_event_in_titles_leads_and_what_the_chair_calls_it() -> None:
    a = transcript(
        "a",
        (CHAIR, "Welcome to this press conference. It is no briefing."),
        (BO, "This briefing is on nets."),
        title="Press Conference on nets",
        lines=roles(title=[3, 4], dateline=[7, 8]),
    )
    b = article("b", "x", title="A BRIEFING on nets", lead="NORPORT — A news briefing was held.",
                lines=roles(title=[3, 4], dateline=[7, 8]))  # fmt: skip
    (record,) = event_names(briefing(a, b))
    assert record.text == (
        "The event is called “press conference” in source a, “briefing” in source b and"
        " “news briefing” in source b."
    )
    # A title begins on its first line, and the last line of a lead has the date.
    assert _where(record) == [
        ("a", None, 3, None, None), ("b", None, 3, None, None), ("b", None, 8, None, None),
    ]  # fmt: skip
    assert (record.id, record.type, record.figures) == ("event-wording-2021-01-10", "name", ())


def test_one_word_for_the_event_is_no_difference() -> None:
    called = transcript("a", (CHAIR, "Welcome to this press conference."))
    titled = article("b", "x", title="A press conference")
    assert list(event_names(briefing(called, titled))) == []
    (record,) = event_names(briefing(called, replace(titled, title="A media briefing")))
    assert _where(record) == [("a", "a-t1p1", 10, 16, 32), ("b", None, 1, None, None)]
    assert record.text.startswith("The event is called “press conference” in source a and ")
    by_editors = replace(titled, title="A media briefing", title_by_editors=True)
    assert list(event_names(briefing(called, by_editors))) == []


def test_a_word_in_three_texts_is_listed_with_all_of_them() -> None:
    texts = [article("a", "x", title="A press briefing")]
    texts += [article(id_, "x", title="A briefing") for id_ in "bcd"]
    (record,) = event_names(briefing(*texts))
    assert record.text.endswith("in source a and “briefing” in sources b and c and d.")
    assert len(record.passages) == 2


def test_an_event_without_a_year_is_known_by_its_address() -> None:
    texts = article("a", "x", title="A briefing"), article("b", "x", title="A press event")
    for date, key in (("--05-04", "x"), (None, "x"), ("2021-05-04", "2021-05-04")):
        (record,) = event_names(briefing(*texts, date=date))
        assert record.id == f"event-wording-{key}"


def _hosted(*texts: tuple[str, dict[str, Any]]) -> Briefing:
    return briefing(
        *(
            article(f"s{n}", "It rained.", words, lines=roles(title=[2], dateline=[5]), **more)
            for n, (words, more) in enumerate(texts)
        )
    )


def _host(name: str, words: str | None = None) -> tuple[str, dict[str, Any]]:
    return words if words is not None else f"The {name} spoke.", {"host": name}


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("Harbour Office", "Port Office", True),
        ("Harbour Office", "Office of the Harbour", False),
        ("Harbour Office", "Old Harbour Office", False),
        ("Old Harbour Office", "Harbour Office", False),
        # Without a common word it is another body, as where two held it together.
        ("Harbour Office", "Ministry of Fish", False),
        ("Harbour Bureau of Norport", "HBN BUREAU", True),
        ("Port Information Office", "PIO", False),
        ("Harbour office", "harbour Bureau", True),
    ],
)
def test_names_of_the_host(one: str, other: str, differs: bool) -> None:
    assert bool(list(hosts(_hosted(_host(one), _host(other))))) is differs


def test_a_host_is_named_where_its_words_stand() -> None:
    titled = {"host": "Harbour Office of Norport", "title": "Harbour Office speaks on nets"}
    led = {"host": "Port Office", "lead": "NORPORT — The Port Office spoke.", "title": "Nets"}
    spoken = _host("Fish Office", "Here is the Fish Office, which is the Fish Office.")
    (record,) = hosts(_hosted(("x", titled), ("x", led), spoken))
    assert _where(record) == [
        ("s0", None, 2, None, None), ("s1", None, 5, None, None), ("s2", "s2-p2", 20, 12, 23),
    ]  # fmt: skip
    assert record.text == (
        "The body that held the event is called “Harbour Office of Norport” in source s0,"
        " “Port Office” in source s1 and “Fish Office” in source s2."
    )
    assert record.id == "host-wording-2021-01-10"


def test_a_host_that_only_editors_name_is_no_wording_of_the_text() -> None:
    unnamed = "Nobody spoke for the Office.", {"host": "Port Office"}
    assert list(hosts(_hosted(_host("Harbour Office"), unnamed))) == []
    assert list(hosts(_hosted(_host("Harbour Office"), ("It spoke.", {})))) == []
    # Words of three letters or fewer stand anywhere, so that they show nothing.
    law = "The Law of the Bay", {"host": "Bay Law", "title": "On nets"}
    assert list(hosts(_hosted(_host("Harbour Law"), law))) == []
    # One word of the name may stand for anything.
    half = "It rained.", {"host": "Port Office", "title": "Nets of the port, the Port at night"}
    assert list(hosts(_hosted(_host("Harbour Office"), half))) == []
    backwards = "The Office of the Harbour spoke.", {"host": "Harbour Office"}
    (record,) = hosts(_hosted(_host("Port Office"), backwards))
    assert _where(record)[1] == ("s1", "s1-p2", 20, None, None)


def test_the_same_host_in_three_texts_is_one_wording() -> None:
    texts = _host("Harbour Office"), _host("Port Office"), _host("Old Port Office")
    (record,) = hosts(_hosted(*texts))
    assert "“Port Office” in sources s1 and s2" in record.text


def _listed(role: str | None, source: str = "a", person: str = "bo", line: int = 2) -> Participant:
    return Participant(person, "Bo Fisher", role, None, False, source, line)


def _of(*participants: Participant, b: str = "It rained.", a: str = "It rained.") -> Any:
    return event(
        briefing(article("a", a), article("b", b), participants=participants),
        NAMES,
    )


def test_a_title_that_another_text_words_otherwise() -> None:
    of = _of(_listed("the deputy director of the Harbour Office"),
             b="We met Bo Fisher, vice-director of the Harbour Office, at noon.")  # fmt: skip
    (record,) = titles(of)
    assert record.text == (
        "Bo Fisher is called “deputy director” in source a and “vice director” in source b."
    )
    assert _where(record) == [("a", None, 2, None, None), ("b", "b-p1", 10, 18, 53)]
    assert (record.id, record.type) == ("title-wording-2021-01-10-bo", "title")


@pytest.mark.parametrize(
    "roles_",
    [
        # Spaces, hyphens and capitals are no other title.
        [_listed("vice-director of Nets"), _listed("vice  director of Lamps", "b")],
        # Nor is a role that names no title.
        [_listed("director of Nets"), _listed("keeper of lamps", "b")],
        [_listed("director of Nets"), _listed(None, "b")],
        [_listed("director of Nets"), _listed("head of Nets", "b", "ann")],
    ],
)
def test_titles_that_do_not_differ(roles_: list[Participant]) -> None:
    assert list(titles(_of(*roles_))) == []


def _offices(*participants: Participant, b: str = "It rained.") -> list[tuple[str, str, str]]:
    return [(of.person, of.office, of.place.source) for of in offices(_of(*participants, b=b))]


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("director of the Harbour Office", "Harbour Office"),
        ("director of the Bureau of Nets of the Harbour Office", "Bureau of Nets"),
        ("head of the Harbour Office and member of the Council", "Harbour Office"),
        ("head of the Harbour Office (HO)", "Harbour Office"),
        ("head of the Ministry’s Net Bureau", "Net Bureau"),
    ],
)
def test_the_innermost_body_of_a_role(role: str, office: str) -> None:
    assert _offices(_listed(role)) == [("bo", office, "a")]


def test_roles_without_an_office_have_none_and_one_text_words_it_once() -> None:
    assert _offices(_listed("keeper of lamps"), _listed("director")) == []
    role = "director of the Harbour Office"
    twice = _offices(_listed(role), _listed(role, line=5), _listed(role, "b"))
    assert twice == [("bo", "Harbour Office", "a"), ("bo", "Harbour Office", "b")]
    (first, _) = offices(_of(_listed(role), _listed(role, line=5), _listed(role, "b")))
    assert (first.place.line, first.name, first.language) == (2, "Bo Fisher", "en")


def test_names_of_an_office_in_several_events() -> None:
    here = offices(_of(_listed("director of the Harbour Office")))
    same = offices(_of(_listed("director of Harbour-Office")))
    other = offices(_of(_listed("director of the Port Office")))
    assert list(office_names([*here, *same])) == []
    (record,) = office_names([*here, *same, *other])
    assert (record.id, record.type) == ("organization-wording-bo", "name")
    assert record.text.startswith("The office of Bo Fisher is called “Harbour Office” in source a,")


def test_names_of_two_people_are_not_mixed() -> None:
    ann = _of(_listed("head of the Port Office", person="ann"))
    bo = _of(_listed("head of the Harbour Office"))
    assert list(office_names([*offices(ann), *offices(bo)])) == []


def test_roles_are_read_in_the_order_of_the_list_and_then_of_the_texts() -> None:
    text = "We met Bo Fisher, head of the Net Office, and Ann Reed, minister of fish."
    found = _offices(_listed("head of the Lamp Office", "b"), b=text)
    assert found == [("bo", "Lamp Office", "b"), ("bo", "Net Office", "b"), ("ann", "fish", "b")]
