"""Figures, indicators and discrepancies as files: valid, and true to the texts they point into."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest

from briefings.editorial import load
from briefings.extract.figures import explain, figures, refused
from briefings.model import Corpus, Editorial
from briefings.model.figures import Figure, Indicator
from briefings.problems import Problems
from briefings.publish import figures as publish
from briefings.publish import indicators as published
from briefings.publish.named_texts import NamedTexts
from tests.command import FIVE
from tests.gathered import five

from .measuring import crosschecks, indicators


@cache
def found() -> tuple[Figure, ...]:
    return figures(five())


@cache
def written() -> Editorial:
    return load(FIVE / "editorial", Problems())


@cache
def observed() -> tuple[Indicator, ...]:
    return indicators(found(), written(), Problems())


@cache
def corpus() -> Corpus:
    return replace(five(), figures=found(), indicators=observed())


@cache
def rows() -> list[dict[str, Any]]:
    return list(publish.figures_data(found(), observed(), named()))


@cache
def named() -> NamedTexts:
    return NamedTexts(five().briefings)


@cache
def texts() -> dict[tuple[str, str], str]:
    return {
        (witness.source.id, passage.id): passage.text
        for briefing in five().briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    }


@pytest.mark.parametrize("name", ["figures", "indicators", "observations", "discrepancies"])
def test_the_records_have_their_published_shape(name: str) -> None:
    shape, records = {
        "figures": (publish.FIGURE, rows()),
        "indicators": (published.INDICATOR, published.indicators_data(observed())),
        "observations": (
            published.OBSERVATION, list(published.observations_data(corpus(), named())),
        ),
        "discrepancies": (
            publish.DISCREPANCY,
            publish.discrepancies_data(crosschecks(found(), written()), named()),
        ),
    }[name]  # fmt: skip
    assert records
    validator = jsonschema.Draft202012Validator(shape)
    for record in records:
        validator.validate(record)


def test_every_place_holds_the_quote() -> None:
    for row in rows():
        for place in (row, *row["also"]):
            text = texts()[place["source"], place["passage"]]
            assert text[place["start"] : place["end"]] == row["quote"], row["id"]


def test_ids_are_unique_and_observations_lead_to_them() -> None:
    ids = [row["id"] for row in rows()]
    assert len(set(ids)) == len(ids)
    for indicator in published.indicators_data(observed()):
        assert {one["figure"] for one in indicator["observations"]} <= set(ids)
    assert ids[0] == "2022-07-25-t2p2-f1"


def test_the_table_says_the_same_as_the_records() -> None:
    table = list(csv.DictReader(io.StringIO("".join(publish.figures_csv(rows())), newline="")))
    assert len(table) == len(rows())
    for line, row in zip(table, rows(), strict=True):
        assert tuple(line) == publish.COLUMNS
        assert (line["quote"], line["unit"], line["subject"]) == (
            row["quote"], row["unit"], row["subject"],
        )  # fmt: skip
        assert float(line["value"]) == row["value"]
        assert (int(line["line"]), int(line["start"])) == (row["line"], row["start"])


def test_observations_have_their_variants_right_behind_them() -> None:
    text = "".join(published.observations_csv(published.observations_data(corpus(), named())))
    table = list(csv.DictReader(io.StringIO(text, newline="")))
    thefts = [line for line in table if line["indicator"] == "theft-change"]
    assert [
        (line["source"], line["quote"], line["variant"], line["differs"], line["base"])
        for line in thefts
    ] == [("000", "62.6%", "False", "", "2012"), ("003", "96.1%", "True", "value", "2012")]
    assert [
        (line["text_name"], line["publisher"], line["quality"], line["primary"]) for line in thefts
    ] == [
        ("Transcript, Publicity Department, 25 July 2022", "", "official-translation", "True"),
        ("Guangming Daily, 26 July 2022", "Guangming Daily", "rewritten", "False"),
    ]
    assert len({line["observation"] for line in thefts}) == 1
    assert len({line["figure"] for line in table}) == len(table)
    sense = [line for line in table if line["indicator"] == "sense-of-security"]
    assert [(line["start"], line["end"], line["comparable"]) for line in sense] == [
        ("2012-01-01", "2012-12-31", "True"), ("2012-01-01", "2012-12-31", "False"),
        ("2021-01-01", "2021-12-31", "True"), ("2021-01-01", "2021-12-31", "False"),
    ]  # fmt: skip
    tables = dict(published.indicator_tables(observed(), {one.id: one for one in found()}, named()))
    own = tables["indicators/theft-change/numbers.csv"].splitlines()
    assert len(own) == 3
    assert all(line in text for line in own)


def test_a_cell_is_no_formula() -> None:
    first = found()[0]
    label = replace(first, speaker_name="=HYPERLINK()")
    told = "".join(publish.figures_csv(publish.figures_data([label], (), named())))
    assert "'=HYPERLINK()" in told
    assert ",=," in told


def test_a_statement_that_a_witness_repeats_is_one_with_two_places() -> None:
    row = next(row for row in rows() if row["quote"] == "1,169")
    assert (row["source"], [place["source"] for place in row["also"]]) == ("002", ["001"])
    assert sum(one["quote"] == "1,169" for one in rows()) == 1


def test_a_paragraph_printed_twice_is_one_statement() -> None:
    row = next(row for row in rows() if row["quote"] == "six consecutive years")
    assert [place["line"] for place in (row, *row["also"])] == [3, 13]


@pytest.mark.parametrize(
    ("source", "quote", "speaker", "mode"),
    [
        ("000", "49,000", "liu-zhongyi", "direct"),
        ("002", "45 consecutive months", "wang-zhizhong", "direct"),
        ("003", "5,026", "qiu-baoli", "direct"),
        ("003", "98.62%", "sun-maoli", "reported"),
        ("003", "five consecutive years", "wang-yingwei", "reported"),
        ("003", "162,000", None, "reported"),
        ("004", "3,049", None, "reported"),
    ],
)
def test_who_states_a_figure(source: str, quote: str, speaker: str | None, mode: str) -> None:
    row = next(row for row in rows() if (row["source"], row["quote"]) == (source, quote))
    assert (row["speaker"], row["reported"]) == (speaker, mode)


def test_a_campaign_spoken_of_before_dates_what_it_did() -> None:
    row = next(row for row in rows() if row["id"] == "2022-07-25-t6p2-f1")
    assert (row["period"], row["period_start"]) == (
        "since the campaign started (2018)",
        "2018-01-01",
    )


def test_every_number_is_explained() -> None:
    told = list(explain(five()))
    places = sum(len(figure.places) for figure in found())
    assert len(told) == places + len(refused(five()))
    assert any("'110' is no figure: name" in line for line in told)
    assert any("'45 consecutive months' = 45 months duration" in line for line in told)
