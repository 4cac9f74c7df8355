"""Test which part of a sentence a card quotes, so that readers know what is counted."""

from __future__ import annotations

import pytest

from briefings.languages import ENGLISH
from briefings.views.telling import ROOM, leans, telling_words


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
