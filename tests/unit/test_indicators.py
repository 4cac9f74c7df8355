"""Test indicators and cross-checks on the real corpus: what belongs together, and what does not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefings.editorial import load
from briefings.extract.figures import extract, figures
from briefings.model import DiscrepancyEntry, Editorial, Place
from briefings.model.figures import Discrepancy, Figure, FigureContext, Indicator
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.relate.compare.ruled import rule_on
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
def records() -> tuple[Discrepancy, ...]:
    return crosschecks(found(), written())


def quotes(indicator: str) -> list[tuple[str, str]]:
    by_id = {figure.id: figure for figure in found()}
    one = next(one for one in observed() if one.id == indicator)
    return [(by_id[o.figure].place.source, by_id[o.figure].stated.quote) for o in one.observations]


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("homicide-clearance-rate", [("000", "99%"), ("002", "99.9%")]),
        ("law-enforcement-centres", [("000", "2,994"), ("004", "3,049")]),
        ("law-enforcement-centres-completion", [("000", "97.4%"), ("004", "99.3%")]),
        ("officers-basic-qualification",
         [("000", "1.9 million"), ("004", "1.9 million")]),
        # what the article says of the same thefts is a variant of the transcript's number
        ("theft-change", [("000", "62.6%")]),
        ("smart-communities", [("000", "256,000")]),
        ("cybercrime-cases", [("000", "255,000"), ("004", "83,000"), ("002", "55,000")]),
        ("auxiliary-police-killed", [("004", "179")]),
        ("auxiliary-police-injured", [("004", "3,470")]),
        ("medicine-crime-cases", [("002", "4,600")]),
        ("medicine-cases-supervised", [("002", "55")]),
        ("gang-groups", [("000", "16,600")]),
        ("gang-organizations", [("000", "249")]),
        ("traffic-accidents-change", [("002", "9.8%")]),
        ("accidents-with-three-deaths-change", [("000", "59.3%")]),
        ("criminal-cases-change", [("002", "1.2%")]),
        ("registered-crime-change", [("000", "64.4%")]),
        ("disputes-resolved", [("000", "6.05 million"), ("002", "6 million")]),
        ("fengqiao-stations", [("002", "1,313")]),
        ("motor-vehicles", [("000", "406 million"), ("004", "417 million")]),
        ("months-without-major-accidents",
         [("000", "33 consecutive months"), ("002", "45 consecutive months")]),
        ("years-without-terrorist-incidents",
         [("000", "five consecutive years"), ("004", "six consecutive years")]),
        ("telecom-fraud-cases", [("004", "391,000"), ("002", "689,000")]),
        ("summer-campaign-cases", [("000", "49,000"), ("004", "640,000"), ("002", "566,000")]),
        ("police-killed", [("000", "3,700"), ("004", "308")]),
        ("economic-losses-recovered",
         [("000", "477.46 billion yuan"), ("002", "18.37 billion yuan")]),
    ],
)  # fmt: skip
def test_an_indicator_observes_what_a_reader_puts_under_it(
    indicator: str, expected: list[tuple[str, str]]
) -> None:
    assert quotes(indicator) == expected


def test_a_figure_observes_one_indicator_at_most_and_hands_assign_few() -> None:
    problems = Problems()
    made = indicators(found(), written(), problems)
    assert [str(problem) for problem in problems] == []
    assert len(made) >= 30
    every = [observation for one in made for observation in one.observations]
    figures = [id_ for one in made for id_ in one.figures]
    assert len(set(figures)) == len(figures)
    assert sum(o.by == "editor" for o in every) <= len(every) / 10


def test_a_figure_that_fits_two_indicators_is_told() -> None:
    problems = Problems()
    entries = written().indicators
    twice = replace(entries[0], id="again")
    indicators(found(), replace(written(), indicators=(*entries, twice)), problems)
    assert {problem.rule for problem in problems} == {"doubtful-indicator"}


def test_whole_years_and_running_totals_are_no_series() -> None:
    one = next(one for one in observed() if one.id == "cybercrime-cases")
    assert [o.series for o in one.observations] == [
        "running total since 2017", "as of a day", "no period stated",
    ]  # fmt: skip
    assert [series.comparable for series in one.series] == [False, False, False]


# Read in the sources: two or more numbers of one measure, of days or of equal periods.
COMPARABLE = {
    "sense-of-security": ["87.55%", "98.62%"],
    "law-enforcement-centres": ["2,994", "3,049"],
    "law-enforcement-centres-completion": ["97.4%", "99.3%"],
    "officers-basic-qualification": ["1.9 million", "1.9 million"],
    "officers-advanced-qualification": ["60,000", "60,000"],
    "motor-vehicles": ["406 million", "417 million"],
    "months-without-major-accidents": ["33 consecutive months", "45 consecutive months"],
    "major-traffic-accidents": ["25", "four"],
    "years-without-terrorist-incidents": ["five consecutive years", "six consecutive years"],
    "street-police-posts": ["21,000", "21,000"],
}


def test_what_may_be_compared_is_what_a_statistician_would_set_side_by_side() -> None:
    by_id = {figure.id: figure for figure in found()}
    told = {
        one.id: [by_id[id_].stated.quote for id_ in series.figures]
        for one in observed()
        for series in one.series
        if series.comparable
    }
    assert told == COMPARABLE
    assert {one.id for one in observed() if one.comparable} == set(COMPARABLE)


@pytest.mark.parametrize(
    ("indicator", "why"),
    [
        ("homicide-clearance-rate",
         "These numbers do not say which time they cover, so they cannot be compared."),
        ("police-killed",
         "These numbers cover different times (past decade; 2022), so they cannot be compared."),
        ("economic-crime-cases",
         "These numbers cover different times (since 2013; January to September 2023), so they"
         " cannot be compared."),
        ("drivers", "It is stated at one briefing only, so there is nothing to compare it with."),
    ],
)  # fmt: skip
def test_the_reason_is_told_in_a_sentence(indicator: str, why: str) -> None:
    assert next(one.why for one in observed() if one.id == indicator) == why


def test_the_texts_of_an_event_that_contradict_are_one_observation() -> None:
    by_id = {figure.id: figure for figure in found()}
    [observation] = next(one for one in observed() if one.id == "theft-change").observations
    [variant] = observation.variants
    other = by_id[variant.figure]
    assert (other.place.source, other.stated.quote) == ("003", "96.1%")
    assert variant.differs == ("value",)
    since = next(one for one in observed() if one.id == "cybercrime-suspects").observations[0]
    assert [one.differs for one in since.variants] == [("period",), ("period",)]


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("other-period", {"255,000"}),
        ("other-value", {"62.6%", "96.1%"}),
        ("other-comparator", {"1.9 million"}),
        ("remained-at-other-value", {"99%", "99.9%"}),
        ("implied-start", {"33 consecutive months", "45 consecutive months"}),
        ("implied-whole", {"2,994", "97.4%", "3,049", "99.3%"}),
        ("stock-and-change", {"406 million", "417 million", "21.29 million"}),
    ],
)
def test_rules_find_what_is_worth_holding_together(rule: str, values: set[str]) -> None:
    by_id = {figure.id: figure for figure in found()}
    told = [
        {by_id[id_].stated.quote for id_ in one.figures}
        for one in records()
        if one.found_by == rule
    ]
    assert values in told


def test_six_of_the_seven_are_found_without_any_editorial_file(tmp_path: Path) -> None:
    bare = figures(gather(FIVE / "seeds", tmp_path, Problems()))
    assert {one.found_by for one in crosschecks(bare)} >= {
        "other-period", "other-value", "other-comparator", "remained-at-other-value",
        "implied-start", "implied-whole",
    }  # fmt: skip


def test_coincidences_are_not_linked() -> None:
    by_id = {figure.id: figure for figure in found()}
    linked = [[by_id[id_].stated.quote for id_ in one.figures] for one in records()]
    for one in observed():
        linked.append([by_id[o.figure].stated.quote for o in one.observations])
        assert [by_id[o.figure].stated.quote for o in one.observations].count("64.4%") < 2
    assert not any(held.count("64.4%") > 1 for held in linked)
    assert not any({"55,000", "255,000"} <= set(held) for held in linked[: len(records())])


def test_no_record_judges() -> None:
    for one in records():
        said = f"{one.text} {one.basis}".lower()
        for word in ("error", "wrong", "false", "contradict", "mistake", "incorrect", "lie"):
            assert f" {word}" not in said


def figure(id_: str, date: str, text: str) -> Figure:
    stated = extract(text, FigureContext(date)).figures[0]
    place = Place(f"{date}-x", id_, "t1p1", 1, stated.start, stated.end)
    return Figure(id_, (place,), stated, text, date, None, None, "direct")


def test_a_streak_that_goes_on_is_no_record() -> None:
    one = figure("a", "2024-01-10", "There have been no serious floods for 10 consecutive months.")
    same = figure("b", "2024-06-10", "There have been no serious floods for 15 consecutive months.")
    other = figure(
        "c", "2024-06-10", "There have been no serious floods for 30 consecutive months."
    )
    anew = figure("d", "2026-06-10", "There have been no serious floods for 3 consecutive months.")
    assert crosschecks((one, same)) == ()
    assert crosschecks((one, anew)) == ()
    assert [r.found_by for r in crosschecks((one, other))] == ["implied-start"]


def test_editors_confirm_reword_dismiss_and_add() -> None:
    where = written().indicators[0].where
    first, second, third = records()[:3]
    editorial = replace(
        written(),
        discrepancies=(
            DiscrepancyEntry(first.id, "confirmed", where),
            DiscrepancyEntry(second.id, "reworded", where, text="Said otherwise."),
            DiscrepancyEntry(third.id, "dismissed", where, basis="Two things."),
            DiscrepancyEntry("ours", "added", where, "A.", "B.", "name", ("000:57",)),
            DiscrepancyEntry("nowhere", "confirmed", where),
        ),
    )
    problems = Problems()
    ruled = rule_on(records(), five(), editorial, problems)
    assert [one.status for one in ruled[:3]] == ["confirmed", "reworded", "dismissed"]
    assert (ruled[0].text, ruled[1].text) == (first.text, "Said otherwise.")
    assert ruled[2].basis == "Two things."
    assert (ruled[-1].found_by, ruled[-1].status) == ("editors", "added")
    assert [place.passage for place in ruled[-1].passages] == ["t2p2"]
    assert [problem.rule for problem in problems] == ["discrepancy"]


def test_a_figure_that_says_other_words_than_the_editor_quotes_is_an_error() -> None:
    """An id that shifted showed 600 million people where 6 billion yuan were meant."""
    people = figure("f1", "2021-01-10", "Some 600 million people came.")
    money = replace(figure("f2", "2021-01-10", "It cost 6 billion yuan."), places=people.places)
    entry = replace(
        written().indicators[0],
        figures=("f1",),
        quotes=(("f1", "6 billion yuan", written().indicators[0].where),),
    )
    editorial = replace(written(), indicators=(entry,))
    problems = Problems()
    indicators((people, money), editorial, problems)
    [problem] = problems
    assert (problem.severity, problem.rule) == ("error", "other-figure")
    assert "f2" in problem.hint
    right = replace(entry, figures=("f2",), quotes=(("f2", "6 billion yuan", entry.where),))
    problems = Problems()
    indicators((people, money), replace(written(), indicators=(right,)), problems)
    assert list(problems) == []


def test_an_assignment_that_names_no_figure_is_told_with_its_line() -> None:
    problems = Problems()
    entry = replace(written().indicators[0], figures=("2022-07-25-t99p9-f9",))
    indicators(found(), replace(written(), indicators=(entry,)), problems)
    assert [(p.rule, p.path, p.line > 0) for p in problems] == [
        ("unknown-figure", entry.where.path, True)
    ]


@pytest.mark.parametrize(
    ("ruling", "rule"),
    [
        ("status: added\n  text: A sentence.\n", "incomplete-discrepancy"),
        ("status: reworded\n", "incomplete-discrepancy"),
        ("status: found\n", "ruling-without-meaning"),
    ],
)
def test_a_ruling_that_says_too_little_is_told(tmp_path: Path, ruling: str, rule: str) -> None:
    (tmp_path / "discrepancies.yml").write_text(f"some-record:\n  {ruling}", encoding="utf-8")
    problems = Problems()
    load(tmp_path, problems)
    assert [(p.rule, p.line) for p in problems] == [(rule, 2)]
