"""Test editors' rulings on discrepancies: reading `discrepancies.yml`, and adding to records."""

from __future__ import annotations

import re
from pathlib import Path

from briefings.editorial import load
from briefings.model.figures import Discrepancy
from briefings.problems import Problems
from briefings.relate.compare.ruled import rule_on
from tests.command import FIVE
from tests.gathered import five

TITLE = Discrepancy(
    "title-wording-2022-07-25-qiu-baoli", "title", "found", "title-wording", (), (), "Two titles.",
    "As printed.",
)  # fmt: skip
TENSE = Discrepancy(
    "result-as-future-2022-07-25-000-t6p3.3--003-s2p3.2", "tense", "found", "result-as-future", (),
    (), "Two tenses.", "Of two sentences.",
)  # fmt: skip
VALUE = Discrepancy(
    "other-value-x", "value", "found", "other-value", (), (), "Two values.", "Of two sentences."
)


def _ruled(folder: Path, text: str, *found: Discrepancy) -> tuple[list[Discrepancy], list[str]]:
    (folder / "editors.yml").write_text("ann: {name: Ann Lee}\n", "utf-8")
    (folder / "discrepancies.yml").write_text(text, "utf-8")
    problems = Problems()
    ruled = rule_on(found, five(), load(folder, problems), problems)
    return list(ruled), [f"{one.line}:{one.column} {one.message}" for one in problems]


def test_a_record_says_what_a_reader_should_take_from_it_or_why_it_is_none(tmp_path: Path) -> None:
    text = f"""\
{TENSE.id}:
  status: confirmed
  title: Done, or to come?
  takeaway: Cite the transcript.
  author: ann
  date: 2026-11-26
{TITLE.id}:
  status: dismissed
  reason: Two translations of one title.
"""
    (tense, title, value), problems = _ruled(tmp_path, text, TENSE, TITLE, VALUE)
    assert problems == []
    assert tense.ruling is not None
    assert (tense.status, tense.ruling.title) == ("confirmed", "Done, or to come?")
    assert (tense.ruling.takeaway, tense.ruling.reason) == ("Cite the transcript.", "")
    assert (tense.ruling.author, tense.ruling.date) == ("Ann Lee", "2026-11-26")
    assert title.ruling is not None
    assert (title.status, title.ruling.reason) == ("dismissed", "Two translations of one title.")
    assert (value.status, value.ruling) == ("found", None)


def test_facts_weigh_more_than_wordings_and_editors_may_class_otherwise(tmp_path: Path) -> None:
    text = f"{TENSE.id}: {{status: confirmed, class: wording}}\n"
    (tense, title, value), _ = _ruled(tmp_path, text, TENSE, TITLE, VALUE)
    assert (value.group, title.group, tense.group) == ("fact", "wording", "wording")
    assert value.weight > tense.weight > title.weight


def test_an_added_record_stands_at_the_words_that_it_quotes(tmp_path: Path) -> None:
    text = """\
clearance:
  status: added
  type: value
  text: T.
  basis: B.
  passages:
    - {passage: "000:65", quote: The homicide clearance rate reached 99%}
    - 002:65
"""
    (record,), problems = _ruled(tmp_path, text)
    assert problems == []
    quoted, whole = record.passages
    passage = next(
        one
        for briefing in five().briefings
        for witness in briefing.witnesses
        if witness.source.id == "000"
        for one in witness.passages
        if one.line == 65
    )
    assert passage.text[quoted.start : quoted.end] == "The homicide clearance rate reached 99%"
    assert (whole.source, whole.line, whole.start) == ("002", 65, None)
    assert (record.group, record.status) == ("fact", "added")


def test_what_editors_do_not_reword_stays_as_the_rule_has_it(tmp_path: Path) -> None:
    text = f"""\
{TENSE.id}: {{status: reworded, text: Done or not.}}
{VALUE.id}: {{status: reworded, text: Two., basis: Of two pages.}}
"""
    (tense, value), problems = _ruled(tmp_path, text, TENSE, VALUE)
    assert problems == []
    assert (tense.text, tense.basis) == ("Done or not.", TENSE.basis)
    assert (value.text, value.basis) == ("Two.", "Of two pages.")
    assert (tense.group, value.group) == ("fact", "fact")


def test_passages_that_are_not_there_are_told(tmp_path: Path) -> None:
    text = """\
clearance: {status: added, type: value, text: T., basis: B., passages: ["000:65", "000:9999"]}
"""
    (record,), problems = _ruled(tmp_path, text)
    assert [place.line for place in record.passages] == [65]
    assert [message.partition(" ")[2] for message in problems] == ["'000:9999' leads to no passage"]


def test_what_a_rule_finds_is_not_added_again(tmp_path: Path) -> None:
    text = f"""\
{VALUE.id}:
  status: added
  type: value
  text: T.
  basis: B.
  passages: ["000:65"]
gone: {{status: confirmed}}
"""
    (record,), problems = _ruled(tmp_path, text, VALUE)
    assert (record.text, record.status, record.found_by) == ("Two values.", "found", "other-value")
    assert [message.partition(" ")[2] for message in problems] == [
        "a rule finds the discrepancy 'other-value-x' too",
        "no rule finds the discrepancy 'gone' (any more)",
    ]


def test_words_that_are_not_there_are_told_where_they_are_quoted(tmp_path: Path) -> None:
    text = """\
clearance:
  status: added
  type: value
  text: T.
  basis: B.
  passages:
    - {passage: "000:65", quote: The homicide rate}
"""
    (record,), problems = _ruled(tmp_path, text)
    assert [place.line for place in record.passages] == [65]
    assert problems == ["7:34 'The homicide rate' does not occur once at '000:65'"]


def test_editors_have_said_of_every_record_what_it_means() -> None:
    records = five().discrepancies
    assert [one.id for one in records if one.status == "found"] == []
    assert [
        one.id
        for one in records
        if not (one.ruling and one.ruling.title and (one.ruling.takeaway or one.ruling.reason))
    ] == []


def test_what_editors_say_of_a_difference_reports_and_gives_no_advice() -> None:
    rulings = (FIVE / "editorial" / "discrepancies.yml").read_text("utf-8")
    told = re.sub(r"\s+", " ", rulings)
    assert not re.findall(
        r"(?:: >- |\. |; )(?:Cite|Do not|Quote|Take|Read|Say|Whoever) [^.]*", told
    )
