"""Deciding which beginnings of paragraphs are labels: what repetition shows, and what stays
open."""

from __future__ import annotations

import pytest

from tests.unit.test_parse import parsed

TITLE = "Press conference on nets, May 4, 2021"


def labels(*paragraphs: str) -> list[str | None]:
    witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
    return [turn.speaker.label for turn in witness.turns]


ASKED = "Are the nets mended?"
SAID = "They are mended, all of them."


@pytest.mark.parametrize("cut", [" – ", " — ", " -- ", " | ", "\t", "    ", ". "])
def test_a_layout_holds_where_names_return_and_somebody_asks(cut: str) -> None:
    talk = [("Ann Lee", SAID), ("Coast Times", ASKED), ("Ann Lee", SAID)]
    assert labels(*(f"{who}{cut}{said}" for who, said in talk)) == [who for who, _ in talk]
    # no name recurs
    other = [("Ann Lee", SAID), ("Coast Times", ASKED), ("Bo Berg", SAID)]
    assert labels(*(f"{who}{cut}{said}" for who, said in other)) == []
    # without questions, six labels are needed
    told = [("Ann Lee", SAID), ("Bo Berg", SAID)] * 3
    assert labels(*(f"{who}{cut}{said}" for who, said in told)) == [who for who, _ in told]
    assert labels(*(f"{who}{cut}{said}" for who, said in told[:5])) == []
    # a single speaker is not a conversation
    assert labels(*(f"Ann Lee{cut}{said}" for said in (SAID, ASKED, SAID, SAID))) == []


def test_in_a_layout_that_holds_a_name_that_stands_once_is_one_as_well() -> None:
    talk = ["Ann Lee – " + SAID, "Coast Times – " + ASKED, "Ann Lee – " + SAID]
    known = ["Ann Lee", "Coast Times", "Ann Lee"]
    assert labels(*talk, "Bo Berg – " + SAID) == [*known, "Bo Berg"]
    assert labels(*talk, "Ms. Berg – " + SAID) == [*known, "Ms. Berg"]
    assert labels(*talk, "Lee – " + SAID) == [*known, "Lee"]
    assert labels(*talk, "Radio Norr – " + SAID) == [*known, "Radio Norr"]
    assert labels(*talk, "Moderator – " + SAID) == [*known, "Moderator"]
    # words that the text uses elsewhere are not a name
    assert labels(*talk, "New Nets – " + SAID, "We have new nets in the bay.") == known
    # the words after the label are not speech
    assert labels(*talk, "Bo Berg – head of the Harbour Office") == known
    assert labels(*talk, "Bo Berg – the nets") == known
    # too many words
    assert labels(*talk, "Bo Jo Lo Mo No Po Ro – " + SAID) == known
    # a sound
    assert labels(*talk, "Laughter – " + SAID) == known


def test_names_in_brackets_are_labels_and_remarks_in_brackets_are_none() -> None:
    talk = ["[Ann Lee] " + SAID, "[Coast Times] " + ASKED, "[Ann Lee] " + SAID]
    known = ["[Ann Lee]", "[Coast Times]", "[Ann Lee]"]
    assert labels(*talk) == known
    assert labels(*talk, "[Applause] " + SAID) == known
    assert labels(*talk, "[In Norse] " + SAID) == known
    assert labels(*(one.replace("[", "(").replace("]", ")") for one in talk)) == [
        "(Ann Lee)", "(Coast Times)", "(Ann Lee)",
    ]  # fmt: skip


def test_numbered_questions_and_answers() -> None:
    asked = ["Q1. " + ASKED, "A1. " + SAID, "Q2. " + ASKED, "A2. " + SAID]
    assert labels(*asked) == ["Q1", "A1", "Q2", "A2"]
    asked = ["Q 1) " + ASKED, "A 1) " + SAID]
    assert labels(*asked) == ["Q 1", "A 1"]
    talk = ["Speaker 1: " + SAID, "Speaker 2: " + ASKED, "Speaker 1: " + SAID]
    assert labels(*talk, "Speaker 3: " + SAID) == [
        "Speaker 1",
        "Speaker 2",
        "Speaker 1",
        "Speaker 3",
    ]


def test_a_name_on_a_line_of_its_own() -> None:
    talk = ["Ann Lee", SAID, "Coast Times", ASKED, "Ann Lee", SAID, "Coast Times", ASKED]
    known = ["Ann Lee", "Coast Times", "Ann Lee", "Coast Times"]
    assert labels(*talk) == known
    assert labels(*talk, "Bo Berg", SAID) == [*known, "Bo Berg"]
    assert labels(*talk, "Bo Berg", "the nets", SAID) == known  # nothing is said below
    # only one name recurs, and there are no more than three
    assert labels(*talk[:6]) == []
    assert labels(*talk[:6], "Bo Berg", SAID) == [*known[:3], "Bo Berg"]


def test_small_letters_before_a_colon() -> None:
    talk = ["ann lee: " + SAID, "bo berg: " + ASKED, "ann lee: " + SAID]
    assert labels(*talk) == ["ann lee", "bo berg", "ann lee"]
    assert labels(*talk, "however: " + SAID) == ["ann lee", "bo berg", "ann lee"]
    assert labels("ann lee: " + SAID, "bo berg: " + ASKED, "cy alm: " + SAID) == []


def test_bare_letters_and_initials() -> None:
    asked = ["Q   " + ASKED, "A   " + SAID, "Q   " + ASKED, "A   " + SAID]
    assert labels(*asked) == ["Q", "A", "Q", "A"]
    assert labels("Q " + ASKED, "It rained all day.", "Q " + ASKED, "It rained.") == ["Q", "Q"]
    assert labels("A boat sank in the bay.", "A net was torn in the bay.") == []
    assert labels("Q " + ASKED, "It rained all day in the bay.") == []


def test_full_names_before_a_colon_where_nothing_else_is_known() -> None:
    said = ["Grey Owl: " + SAID, "Red Fox: " + SAID, "Grey Owl: " + SAID]
    assert labels(*said) == []
    asked = ["Coast Times: " + ASKED, "Grey Owl: " + SAID]
    assert labels(*asked) == ["Coast Times", "Grey Owl"]
    assert labels("Grey Owl: " + ASKED, "Coast Times: " + SAID) == []
    alone = ["Grey Owl:", SAID, "Red Fox:", ASKED, "Grey Owl:", SAID]
    assert labels(*alone) == ["Grey Owl", "Red Fox", "Grey Owl"]
    assert labels("Grey Owl:", SAID) == []


def test_the_first_one_who_greets() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    assert labels("Grey Owl: Good morning, everyone.", *talk) == ["Grey Owl", "Q", "A"]
    assert labels("Grey Owl: The nets are torn.", *talk) == [None, "Q", "A"]
    assert labels(*talk, "Grey Owl: Good morning, everyone.") == ["Q", "A"]


def test_one_who_answers_a_question() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    assert labels(*talk, "Q: " + ASKED, "Grey Owl: The nets are torn.") == [
        "Q",
        "A",
        "Q",
        "Grey Owl",
    ]
    assert labels(*talk, "Grey Owl: The nets are torn.") == ["Q", "A"]
    assert labels(*talk, "Q: So it is.", "Grey Owl: The nets are torn.") == ["Q", "A", "Q"]


def test_one_who_names_himself_or_is_called() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    known = ["Q", "A"]
    assert labels(*talk, "Raza Khan: This is Raza of the Post.") == [*known, "Raza Khan"]
    assert labels(*talk, "Raza Khan: It is the end.") == known
    assert labels("Q: " + ASKED, "A: All are mended. Raza Khan.", "Raza Khan: It is the end.") == [
        *known, "Raza Khan",
    ]  # fmt: skip
    assert labels("Q: " + ASKED, "A: Thank you, Ms. Khan.", "Raza Khan: It is the end.") == [
        *known, "Raza Khan",
    ]  # fmt: skip


def test_titles_of_courtesy_and_roles_make_a_label() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    known = ["Q", "A"]
    assert labels(*talk, "Mr. Owl: So it is.") == [*known, "Mr. Owl"]
    assert labels(*talk, "Grey Owl, head of the Mint: So it is.") == [
        *known,
        "Grey Owl, head of the Mint",
    ]
    assert labels(*talk, "Moderator: So it is.") == [*known, "Moderator"]
    assert labels(*talk, "Question raised by mail: Is it so?") == [
        *known,
        "Question raised by mail",
    ]
    assert labels(*talk, "Grey Owl: So it is.") == known
    assert labels(*talk, *["Grey Owl: So it is."] * 3) == [*known, *["Grey Owl"] * 3]


def test_marked_labels() -> None:
    marked = ["[Grey Owl]: " + SAID, "[Red Fox]: " + SAID]
    assert labels(*marked) == ["[Grey Owl]", "[Red Fox]"]
    assert labels(marked[0], "Red Fox: " + SAID) == []
