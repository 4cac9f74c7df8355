"""Which later statements follow an announcement, and what an announcement is published with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Indicator, Speaker
from briefings.model.relations import Commitment
from briefings.problems import Problems
from briefings.relate.announcements.announced import announced
from briefings.relate.announcements.later import commitments, followed
from briefings.relate.ordered import OrderedStatements
from briefings.relate.reading import read_sentences
from briefings.relate.spoken import pack, read_statements

from .test_spoken import BO, event, named

# Statements on nothing that is announced, so that a word in four of them is rare.
OTHERS = [f"Sheep {letter * 4} graze." for letter in "abcdefghijklmnop" * 4]
PLAN = "Next, we will mend copper lamps, timber boats, velvet sails, rusty cranes and old nets."


def _all(
    plan: str,
    later: Sequence[str] = (),
    terms: Mapping[str, str] = {},
    indicators: Sequence[Indicator] = (),
    speaker: Speaker = BO,
    others: Sequence[str] = OTHERS,
) -> tuple[Commitment, ...]:
    """Return the announcements of a briefing and of one before it, which says the `others`.

    Each of `later` is said in a year of its own after them.
    """
    events = {
        slug: named(event(slug, [(speaker, text) for text in texts], f"{year}-01-01"), **terms)
        for slug, year, texts in (
            ("plan", 2020, [plan]),
            *((f"b{n}", 2021 + n, [text]) for n, text in enumerate(later)),
            ("others", 2019, ["Rain.", "Why?", *others]),
        )
    }
    each = {
        slug: read_statements(of, read_sentences(of, of.briefing.primary, Problems()), Problems())
        for slug, of in events.items()
    }
    statements = OrderedStatements(
        (slug, events[slug].briefing.date, pack(read, "en")) for slug, read in each.items()
    )
    found = [(slug, announced(events[slug], each[slug], Problems())) for slug in ("plan", "others")]
    following = followed(found, statements, ())
    numbers = {number for one in following for number, _, _ in one.later}
    quotes = statements.quotes(numbers, events.__getitem__)
    return commitments(following, statements, quotes, indicators)


def _announced(plan: str = PLAN, *given: Any, **more: Any) -> Commitment:
    (commitment,) = _all(plan, *given, **more)
    return commitment


@pytest.mark.parametrize(
    ("later", "terms", "shown"),
    [
        # Five of the plan's eleven words, in a sentence with seven of its own.
        ("Copper lamps, timber boats and velvet fell off seven wide grey carts by night today.",
         {}, True),
        # Two of them.
        ("Copper lamps fell off nine wide grey carts by night today.", {}, False),
        # Two are enough if one is a term, but not in a sentence on much else.
        ("Copper lamps fell off nine wide grey carts by night today.", {"lamps": "lamps"}, True),
        ("Copper lamps fell off nine wide grey carts by night today, and seven brown horses, four"
         " white donkeys, many black hens, pigs, ducks, geese, cows, bulls, calves, mules, foals,"
         " kids, lambs, rams, ewes, colts, cats and dogs ran far away.", {"lamps": "lamps"}, False),
    ],
)  # fmt: skip
def test_a_later_statement_is_as_like_as_its_terms_require(
    later: str, terms: dict[str, str], shown: bool
) -> None:
    assert [one.text for one in _announced(later=[later], terms=terms).later] == [later] * shown


@pytest.mark.parametrize(
    ("plan", "later", "terms", "shown"),
    [
        # Names only say who acts.
        ("Next, we will call and warn Gullport.", "Gullport was called and warned.", {}, True),
        ("Next, we will call Gullport Harbour.", "Gullport Harbour called.", {}, False),
        ("Next, we will mend copper lamps.", "Copper lamps shone.", {}, True),
        ("Next, we will mend the lamps.", "The lamps shone.", {}, False),
        # A first word is no name because of its capital.
        ("Results will be announced to the public.", "The results are public.", {}, True),
        # A term counts like a word, if it is no name.
        ("Next, we will mend the lamps.", "The lamps shone.", {"lamps": "lamps"}, True),
        ("Next, we will aid Gullport.", "We like Gullport.", {"gullport": "Gullport"}, False),
        # A term that the later statement does not have makes no difference.
        ("Next, we will mend the lamps.", "The lamps shone.", {"mending": "mend"}, False),
    ],
)  # fmt: skip
def test_a_later_statement_shares_two_words_or_terms_besides_names(
    plan: str, later: str, terms: dict[str, str], shown: bool
) -> None:
    commitment = _announced(plan, [later], terms)
    assert [one.text for one in commitment.later] == [later] * shown


@pytest.mark.parametrize(
    ("later", "terms", "shared"),
    [
        ("Rusty cranes, velvet sails and timber boats are here.", {},
         ("Rusty", "cranes", "velvet", "sails")),
        ("Boats, boats, boats of timber, and lamps.", {}, ("Boats", "boats", "timber", "lamps")),
        ("Rusty cranes, velvet sails and timber boats are here.",
         {"vessel": "boats", "cloth": "sails", "grass": "here"}, ("sails", "boats")),
    ],
)  # fmt: skip
def test_a_later_statement_is_shown_with_what_it_shares(
    later: str, terms: dict[str, str], shared: tuple[str, ...]
) -> None:
    (statement,) = _announced(later=[later], terms=terms).later
    assert statement.shared == shared
    assert (statement.date, statement.place.briefing) == ("2021-01-01", "b0")


def test_the_three_most_similar_statements_are_shown_in_the_order_of_time() -> None:
    later = [
        # A word of more than four statements would be a common one.
        "Copper lamps, timber boats and velvet fell off nine wide grey carts by night today.",
        "Copper lamps, timber boats, sails and cranes.",
        "Copper, timber, velvet, rusty cranes and nets.",
        "We mended lamps, boats, velvet sails and rusty nets.",
    ]
    assert [one.place.briefing for one in _announced(later=later).later] == ["b1", "b2", "b3"]


def _indicator(id_: str, title: str, *wordings: str) -> Indicator:
    return Indicator(id_, title, wordings, "count", "level", False, "", (), ())


def test_an_announcement_names_the_indicators_whose_words_it_has() -> None:
    indicators = [
        _indicator("lamps", "Copper lamps"),
        _indicator("boats", "Ships", "oars", "boats of timber"),
        _indicator("ships", "Copper ships", "ships"),
        _indicator("silence", "of the"),
        _indicator("all", PLAN),
    ]
    assert _announced(indicators=indicators).indicators == ("lamps", "boats", "all")


def test_an_announcement_says_who_announced_what_when() -> None:
    commitment = _announced()
    assert (commitment.kind, commitment.text, commitment.date) == ("plan", PLAN, "2020-01-01")
    assert (commitment.speaker, commitment.speaker_name) == ("bo-fisher", "Bo Fisher")
    unnamed = _announced(speaker=replace(BO, id=None, name=None, label=None))
    assert (unnamed.speaker, unnamed.speaker_name) == (None, None)


def test_announcements_are_in_the_order_of_time() -> None:
    others = ["Next, we will sell tar.", *OTHERS, "Next, we will buy oil."]
    assert [one.text for one in _all(PLAN, others=others)] == [others[0], others[-1], PLAN]


@pytest.mark.parametrize(
    ("statements", "having", "shown"),
    [
        # Words in more than four statements are common, or in a fortieth of more.
        (70, 4, True),
        (70, 5, False),
        (250, 6, True),
        (250, 7, False),
    ],
)
def test_a_later_statement_shares_words_that_few_statements_have(
    statements: int, having: int, shown: bool
) -> None:
    """The plan and the later statement are two of those that have the words; "Rain." is one more
    statement."""
    same = ["Copper lamps."] * (having - 2)
    others = [*same, *(f"Sheep {n}." for n in range(statements - having - 1))]
    later = ["We mended copper lamps."]
    commitment = _announced("Next, we will mend copper lamps.", later, others=others)
    assert [one.text for one in commitment.later] == later * shown


def test_rare_words_make_a_later_statement_more_similar_than_common_ones() -> None:
    """Of eleven rare words two are shared; of two common ones, both."""
    own = "seven wide grey carts, brown horses, white donkeys and hens"
    later = f"Copper lamps fell off {own} where sheep graze."
    assert not _announced(f"{PLAN[:-1]} where sheep graze.", [later]).later
