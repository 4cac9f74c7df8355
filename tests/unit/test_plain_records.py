"""Records in a newspaper reader's words: texts are called what they are, not by their source."""

from __future__ import annotations

import re
from dataclasses import replace

from briefings.model import Place
from briefings.model.figures import Discrepancy
from briefings.model.page import Limits, SiteInfo
from briefings.views.discrepancies import discrepancies_page
from briefings.views.lookup import Lookup
from briefings.views.plain_records import heading, in_plain_words, text_names
from tests.gathered import five


def _find() -> Lookup:
    return Lookup(five(), SiteInfo("Briefings", limits=Limits(discrepancies=100)))


def _record(text: str, *sources: tuple[str, str]) -> Discrepancy:
    """`sources` are pairs of the first letters of a briefing's slug and a source."""
    slugs = [one.slug for one in five().briefings]
    places = tuple(
        Place(next(slug for slug in slugs if slug.startswith(day)), source, None, 1)
        for day, source in sources
    )
    return Discrepancy("x", "value", "found", "other-value", places, (), text, "Basis.")


def test_texts_are_called_by_what_they_are_and_by_their_paper() -> None:
    record = _record(
        "Source 000 has 5, source 003 has 6; in t2p8 of source 000 it is 5, in 003-s2p2 of source "
        "003 6.",
        ("2022", "000"), ("2022", "003"),
    )  # fmt: skip
    find = _find()
    assert in_plain_words(record, text_names(record, find)) == (
        "The transcript has 5, Guangming Daily has 6; in the transcript it is 5, in "
        "Guangming Daily 6."
    )


def test_texts_of_two_briefings_are_told_apart_by_their_days() -> None:
    record = _record(
        "One has 5 in source 000, 6 in source 002.", ("2022", "000"), ("2023-10", "002")
    )
    assert in_plain_words(record, text_names(record, _find())) == (
        "One has 5 in the transcript of 25 July 2022, 6 in the transcript of 24 October 2023."
    )


def test_no_two_texts_are_called_alike() -> None:
    names = text_names(_record("", ("2022", "000"), ("2022", "003"), ("2023-10", "002")), _find())
    assert names == {
        "000": "the transcript of 25 July 2022",
        "003": "Guangming Daily of 26 July 2022",
        "002": "the transcript of 24 October 2023",
    }
    record = _record("Both stand in sources 002 and 001.", ("2023-10", "002"), ("2023-10", "001"))
    assert in_plain_words(record, text_names(record, _find())) == (
        "Both stand in the transcript and the partial transcript."
    )


def test_texts_that_only_the_sentence_names_are_called_by_their_names_too() -> None:
    record = _record("It is “briefing” in sources 002 and 001, since May.", ("2023-10", "002"))
    assert in_plain_words(record, text_names(record, _find())) == (
        "It is “briefing” in the transcript and the partial transcript, since May."
    )


def test_a_number_that_is_no_source_stays() -> None:
    record = _record("Of source 0001 and source 000.5 nothing is known.", ("2022", "000"))
    assert in_plain_words(record, {"000": "the transcript"}) == record.text


def test_what_editors_wrote_stays_as_they_wrote_it() -> None:
    record = replace(_record("Source 000 has 5.", ("2022", "000")), status="reworded")
    assert in_plain_words(record, {"000": "the transcript"}) == "Source 000 has 5."


def test_no_page_speaks_of_sources_or_rules() -> None:
    find = Lookup(five(), SiteInfo("Briefings", limits=Limits(discrepancies=100)))
    context = discrepancies_page(find).context
    sections = [one.id for one in context["sections"]]
    assert sections == ["facts", "wordings", "dismissed"]
    records = [record for section in context["sections"] for record in section.records]
    assert len(records) == len(five().discrepancies)
    rules = {one.found_by for one in five().discrepancies} - {"editors"}
    for record in records:
        shown = f"{record.title} {record.text} {record.type} {record.status_words}"
        assert not re.search(r"\b[Ss]ources? \d|\d-s\dp|\bt\d+p\d", shown)
        assert not [rule for rule in rules if rule in shown]


def test_a_section_begins_with_what_weighs_most() -> None:
    weights = {one.id: one.weight for one in five().discrepancies}
    for section in discrepancies_page(_find()).context["sections"]:
        told = [weights[record.id] for record in section.records]
        assert told == sorted(told, reverse=True)


def test_without_a_title_of_the_editors_a_record_is_headed_by_its_kind() -> None:
    find = _find()
    record = _record("", ("2022", "000"))
    assert heading(record, find) == "Two numbers for one thing"
    of_outcome = replace(record, found_by="other-outcome")
    assert heading(of_outcome, find) == "Two fates of the same number"


def test_a_heading_names_what_the_numbers_are_about() -> None:
    find = _find()
    # 62.6% and 96.1%, both of theft cases
    thefts = replace(_record(""), figures=("2022-07-25-t11p2-f8", "2022-07-25-003-s3p3-f7"))
    assert heading(thefts, find) == "Theft cases: 62.6% or 96.1%?"
    outcome = replace(thefts, found_by="other-outcome")
    assert heading(outcome, find) == "Theft cases: Two fates of the same number"
    # One number twice, and three numbers, are no choice between two.
    same = replace(thefts, figures=thefts.figures[:1] * 2)
    assert heading(same, find) == "Theft cases: Two numbers for one thing"
    # What is counted is what differs.
    counted = replace(thefts, found_by="counted-thing")
    assert heading(counted, find) == "The same number, but of what?"
