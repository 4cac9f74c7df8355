"""Deciding which beginnings of paragraphs are labels: what repetition shows, and what stays
open."""

from __future__ import annotations

import pytest

from briefings.clean import clean
from briefings.model import Editorial, Settings, Source
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines
from tests.unit.test_parse import parsed

TITLE = "Press conference on nets, May 4, 2021"


def labels(*paragraphs: str) -> list[str | None]:
    witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
    return [turn.speaker.label for turn in witness.turns]


def doubted(*paragraphs: str) -> list[int]:
    """The lines that may be labels, counted as paragraphs after the title."""
    lines = source_lines("\n\n".join((TITLE, *paragraphs)) + "\n")
    problems = Problems()
    source = Source("x", "x.txt", "x.txt", "0", lines, "text")
    parse(clean(source, problems), Settings(), Editorial(), problems)
    return [problem.line // 2 for problem in problems if problem.rule == "unsure-label"]


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


OFFICERS = ("Ann Lee, head of the Mint:", SAID, "Bo Berg, head of the Bank:", SAID)
MINT, BANK = "Ann Lee, head of the Mint", "Bo Berg, head of the Bank"
TREES = ("Mr. Ash", "Mr. Elm", "Mr. Oak", "Mr. Fir", "Mr. Yew")


def test_names_alone_beside_labels_before_speech() -> None:
    trees = [f"{name}: {SAID}" for name in TREES]
    alone = ["Grey Owl:", SAID, "Red Elk:", SAID]
    assert labels(*trees[:4], *alone) == [*TREES[:4], "Grey Owl", "Red Elk"]
    # more than twice as many stand before speech
    assert labels(*trees, *alone) == list(TREES)
    # one alone is a label if the name recurs, or if it asks and is answered
    assert labels(trees[0], "Grey Owl:", SAID) == ["Mr. Ash"]
    assert labels(trees[0], "Grey Owl:", SAID, "Grey Owl: So it is.") == [
        "Mr. Ash", "Grey Owl", "Grey Owl",
    ]  # fmt: skip
    assert labels(trees[0], "Grey Owl:", ASKED, trees[1]) == ["Mr. Ash", "Grey Owl", "Mr. Elm"]
    assert labels(trees[0], "Grey Owl:", ASKED) == ["Mr. Ash"]


def test_letters_in_running_text_are_no_labels() -> None:
    letters = "Q: and A: are letters of the alphabet."
    assert labels(*OFFICERS, letters) == [MINT, BANK]
    assert labels(*OFFICERS[:2], "Q: are the nets mended?") == [MINT, "Q"]
    assert labels(*OFFICERS, "Q: Are the nets mended?") == [MINT, BANK, "Q"]


def test_before_speech_where_labels_stand_alone_only_outlets_that_ask_are_labels() -> None:
    assert labels(*OFFICERS, "Coast Times: Is it so?") == [MINT, BANK, "Coast Times"]
    assert labels(*OFFICERS, "Coast Times: So it is.") == [MINT, BANK]
    assert labels(*OFFICERS, "Grey Owl: Is it so?") == [MINT, BANK]
    assert labels(*OFFICERS, "Coast Times: So it is.", "Is it?", "Ann Lee:", SAID) == [
        MINT, BANK, "Coast Times", "Ann Lee",
    ]  # fmt: skip


def test_pairs_of_a_question_and_an_answer_where_nothing_else_is_known() -> None:
    assert labels("Coast Times: " + ASKED, "Grey Owl: " + SAID) == ["Coast Times", "Grey Owl"]
    assert labels("Coast Times: " + ASKED, "Coast Times: " + SAID) == []
    assert labels("Coast Times: So it is.", "Grey Owl: " + SAID) == []
    assert labels("Red Elk: " + ASKED, "Grey Owl: " + SAID) == []
    assert labels("Coast Times: " + ASKED, "Grey Owl:", SAID) == []
    assert labels("Coast Times:", ASKED, "Grey Owl: " + SAID) == []
    # with labels that are certain, what outlets say needs no answer
    assert labels("Mr. Ash: " + SAID, "Coast Times: So it is.") == ["Mr. Ash", "Coast Times"]


def test_names_that_recur_without_questions() -> None:
    said = ["Grey Owl: So it is.", "It rained."]
    assert labels("Mr. Ash: So it is.", *said * 3) == ["Mr. Ash", *["Grey Owl"] * 3]
    assert labels("Mr. Ash: So it is.", *said * 2) == ["Mr. Ash"]


def test_names_in_the_style_of_the_others() -> None:
    known = ["MR. ASH: " + SAID, "MR. ELM: " + SAID]
    names = ["MR. ASH", "MR. ELM"]
    assert labels(*known, "GREY OWL: So it is.") == [*names, "GREY OWL"]
    assert labels(*known, "GREY OWL: So it is, and so it will be for") == [*names, "GREY OWL"]
    assert labels(*known, "GREY OWL: So it is") == names
    assert labels(known[0], "Mr. Elm: " + SAID, "GREY OWL: So it is.") == ["MR. ASH", "Mr. Elm"]


def test_names_that_are_heard_in_the_text() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    known = ["Q", "A"]
    assert labels(*talk, "Bo Khan: This is Bo of the Post.") == known  # so short a word is any
    far = "It is a very long way to go from here to the end of the street, said Raza."
    assert labels(*talk, f"Raza Khan: {far}") == known
    called = "Thank you, Ms. {}."
    assert labels(talk[0], f"A: {called.format('Li')}", "Raza Li: So it is.") == known
    assert labels(talk[0], f"A: {called.format('Raza')}", "Raza: So it is.") == [*known, "Raza"]
    long = " ".join(["So it is, and so it was."] * 6)
    assert labels(talk[0], f"A: {called.format('Khan')} {long}", "Raza Khan: So it is.") == known
    assert labels(talk[0], f"A: {called.format('Raza Khan')} {long}", "Raza Khan: So it is.") == [
        *known, "Raza Khan",
    ]  # fmt: skip


def test_people_whom_a_label_introduces_are_known_afterwards() -> None:
    assert labels("Grey Owl, head of the Mint: " + SAID, "Grey Owl: So it is.") == [
        "Grey Owl, head of the Mint", "Grey Owl",
    ]  # fmt: skip
    assert labels("Director Grey Owl: " + SAID, "Grey Owl: So it is.") == [
        "Director Grey Owl", "Grey Owl",
    ]  # fmt: skip
    assert labels("Old Grey Owl: " + SAID, "Grey Owl: So it is.") == []
    assert labels("Director Owl: " + SAID, "Owl: So it is.") == ["Director Owl", "Owl"]


def test_phrases_before_a_colon() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID]
    assert labels(*talk, "Question raised by mail: So it is.") == ["Q", "A"]
    assert labels(*talk, "Question raised by mail:", "So it is.") == [
        "Q", "A", "Question raised by mail",
    ]  # fmt: skip
    assert labels(*talk, "mr. owl: So it is.") == ["Q", "A", "mr. owl"]
    assert labels("Q: " + ASKED, "Grey Owl: Is it so?", "A: " + SAID) == ["Q", "Grey Owl", "A"]


def test_doubtful_labels_are_reported() -> None:
    rain = "It rained."
    owl, elk = "Grey Owl: So it is.", "Red Elk: So it is."
    # one certain label before speech, or two that stand alone, or pairs
    assert doubted("Mr. Ash: " + SAID, owl) == [2]
    assert doubted("Mr. Ash: " + SAID, owl, rain, elk) == [2, 4]
    assert doubted(*OFFICERS, owl) == [5]
    assert doubted(*OFFICERS[:2], owl) == []
    assert doubted("Coast Times: " + ASKED, "Grey Owl: " + SAID, rain, elk) == [4]
    # or names that recur
    assert doubted(owl, rain, elk, rain, owl, rain, elk) == [1, 3, 5, 7]
    assert doubted(owl, rain, elk, rain, owl) == []
    # one word, or more than four, are no name of a person
    ash = "Mr. Ash: " + SAID
    assert doubted(ash, "Owl: So it is.", rain, "Big Old Grey Owl: So it is.") == [4]
    assert doubted(ash, "Very Big Old Grey Owl: So it is.") == []
    assert doubted(ash, "However: so it is.") == []


def test_nothing_is_certain() -> None:
    assert labels("Grey Owl:", SAID, "Grey Owl: So it is.") == []
    assert labels("Grey Owl:", SAID, "Red Elk:", SAID) == ["Grey Owl", "Red Elk"]


def test_initials_that_a_source_explains() -> None:
    key = ["Speaker key:", "AL Ann Lee", "BB Bo Berg"]
    assert labels(*key, "AL    " + SAID, "BB    " + SAID) == ["AL", "BB"]
    assert labels(*key, "AL    " + SAID, "It rained.") == []


def test_marked_labels_among_others() -> None:
    assert labels("__Grey Owl:__ " + SAID, "__Red Elk:__ " + SAID) == ["Grey Owl", "Red Elk"]
    assert labels("__Grey Owl:__ " + SAID, "It rained.") == []


def test_one_who_answers_an_outlet() -> None:
    ash = "Mr. Ash: " + SAID
    times, owl = "Coast Times: Is it so?", "Grey Owl: So it is."
    assert labels(ash, times, owl) == ["Mr. Ash", "Coast Times", "Grey Owl"]
    # the question is not the last thing before the name
    assert labels(ash, times, "It rained.", owl) == ["Mr. Ash", "Coast Times"]
    # an official who asks is not answered by a name
    assert labels("Mr. Ash: Is it so?", owl) == ["Mr. Ash"]


def test_names_in_a_layout_that_may_be_words_are_reported() -> None:
    talk = ["Ann Lee – " + SAID, "Coast Times – " + ASKED, "Ann Lee – " + SAID]
    assert doubted(*talk, "New Nets – " + SAID, "We have new nets in the bay.") == [4]
    assert doubted(*talk, "Bo Berg – " + SAID) == []


def test_a_recurring_name_before_a_colon_needs_speech() -> None:
    talk = ["Q: " + ASKED, "A: " + SAID, "Q: " + ASKED, "A: " + SAID]
    known = ["Q", "A", "Q", "A"]
    # with four that recur, a name of two words that the text does not use is enough
    assert labels(*talk, "Grey Owl: So it is.") == [*known, "Grey Owl"]
    assert labels(*talk, "Grey Owl: so it is.") == known
    assert labels(*talk, "Grey Owl: So it is.", "A grey boat came.") == known
    assert labels(*talk, "Grey Owl Office: So it is.") == known
    assert labels(*talk, "Grey: So it is.") == known
    assert labels(*talk, "Grey Old Red Elk Owl: So it is.") == known
    assert labels(*talk, "Grey Owl: a net", "It rained.") == known
    assert labels(*talk, "Grey Owl:", "So it is, I say.") == [*known, "Grey Owl"]
    assert labels(*talk, "Grey Owl:", "the nets") == known
    # three are not
    assert labels(*talk[:2], talk[1], "Grey Owl: So it is.") == ["Q", "A", "A"]


def test_speech_after_a_label_in_a_layout() -> None:
    talk = ["Ann Lee – " + SAID, "Coast Times – " + ASKED, "Ann Lee – " + SAID]
    known = ["Ann Lee", "Coast Times", "Ann Lee"]
    for said in ("“So it is.”", "(So it is.)", "We saw them —", "We saw …", "12 nets."):
        assert labels(*talk, f"Bo Berg – {said}") == [*known, "Bo Berg"], said
    long = "We saw them mended and mended again and"
    assert labels(*talk, f"Bo Berg – {long} so") == [*known, "Bo Berg"]
    assert labels(*talk, f"Bo Berg – {long[:30]}") == known


def test_a_layout_of_fewer_labels_than_colons_is_none() -> None:
    colons = ["Q: " + ASKED, "A: " + SAID] * 2
    dashes = ["Ann Lee – " + SAID, "Bo Berg – " + ASKED, "Ann Lee – " + SAID]
    assert labels(*colons, *dashes) == ["Q", "A", "Q", "A"]
    assert labels(*colons[:1], *dashes) == ["Q", "Ann Lee", "Bo Berg", "Ann Lee"]


def test_speech_below_a_name_is_near() -> None:
    talk = ["Ann Lee", SAID, "Coast Times", ASKED, "Ann Lee", SAID, "Coast Times", ASKED]
    known = ["Ann Lee", "Coast Times", "Ann Lee", "Coast Times"]
    assert labels(*talk, "Bo Berg", SAID) == [*known, "Bo Berg"]
    assert labels(*talk, "Bo Berg\n\n", SAID) == known
    assert labels(*talk, "Bo Berg", "So it is!") == [*known, "Bo Berg"]
    assert labels(*talk, "Bo Berg,", SAID) == known
    assert labels(*talk, "Bo Berg") == known


def test_one_word_in_a_layout_that_asks() -> None:
    talk = ["Ann Lee – " + SAID, "Coast Times – " + ASKED, "Ann Lee – " + SAID]
    known = ["Ann Lee", "Coast Times", "Ann Lee"]
    assert labels(*talk, "Roe – Is it so?") == [*known, "Roe"]
    assert labels(*talk, "Roe – So it is.") == known
    assert labels(*talk, "Roe – So it is.", "Is it not?") == [*known, "Roe"]
    assert labels(*talk, "ROEDEEROWL – Is it so?") == known
    assert labels(*talk, "ROEDEER OWLS – Is it so?") == [*known, "ROEDEER OWLS"]
    loud = [paragraph.replace("Ann Lee", "ANN LEE") for paragraph in talk]
    loud[1] = "COAST TIMES – " + ASKED
    known = ["ANN LEE", "COAST TIMES", "ANN LEE"]
    assert labels(*loud, "ROEDEEROWL – Is it so?") == [*known, "ROEDEEROWL"]
    assert labels(*loud, "Roe – Is it so?") == known
    # nor is one that stands alone
    alone = ["Ann Lee", SAID, "Coast Times", ASKED] * 2
    assert labels(*alone, "Roe", "Is it so, or is it not?") == ["Ann Lee", "Coast Times"] * 2


def test_how_far_a_layout_looks_for_a_question() -> None:
    rain = ["It rained."] * 10
    for lines, so in ((10, True), (11, False)):
        talk = ["Ann Lee – " + SAID, *rain[:1] * lines, "Is it so?", "Bo Berg – " + SAID]
        found = labels(*talk, "Ann Lee – " + SAID)
        assert (found == ["Ann Lee", "Bo Berg", "Ann Lee"]) == so
