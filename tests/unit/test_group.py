"""Grouping: texts of one event, hand-overs, and stable ids."""

from __future__ import annotations

import pytest

from briefings.clean import clean
from briefings.group import group
from briefings.model import (
    Briefing,
    Corpus,
    Editorial,
    OutletEntry,
    PersonEntry,
    Settings,
    Source,
    TopicEntry,
    Where,
)
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines

HEAD = "Mint press conference on coins\n\nMay 3, 2023\n\n"
TALK = (
    "Ann Ferrer, head of the Mint: Good morning. We will now take questions.\n\n"
    "Coin News: Who drew the hare on the new two-crown coin?\n\n"
    "Bo Lindqvist, engraver of the Mint: Four of us drew it in the course of one long winter.\n\n"
)


def corpus(
    texts: dict[str, str], editorial: Editorial | None = None, **settings: Settings
) -> tuple[Corpus, Problems]:
    editorial = editorial or Editorial()
    problems = Problems()
    witnesses = []
    for id_, text in texts.items():
        source = Source(id_, f"{id_}.txt", f"{id_}.txt", "0", source_lines(text), "text")
        own = settings.get(id_, Settings())
        witnesses.append(parse(clean(source, problems), own, editorial, problems))
    return group(tuple(witnesses), editorial, problems), problems


def sources(briefing: Briefing) -> list[str]:
    return [witness.source.id for witness in briefing.witnesses]


def test_the_same_text_of_the_same_day_is_one_event_and_the_fuller_text_comes_first() -> None:
    more = "Coin News: And the hen?\n\nBo Lindqvist: A hen is harder.\n"
    made, _ = corpus({"a": HEAD + TALK, "b": HEAD + TALK + more})
    assert [sources(briefing) for briefing in made.briefings] == [["b", "a"]]
    assert [turn.id for turn in made.briefings[0].witnesses[1].turns] == ["a-t1", "a-t2", "a-t3"]


def test_two_conferences_of_one_day_are_two_events() -> None:
    other = (
        "Harbour Office press conference on buoys\n\nMay 3, 2023\n\n"
        "Cy Alm, head of the Harbour Office: Good morning.\n\nCoin News: Are there enough?\n\n"
        "Cy Alm: There are.\n"
    )
    made, problems = corpus({"a": HEAD + TALK, "b": other})
    assert [sources(briefing) for briefing in made.briefings] == [["a"], ["b"]]
    assert len({briefing.slug for briefing in made.briefings}) == 2
    assert not problems.errors


def test_one_text_under_two_dates_is_one_event_and_is_reported() -> None:
    made, problems = corpus({"a": HEAD + TALK, "b": HEAD.replace("May 3", "May 4") + TALK})
    assert len(made.briefings) == 1
    assert "date-conflict" in {problem.rule for problem in problems}


def test_what_editors_say_of_an_event_goes_before_all() -> None:
    apart = Settings(event="coins-again")
    made, _ = corpus({"a": HEAD + TALK, "b": HEAD + TALK}, b=apart)
    assert len(made.briefings) == 2
    joined = Settings(event="one")
    made, _ = corpus({"a": HEAD + TALK, "b": "Mint report\n\nCoins.\n"}, a=joined, b=joined)
    assert len(made.briefings) == 1


def test_an_exchange_holds_hand_overs_and_answers_apart() -> None:
    text = HEAD + (
        "Speakers:\n\nAnn Ferrer, head of the Mint\n\nBo Lindqvist, engraver of the Mint\n\n"
        "Chair:\n\nCy Alm, press officer of the Mint\n\n"
        "Cy Alm: The floor is open.\n\n"
        "Coin News: Who drew it?\n\n"
        "Ann Ferrer: I would like to invite Mr. Bo Lindqvist to answer.\n\n"
        "Bo Lindqvist: We did.\n\n"
        "Ann Ferrer: I did not.\n\n"
        "Cy Alm: Next question, please.\n\n"
        "Silver Times: And the hen?\n\n"
        "Bo Lindqvist: So did we.\n"
    )
    made, _ = corpus({"a": text})
    assert [(x.question, x.handovers, x.answers) for x in made.briefings[0].exchanges] == [
        ("t2", ("t3",), ("t4", "t5")),
        ("t7", (), ("t8",)),
    ]


def test_people_and_outlets_of_a_corpus() -> None:
    made, _ = corpus({"a": HEAD + TALK})
    assert [(person.id, len(person.turns)) for person in made.people] == [
        ("ann-ferrer", 1), ("bo-lindqvist", 1),
    ]  # fmt: skip
    assert [(outlet.id, len(outlet.questions)) for outlet in made.outlets] == [("coin-news", 1)]
    assert made.people[0].roles[0].role == "head of the Mint"


ROOM = (
    HEAD + "Speakers:\n\nAnn Ferrer, head of the Mint\n\nBo Lindqvist, engraver of the Mint\n\n"
    "Chair:\n\nCy Alm, press officer of the Mint\n\nCy Alm: The floor is open.\n\n"
)


def _exchanges(talk: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Return (question, hand-overs, answers) by turn; the chair's opening is t1."""
    made, _ = corpus({"a": ROOM + talk})
    return [(x.question, x.handovers, x.answers) for x in made.briefings[0].exchanges]


@pytest.mark.parametrize(
    ("said", "hands_over"),
    [
        ("I would like to invite Mr. Lindqvist to answer.", True),
        ("Mr. Bo Lindqvist will explain. Please.", True),
        ("Bo Lindqvist, please.", True),
        # Named, but not called; called, but not named; called too early to be the hand-over.
        ("Mr. Lindqvist drew it alone.", False),
        ("My colleague will answer.", False),
        ("I ask Mr. Lindqvist to listen. The hare took a winter. It was cold. It snowed.", False),
        ("Lindqvisten please.", False),
    ],
)
def test_who_names_the_next_speaker_and_asks_for_words_hands_over(
    said: str, hands_over: bool
) -> None:
    talk = f"Coin News: Who drew it?\n\nAnn Ferrer: {said}\n\nBo Lindqvist: Four of us.\n"
    expected = (("t3",), ("t4",)) if hands_over else ((), ("t3", "t4"))
    assert _exchanges(talk) == [("t2", *expected)]


def test_the_chair_ends_an_exchange_unless_it_hands_the_question_on() -> None:
    asked = "Coin News: Who drew it?\n\n"
    answer = "Bo Lindqvist: Four of us.\n\n"
    over = "Cy Alm: Mr. Lindqvist, please.\n\n"
    assert _exchanges(asked + over + answer) == [("t2", ("t3",), ("t4",))]
    assert _exchanges(asked + "Cy Alm: We have time for that.\n\n" + answer) == [("t2", (), ())]
    # After an answer, the chair's turn ends the exchange, whomever it names.
    assert _exchanges(asked + answer + over + answer) == [("t2", (), ("t3",))]


def test_a_hand_over_after_an_answer_is_part_of_the_answer() -> None:
    talk = (
        "Coin News: Who drew it?\n\nBo Lindqvist: Four of us.\n\n"
        "Ann Ferrer: Mr. Lindqvist will explain how.\n\nBo Lindqvist: With care.\n\n"
        "Silver Times: And the hen?\n"
    )
    assert _exchanges(talk) == [("t2", (), ("t3", "t4", "t5")), ("t6", (), ())]


def test_names_and_roles_of_both_texts_of_an_event_are_kept() -> None:
    talk = "Coin News: Who drew it?\n\nBo Lindqvist: Four of us drew it in one long winter.\n\n"
    other = ROOM.replace("engraver of the Mint", "director of the Mint")
    made, _ = corpus({"a": ROOM + talk + "Coin News: And the hen?\n", "b": other + talk})
    (briefing,) = made.briefings
    assert [(one.id, one.role, one.chair, one.source) for one in briefing.participants] == [
        ("ann-ferrer", "head of the Mint", False, "a"),
        ("bo-lindqvist", "engraver of the Mint", False, "a"),
        ("cy-alm", "press officer of the Mint", True, "a"),
        ("ann-ferrer", "head of the Mint", False, "b"),
        ("bo-lindqvist", "director of the Mint", False, "b"),
        ("cy-alm", "press officer of the Mint", True, "b"),
    ]
    bo = next(one for one in made.people if one.id == "bo-lindqvist")
    assert [one.role for one in bo.roles] == ["engraver of the Mint", "director of the Mint"]
    assert [one[0] for one in bo.turns] == ["t3", "b-t3"]
    # A question printed in two texts was asked once.
    (outlet,) = made.outlets
    assert [(turn, place.source) for turn, place in outlet.questions] == [("t2", "a"), ("t4", "a")]


def test_what_editors_call_people_and_outlets() -> None:
    editorial = Editorial(
        people=(
            PersonEntry("bo-lindqvist", "Bo Lindqvist", ("B. Lind",), "Draws.", family="Lindqvist"),
        ),
        outlets=(OutletEntry("coin-news", "Coin News", aliases=("CN",), note="A weekly."),),
    )
    made, _ = corpus({"a": HEAD + TALK}, editorial)
    assert [one.family for one in made.people] == ["", "Lindqvist"]
    assert [(one.name, one.other_names, one.note) for one in made.people] == [
        ("Ann Ferrer", (), None),
        ("Bo Lindqvist", ("B. Lind",), "Draws."),
    ]
    assert [(one.name, one.other_names, one.note) for one in made.outlets] == [
        ("Coin News", ("CN",), "A weekly.")
    ]


def _topics(**entry: object) -> tuple[dict[str, list[str]], Corpus, Problems]:
    """Return the parts by topic of a corpus with a transcript of three questions and a report."""
    talk = (
        "Coin News: Who drew the hare?\n\nBo Lindqvist: Hares are hard. A hare has ears.\n\n"
        "Silver Times: And the hen?\n\n"
        "Bo Lindqvist: A hare sat for it, and a second hare; a third hare ran.\n\n"
        "Copper Post: What of rabbit-ears?\n\nBo Lindqvist: No.\n"
    )
    report = "The hare coin\n\nThe Mint showed a coin.\n\nIt shows hares.\n"
    entry = {"id": "hares", "title": "Hares", "description": "Of hares.", **entry}
    editorial = Editorial(topics=(TopicEntry(**entry),))  # type: ignore[arg-type]
    made, problems = corpus(
        {"a": ROOM + talk, "b": report}, editorial, b=Settings(kind="article", date="2023-06-01")
    )
    (topic,) = made.topics
    parts = {
        "exchanges": [part for _, part in topic.exchanges],
        "sections": [part for _, part in topic.sections],
        "none": [part for _, part in made.unassigned],
    }
    return parts, made, problems


def test_a_question_that_names_a_topic_is_on_it_and_an_answer_that_keeps_naming_it() -> None:
    parts, made, _ = _topics(words=("hare",))
    # x1 asks about the hare; x2 asks about a hen, and its answer names three hares; x3 names none.
    assert parts == {"exchanges": ["x1", "x2"], "sections": [], "none": ["x3", "s1"]}
    assert [one.topics for one in made.briefings[0].exchanges] == [("hares",), ("hares",), ()]
    assert made.briefings[1].section_topics == (("s1", ()),)
    # Twice is not enough.
    assert _topics(words=("sat", "ran"))[0]["exchanges"] == []


def test_what_stands_under_a_heading_is_on_the_topics_that_it_names() -> None:
    report = (
        "The Mint at work\n\nThe Mint met in the morning, and spoke of much.\n\n"
        "It met again.\n\nOf hares and coins\n\nThe Mint showed one of them to the press.\n"
    )
    editorial = Editorial(topics=(TopicEntry("hares", "Hares", "Of hares.", ("hare",)),))
    made, _ = corpus({"b": report}, editorial, b=Settings(kind="article", date="2023-06-01"))
    assert tuple(made.briefings[0].passage_topics) == (("s2p1", ("hares",)),)


def test_a_paragraph_outside_questions_is_on_the_topics_that_it_names() -> None:
    _, made, _ = _topics(words=("hare",))
    # The opening names no hare; in the report, the second paragraph does ("It shows hares.").
    (place,) = made.topics[0].passages
    assert (place.source, place.passage, place.line, place.start, place.end) == (
        "b", "s1p2", 5, 9, 14,
    )  # fmt: skip
    assert made.topics[0].briefings == {one.slug for one in made.briefings}
    assert [tuple(one.passage_topics) for one in made.briefings] == [(), (("s1p2", ("hares",)),)]
    _, made, _ = _topics(words=("coin",), passages=("b:5",), wheres=(Where("topics.yml", 3, 5),))
    assert tuple(made.briefings[1].passage_topics) == (("s1p1", ("hares",)), ("s1p2", ("hares",)))


@pytest.mark.parametrize(
    ("words", "exchanges"),
    [
        (("hares",), []),
        (("HEN",), ["x2"]),
        (("he",), []),
        (("rabbit ears",), ["x3"]),
        (("rabbit-ear",), ["x3"]),
        (("rabbit",), ["x3"]),
        ((), []),
    ],
)
def test_words_of_a_topic_are_whole_words(words: tuple[str, ...], exchanges: list[str]) -> None:
    assert _topics(words=words)[0]["exchanges"] == exchanges


@pytest.mark.parametrize(
    ("passage", "parts"),
    [
        ("a-t2p1", ["x1"]), ("a-t3p1", ["x1"]), ("a:19", ["x1"]), ("a:25", ["x3"]),
        ("a-t7p1", ["x3"]),
    ],
)  # fmt: skip
def test_an_editor_puts_the_exchange_of_a_passage_under_a_topic(
    passage: str, parts: list[str]
) -> None:
    made, _, problems = _topics(passages=(passage,), wheres=(Where("topics.yml", 3, 5),))
    assert (made["exchanges"], list(problems)) == (parts, [])


def test_an_editor_puts_a_passage_of_the_opening_under_a_topic() -> None:
    made, briefings, problems = _topics(passages=("a-t1p1",), wheres=(Where("topics.yml", 3, 5),))
    assert (made["exchanges"], list(problems)) == ([], [])
    assert tuple(briefings.briefings[0].passage_topics) == (("t1p1", ("hares",)),)
    assert [(one.passage, one.start) for one in briefings.topics[0].passages] == [("t1p1", None)]


def test_a_passage_that_is_not_there_is_an_error_of_the_topic() -> None:
    made, _, problems = _topics(passages=("a-t99p1",), wheres=(Where("topics.yml", 3, 5),))
    assert made["exchanges"] == []
    (error,) = problems.errors
    assert (error.path, error.line, error.column) == ("topics.yml", 3, 5)
    assert "'a-t99p1'" in error.message


def test_a_section_of_a_report_may_be_put_under_a_topic() -> None:
    assert _topics(passages=("b:5",), wheres=(Where("topics.yml", 3, 5),))[0]["sections"] == ["s1"]


def test_briefings_stand_in_the_order_of_their_days() -> None:
    made, _ = corpus(
        {
            "a": HEAD.replace("coins", "notes").replace("May 3", "May 4") + "Cy Alm: Paper.\n",
            "b": HEAD + TALK,
            "c": HEAD.replace("coins", "stamps").replace("May 3", "May 2") + "Cy Alm: Glue.\n",
        }
    )
    assert [one.date for one in made.briefings] == ["2023-05-02", "2023-05-03", "2023-05-04"]


def test_an_editor_says_which_text_is_the_primary_one_and_what_the_page_is_called() -> None:
    more = "Coin News: And the hen?\n\nBo Lindqvist: A hen is harder.\n"
    made, _ = corpus(
        {"a": HEAD + TALK, "b": HEAD + TALK + more},
        a=Settings(primary=True, slug="2023-05-03-hares"),
    )
    (briefing,) = made.briefings
    assert sources(briefing) == ["a", "b"]
    assert briefing.slug == "2023-05-03-hares"
    assert [one.id for one in briefing.exchanges] == ["x1"]


def test_a_transcript_goes_before_a_longer_report() -> None:
    report = "The hare coin\n\n" + "The Mint showed a coin with a hare. " * 40 + "\n"
    joined = Settings(event="hare")
    made, _ = corpus(
        {"a": report, "b": HEAD + TALK}, a=Settings(event="hare", kind="article"), b=joined
    )
    assert [sources(one) for one in made.briefings] == [["b", "a"]]


def test_a_text_without_a_title_is_called_by_its_first_words() -> None:
    words = "It was a long winter and nobody in the engraving shop had seen a hare for weeks on end"
    made, _ = corpus({"a": f"Ann Ferrer: {words}.\n\nCoin News: Why?\n\nAnn Ferrer: Snow.\n"})
    title = made.briefings[0].title
    assert title == (
        "It was a long winter and nobody in the engraving shop had seen a hare for weeks …"
    )
    assert not made.briefings[0].title_by_editors
