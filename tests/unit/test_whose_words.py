"""Whose words a sentence is, what is kept of it, and when terms and names are first mentioned."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.languages import ENGLISH
from briefings.model import Exchange, Place, Quoted, Speaker
from briefings.model.relations import Appearance
from briefings.problems import Problems
from briefings.relate.appearances import Mention, mentions, series_of, timeline
from briefings.relate.attribution import Attribution, Attributions
from briefings.relate.event import Event, day_or_slug
from briefings.relate.reading import Sentence, read_sentences
from briefings.relate.spoken import item, pack, read_statements, without_item
from briefings.relate.stems import numbers, plain, stems, word_id

from .small_texts import BO, CHAIR, PAPER, SLUG, article, briefing, event, transcript

NAMES = {"bo": ("Bo Fisher", "Fisher"), "ann": ("Ann Reed",), "cy": ("Cy Reed",)}
NOBODY = Attribution("none", None, "")


def _attributed(
    *texts: str, names: dict[str, tuple[str, ...]] = NAMES, **more: Any
) -> list[tuple[str, str | None, str]]:
    """To whom each sentence of an article is attributed."""
    of = replace(event(briefing(article("a", *texts)), names), **more)
    attributions = Attributions(of)
    found = [attributions.of(sentence.place) for sentence in _sentences(of)]
    return [(one.voice, one.person, one.name) for one in found]


def _sentences(of: Event) -> tuple[Sentence, ...]:
    return read_sentences(of, of.briefing.primary, Problems())


BY_BO = ("reported", "bo", "Bo Fisher")
BY_ANN = ("reported", "ann", "Ann Reed")
BY_NONE = ("none", None, "")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Bo Fisher said it rained."], [BY_BO]),
        (["Bo Fisher saw that it rained."], [BY_NONE]),
        (["It rained. Bo Fisher said so. It snowed."], [BY_NONE, BY_BO, BY_BO]),
        # What follows in the passage is of the same speaker, until another is named.
        (["Bo Fisher said it rained. It snowed. Ann Reed said so."], [BY_BO, BY_BO, BY_ANN]),
        (["Bo Fisher said so.", "It rained."], [BY_BO, BY_NONE]),
        # Two people who say it are nobody in particular.
        (["Bo Fisher and Ann Reed said so."], [BY_NONE]),
        # "He" is who was named last in the passage before.
        (["We saw Ann Reed and Bo Fisher.", "He added that it rained."], [BY_NONE, BY_BO]),
        (["We saw Bo Fisher.", "It rained.", "She said so."], [BY_NONE, BY_NONE, BY_BO]),
        (["We saw Bo Fisher.", "He saw that it rained."], [BY_NONE, BY_NONE]),
        (["We saw Bo Fisher.", "It rained. He said so."], [BY_NONE, BY_NONE, BY_NONE]),
        (["He said so."], [BY_NONE]),
        (["We saw Bo Fisher.", "Somebody said so."], [BY_NONE, BY_NONE]),
        # By a name that only one person has.
        (["“It rained,” Fisher said."], [BY_BO]),
        (["According to Fisher, it rained."], [BY_BO]),
        (["According to Mr. Fisher, it rained."], [BY_BO]),
        (["“It rained,” Reed said."], [BY_NONE]),
        # Words that name nobody.
        (["According to the harbour office, it rained."],
         [("none", None, "According to the harbour office")]),
    ],
)  # fmt: skip
def test_to_whom_sentences_of_an_article_are_attributed(
    texts: list[str], expected: list[tuple[str, str | None, str]]
) -> None:
    assert _attributed(*texts) == expected


@pytest.mark.parametrize(
    ("sentence", "names", "person"),
    [
        # Neither in the mentions, so that only the surname shows who it is.
        ("“It rained,” Kane said.", ("Al Kane",), "x"),
        ("“It rained,” Li said.", ("Al Li",), "x"),
        ("“It rained,” K said.", ("Al K",), None),
        ("“It rained,” kane said.", ("Al kane",), None),
        ("According to Kane, it rained.", ("Al Kane",), "x"),
        ("According to Ms. Kane, it rained.", ("Al Kane",), "x"),
        ("According to Kane Harbour, it rained.", ("Al Kane",), None),
        ("They told Kane it rained.", ("Al Kane",), None),
        ("“It rained,” McKane said.", ("Al Kane",), None),
        # Only the preferred name counts.
        ("“It rained,” Kane said.", ("Al Strand", "Al Kane"), None),
    ],
)
def test_who_is_known_by_surname(sentence: str, names: tuple[str, ...], person: str | None) -> None:
    of = event(briefing(article("a", sentence)))
    of = replace(of, names={"x": names})
    (found,) = [Attributions(of).of(one.place) for one in _sentences(of)]
    assert found.person == person


def test_a_surname_of_two_people_is_of_neither() -> None:
    of = event(briefing(article("a", "“It rained,” Kane said.")))
    for names, person in (({"x": ("Al Kane",), "y": ("Bo Kane",)}, None),
                          ({"x": ("Al Kane",), "y": ("Bo Strand",)}, "x")):  # fmt: skip
        (found,) = [Attributions(replace(of, names=names)).of(one.place) for one in _sentences(of)]
        assert found.person == person


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([("bo", 0, 10)], [("quoted", "bo", "Bo Fisher"), BY_NONE]),
        ([("bo", 14, 20)], [BY_NONE, ("quoted", "bo", "Bo Fisher")]),
        ([("bo", 0, 5), ("bo", 6, 9)], [("quoted", "bo", "Bo Fisher"), BY_NONE]),
        ([("bo", 0, 5), ("ann", 6, 9)], [BY_NONE, BY_NONE]),
        # "It rained now." has 14 characters, and the next sentence begins at 15.
        ([("bo", 14, 15)], [BY_NONE, BY_NONE]),
        ([("bo", 13, 15)], [("quoted", "bo", "Bo Fisher"), BY_NONE]),
        ([("bo", 13, 16)], [("quoted", "bo", "Bo Fisher"), ("quoted", "bo", "Bo Fisher")]),
        ([("bo", 14, 16)], [BY_NONE, ("quoted", "bo", "Bo Fisher")]),
    ],
)  # fmt: skip
def test_quoted_words_are_of_who_is_quoted(
    spans: list[tuple[str, int, int]], expected: list[tuple[str, str | None, str]]
) -> None:
    text = "It rained now. It snowed here."
    quoted = tuple(
        (person, Quoted(Place(SLUG, "a", "a-p1", 10, start, end), "direct"))
        for person, start, end in spans
    )
    found = _attributed(text, quoted=quoted)
    if expected[0] != BY_NONE and expected[1] == BY_NONE:
        expected = [expected[0], expected[0]]  # It goes on until somebody else is named.
    assert found == expected
    reported = tuple((person, replace(one, mode="reported")) for person, one in quoted)
    assert _attributed(text, quoted=reported) == [BY_NONE, BY_NONE]


@pytest.mark.parametrize(
    ("speaker", "asks", "expected"),
    [
        (BO, False, Attribution("speaker", "bo-fisher", "Bo Fisher")),
        (BO, True, Attribution("asker", "bo-fisher", "Bo Fisher")),
        (CHAIR, False, Attribution("chair", "ada-chair", "Ada Chair")),
        (PAPER, False, Attribution("asker", "the-paper", "The Paper")),
        (Speaker("unknown", None, None, "Q"), False, Attribution("speaker", None, "Q")),
        (Speaker("unknown", None, None, None), False, Attribution("speaker", None, "")),
    ],
)
def test_turns_are_of_their_speakers(speaker: Speaker, asks: bool, expected: Attribution) -> None:
    exchanges = (Exchange("x1", "a-t2", (), (), ()),) if asks else ()
    of = event(briefing(transcript("a", (CHAIR, "Welcome."), (speaker, "It rained.")),
                        exchanges=exchanges))  # fmt: skip
    assert Attributions(of).of(_sentences(of)[1].place) == expected


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Bo Fisher said it rained.", True),
        ("Fisher said it rained.", True),
        ("Fisher saw it rain.", False),
        ("He said it rained.", False),
        ("Bo said it rained.", False),
        ("Fishermen said it rained.", False),
    ],
)
def test_a_sentence_that_names_to_whom_it_is_attributed(sentence: str, named: bool) -> None:
    of = event(briefing(article("a", f"It rained. {sentence}")))
    places = [one.place for one in _sentences(of)]
    by_bo = Attribution("reported", "bo", "Bo Fisher")
    assert Attributions(of).names(by_bo, places[1]) is named
    assert Attributions(of).names(by_bo, places[0]) is False


def test_sentences_have_their_numbers_people_and_terms() -> None:
    first = "Bo Fisher mended 240 nets. In autumn they saw more nets, and Ann Reed."
    of = event(briefing(article("a", first, "Thank you, Bo Fisher.")), NAMES, nets="nets")
    one, two, three = _sentences(of)
    assert (one.id, two.id, three.id) == ("a-p1.1", "a-p1.2", "a-p2.1")
    assert [(s.start, s.end, s.order, s.part) for s in (one, two, three)] == [
        (0, 26, 0, "a-s1"), (27, len(first), 1, "a-s1"), (0, 21, 2, "a-s1"),
    ]  # fmt: skip
    assert [sorted(word for word in s.words if word[0] in "#§@") for s in (one, two, three)] == [
        ["#240", "@bo", "§nets"], ["@ann", "§nets"], ["@bo"],
    ]  # fmt: skip
    assert (one.courteous, two.courteous, three.courteous) == (False, False, True)
    assert set(two.stems) <= two.words
    assert one.place == Place(SLUG, "a", "a-p1", 10, 0, 26)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1999.5 tons", {"1999.5"}),
        ("1,999 tons", {"1999"}),
        ("2100 percent", {"2100%"}),
        ("1000 million", {"1000000000"}),
        ("12.5 and 12.0 and 0.5", {"12.5", "0.5"}),
        ("999.0 and 2100.0", {"999"}),
        ("12 percent and 7 %", {"12%", "7%"}),
    ],
)
def test_numbers_that_are_no_years(text: str, found: set[str]) -> None:
    assert numbers(text, ENGLISH) == found


def test_marks_of_any_shape_are_one() -> None:
    assert plain("‘A’ “B” – —") == "'a' \"b\" - -"
    assert stems("Nations’ nets", ENGLISH) == stems("nations' nets", ENGLISH)
    assert word_id("net") != word_id("nets")
    assert word_id("net") == word_id("net")


def test_statements_know_their_item_terms_and_length() -> None:
    text = "Second, the northern fishermen mended nets and more nets this year. Nets!"
    of = event(briefing(transcript("a", (BO, text))), nets="[Nn]ets")
    first, last = read_statements(of, _sentences(of), Problems())
    at = text.index("nets this year")
    assert first.terms == (("nets", at, at + 4),)
    assert last.terms == (("nets", len(text) - 5, len(text) - 1),)
    assert (first.recurring, last.recurring) == (True, False)
    packed = pack((first, last), "en")
    assert list(packed.word_ends) == [len(first.sentence.stems), len(first.sentence.stems) + 1]
    assert list(packed.term_ends) == [1, 2]
    assert packed.terms_of(1) == {word_id("nets"): (len(text) - 5, len(text) - 1)}
    assert packed.bag_of(1) == {word_id("nets"), word_id("net")} or packed.bag_of(1) == {
        word_id("nets"), *packed.words_of(1),
    }  # fmt: skip
    assert packed.bag_of(0) == {word_id("nets"), *packed.words_of(0)}


@pytest.mark.parametrize(
    ("sentence", "number", "rest"),
    [
        ("Second, we rest.", 2, ", we rest."),
        ("Secondly, we rest.", 2, ", we rest."),
        ("“Tenth, we rest.", 10, ", we rest."),
        ("3. We rest.", 3, " We rest."),
        ("12) We rest.", 12, " We rest."),
        ("123. We rest.", None, "123. We rest."),
        ("3.5 boats rest.", None, "3.5 boats rest."),
        ("Seconds pass.", None, "Seconds pass."),
        ("We rest second.", None, "We rest second."),
    ],
)
def test_the_number_of_an_item(sentence: str, number: int | None, rest: str) -> None:
    assert item(sentence, ENGLISH) == number
    assert without_item(sentence, ENGLISH) == rest


def _mentioned(*texts: str, **terms: str) -> list[tuple[str, bool, int, int, int]]:
    of = event(briefing(article("a", *texts)), {}, **terms)
    return [
        (one.id, one.term, one.count, one.first.line, one.last.line)
        for one in mentions(of, Problems())
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["We ran the Clean Net Operation."], [("name-clean-net-operation", False, 1, 10, 10)]),
        (["We ran “Clean Net” again."], [("name-clean-net", False, 1, 10, 10)]),
        (["We ran “clean net” again."], []),
        (["We ran “Clean net” again."], []),
        (["We ran “Nets of the Bay” again."], [("name-nets-of-the-bay", False, 1, 10, 10)]),
        # Once for both patterns, and counted in every passage.
        (["We ran the “Clean Net Operation”."], [("name-clean-net-operation", False, 1, 10, 10)]),
        (["We ran “Clean Net”.", "It rained.", "We ran “Clean Net”."],
         [("name-clean-net", False, 2, 10, 30)]),
    ],
)  # fmt: skip
def test_names_of_operations(
    texts: list[str], expected: list[tuple[str, bool, int, int, int]]
) -> None:
    assert _mentioned(*texts) == expected


def test_a_name_that_is_a_term_is_counted_as_the_term() -> None:
    text = "We ran “Clean Net”, and sold “Old Rope”."
    assert _mentioned(text, text, nets="Clean Net") == [
        ("nets", True, 2, 10, 20), ("name-old-rope", False, 2, 10, 20),
    ]  # fmt: skip
    # A term before the name or behind it does not cover it.
    for words in ("ran", "and"):
        assert ("name-clean-net", False, 1, 10, 10) in _mentioned(text, ran=words)
    of = event(briefing(article("a", text)), nets="Clean Net")
    (section,) = of.briefing.primary.sections
    (passage,) = section.passages
    repeated = replace(passage, id="a-p9", repeats="a-p1")
    sections = (replace(section, passages=(passage, repeated)),)
    witness = replace(of.briefing.primary, sections=sections)
    of = replace(of, briefing=replace(of.briefing, witnesses=(witness,)))
    assert [one.count for one in mentions(of, Problems())] == [1, 1]


def _mention(id_: str, slug: str, count: int = 1, term: bool = True) -> Mention:
    return Mention(
        id_, id_.upper(), term, count, Place(slug, "a", "p1", 1), Place(slug, "a", "p9", 9)
    )


def _shown(one: Appearance) -> tuple[str, str | None, tuple[tuple[str, int], ...], int, int]:
    return one.id, one.term, one.counts, one.last.line, one.later_without


def test_what_came_again_and_what_is_gone() -> None:
    given = [
        ("c", "2023-01-01", "port", [_mention("nets", "c", 2), _mention("new", "c", term=False)]),
        ("a", "2021-01-01", "port", [_mention("rope", "a"), _mention("nets", "a")]),
        ("b", "2022-01-01", "port", [_mention("lamp", "b")]),
        ("u", "2022-06-01", "port", [_mention("oars", "u")]),
        ("x", None, "port", [_mention("nets", "x")]),
        ("y", "--01-01", "port", [_mention("nets", "y")]),
        ("z", "2024-01-01", "other", [_mention("lamp", "z")]),
        ("w", "2025-01-01", None, [_mention("rest", "w")]),
        ("v", "2026-01-01", None, []),
    ]
    appearances, turnover = timeline(given)
    assert [_shown(one) for one in appearances] == [
        ("lamp", "lamp", (("b", 1), ("z", 1)), 9, 0),
        ("nets", "nets", (("a", 1), ("c", 2)), 9, 0),
        ("new", None, (("c", 1),), 9, 0),
        ("oars", "oars", (("u", 1),), 9, 1),
        ("rest", "rest", (("w", 1),), 9, 0),
        # Three later briefings of the series do not mention it.
        ("rope", "rope", (("a", 1),), 9, 3),
    ]
    assert [(one.briefing, one.new, one.gone) for one in turnover] == [
        ("a", (), ("rope",)), ("b", ("lamp",), ()), ("u", ("oars",), ()), ("c", ("new",), ()),
        ("z", (), ()), ("w", ("rest",), ()), ("v", (), ()),
    ]  # fmt: skip
    # Of the oldest, nothing is new.
    assert timeline(given[1:2])[1] == ()


@pytest.mark.parametrize(
    ("series", "host", "text", "expected"),
    [
        ("Port Talks", "Harbour Office", transcript("a"), "port talks transcript"),
        (None, "Harbour Office", transcript("a"), "harbour office transcript"),
        (None, "Harbour Office", article("a"), "harbour office report"),
        (None, None, transcript("a"), None),
        ("", "", transcript("a"), None),
    ],
)
def test_the_series_of_a_briefing(
    series: str | None, host: str | None, text: Any, expected: str | None
) -> None:
    assert series_of(briefing(text, series=series, host=host)) == expected


@pytest.mark.parametrize(
    ("date", "named"), [("2021-01-10", "2021-01-10"), ("--01-10", "x"), (None, "x"), ("", "x")]
)
def test_how_ids_name_an_event(date: str | None, named: str) -> None:
    assert day_or_slug(date, "x") == named
    assert event(briefing(article("a"), date=date)).order == (date or "", "a")
