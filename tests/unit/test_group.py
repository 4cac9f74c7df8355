"""Grouping: which texts tell one event, what is a hand-over, whose id stays."""

from __future__ import annotations

from briefings.clean import clean
from briefings.group import group
from briefings.model import Briefing, Corpus, Editorial, Settings, Source
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines

HEAD = "Mint press conference on coins\n\nMay 3, 2023\n\n"
TALK = (
    "Ann Ferrer, head of the Mint: Good morning. We will now take questions.\n\n"
    "Coin News: Who drew the hare on the new two-crown coin?\n\n"
    "Bo Lindqvist, engraver of the Mint: Four of us drew it in the course of one long winter.\n\n"
)


def corpus(texts: dict[str, str], **settings: Settings) -> tuple[Corpus, Problems]:
    problems = Problems()
    witnesses = []
    for id_, text in texts.items():
        source = Source(id_, f"{id_}.txt", f"{id_}.txt", "0", source_lines(text), "text")
        own = settings.get(id_, Settings())
        witnesses.append(parse(clean(source, problems), own, Editorial(), problems))
    return group(tuple(witnesses), Editorial(), problems), problems


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
