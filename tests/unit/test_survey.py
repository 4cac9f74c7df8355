"""Test the report: doubtful passages of small texts, and names that may mean one person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from ruamel.yaml import YAML

from briefings.model import Checked, EditorEntry, Editorial, Outlet, Report, Where
from briefings.pipeline import gather
from briefings.problems import Problem, Problems
from briefings.survey import brief, full, survey
from briefings.survey.known import OneLetterOff

from .sample_corpus import CORPUS, EMPTY, FISH

CASES = sorted(path.parent for path in Path(__file__).parents[1].glob("cases/report/*/*.yml"))


def _report(folder: Path) -> Report:
    return gather(folder / "seeds", folder / "editorial", Problems()).report


@pytest.mark.parametrize("folder", CASES, ids=[one.name for one in CASES])
def test_what_is_doubted(folder: Path) -> None:
    expected: dict[str, Any] = YAML(typ="safe").load((folder / "expected.yml").read_text("utf-8"))
    clusters = expected.pop("clusters", None)
    report = _report(folder)
    assert {
        one.source: [
            {"line": doubt.line, "kind": doubt.kind}
            | ({"settled": doubt.settled} if doubt.settled else {})
            for doubt in one.doubts
        ]
        for one in report.sources
    } == expected
    if clusters is not None:
        assert [
            {"kind": one.kind, "id": one.id, "others": [other.id for other in one.others]}
            for one in report.clusters
        ] == clusters


def test_a_ruling_that_settles_a_doubt_need_not_change_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(CASES[0].parent / "doubts-looked-at")
    problems = Problems()
    gather(Path("seeds"), Path("editorial"), problems)
    assert [problem.rule for problem in problems if problem.path.startswith("editorial")] == []


def test_there_are_cases() -> None:
    assert len(CASES) == 6


def test_the_words_of_a_doubt_and_the_yaml_that_settles_it() -> None:
    (source,) = _report(CASES[0].parent / "speech-that-may-be-none").sources
    inside, answer, near, matter = source.doubts
    assert inside.words.startswith("… 12,000 fish in the bay, and 300 nets. Mr. Lindqvist: There")
    assert inside.settle == "labels:\n  - {line: 12, label: no}"
    assert answer.words.startswith("Let me answer that.")
    assert (
        near.text
        == "“Harbor News” differs by one letter from “Harbour News”, who speaks elsewhere."
    )
    assert near.settle == (
        "labels:\n  - {line: 22, label: yes, speaker: Harbour News, kind: outlet}"
    )
    assert matter.settle == "roles:\n  - {line: 26, role: boilerplate}"


def test_what_was_unsure_is_told_in_plain_words() -> None:
    path = "seeds/010_x.txt"
    problems = [
        Problem(path, 16, 1, "warning", "lost-asker", "a question without a label", "settle it"),
        Problem(path, 0, 0, "warning", "no-date", "no date", "set it"),
        Problem(path, 2, 1, "warning", "of-tomorrow", "something is odd: 'Ada Chair'", "look"),
        Problem(path, 3, 1, "error", "wrong", "an error is no doubt", "mend it"),
        Problem("seeds/other.txt", 3, 1, "warning", "lost-asker", "elsewhere", "settle it"),
    ]
    fish = next(one for one in survey(CORPUS, Editorial(), problems).sources if one.source == "010")
    assert [(one.kind, one.line, one.words, one.text) for one in fish.doubts] == [
        ("date", 0, "", "The text does not give the day of the event."),
        ("reading", 2, "Ada Chair", "Something is odd: 'Ada Chair'."),
        ("label", 16, "What about boats?", "This question does not say who asks."),
    ]
    assert fish.doubts[2].settle == "labels:\n  - {line: 16, label: no, kind: unknown}"
    assert fish.doubts[2].passage == "t6p1"


def test_lines_are_counted_by_role_and_those_who_are_not_named() -> None:
    fish = survey(CORPUS, Editorial()).sources[0]
    # By hand, from `sample_corpus`: ten passages, seven labels, one title, one page break.
    assert fish.lines == 19
    assert dict(fish.roles) == {"passage": 10, "label": 7, "title": 1, "boilerplate": 1}
    assert (fish.unnamed, fish.askers) == (1, 1)


def test_a_check_holds_until_bytes_or_structure_change() -> None:
    where = Where("x.yml", 1, 1)
    editors = (EditorEntry("ann", "Ann Clerk"),)
    state = survey(CORPUS, Editorial()).briefings[0].hash

    def checked(given: str | None, corpus: Any = CORPUS) -> Any:
        said = Editorial(
            editors=editors, checked={FISH: Checked("ann", "2021-06-01", given, where)}
        )
        return survey(corpus, said).briefings[0].check

    assert checked(state).state == "current"
    assert checked(state).name == "Ann Clerk"
    assert checked(None).state == "unstated"
    fish, *rest = CORPUS.briefings
    primary, *others = fish.witnesses

    def with_primary(**changed: Any) -> Any:
        witness = replace(primary, **changed)
        return replace(CORPUS, briefings=(replace(fish, witnesses=(witness, *others)), *rest))

    bytes_ = with_primary(source=replace(primary.source, sha256="cd" * 32))
    roles = with_primary(lines=primary.lines[1:])
    asked = replace(CORPUS, briefings=(replace(fish, exchanges=fish.exchanges[:1]), *rest))
    title = with_primary(title="Another title")
    assert [checked(state, one).state for one in (bytes_, roles, asked, title)] == [
        "changed", "changed", "changed", "current",
    ]  # fmt: skip


def test_a_checked_source_has_its_doubts_looked_at() -> None:
    folder = CASES[0].parent / "speech-that-may-be-none"
    corpus = gather(folder / "seeds", folder / "editorial", Problems())
    (briefing,) = corpus.briefings
    (witness,) = briefing.witnesses
    state = corpus.report.sources[0].hash
    check = Checked("ann", "2021-06-01", state, Where("x.yml", 1, 1))
    settings = replace(witness.settings, checked=check)
    seen = replace(
        corpus,
        briefings=(replace(briefing, witnesses=(replace(witness, settings=settings),)),),
    )
    (source,) = survey(seen, Editorial()).sources
    assert {doubt.settled for doubt in source.doubts} == {"check"}
    assert source.open == ()


def test_the_state_is_never_a_number_to_yaml() -> None:
    for one in survey(CORPUS, Editorial()).sources:
        assert isinstance(YAML(typ="safe").load(f"state: {one.hash}")["state"], str)


def test_the_yaml_of_a_merge_is_an_entry_with_counts_and_places() -> None:
    report = _report(CASES[0].parent / "outlets-that-look-like-one")
    tass = report.clusters[-1]
    assert tass.yaml == (
        "tass:  # 2 turns, in a\n"
        "  name: TASS\n"
        "  aliases:\n"
        "    - TASS News Agency  # tass-news-agency: 1 turn, in a\n"
        "    - The TASS  # the-tass: 1 turn, in a\n"
    )


def test_the_report_in_brief_and_in_full() -> None:
    assert brief(survey(EMPTY, Editorial())) == []
    report = _report(CASES[0].parent / "speech-that-may-be-none")
    assert brief(report) == [
        "In doubt: 4 places in 1 of 1 text (check --explain report)",
        "Names that look like another: 1 (merge-names)",
        "Checked against the source: 0 of 1 text",
    ]
    told = "\n".join(full(report))
    for doubt in report.sources[0].doubts:
        assert doubt.text in told
    assert f"the state to write: {report.sources[0].hash}" in told
    assert "  |     - Harbor News  # harbor-news: 1 turn, in a" in told


@given(st.lists(st.text("ab1 ", max_size=6), unique=True, max_size=12))
def test_one_letter_off_is_what_holding_each_against_each_finds(texts: list[str]) -> None:
    alike = OneLetterOff(texts)
    for text in texts:
        assert alike.of(text) == {other for other in texts if OSA.distance(text, other) == 1}


NAMES = st.lists(st.text("Aa Nn1-2.’é", min_size=1, max_size=14), unique=True, max_size=8)


@given(NAMES)
def test_no_two_names_with_other_digits_are_alike(names: list[str]) -> None:
    outlets = tuple(Outlet(f"o{n}", name, (), ()) for n, name in enumerate(names))
    for cluster in survey(replace(EMPTY, outlets=outlets), Editorial()).clusters:
        alike = [cluster.name, *(other.name for other in cluster.others)]
        digits = [[c for c in name if c.isdigit()] for name in alike]
        assert all(one == digits[0] for one in digits)
