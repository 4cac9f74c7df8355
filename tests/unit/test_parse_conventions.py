"""Deciding which beginnings of paragraphs are labels: what repetition shows, and what stays
open."""

from __future__ import annotations

import pytest

from briefings.clean import clean
from briefings.model import Editorial, LabelRuling, Settings, Source
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


def kinds(*paragraphs: str) -> list[str]:
    """The kind and the name of each speaker."""
    witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
    return [f"{turn.speaker.kind} {turn.speaker.name or '-'}" for turn in witness.turns]


def test_what_a_speaker_who_is_on_no_list_is() -> None:
    q, a = "Q: " + ASKED, "A: " + SAID
    ash, times = "Mr. Ash: " + SAID, "Coast Times: Is it so?"
    known = ["official Ash", "outlet Coast Times"]
    owl = "Grey Owl: So it is."
    # one who answers an outlet, and one who says that it is an answer
    assert kinds(ash, times, owl) == [*known, "official Grey Owl"]
    assert kinds(ash, times, "Grey Owl: Thank you for your question.") == [
        *known, "official Grey Owl",
    ]  # fmt: skip
    # one who asks, with or without a name of his own
    assert kinds(ash, "Grey Owl: This is Grey of the Post. Is it so?", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    assert kinds(ash, "Grey Owl: This is Grey from the Post.", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    assert kinds(ash, "Grey Owl: Is it so?", ash) == [
        "official Ash", "outlet Grey Owl", "official Ash",
    ]  # fmt: skip
    # one whom the turn before calls by a title
    called = "Mr. Ash: It is as it is. Ms. Owl, please."
    assert kinds(called, "Grey Owl: Is it so?", ash) == [
        "chair Ash", "official Grey Owl", "chair Ash",
    ]  # fmt: skip
    # one whom the text calls by a title, one with an office
    assert kinds(q, a, "DIRECTOR OWL: Is it so?", a)[2] == "official Owl"
    assert kinds(q, a, "Grey Owl, head of the Mint: Is it so?", a)[2] == "official Grey Owl"
    assert kinds(q, "A: I thank Mr. Grey Owl.", "Grey Owl: Is it so?", a)[2] == "official Grey Owl"
    assert kinds(q, a, "Owl, Coast Times: Is it so?", a)[2] == "outlet Coast Times"
    # the first one who speaks, whatever is asked in between
    assert kinds("Grey Owl: Good morning, all of you.", q, a) == [
        "official Grey Owl", "unknown -", "official -",
    ]  # fmt: skip
    assert kinds("Moderator: Good morning.", q, "Grey Owl: So it is.") == [
        "chair -", "unknown -", "official Grey Owl",
    ]  # fmt: skip


def test_who_chairs() -> None:
    floor = "Good morning. I give the floor to {}."
    fisher, times = "Mr. Bo Fisher: " + SAID, "Coast Times: Is it so?"
    ash = "Mr. Al Ash: " + SAID
    lee = "Ms. Ann Lee: " + floor.format("Mr. Bo Fisher")
    end = "Ms. Ann Lee: Thank you all. The press conference is now concluded."
    talk = [fisher, times, fisher]
    officials = ["official Bo Fisher", "outlet Coast Times", "official Bo Fisher"]
    assert kinds(lee, *talk) == ["chair Ann Lee", *officials]
    assert kinds(lee, *talk, end) == ["chair Ann Lee", *officials, "chair Ann Lee"]
    # one who only ends it
    assert kinds(ash, *talk, end) == ["official Al Ash", *officials, "chair Ann Lee"]
    # one who answers is none
    assert kinds(lee, *talk, times, "Ms. Ann Lee: " + SAID)[0] == "official Ann Lee"
    # one who mostly says other things is none
    said = ["Ms. Ann Lee: " + SAID] * 2
    assert kinds(lee, *said, *talk)[0] == "official Ann Lee"
    # nor is the only official
    assert kinds(lee, times, "Ms. Ann Lee: The floor is open for questions.")[0] == (
        "official Ann Lee"
    )
    # calls of one or two words between turns
    calls = [ash, times, fisher, "Ms. Ann Lee: Next, please.", times, ash, "Ms. Ann Lee: Next.",
             times, fisher]  # fmt: skip
    assert [who for who in kinds(*calls) if "Lee" in who] == ["chair Ann Lee"] * 2


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


def test_headings_within_turns_are_nobody_s_speech() -> None:
    def roles(*paragraphs: str) -> list[str]:
        witness = parsed("\n\n".join((TITLE, *paragraphs)) + "\n")
        return [str(line.role) for line in witness.lines][1:]

    ash, times = "Mr. Ash: " + SAID, "Coast Times: " + ASKED
    assert roles(ash, "## The boats", times, ash) == ["passage", "heading", "passage", "passage"]
    assert roles(ash, "## The boats are mended.", times, ash)[1] == "passage"
    assert roles(ash, "## " + "The boats " * 17, times, ash)[1] == "passage"
    # remarks and sounds
    assert roles(ash, "(Laughter.)", times, ash)[1] == "dateline"
    assert roles(ash, "(Laughter.)", "So it is.", times)[1] == "passage"
    assert roles(ash, "The reporter nodded.", times, ash)[1] == "dateline"
    assert roles(ash, "(The minister left the hall.)", "So it is.", times)[1] == "dateline"
    assert roles(ash, times, "(Laughter.)")[2] == "dateline"
    assert roles(ash, "Ash shook his head.", times)[1] == "dateline"
    assert roles(ash, "Berg shook his head.", times)[1] == "passage"
    named = ["Mr. Ash:", "(Laughter.)", SAID, "Coast Times:", ASKED, "Mr. Ash:", SAID]
    assert roles(*named)[:3] == ["label", "passage", "passage"]
    named[1] = "(The minister left the hall.)"
    assert roles(*named)[:3] == ["label", "dateline", "passage"]
    named[1] = "The reporter nodded."
    assert roles(*named)[:3] == ["label", "passage", "passage"]


def test_labels_that_are_printed_twice_or_have_no_text() -> None:
    talk = ["Mr. Ash:", SAID, "Coast Times:", ASKED]
    assert labels(*talk, "Mr. Ash:", "Mr. Ash:", SAID) == ["Mr. Ash", "Coast Times", "Mr. Ash"]
    assert labels(*talk, "Mr. Ash:", "Mr. Elm:", SAID) == [
        "Mr. Ash", "Coast Times", "Mr. Ash", "Mr. Elm",
    ]  # fmt: skip
    assert labels(*talk, "Mr. Ash:", SAID, "Mr. Ash:", SAID) == [
        "Mr. Ash", "Coast Times", "Mr. Ash", "Mr. Ash",
    ]  # fmt: skip


def test_questions_that_lost_their_label() -> None:
    lee, berg = "Ms. Ann Lee: {}", "Mr. Bo Berg: " + SAID
    thanks, asked = lee.format("They are. Thank you."), "The boats are old. Are they mended?"
    lost = ["Ms. Ann Lee", None, "Mr. Bo Berg"]
    assert labels(thanks, asked, berg) == lost
    # not after an answer that goes on, unless a larger gap is between
    assert labels(lee.format("They are."), asked, berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    assert labels(lee.format("They are."), "\n\n" + asked, berg) == lost
    # not where it asks nothing, or what follows is a list
    assert labels(thanks, "The boats are old.", berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    assert labels(thanks, "Are the boats old? These are:", berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    # three paragraphs at most
    rain = "It rained here."
    assert labels(thanks, rain, rain, asked, berg) == lost
    assert labels(thanks, rain, rain, rain, asked, berg) == ["Ms. Ann Lee", "Mr. Bo Berg"]
    # not before a question, nor at the end
    assert labels(thanks, asked, "Coast Times: " + ASKED) == ["Ms. Ann Lee", "Coast Times"]
    assert labels(berg, thanks, asked) == ["Mr. Bo Berg", "Ms. Ann Lee"]


def below(*lines: str) -> list[str]:
    """The roles of lines below a talk, with the rule of those that are left out."""
    talk = (TITLE, "Mr. Ash: " + SAID, "Coast Times: " + ASKED, "Mr. Ash:", SAID)
    found = parsed("\n\n".join((*talk, *lines)) + "\n").lines[len(talk) :]
    return [f"{line.role} {line.rule}" if line.rule else line.role for line in found]


NOTICE = "In case of differences, the Norse text shall prevail."


def test_what_a_page_adds_at_its_end() -> None:
    assert below("END") == ["boilerplate end-mark"]
    assert below("END", "It rained all day long.") == [
        "boilerplate end-mark", "boilerplate after-end",
    ]  # fmt: skip
    assert below("END", "10:30 a.m.") == ["boilerplate end-mark", "dateline"]
    assert below("END", "Mr. Ash: So it is.") == ["boilerplate end-mark", "passage"]
    assert below("END", "Mr. Ash: So it is.", "It rained all day long.")[1:] == ["passage"] * 2
    assert below("Translated by Cy Alm") == ["credit"]
    assert below("Translated by Cy Alm", "It rained all day long.") == [
        "credit", "boilerplate after-end",
    ]  # fmt: skip
    assert below(NOTICE) == ["notice"]
    assert below(NOTICE, "It rained all day long.") == ["notice", "boilerplate after-end"]
    assert below(f"({NOTICE})") == ["notice"]
    assert below(f"(It rained. {NOTICE})") == ["notice"]
    assert below(f"It rained all day long. {NOTICE}") == ["passage"]
    assert below("Related news", "A boat sank in the bay on Monday.") == [
        "boilerplate related", "boilerplate related",
    ]  # fmt: skip
    assert below("Mr. Ash:", "Related news", "A boat sank in the bay.")[1:] == ["passage"] * 2


def test_a_credit_and_a_notice_on_one_line() -> None:
    talk = (TITLE, "Mr. Ash: " + SAID, "Coast Times: " + ASKED, f"Translated by Cy Alm. {NOTICE}")
    witness = parsed("\n\n".join(talk) + "\n")
    assert (witness.credits.translators, witness.credits.notice) == (("Cy Alm",), NOTICE)
    assert [(part.role, part.start) for part in witness.lines[-1].parts] == [
        ("credit", 0), ("notice", 21),
    ]  # fmt: skip


def test_short_lines_at_the_end_are_no_speech() -> None:
    assert below("Harbour Office of Westmark") == ["boilerplate after-end"]
    assert below("Harbour Office", "of Westmark") == ["boilerplate after-end"] * 2
    assert below("Harbour Office", "It rained all day long.") == ["passage", "passage"]
    assert below("(Harbour Office)") == ["passage"]
    assert below("- Harbour Office") == ["passage"]
    assert below("It rained.") == ["passage"]
    assert below("It rained.”") == ["passage"]
    assert below("10:30 a.m.") == ["dateline"]
    assert below("10:30 a.m.", "Harbour Office of Westmark") == [
        "dateline",
        "boilerplate after-end",
    ]
    for length, role in ((150, "boilerplate after-end"), (170, "passage")):
        assert below(("mending and making " * 10)[:length].rstrip().ljust(length, "x")) == [role]
    assert below("Mr. Ash:", "Harbour Office of Westmark") == ["label", "passage"]
    assert below("Mr. Ash: Harbour Office of Westmark", "of Westmark") == [
        "passage", "boilerplate after-end",
    ]  # fmt: skip


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


def test_whether_a_text_is_the_whole_transcript() -> None:
    def kind(*paragraphs: str) -> str:
        return parsed("\n\n".join((TITLE, *paragraphs)) + "\n").kind

    ash, times, pager = "Mr. Ash: " + SAID, "Coast Times: " + ASKED, "1 2 3 4 5 >"
    end = "Moderator: That is the end of today."
    assert kind(ash, times, ash, end) == "transcript"
    assert kind(ash, times, ash, end, pager) == "partial-transcript"
    # all pages, one after another
    assert kind(ash, pager, times, pager, end) == "transcript"
    assert kind(ash, pager, times, pager, ash) == "partial-transcript"
    assert kind("It rained all day long.", pager, times, pager, end) == "partial-transcript"
    # the rest of an answer, an opening statement, a question
    assert kind("It rained all day long.", times, ash) == "partial-transcript"
    assert kind("Good morning. It rained all day long.", times, ash) == "transcript"
    assert kind("Question: " + ASKED, "Answer: " + SAID) == "transcript"


def test_the_only_official_answers_and_opens() -> None:
    lee = ["Speaker:", "Ann Lee, head of the Mint"]
    talk = ["Question: " + ASKED, "Answer: " + SAID]
    assert kinds(*lee, "Good morning. It rained.", *talk) == [
        "official Ann Lee", "unknown -", "official Ann Lee",
    ]  # fmt: skip
    both = [*lee, "Bo Berg, head of the Bank"]
    assert kinds(*both, "Good morning. It rained.", *talk) == [
        "unknown -", "unknown -", "official -",
    ]  # fmt: skip


def test_the_listed_chair() -> None:
    people = ["Speakers:", "Ann Lee, head of the Mint", "Bo Berg, head of the Bank",
              "Chair:", "Cy Alm, spokesperson of the Mint"]  # fmt: skip
    alm, lee = "Cy Alm: " + SAID, "Ann Lee: " + SAID
    assert kinds(*people, alm, lee, "Mr. Alm: " + SAID) == [
        "chair Cy Alm", "official Ann Lee", "chair Cy Alm",
    ]  # fmt: skip
    assert kinds(*people, "Moderator: " + SAID, lee)[0] == "chair Cy Alm"
    assert kinds(*people, "Moderator: Dag Holm: " + SAID, lee)[0] == "chair Dag Holm"
    # another is not made the chair by what she says
    floor = "Ann Lee: Good morning. I give the floor to Mr. Bo Berg."
    assert kinds(*people, floor, "Bo Berg: " + SAID)[0] == "official Ann Lee"


def test_what_editors_say_of_a_label() -> None:
    people = ["Speakers:", "Ann Lee, head of the Mint", "Chair:", "Cy Alm, head of the Bank"]
    lines = "\n\n".join((TITLE, *people, "Grey Owl: " + SAID, "It rained.", "Ann Lee: " + SAID))

    def ruled(*rulings: LabelRuling) -> list[str]:
        turns = parsed(lines + "\n", Settings(labels=rulings)).turns
        return [f"{t.speaker.kind} {t.speaker.name or '-'} {t.speaker.id or '-'}" for t in turns]

    lee = "official Ann Lee ann-lee"
    assert ruled(LabelRuling(11, True)) == ["official Grey Owl grey-owl", lee]
    assert ruled(LabelRuling(11, False)) == ["unknown - -", lee]
    assert ruled(LabelRuling(11, True, kind="outlet")) == ["outlet Grey Owl grey-owl", lee]
    assert ruled(LabelRuling(11, True, "Coast Times", "outlet")) == [
        "outlet Coast Times coast-times", lee,
    ]  # fmt: skip
    assert ruled(LabelRuling(11, True, "Jo Roe")) == ["official Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Jo Roe", "chair")) == ["chair Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Cy Alm")) == ["chair Cy Alm cy-alm", lee]
    assert ruled(LabelRuling(11, True, kind="unknown")) == ["unknown - -", lee]
    assert ruled(LabelRuling(11, True, "somebody", "unknown")) == ["unknown somebody -", lee]
    # a line that is no label begins a turn of the speaker whom editors name
    owl = LabelRuling(11, True)
    assert ruled(owl, LabelRuling(13, False, "Jo Roe")) == [
        "official Grey Owl grey-owl", "official Jo Roe jo-roe", lee,
    ]  # fmt: skip
    assert ruled(owl, LabelRuling(13, False, kind="unknown")) == [
        "official Grey Owl grey-owl", "unknown - -", lee,
    ]  # fmt: skip
    assert ruled(owl, LabelRuling(13, False)) == ["official Grey Owl grey-owl", lee]
    assert ruled(owl, LabelRuling(13, True)) == [
        "official Grey Owl grey-owl", "unknown - -", lee,
    ]  # fmt: skip
    # a part of a line goes before the whole line
    part = LabelRuling(11, True, "Jo Roe", begins="Grey  Owl")
    assert ruled(owl, part) == ["official Jo Roe jo-roe", lee]
    assert ruled(LabelRuling(11, True, "Jo Roe", begins="Red Elk")) == ["unknown - -", lee]
