"""Test the page on uncertain readings, and what other pages say about checks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema

from briefings.model import Check, Corpus, Editorial
from briefings.model.page import SiteInfo
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.render import render
from briefings.survey import survey
from briefings.views import views
from briefings.views.report import check_words
from tests.published_data import published_files

from .sample_corpus import CORPUS, FISH

CASES = Path(__file__).parents[1] / "cases" / "report"
SITE = SiteInfo("Briefings")


def _case(name: str) -> Corpus:
    return gather(CASES / name / "seeds", CASES / name / "editorial", Problems())


def _pages(corpus: Corpus) -> dict[str, Any]:
    return {page.url: page for page in views(corpus, SITE)}


def test_one_sentence_says_what_is_uncertain() -> None:
    corpus = replace(CORPUS, report=survey(CORPUS, Editorial()))
    assert _pages(corpus)["report/"].context["summary"] == (
        "In 3 texts, 1 question does not say who asks, 1 briefing has no date with a year and "
        "1 text was translated or rewritten by machine."
    )
    assert _pages(_case("plain-speech"))["report/"].context["summary"] == (
        "No doubts are known about 1 text."
    )


def test_a_place_in_doubt_leads_to_the_passage_and_the_line() -> None:
    page = _pages(_case("speech-that-may-be-none"))["report/"]
    (source,) = page.context["doubted"]
    first = source.doubts[0]
    assert first.passage_url == "briefings/2021-05-04-fish/#t3p1"
    assert first.line_url == "sources/a/#L12"
    text = render(page)
    assert "../briefings/2021-05-04-fish/#t3p1" in text
    assert "labels:&#10;  - &#123;line: 12, label: no&#125;" in text


def test_the_page_names_no_rule() -> None:
    """Running text is for readers; what an editor types is shown separately."""
    text = render(_pages(_case("speech-that-may-be-none"))["report/"])
    for word in ("label-inside", "unlabelled-answer", "near-name", "page-matter", "witness"):
        assert word not in text


def test_what_was_looked_at_is_not_shown_as_open() -> None:
    page = _pages(_case("doubts-looked-at"))["report/"].context
    assert [doubt.line for doubt in page["doubted"][0].doubts] == ["line 18"]
    assert page["looked_at"] == "Editors looked at 2 more places and left them as they were read."


def test_names_that_may_be_one_stand_with_their_pages() -> None:
    page = _pages(_case("outlets-that-look-like-one"))["report/"].context
    tass = page["clusters"][-1]
    assert (tass.url, [one.url for one in tass.others]) == (
        "outlets/tass/",
        ["outlets/tass-news-agency/", "outlets/the-tass/"],
    )


def test_who_checked_is_said_in_a_sentence() -> None:
    said = Check("ann", "Ann Clerk", "2021-06-01", "current")
    assert check_words(None) is None
    assert check_words(said) == "Structure checked against the source by Ann Clerk on 1 June 2021."
    assert check_words(replace(said, state="changed")) == (
        "Structure checked against the source by Ann Clerk on 1 June 2021; it has changed since."
    )


def test_a_check_is_told_on_the_pages_of_source_and_briefing() -> None:
    report = survey(CORPUS, Editorial())
    check = Check("ann", "Ann Clerk", "2021-06-01", "current")
    told = replace(
        report,
        sources=tuple(replace(one, check=check) for one in report.sources[:1]),
        briefings=tuple(replace(one, check=check) for one in report.briefings[:1]),
    )
    pages = _pages(replace(CORPUS, report=told))
    for url in ("sources/010/", f"briefings/{FISH}/"):
        assert "Structure checked against the source by Ann Clerk" in render(pages[url])
    assert "Structure checked" not in render(pages["sources/011/"])
    assert (
        pages["report/"].context["checked"]
        == "Editors have checked 1 of 1 text against the source."
    )


def test_the_report_as_data_keeps_to_its_schema() -> None:
    """Every kind of doubt and a cluster, against the published schema."""

    for name in ("doubts-looked-at", "outlets-that-look-like-one"):
        files = published_files(_case(name))
        report = json.loads(files["data/report.json"])
        jsonschema.validate(report, json.loads(files["data/schemas/report.schema.json"]))
        listed = json.loads(files["data/datapackage.json"])["resources"]
        assert "report.json" in [one["path"] for one in listed]
    assert [one["id"] for one in report["clusters"]] == [
        "harbour-times", "north-shore-broadcasting", "tass",
    ]  # fmt: skip
