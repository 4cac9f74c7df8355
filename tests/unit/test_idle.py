"""Editorial entries that match nothing in the texts: from which size on, and what counts as a
match."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.editorial.gone import known_sources
from briefings.editorial.idle import Phrase, Texts, idle
from briefings.model import (
    Corpus,
    DiscrepancyEntry,
    Editorial,
    LabelRuling,
    OutletEntry,
    PersonEntry,
    Rendering,
    Settings,
    TermEntry,
    TopicEntry,
    Where,
)
from briefings.problems import Problems

from .test_group import HEAD, ROOM, TALK, corpus

HERE = Where("editorial/x.yml", 3, 5)
TEXT = HEAD + (
    "Ann Ferrer, head of the Mint: The two-crown coin shows a hare; CNNs asked, and Gov.uk did. "
    "He draws hares’ ears.\n\nCoin News: Who?\n"
)


def have(made: Corpus, words: str, sources: tuple[str, ...] = (), exact: bool = False) -> bool:
    return Texts(made, [Phrase(words, sources, exact)]).have(words, sources, exact)


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("two-crown coin", True), ("two crown  coin", True), ("TWO-CROWN COINS", False),
        ("two-crown", True), ("wo-crown coin", False), ("two-crow", False), ("hare", True),
        ("hares", True), ("ha", False), ("CNN", True), ("cnn", True), ("ear", True),
        ("head of the Mint", True), ("Coin New", True), ("draw", True), ("of", True),
        ("gov.uk", True), ("", False), ("—", False), ("coin shows hare", False),
    ],
)  # fmt: skip
def test_a_phrase_is_met_as_whole_words_in_singular_or_plural(phrase: str, found: bool) -> None:
    assert have(corpus({"a": TEXT})[0], phrase) is found


def test_a_phrase_may_be_wanted_in_some_texts_only_and_in_its_own_capitals() -> None:
    made, _ = corpus({"a": TEXT, "b": "On hens\n\nJune 1, 2023\n\nThe hen was late.\n"})
    assert have(made, "hare", ("a",))
    assert not have(made, "hare", ("b",))
    assert not have(made, "hare", ("z",))
    assert have(made, "Gov.uk", exact=True)
    assert not have(made, "gov.uk", exact=True)
    assert not have(made, "Gov.uk", ("b",), exact=True)


def test_of_a_web_page_what_is_printed_counts_and_its_marks_do_not() -> None:
    made, _ = corpus({"a": TEXT})
    (briefing,) = made.briefings
    (witness,) = briefing.witnesses
    lines = ("<p class='gull'>The two-crown coin", "shows a hare.</p>")
    source = replace(witness.source, markup="html", lines=lines)
    page = replace(witness, source=source, subtitle="On ears", byline="Eve Pen", lead="In May.")
    made = replace(made, briefings=(replace(briefing, witnesses=(page,)),))
    for printed in ("hare", "On ears", "Eve Pen", "In May", "Coin News", "head of the Mint"):
        assert have(made, printed), printed
    assert not have(made, "gull")


def told(editorial: Editorial, texts: dict[str, str], **settings: Settings) -> list[str]:
    made, _ = corpus(texts, editorial, **settings)
    problems = Problems()
    idle(editorial, made, ("count",), problems)
    return [f"{one.rule}: {one.message}" for one in problems]


def _speaks(name: str, *known: str) -> list[str]:
    """Return the problems with a speaker named by an editor, in a text where others are known."""
    ruling = LabelRuling(17, True, speaker=name, kind="outlet", where=HERE)
    entries = tuple(OutletEntry(f"o{n}", one, keep=True) for n, one in enumerate(known))
    return told(
        Editorial(outlets=entries),
        {"a": ROOM + "Good day.\n\nWho drew it?\n"},
        a=Settings(labels=(ruling,)),
    )


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        # One letter in a short name, two in a long one, none in an acronym.
        ("Ivo Ham", "Ivo Han", True),
        ("Iva Ham", "Ivo Han", False),
        ("Eva Lant", "Eva Lind", True),
        ("Evo Lant", "Eva Lind", False),
        ("CTVA", "CTVS", False),
        ("Tides", "Tider", True),
        ("Harbuor News", "Harbour News", True),
        ("harbour news", "Harbour News", False),
        ("Speaker 2", "Speaker 3", False),
        ("Speeker 2", "Speaker 2", True),
    ],
)
def test_a_speaker_a_letter_or_two_from_a_known_name_is_a_slip(
    name: str, known: str, near: bool
) -> None:
    said = [f"near-speaker: '{name}' is unknown, but '{known}' is"] if near else []
    assert _speaks(name, known) == said


def test_names_of_lists_and_aliases_are_known() -> None:
    assert _speaks("Bo Lindqvits") == [
        "near-speaker: 'Bo Lindqvits' is unknown, but 'Bo Lindqvist' is"
    ]
    entry = PersonEntry("eva-lind", "Eva Lind", aliases=("E. M. Lindgren",), keep=True)
    ruling = LabelRuling(17, True, speaker="E. M. Lindgron", kind="official", where=HERE)
    said = told(
        Editorial(people=(entry,)), {"a": ROOM + "Good day.\n"}, a=Settings(labels=(ruling,))
    )
    assert said == ["near-speaker: 'E. M. Lindgron' is unknown, but 'E. M. Lindgren' is"]


def _asked(questions: int, on_topic: int, keep: bool = False) -> list[str]:
    talk = "".join(
        f"Coin News: What of the {'hare' if n < on_topic else 'hen'} of {1900 + n}?\n\n"
        "Bo Lindqvist: No.\n\n"
        for n in range(questions)
    )
    topic = TopicEntry("hares", "Hares", "Of hares.", words=("hare",), word_wheres=(HERE,),
                       where=HERE, keep=keep)  # fmt: skip
    return told(Editorial(topics=(topic,)), {"a": ROOM + talk})


def test_a_topic_that_most_of_many_questions_are_on_tells_nothing() -> None:
    broad = "broad-topic: 13 of 21 questions are on the topic 'Hares'"
    assert _asked(21, 13) == [broad]
    assert _asked(21, 13, keep=True) == []
    assert _asked(21, 12) == []
    # Exactly three fifths is not yet too much, and twenty questions are not yet many.
    assert _asked(25, 15) == []
    assert _asked(20, 20) == []
    assert _asked(21, 0) == ["unused-topic: nothing in the texts is on the topic 'Hares'"]


def test_what_no_text_has_is_told_once() -> None:
    names = (
        PersonEntry("cy", "Cy Nobody", aliases=("C. N.",), wheres=(HERE, HERE)),
        PersonEntry("ann-ferrer", "Ann Ferrer", aliases=("A. F.",), wheres=(HERE, HERE)),
        PersonEntry("bo", "Bo Nobody", wheres=(HERE,), keep=True),
    )
    same = (("hare", "rabbit"), ("cow", "ox"))
    said = told(Editorial(people=names, same=same, same_wheres=(HERE, HERE)), {"a": HEAD + TALK})
    assert sorted(said) == [
        "unused-alias: no text has the name 'A. F.'",
        "unused-name: no text names the person 'Cy Nobody'",
        "unused-synonyms: no text has any of 'cow, ox'",
    ]


def _term(*wordings: str, keep: bool = False, sources: tuple[str, ...] = ()) -> list[str]:
    renderings = tuple(Rendering(one, HERE, sources) for one in wordings)
    entry = TermEntry("coin", wordings[0], "law", HERE, renderings, keep=keep)
    return told(Editorial(glossary=(entry,)), {"a": HEAD + TALK})


def test_wordings_of_a_term_that_no_text_has() -> None:
    assert _term("two-crown coin") == []
    assert _term("three-crown coin") == [
        "unused-term: no text mentions the term 'three-crown coin'"
    ]
    assert _term("three-crown coin", keep=True) == []
    # The first wording is the editors' heading; the others are supposed to occur.
    assert _term("three-crown coin", "two-crown coin") == []
    assert _term("two-crown coin", "three-crown coin") == [
        "unused-wording: no text has the wording 'three-crown coin'"
    ]
    assert _term("two-crown coin", sources=("b",)) == [
        "unused-term: no text mentions the term 'two-crown coin'"
    ]


def test_a_source_that_is_gone_is_told_once_with_all_that_speaks_of_it() -> None:
    where = Where("editorial/topics.yml", 4, 3)
    record = DiscrepancyEntry("d1", "dismissed", HERE, passages=("009:3", "000:1"))
    editorial = Editorial(
        topics=(TopicEntry("t", "T", "", passages=("009:3", "000:1"), wheres=(where, where)),),
        discrepancies=(record,),
    )
    problems = Problems()
    left = known_sources(editorial, {"000"}, problems, ())
    (error,) = problems
    assert error.message == (
        "there is no source '009': 2 places refer to it, in "
        "editorial/topics.yml (1), editorial/x.yml (1)"
    )
    assert left.topics[0].passages == ("000:1",)
    assert left.discrepancies == ()
    # An existing file that could not be read is covered by another problem.
    problems = Problems()
    assert known_sources(editorial, {"000"}, problems, {"009"}).topics == left.topics
    assert list(problems) == []
    # An earlier edition counts as present; if nothing has gone, there is no warning.
    earlier = Editorial(
        topics=(TopicEntry("t", "T", "", passages=("000.1:3",), wheres=(where,)),),
        discrepancies=(record,),
    )
    assert known_sources(earlier, {"000", "009"}, Problems(), ()) == earlier
