"""Which statements of one event are variants of one observation, and later ones on one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Exchange, Figure, Indicator, Participant
from briefings.model.settings import Settings
from briefings.problems import Problems
from briefings.relate.announcements.announced import announced, bodies
from briefings.relate.announcements.later import commitments, followed
from briefings.relate.event import Event
from briefings.relate.indicators.variants import observed, preferred
from briefings.relate.ordered import OrderedStatements
from briefings.relate.reading import read_sentences
from briefings.relate.spoken import Statement, pack, read_statements

from .small_texts import BO, CHAIR, PAPER, article, briefing, event, transcript
from .test_measure import figure

YEAR = {"period": "2020", "period_start": "2020-01-01", "period_end": "2020-12-31"}
BEFORE = {"period": "2019", "period_start": "2019-01-01", "period_end": "2019-12-31"}


def _of(id_: str, value: float, source: str = "a", **more: Any) -> Figure:
    one = figure(id_, value, "boats", more.pop("briefing", "2021-01-10-x"), **more)
    return replace(one, places=(replace(one.place, source=source),))


def _grouped(
    *figures: Figure, texts: Sequence[str] = ("a", "b", "c"), by: str = "unit"
) -> list[list[str]]:
    found = observed(figures, {"2021-01-10-x": texts}, lambda one: getattr(one.stated, by))
    return [[one.figure.id, *(other.id for other in one.others)] for one in found]


@pytest.mark.parametrize(
    ("figures", "grouped"),
    [
        # The same value in two texts, and another value of the only one that is left.
        ([_of("f1", 7), _of("f2", 7, "b")], [["f1", "f2"]]),
        ([_of("f1", 7), _of("f2", 8, "b")], [["f1", "f2"]]),
        ([_of("f1", 7), _of("f2", 8)], [["f1"], ["f2"]]),
        ([_of("f1", 7), _of("f2", 7, passage="elsewhere")], [["f1", "f2"]]),
        # In one sentence, one value of two things.
        ([_of("f1", 7, passage="p", sentence="So."), _of("f2", 7, passage="p", sentence="So.")],
         [["f1"], ["f2"]]),
        ([_of("f1", 7, passage="p", sentence="So."), _of("f2", 7, passage="p", sentence="And.")],
         [["f1", "f2"]]),
        # A range is another value than its lower end.
        ([_of("f1", 7), _of("f2", 7, high=9)], [["f1"], ["f2"]]),
        # Which of two is meant cannot be known, nor which of two values.
        ([_of("f1", 7), _of("f2", 8), _of("f3", 9, "b")], [["f1"], ["f2"], ["f3"]]),
        ([_of("f1", 7), _of("f2", 8, "b"), _of("f3", 9, "b")], [["f1"], ["f2"], ["f3"]]),
        ([_of("f1", 7), _of("f2", 8, "b"), _of("f3", 8, "b")], [["f1", "f2", "f3"]]),
        ([_of("f1", 7), _of("f2", 7, "b"), _of("f3", 8, "b")], [["f1", "f2"], ["f3"]]),
        ([_of("f1", 7), _of("f2", 8), _of("f3", 8, "b"), _of("f4", 9, "b")],
         [["f1", "f4"], ["f2", "f3"]]),
        # Of another time or kind, it is another observation.
        ([_of("f1", 7, **YEAR), _of("f2", 7, "b", **BEFORE)], [["f1"], ["f2"]]),
        ([_of("f1", 7, **YEAR), _of("f2", 8, "b", **BEFORE)], [["f1"], ["f2"]]),
        ([_of("f1", 7, **YEAR), _of("f2", 8, "b", **YEAR)], [["f1", "f2"]]),
        ([_of("f1", 7), _of("f2", 7, "b", unit="ships")], [["f1"], ["f2"]]),
        ([_of("f1", 7), _of("f2", 8, "b", unit="ships")], [["f1"], ["f2"]]),
        ([_of("f1", 7, period="in spring"), _of("f2", 8, "b", period="in May")], [["f1"], ["f2"]]),
        # Of two with the value, that of the same period.
        ([_of("f1", 7, passage="p", sentence="So.", period="in May"),
          _of("f2", 7, passage="p", sentence="So.", period="in spring"),
          _of("f3", 7, "b", period="in spring")], [["f1"], ["f2", "f3"]]),
        # The preferred text comes first, and texts that nobody knows of come last.
        ([_of("f1", 7, "b"), _of("f2", 8, "a")], [["f2", "f1"]]),
        ([_of("f1", 7, "0"), _of("f2", 8, "c")], [["f2", "f1"]]),
        ([_of("f1", 7), _of("f2", 7, briefing="2022-01-10-x")], [["f1"], ["f2"]]),
    ],
)  # fmt: skip
def test_statements_of_one_observation(figures: list[Figure], grouped: list[list[str]]) -> None:
    assert _grouped(*figures) == grouped


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ({}, ()),
        ({"value": 8}, ("value",)),
        ({"value": 8, "comparator": ">"}, ("value", "comparator")),
        ({"comparator": ">"}, ("comparator",)),
        ({"period": "in May"}, ("period",)),
    ],
)
def test_how_a_variant_differs(changed: dict[str, Any], differs: tuple[str, ...]) -> None:
    given: dict[str, Any] = {"value": 7, "period": "in spring", **changed}
    other = _of("f2", given.pop("value"), "b", **given)
    (one,) = observed([_of("f1", 7, period="in spring")], {}, lambda _: None)
    one.others.append(other)
    (variant,) = one.variants()
    assert (variant.figure, variant.value) == ("f2", other.stated.value)
    assert variant.differs == differs


def test_a_text_of_a_machine_is_the_last_that_is_preferred() -> None:
    first = replace(article("a"), settings=Settings(quality="machine-translated"))
    assert preferred(briefing(first, article("c"), article("b"))) == ("c", "b", "a")


def _statements(of: Event) -> tuple[Statement, ...]:
    return read_statements(of, read_sentences(of, of.briefing.primary, Problems()), Problems())


def test_topics_of_what_is_announced() -> None:
    said = "We will open piers. We rest."
    turns = [(CHAIR, "Welcome."), (PAPER, "Will you?"), (BO, said), (BO, said), (BO, said)]
    exchange = Exchange("x1", "a-t2", ("a-t3",), ("a-t4",), ("boats",))
    of = event(
        briefing(transcript("a", *turns), exchanges=(exchange,),
                 passage_topics=(("a-t5p1", ("piers",)), ("a-t4p1", ("nets",)))),
    )  # fmt: skip
    found = announced(of, _statements(of), Problems())
    assert [(one.statement, one.topics) for one in found] == [
        (0, ("boats",)), (2, ("boats",)), (4, ("piers",)),
    ]  # fmt: skip


@pytest.mark.parametrize(("length", "announces"), [(2000, True), (2001, False)])
def test_a_list_without_an_end_announces_nothing(length: int, announces: bool) -> None:
    sentence = "We will open piers".ljust(length - 1, "x") + "."
    of = event(briefing(transcript("a", (BO, sentence))))
    assert bool(announced(of, _statements(of), Problems())) is announces


def test_acronyms_of_the_bodies_of_an_event() -> None:
    of = briefing(
        article("a"), host="Ministry of Fish (MOF)",
        participants=tuple(
            Participant("bo", "Bo", role, None, False, "a", 1)
            for role in ("head of the HBO", None, "member of A and ABCDEFG")
        ),
    )  # fmt: skip
    assert bodies(of) == {"MOF", "HBO"}


PLAN = "Next, we will restore the drowned lighthouse with copper plates and tall windows."


def _committed(*later: str, terms: dict[str, str] | None = None, indicator: str = "") -> Any:
    """The commitment of the plan, with what briefings of the next years say."""
    filling = [f"Sheep {letter * 4} graze." for letter in "abcdefghijklmnop"] * 10
    texts = [[PLAN], *([text, *filling] for text in later)]
    events = {
        f"b{n}": event(
            replace(
                briefing(transcript("a", *((BO, text) for text in sentences)),
                         date=f"202{n}-01-01"),
                slug=f"b{n}",
            ),
            {},
            **(terms or {}),
        )
        for n, sentences in enumerate(texts)
    }  # fmt: skip
    packed = OrderedStatements(
        (slug, of.briefing.date, pack(_statements(of), "en")) for slug, of in events.items()
    )
    own = announced(events["b0"], _statements(events["b0"]), Problems())
    found = followed([("b0", own)], packed, ())
    numbers = [number for one in found for number, _, _ in one.later]
    indicators = [
        Indicator(
            "light", "Lit towers", (indicator or "lit towers",), "", "level", True, "", (), ()
        ),
        Indicator("x", "", ("",), "", "level", True, "", (), ()),
    ]
    quotes = packed.quotes(numbers, events.__getitem__)
    (commitment,) = commitments(found, packed, quotes, indicators)
    return commitment


def test_what_is_said_later_shows_the_words_that_both_share() -> None:
    text = "Windows, tall and of copper: the drowned lighthouse has plates."
    commitment = _committed("We rest.", text)
    assert (commitment.kind, commitment.date, commitment.speaker_name) == (
        "plan", "2020-01-01", "Bo Fisher",
    )  # fmt: skip
    (later,) = commitment.later
    assert (later.text, later.date) == (text, "2022-01-01")
    assert later.shared == ("Windows", "tall", "copper", "drowned")


def test_what_shares_a_term_shows_the_term_and_needs_less_likeness() -> None:
    text = (
        "The lighthouse, drowned since the great storm, was reopened by sailors, pilots, cooks,"
        " divers, carpenters, masons, smiths and their proud children in a long procession."
    )
    terms = {"tower": "drowned lighthouse|lighthouse, drowned"}
    assert _committed(text).later == ()
    (later,) = _committed(text, terms=terms).later
    assert later.shared == ("lighthouse, drowned",)


def test_an_indicator_is_named_by_all_its_words() -> None:
    assert _committed("We rest.").indicators == ()
    assert _committed("We rest.", indicator="restored lighthouses").indicators == ("light",)
    assert _committed("We rest.", indicator="restored piers").indicators == ()
