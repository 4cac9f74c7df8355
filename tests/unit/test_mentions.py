"""Test that mentions and quotations are found only where the text means that person."""

from __future__ import annotations

from briefings.clean import clean
from briefings.extract.mentions import mentions
from briefings.extract.quotations import quotations
from briefings.group import group
from briefings.model import Corpus, Editorial, Settings, Source
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines

LIST = (
    "Mint press conference on coins\n\nMay 3, 2023\n\nSpeakers:\n\nSun Ferrer, head of the Mint\n\n"
    "Li Lindqvist, engraver of the Mint\n\nLi Alm, press officer of the Mint\n\n"
)


def found(text: str) -> tuple[Corpus, Problems]:
    problems = Problems()
    source = Source("a", "a.txt", "a.txt", "0", source_lines(text), "text")
    witness = parse(clean(source, problems), Settings(), Editorial(), problems)
    corpus = mentions(group((witness,), Editorial(), problems), problems)
    return quotations(corpus), problems


def spans(corpus: Corpus) -> list[tuple[str, str]]:
    texts = {p.id: p.text for b in corpus.briefings for w in b.witnesses for p in w.passages}
    return [
        (texts[place.passage or ""][place.start : place.end], person)
        for every in corpus.mentions.values()
        for place, person in every
    ]


def test_full_names_and_titled_surnames_are_linked() -> None:
    corpus, _ = found(LIST + "Sun Ferrer: Thank you. Director Ferrer is I. Mr. Sun, too.\n")
    assert spans(corpus) == [("Director Ferrer", "sun-ferrer"), ("Mr. Sun", "sun-ferrer")]
    corpus, _ = found(LIST + "Li Alm: Sun Ferrer drew it with Li Lindqvist.\n")
    assert [person for _, person in spans(corpus)] == ["sun-ferrer", "li-lindqvist"]


def test_a_bare_surname_or_a_longer_name_is_nobody() -> None:
    corpus, _ = found(LIST + "Li Alm: The 26 people led by Li left. Mr. Ferrer-Berg came, as did "
                             "Sun Ferreri. The sun shone; Mr. Sun Wei slept.\n")  # fmt: skip
    assert spans(corpus) == []


def test_a_surname_that_two_bear_is_reported_and_not_guessed() -> None:
    corpus, problems = found(LIST + "Sun Ferrer: Mr. Li will answer.\n")
    assert spans(corpus) == []
    assert [(p.rule, p.line) for p in problems if p.rule == "ambiguous-name"] == [
        ("ambiguous-name", 13)
    ]


def test_speech_in_an_article_is_direct_or_reported() -> None:
    text = (
        "Hare on new coin\n\nThe Mint held a press conference on May 3, 2023.\n\n"
        "Ann Ferrer, head of the Mint, said: “The hare was drawn by four of us in one winter.”\n\n"
        "She also said that the hen is harder.\n\nNobody knows why.\n"
    )
    corpus, _ = found(text)
    (person,) = corpus.people
    assert [(quoted.place.passage, quoted.mode) for quoted in person.quoted] == [
        ("s1p2", "direct"),
        ("s1p3", "reported"),
    ]
