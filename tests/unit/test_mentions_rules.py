"""Mentions, quotations and attributions: the texts around each rule, on both of its sides."""

from __future__ import annotations

import pytest

from briefings.clean import clean
from briefings.extract.figures import figures
from briefings.extract.mentions import mentions
from briefings.extract.quotations import quotations
from briefings.group import group
from briefings.model import Corpus, Editorial, NameRuling, Settings, Source, Where
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines

from .test_mentions import LIST, spans

HERE = Where("a.yml", 4, 2)
ARTICLE = "Hare on new coin\n\nThe Mint held a press conference on May 3, 2023.\n\n"
NAMED = "Ann Ferrer, head of the Mint, said that all was well.\n\n"


def found(text: str, *rulings: NameRuling) -> tuple[Corpus, Problems]:
    problems = Problems()
    source = Source("a", "a.txt", "a.txt", "0", source_lines(text), "text")
    settings = Settings(names=rulings)
    witness = parse(clean(source, problems), settings, Editorial(), problems)
    corpus = mentions(group((witness,), Editorial(), problems), problems)
    return quotations(corpus), problems


def _rules(problems: Problems) -> list[tuple[str, int | None]]:
    names = ("ambiguous-name", "idle-name", "unknown-person")
    return [(one.rule, one.line) for one in problems if one.rule in names]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sun Ferrer came. Sun Ferrer went.", [("Sun Ferrer", "sun-ferrer")] * 2),
        ("Sun Ferrer's boat, and Sun Ferrer", [("Sun Ferrer", "sun-ferrer")] * 2),
        ("Sun Ferrer-Berg and Sun Ferrera came.", []),
        ("Sun Ferrer - who drew it - came.", [("Sun Ferrer", "sun-ferrer")]),
        ("Sun Ferrer and Li Alm", [("Sun Ferrer", "sun-ferrer"), ("Li Alm", "li-alm")]),
        ("Director General Ferrer came.", [("Director General Ferrer", "sun-ferrer")]),
        ("Ms. Lindqvist's boat, Ms. Alm’s boat.", []),
        ("Ms. Lindqvist and Ms. Alm", [("Ms. Lindqvist", "li-lindqvist"), ("Ms. Alm", "li-alm")]),
        ("Ms. Lindqvist Berg and Ms. Alm-Berg", []),
        ("Ms. Lindqvist BERG", [("Ms. Lindqvist", "li-lindqvist")]),
        ("Minister Sun Ferrer", [("Sun Ferrer", "sun-ferrer")]),
        ("the minister Ferrer", []),
        ("Li Almqvist, Alm Li", []),
    ],
)
def test_whom_a_text_names(text: str, named: list[tuple[str, str]]) -> None:
    corpus, problems = found(
        f"{LIST}Li Alm: Good morning, everyone.\n\n{text}\n\nSo it is, as all know.\n"
    )
    assert spans(corpus) == named
    assert _rules(problems) == []


def test_a_person_s_page_has_the_places_where_they_are_named() -> None:
    corpus, _ = found(f"{LIST}Li Alm: Sun Ferrer came.\n\nSun Ferrer: Li Alm came.\n")
    named = {person.id: [place.line for place in person.mentions] for person in corpus.people}
    assert named == {"sun-ferrer": [13], "li-lindqvist": [], "li-alm": [15]}


def test_an_editor_says_whom_a_name_means() -> None:
    text = f"{LIST}Sun Ferrer: Mr. Li will answer.\n\nLi Alm: Mr. Li it is.\n"
    ruling = NameRuling(13, "Mr. Li", "li-alm", HERE)
    corpus, problems = found(text, ruling)
    assert spans(corpus) == [("Mr. Li", "li-alm")]
    assert _rules(problems) == [("ambiguous-name", 15)]
    corpus, problems = found(text, NameRuling(13, "Mr.  Li", "unknown", HERE))
    assert spans(corpus) == []
    assert _rules(problems) == [("ambiguous-name", 15)]


def test_a_ruling_that_meets_nothing_or_nobody_is_reported() -> None:
    text = f"{LIST}Sun Ferrer: Mr. Li will answer.\n"
    for ruling in (
        NameRuling(13, "Mr. Lo", "li-alm", HERE),
        NameRuling(12, "Mr. Li", "li-alm", HERE),
        NameRuling(13, "Mr. Li", "li-alm", HERE, begins="Mr. Lo"),
    ):
        _, problems = found(text, ruling)
        assert _rules(problems) == [("ambiguous-name", 13), ("idle-name", 4)]
    _, problems = found(text, NameRuling(13, "Mr. Li", "bo-berg", HERE))
    assert _rules(problems) == [("unknown-person", 4)]
    _, problems = found(text, NameRuling(13, "Mr. Li", "li-alm", HERE, begins="Mr.  Li will"))
    assert _rules(problems) == []


DRAWN = "It was drawn by four of us."
FAR = "and so it went on, as everybody there could see, "


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“It was drawn by four of us.” Ann Ferrer said.", [(DRAWN, "direct")]),
        ("Ann Ferrer said: “It was drawn by four of us.”", [(DRAWN, "direct")]),
        # a phrase in a sentence is no speech
        ("Ann Ferrer said that the “hare of the winter” is here.", [(None, "reported")]),
        # nobody says anything
        ("“It was drawn by four of us.” Ann Ferrer left.", []),
        ("He also said that a hen is harder.", [(None, "reported")]),
        ("She said that a hen is harder.", [(None, "reported")]),
        ("They said that a hen is harder.", []),
        (f"Ann Ferrer said so, {FAR * 6} “It was drawn by four of us.”",
         [(DRAWN, "direct")]),
    ],
)  # fmt: skip
def test_what_an_article_quotes(text: str, quoted: list[tuple[str | None, str]]) -> None:
    corpus, _ = found(f"{ARTICLE}{NAMED}{text}\n")
    (person,) = corpus.people
    passages = {p.id: p.text for b in corpus.briefings for w in b.witnesses for p in w.passages}
    said = [
        (
            passages[one.place.passage or ""][one.place.start : one.place.end]
            if one.mode == "direct"
            else None,
            one.mode,
        )
        for one in person.quoted
        if one.place.passage == "s1p3"
    ]
    assert said == quoted
    whole = [(one.place.start, one.place.end) for one in person.quoted if one.mode == "reported"]
    assert all(start == 0 and end for start, end in whole)


def test_speech_goes_to_the_nearest_who_is_named() -> None:
    two = "Bo Lind, deputy of the Mint, said that all is drawn.\n\n"
    text = f"Ann Ferrer said: “It was drawn by four of us.” {FAR * 5} Bo Lind said that it was so."
    corpus, _ = found(f"{ARTICLE}{NAMED}{two}{text}\n")
    said = {
        p.id: [one.mode for one in p.quoted if one.place.passage == "s1p4"] for p in corpus.people
    }
    assert said == {"ann-ferrer": ["direct"], "bo-lind": ["reported"]}
    # too far from both, it is nobody's own words
    text = f"Ann Ferrer and Bo Lind said so, {FAR * 6} “It was drawn by four of us.”"
    corpus, _ = found(f"{ARTICLE}{NAMED}{two}{text}\n")
    said = {
        p.id: [one.mode for one in p.quoted if one.place.passage == "s1p4"] for p in corpus.people
    }
    assert said == {"ann-ferrer": ["reported"], "bo-lind": ["reported"]}
    # "He said" goes on from the one named last
    corpus, _ = found(f"{ARTICLE}{NAMED}{two}Ann Ferrer met Bo Lind.\n\nHe said so.\n")
    said = {
        p.id: [one.mode for one in p.quoted if one.place.passage == "s1p5"] for p in corpus.people
    }
    assert said == {"ann-ferrer": [], "bo-lind": ["reported"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mint chief Mara Vint said 60,000 coins were struck.", "Mara Vint"),
        ("Mara Vint, who joined in May, told us that 60,000 coins were struck.", "Mara Vint"),
        ("Some 60,000 coins were struck, said Mara Vint.", "Mara Vint"),
        ("Some 60,000 coins were struck, according to Mint Spokesperson Mara Vint.", "Mara Vint"),
        ("The MINT said 60,000 coins were struck.", "MINT"),
        ("The Mint said 60,000 coins were struck.", None),
        ("Director Mara said 60,000 coins were struck.", None),
        ("Monday said 60,000 coins were struck.", None),
        ("He said it rained. Some 60,000 coins were struck.", None),
        ("Mara Vint said it rained. Olaf Brandt said it snowed. Some 60,000 coins were struck.",
         "Olaf Brandt"),
        ("Mara Vint said it rained. It snowed. Some 60,000 coins were struck.", "Mara Vint"),
        ("The Bureau of Coins, which is old, said 60,000 coins were struck.", "Bureau of Coins"),
    ],
)  # fmt: skip
def test_whom_a_report_names_for_a_figure(text: str, name: str | None) -> None:
    corpus, _ = found(f"{ARTICLE}{text}\n")
    (figure,) = (one for one in figures(corpus) if one.stated.value == 60000)
    assert figure.speaker_name == name
