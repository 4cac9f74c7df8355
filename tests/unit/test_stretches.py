"""Test where an article without headings changes its subject, and the text on each subject."""

from __future__ import annotations

import pytest

from briefings.languages import ENGLISH, GERMAN
from briefings.model import Passage
from briefings.views.stretches import stretches, stretches_of

from .briefings_in_lines import article

DETAIL = "Twelve boats were mended, and 30 more were bought from the neighbours."


def _passages(*texts: str) -> list[Passage]:
    return [Passage(f"s1p{n}", text, n, n) for n, text in enumerate(texts, 1)]


def _subjects(*texts: str) -> list[tuple[str, str]]:
    return [(one.id, one.subject) for one in stretches(_passages(*texts), ENGLISH)]


def test_a_short_report_of_what_was_said_opens_a_stretch_and_names_it() -> None:
    assert _subjects(
        "Coin News, May 4. Fisher said on the 4th that in 2021, the harbour will mend its boats.",
        DETAIL,
        "Fisher pointed out that in 2021, the harbour will keep the fishers safe.",
        DETAIL, DETAIL,
        "He also said that in 2021, the harbour will count the fish.",
        DETAIL, DETAIL,
    ) == [
        ("s1p1", "mend its boats"),
        ("s1p3", "keep the fishers safe"),
        ("s1p6", "count the fish"),
    ]  # fmt: skip


def test_two_openings_are_not_yet_how_an_article_is_built() -> None:
    told = _subjects(
        "Fisher said that the harbour will mend its boats.",
        DETAIL, DETAIL,
        "Fisher said that the harbour will count the fish.",
        DETAIL,
    )  # fmt: skip
    # Cut by length: two, two and one paragraph, and the last two begin with the same words.
    assert [id_ for id_, _ in told] == ["s1p1", "s1p3"]


def test_a_subject_that_is_named_twice_on_end_is_one_stretch() -> None:
    assert _subjects(
        "Fisher said that the harbour will mend its boats.",
        DETAIL,
        "Fisher said that the harbour will mend its boats.",
        DETAIL,
        "Fisher said that the harbour will count the fish.",
        DETAIL,
        "Fisher said that the harbour will sell nets.",
        DETAIL,
    ) == [
        ("s1p1", "mend its boats"),
        ("s1p5", "count the fish"),
        ("s1p7", "sell nets"),
    ]


def test_what_comes_before_the_first_opening_has_its_own_words() -> None:
    told = _subjects(
        "The harbour was full. Many had come to hear what Fisher would say about the boats.",
        DETAIL,
        "Fisher said that the harbour will mend its boats.",
        DETAIL, DETAIL,
        "Fisher said that the harbour will count the fish.",
        DETAIL, DETAIL,
        "Fisher said that the harbour will sell nets.",
        DETAIL,
    )  # fmt: skip
    assert told[0] == (
        "s1p1",
        "The harbour was full. Many had come to hear what Fisher would say about the…",
    )
    assert [id_ for id_, _ in told] == ["s1p1", "s1p3", "s1p6", "s1p9"]


def test_a_report_that_goes_on_to_details_opens_nothing() -> None:
    # Each paragraph reports something: none of them stands above the others.
    told = _subjects(
        *(f"Fisher said that the harbour will mend boat {n}." for n in range(1, 7)),
    )
    assert [id_ for id_, _ in told] == ["s1p1", "s1p3", "s1p5"]
    assert told[1] == ("s1p3", "the harbour will mend boat 3")


@pytest.mark.parametrize(
    ("count", "starts"),
    [(1, [1]), (4, [1]), (5, [1, 3, 5]), (16, [1, 3, 5, 7, 9, 11, 13, 15]),
     (17, [1, 4, 7, 10, 13, 16])],
)  # fmt: skip
def test_an_article_that_opens_no_subjects_is_cut_by_length(count: int, starts: list[int]) -> None:
    told = _subjects(*(f"Paragraph number {n} is about boats." for n in range(1, count + 1)))
    assert [id_ for id_, _ in told] == [f"s1p{n}" for n in starts]
    assert told[0][1] == "Paragraph number 1 is about boats."


def test_every_paragraph_is_in_one_stretch() -> None:
    passages = _passages(*(f"Paragraph number {n} is about boats." for n in range(1, 24)))
    parted = stretches(passages, ENGLISH)
    assert [one for stretch in parted for one in stretch.passages] == passages


def test_nothing_has_no_stretches_and_a_language_without_verbs_of_saying_is_cut_by_length() -> None:
    assert stretches([], ENGLISH) == []
    told = stretches(_passages(*["Fisher sagte, dass es regnet."] * 5), GERMAN)
    # The same words on end are one stretch.
    assert [one.id for one in told] == ["s1p1"]


def _openings(*subjects: str, details: int = 1) -> list[tuple[str, str]]:
    texts = [
        text
        for subject in subjects
        for text in (f"Fisher said that {subject}.", *[DETAIL] * details)
    ]  # fmt: skip
    return _subjects(*texts)


def test_an_opening_has_thirty_words_at_most() -> None:
    long = " ".join(["boats"] * 26)
    # "Fisher said that we sell" and 26 boats are 31 words, one fewer are 30.
    told = _openings(f"we sell {long}", "we buy nets", "they dry fish", "nobody mends sails")
    assert [id_ for id_, _ in told] == ["s1p1", "s1p3", "s1p5", "s1p7"]
    assert told[0][1].startswith("Fisher said that we sell boats")
    told = _openings(f"we sell {long[6:]}", "we buy nets", "they dry fish", "nobody mends sails")
    assert told[0][1].startswith("we sell boats")


def test_words_that_half_of_the_openings_share_are_left_out() -> None:
    """Two of four begin alike: the words that they share say nothing about either subject."""
    shared = ("in May we sell nets", "in May we dry fish", "nobody mends old sails", "all is well")
    assert [subject for _, subject in _openings(*shared)] == [
        "sell nets", "dry fish", "nobody mends old sails", "all is well",
    ]  # fmt: skip
    # Of five, two are fewer than half.
    five = (*shared, "gulls cry at night")
    assert _openings(*five)[0][1] == "in May we sell nets"
    # Of a shared beginning so much is left out that two words stay.
    assert [subject for _, subject in _openings(
        "in May we sell", "in May we sell nets", "in May we sell old nets",
    )] == ["we sell", "sell nets", "old nets"]  # fmt: skip
    # One word is no beginning, and openings that are the same count once.
    assert _openings("we sell nets", "we dry fish", "we mend sails")[0][1] == "we sell nets"
    same = ("in May we sell nets", "in May we sell nets", "all is well", "gulls cry at night")
    assert _openings(*same)[0][1] == "in May we sell nets"


def test_openings_must_be_followed_by_as_many_details() -> None:
    three = ("we sell nets", "they dry fish", "nobody mends sails")
    assert [subject for _, subject in _openings(*three)] == list(three)
    texts = [f"Fisher said that {subject}." for subject in three]
    # Five paragraphs, three of them openings: cut by length, two by two.
    told = _subjects(*texts, DETAIL, DETAIL)
    assert [id_ for id_, _ in told] == ["s1p1", "s1p3", "s1p5"]


@pytest.mark.parametrize(
    ("first", "starts"),
    [
        # In the first paragraph, a dateline may come before.
        ("Coin News, May 4. Fisher said that we sell nets.", ["s1p1", "s1p5", "s1p7"]),
        ("Fisher said that we sell nets. It is so.", ["s1p1", "s1p3", "s1p5", "s1p7"]),
    ],
)
def test_the_first_paragraph_opens_with_its_last_sentence(first: str, starts: list[str]) -> None:
    rest = [DETAIL] * 3 + ["Fisher said that they dry fish.", DETAIL]
    told = _subjects(first, *rest, "Fisher said that nobody mends sails.", DETAIL)
    assert [id_ for id_, _ in told] == starts


def test_elsewhere_two_sentences_open_nothing() -> None:
    openings = [
        "Fisher said that they dry fish.",
        DETAIL,
        "He said that nobody mends sails.",
        DETAIL,
    ]
    told = _subjects(DETAIL, *openings, "Aha. Fisher said that we sell nets.", DETAIL)
    # Cut by length, each part begins with the same words.
    assert [id_ for id_, _ in told] == ["s1p1"]


def test_a_section_with_a_heading_or_beside_others_is_not_divided() -> None:
    passages = tuple(_passages(*[f"Paragraph {n} on boats." for n in range(6)]))
    alone = article("900", (None, [one.text for one in passages]))
    assert len(stretches_of(alone.sections[0], alone)) == 3
    headed = article("900", ("Boats", [one.text for one in passages]))
    assert stretches_of(headed.sections[0], headed) == []
    two = article("900", (None, [one.text for one in passages]), ("Home", ["Gone."]))
    assert stretches_of(two.sections[0], two) == []


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_a_subject_has_eighty_letters(length: int, whole: bool) -> None:
    words = f"{'boats ' * 20}"[: length - 1].rstrip()
    words += "s" * (length - 1 - len(words)) + "."
    ((_, subject),) = _subjects(words)
    assert (subject == words) is whole
