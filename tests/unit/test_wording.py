"""Dates, counts and first words as a reader sees them."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from briefings import wording
from briefings.clean import junk, tags
from briefings.languages import LANGUAGES
from briefings.model import Passage

PACKAGE = Path(wording.__file__).parent


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2022-07-25", "25 July 2022"),
        ("--01-10", "10 January (year not given)"),
        ("2023-11", "November 2023"),
        ("2019", "2019"),
        (None, "date not given in the source"),
    ],
)
def test_dates_whole_and_in_part(date: str | None, said: str) -> None:
    assert wording.date_words(date) == said


def test_every_rule_that_takes_a_line_out_is_put_into_words() -> None:
    """The rules are found in the code that applies them."""
    named = {
        name
        for pack in LANGUAGES.values()
        for name, _ in (*junk._patterns(pack), *pack.pages.links, *pack.pages.menus)
    }
    named |= tags.FURNITURE | tags.CODE | tags.FALLBACK
    code = "".join(
        path.read_text("utf-8")
        for stage in ("clean", "parse")
        for path in (PACKAGE / stage).glob("*.py")
    )
    named |= set(re.findall(r'"boilerplate", (?:rule=)?"([a-z-]+)"', code))
    named |= set(re.findall(r'        return "([a-z-]+)"', inspect.getsource(junk.junk_rule)))
    named |= set(re.findall(r'(?:Removal|_remove|_drop)\(.*"([a-z-]+)"', code))
    assert {"page-break", "before-title", "after-end", "stray-line", "link"} <= named
    assert sorted(named - set(wording.REMOVALS)) == []


def test_only_a_full_date_is_for_machines() -> None:
    assert wording.full_date("2022-07-25") == "2022-07-25"
    assert wording.full_date("--07-25") is None
    assert wording.full_date("2022-07") is None


def _passages(*texts: str) -> tuple[Passage, ...]:
    return tuple(Passage(f"t1p{n}", text, n, n) for n, text in enumerate(texts, 1))


def test_a_question_is_shown_by_what_it_asks() -> None:
    said = _passages("Good morning. Fish are few. How many of them are left? Thank you.")
    assert wording.question_words(said) == "How many of them are left?"


def test_a_question_in_quotation_marks_or_a_later_paragraph_is_found() -> None:
    said = _passages("They say:", 'Who was it that said "why?" Nobody.')
    assert wording.question_words(said) == 'Who was it that said "why?"'


def test_a_title_before_a_name_ends_no_sentence() -> None:
    said = _passages("Thank you. What did Mr. Sun and J. Doe of the U.N. Fund say?")
    assert wording.question_words(said) == "What did Mr. Sun and J. Doe of the U.N. Fund say?"


def test_a_question_without_a_question_mark_is_shown_by_its_first_words() -> None:
    said = _passages("Good morning. Please tell us more about the fish. Thank you.")
    assert wording.question_words(said, 40) == "Please tell us more about the fish…"


def test_a_question_that_asks_too_little_by_itself_is_shown_with_what_goes_before() -> None:
    said = _passages("Good day. The minister left the town on Monday. Any comment?")
    assert wording.question_words(said) == "The minister left the town on Monday. Any comment?"


def test_a_question_about_such_things_is_shown_with_the_sentence_that_names_them() -> None:
    said = _passages(
        "In spring, a great many nets were cut in the harbour, which angered everybody in town. "
        "Many of these nets were new. What can the police do about such damage? Thank you."
    )
    assert wording.question_words(said, 60) == (
        "In spring, a great many nets were cut… What can the police do about such damage?"
    )
    itself = _passages("The boats are back from the sea. How many came home this year?")
    assert wording.question_words(itself) == "How many came home this year?"


def test_a_question_without_words_is_empty() -> None:
    assert wording.question_words(()) == ""


def test_clipping_keeps_whole_words_and_one_long_word_in_part() -> None:
    assert wording.clip("one two, three", 10) == "one two…"
    assert wording.clip("abcdefghij", 4) == "abcd…"
    assert wording.clip("short", 5) == "short"
