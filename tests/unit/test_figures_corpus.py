"""Figures of whole texts: who states them, which are one statement, what their ids begin with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.extract.figures import explain, figures, refused
from briefings.extract.mentions import mentions
from briefings.extract.quotations import quotations
from briefings.model import Corpus, Figure, Settings
from briefings.problems import Problems

from .test_group import HEAD, ROOM, corpus

SAID = "Four hundred craftsmen minted 60,000 coins last winter."


def stated(corpus: Corpus) -> list[tuple[str, str | None, list[str]]]:
    """Quote, speaker and passages of each figure."""
    return [
        (one.stated.quote, one.speaker, [place.passage or "" for place in one.places])
        for one in figures(corpus)
    ]


def test_a_sentence_that_its_speaker_says_again_is_one_statement() -> None:
    talk = f"Ann Ferrer: {SAID}\n\nCoin News: And?\n\nAnn Ferrer: Again. {SAID}\n"
    made, _ = corpus({"a": ROOM + talk})
    assert [(speaker, places) for _, speaker, places in stated(made)] == [
        ("ann-ferrer", ["t2p1", "t4p1"]),
        ("ann-ferrer", ["t2p1", "t4p1"]),
    ]


def test_what_two_people_say_in_the_same_words_are_two_statements() -> None:
    talk = f"Ann Ferrer: {SAID}\n\nCoin News: And?\n\nBo Lindqvist: {SAID}\n"
    made, _ = corpus({"a": ROOM + talk})
    assert [(speaker, places) for _, speaker, places in stated(made)] == [
        ("ann-ferrer", ["t2p1"]), ("ann-ferrer", ["t2p1"]),
        ("bo-lindqvist", ["t4p1"]), ("bo-lindqvist", ["t4p1"]),
    ]  # fmt: skip


def test_twice_in_one_passage_is_twice() -> None:
    made, _ = corpus({"a": ROOM + f"Ann Ferrer: {SAID} {SAID}\n"})
    assert len(stated(made)) == 4


def test_a_text_of_the_same_event_repeats_and_one_of_another_does_not() -> None:
    talk = f"Ann Ferrer: {SAID}\n\nCoin News: And?\n\nAnn Ferrer: No.\n"
    later = ROOM.replace("May 3, 2023", "May 9, 2023").replace("on coins", "on notes")
    made, _ = corpus({"a": ROOM + talk, "b": ROOM + talk, "c": later + f"Ann Ferrer: {SAID}\n"})
    assert [places for _, _, places in stated(made)] == [
        ["t2p1", "b-t2p1"], ["t2p1", "b-t2p1"], ["t2p1"], ["t2p1"],
    ]  # fmt: skip


def test_ids_begin_with_the_day_unless_two_briefings_share_it() -> None:
    made, _ = corpus({"a": ROOM + f"Ann Ferrer: {SAID}\n"})
    assert [one.id for one in figures(made)] == ["2023-05-03-t2p1-f1", "2023-05-03-t2p1-f2"]
    slug = made.briefings[0].slug
    for date in ("--05-03", None):
        undated = replace(made, briefings=(replace(made.briefings[0], date=date),))
        assert figures(undated)[0].id == f"{slug}-t2p1-f1"
    twin = replace(made.briefings[0], slug="2023-05-03-twin")
    both = replace(made, briefings=(made.briefings[0], twin))
    assert [one.id for one in figures(both)][::2] == [
        f"{slug}-t2p1-f1", "2023-05-03-twin-t2p1-f1",
    ]  # fmt: skip


def _article(text: str) -> tuple[Figure, ...]:
    made, _ = corpus(
        {"a": ROOM + "Ann Ferrer: Good morning.\n", "b": HEAD + text},
        b=Settings(kind="article", event="x"),
        a=Settings(event="x"),
    )
    return figures(quotations(mentions(made, Problems())))


@pytest.mark.parametrize(
    ("text", "speaker", "mode"),
    [
        ("Ann Ferrer said that 60,000 coins were minted.", "ann-ferrer", "reported"),
        ("“We minted 60,000 coins in the winter,” said Ann Ferrer.", "ann-ferrer", "direct"),
        ("The Mint made 60,000 coins.", None, "reported"),
        # Of two who are reported in one passage nobody is named; whoever is quoted is.
        ("Ann Ferrer and Bo Lindqvist said that 60,000 coins were minted.", None, "reported"),
        ("“We minted 60,000 coins in the winter,” said Ann Ferrer; Bo Lindqvist was there as well, "
         "and so were many of those who had worked on it for a very long time, in the cold of the "
         "shop, with little light and less sleep, as all of them told those who would listen then.",
         "ann-ferrer", "direct"),
    ],
)  # fmt: skip
def test_who_states_a_figure_in_an_article(text: str, speaker: str | None, mode: str) -> None:
    (figure,) = (one for one in _article(text + "\n") if one.stated.value == 60000)
    assert (figure.speaker, figure.reported) == (speaker, mode)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ministry spokesperson Li Guozhong said on Monday that 60,000 coins were struck.",
         "Li Guozhong"),
        ("Mint House Spokesperson Mara Vint, who joined in May, said 60,000 coins were struck.",
         "Mara Vint"),
        ("Some 60,000 coins were struck, according to the ministry.", "ministry"),
        ("According to the Bureau of Coins, 60,000 coins were struck.", "Bureau of Coins"),
        ("The Harbour district police said 60,000 coins were struck.", "Harbour district police"),
        # the next sentence of the paragraph goes on with the report
        ("Mara Vint said that all went well. Some 60,000 coins were struck.", "Mara Vint"),
        # named only afterwards, or together with somebody else: nobody
        ("Some 60,000 coins were struck. Mara Vint said that all went well.", None),
        ("Mara Vint said, and Olaf Brandt added, that 60,000 coins were struck.", None),
        ("He said 60,000 coins were struck.", None),
        ("Monday said little; 60,000 coins were struck.", None),
    ],
)  # fmt: skip
def test_a_report_s_figure_names_whom_the_article_names(text: str, name: str | None) -> None:
    (figure,) = (one for one in _article(text + "\n") if one.stated.value == 60000)
    assert (figure.speaker, figure.speaker_name, figure.reported) == (None, name, "reported")


def test_a_figure_says_how_good_its_text_is() -> None:
    talk = f"Ann Ferrer: {SAID}\n"
    made, _ = corpus({"a": ROOM + talk}, a=Settings(quality="rewritten"))
    assert {one.quality for one in figures(made)} == {"rewritten"}


def test_each_number_is_explained_in_the_order_of_the_text() -> None:
    made, _ = corpus({"a": ROOM + "Ann Ferrer: Under Article 370 we minted over 60,000 coins.\n"})
    made = replace(made, figures=figures(made))
    (no,) = refused(made)
    assert (no.refusal.token, no.refusal.rule, no.place.line) == ("370", "law", 17)
    lines = [one for one in explain(made) if one.startswith("a.txt:17:")]
    assert lines[0] == "a.txt:17: 14: '370' is no figure: law"
    assert lines[1:] == ["a.txt:17: 33: '60,000' > 60000 count of coins minted"]


def test_changes_and_periods_are_explained() -> None:
    made, _ = corpus({"a": ROOM + "Ann Ferrer: Sales of coins rose by 5% in 2019.\n"})
    made = replace(made, figures=figures(made))
    lines = [one for one in explain(made) if one.startswith("a.txt:17:")]
    assert lines == [
        "a.txt:17: 23: '5%' = 5 % change increase of Sales of coins (2019)",
        "a.txt:17: 29: '2019' is no figure: year",
    ]


FRAME = "Ann Ferrer said that in 2022, the Mint did more."
COUNTED = "The Mint struck 60,000 coins."


@pytest.mark.parametrize(("between", "period"), [(0, "2022"), (39, "2022"), (40, "")])
def test_the_year_that_a_report_sets_holds_for_what_follows(between: int, period: str) -> None:
    """In an article, and in what one person says, up to forty passages on."""
    passages = [FRAME, *["It was a year like others."] * between, COUNTED]
    article = _article("\n\n".join(passages) + "\n")
    (of_article,) = (one for one in article if one.stated.value == 60000)
    made, _ = corpus({"a": ROOM + "Ann Ferrer: " + "\n\n".join(passages) + "\n"})
    (of_turn,) = (one for one in figures(made) if one.stated.value == 60000)
    assert (of_article.stated.period, of_turn.stated.period) == (period, period)


def test_the_chair_counts_reporters_and_others_count_people() -> None:
    talk = "Ann Ferrer: We saw two reporters.\n\nCoin News: And?\n\nAnn Ferrer: No.\n"
    made, _ = corpus({"a": ROOM + talk})
    assert [one.stated.quote for one in figures(made)] == ["two"]
    chaired = ROOM + f"Moderator: We saw two reporters.\n\n{talk}"
    made, _ = corpus({"a": chaired})
    assert [(one.stated.quote, one.place.passage) for one in figures(made)] == [("two", "t3p1")]
