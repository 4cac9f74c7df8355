"""Test which part of a sentence a card quotes, so that readers know what is counted."""

from __future__ import annotations

import pytest

from briefings.languages import ENGLISH
from briefings.views.telling import ROOM, leans, names_in, telling_words


def _told(text: str, number: str) -> str | None:
    start = text.index(number)
    return telling_words(text, start, start + len(number), ENGLISH)


@pytest.mark.parametrize(
    ("text", "number", "told"),
    [
        (
            "Thank you. Since 2018, some 900 people from the Upper Dale found work, many of whom "
            "earned 45,000 euros a year. That helps.",
            "45,000 euros",
            "Since 2018, some 900 people from the Upper Dale found work, many of whom earned "
            "45,000 euros a year.",
        ),
        # The whole sentence is too long: its last clause says it as well.
        (
            f"We have, {'as everybody in this room knows, ' * 6}in the two ports of Inland, mended "
            "1,200 nets – and more will be mended.",
            "1,200",
            "… in the two ports of Inland, mended 1,200 nets – and more will be mended.",
        ),
        (
            "The towns on the River Ell handed out 30,000 licences, "
            + "with a view to what was asked for at the meetings of the year before, " * 3
            + "as we said.",
            "30,000",
            "The towns on the River Ell handed out 30,000 licences, with a view to what was asked "
            "for at the meetings of the year before …",
        ),
    ],
)
def test_words_that_say_what_is_counted(text: str, number: str, told: str) -> None:
    assert _told(text, number) == told
    assert len(told.strip("… ")) <= ROOM


@pytest.mark.parametrize(
    "text",
    [
        "They mended 1,200 nets in May.",  # who did?
        "Since that time we have mended 1,200 nets.",
        "And that makes 1,200 nets in both ports.",
        "We have mended 1,200 of those nets.",
        "We are ordering — buying 1,200 nets this year.",
        "Some 1,200 nets.",
        "We did so "
        + "with the help of all who came from near and far to see it " * 4
        + "1,200 times.",
    ],
)
def test_words_that_lean_on_others_are_no_card(text: str) -> None:
    assert _told(text, "1,200") is None


def test_a_name_among_the_words_is_what_a_pronoun_means() -> None:
    assert _told("In May the town of Nordhaven mended its 1,200 nets.", "1,200") is not None
    assert not leans("Will Ann Lee see him?", ENGLISH)
    assert leans("Will he see Ann Lee?", ENGLISH)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # Three words cannot say what is counted, four can.
        ("Fishers mended 12.", None),
        ("Norport fishers mended 12.", "Norport fishers mended 12."),
        # A clause begins where three words stand before its number.
        (f"{'So it was, ' * 16}Norport fishers sold 12 nets.", "… Norport fishers sold 12 nets."),
        (f"{'So it was, ' * 16}fishers sold 12 Norport nets.", None),
        # A quotation of 170 letters fits, one of 171 stops at its last clause.
        (f"Norport sold 12 nets, {'n' * 141} boats.", f"Norport sold 12 nets, {'n' * 141} boats."),
        (f"Norport sold 12 nets, {'n' * 142} boats.", "Norport sold 12 nets …"),
        # Clauses end at commas, semicolons, colons, dashes and brackets.
        (f"Norport sold 12 nets; {'n' * 160} boats.", "Norport sold 12 nets …"),
        (f"Norport sold 12 nets (in {'n' * 160} boats).", "Norport sold 12 nets …"),
        (f"Norport sold 12 nets – {'n' * 160} boats.", "Norport sold 12 nets …"),
        # The longest that fits is told.
        (f"Norport sold 12 nets, or so, {'n' * 160} boats.", "Norport sold 12 nets, or so …"),
        # A dash before the number interrupts.
        ("Norport – so they say – sold 12 nets.", None),
        ("So – as we say, Norport fishers sold 12 nets.", "… Norport fishers sold 12 nets."),
    ],
)
def test_a_card_quotes_as_much_of_a_sentence_as_fits(text: str, told: str | None) -> None:
    assert _told(text, "12") == told


def test_names_are_capitals_within_a_sentence_and_not_the_word_i() -> None:
    assert names_in("The Eel Tunnel and I") == 2
    assert names_in("Eels swim") == 0
    assert names_in("May is over, and June") == 1
