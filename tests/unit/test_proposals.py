"""Test `propose`: its proposals for texts written for the test, and the effect of each."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from briefings import editorial as editorial_stage
from briefings.pipeline import Options
from briefings.problems import Problems
from briefings.proposals import KINDS, Kind, propose
from tests.command import FIVE, run

CASES = Path(__file__).parents[1] / "cases" / "proposals"
FILES: dict[Kind, str] = {
    "topics": "topics.yml", "terms": "glossary.yml", "indicators": "indicators.yml",
}  # fmt: skip


def _lines(kind: Kind, seeds: Path, editorial: Path, to: Path | None = None) -> list[str]:
    problems = Problems()
    lines = propose(kind, Options(seeds, editorial, seeds.parent / "site"), problems, to)
    assert not problems.errors, problems.errors
    return lines


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The texts on the harbour, in a place of their own."""
    shutil.copytree(CASES / "harbour" / "seeds", tmp_path / "seeds")
    return tmp_path / "seeds"


def _named(lines: list[str]) -> list[str]:
    return [line[:-1] for line in lines if re.match(r"[a-z]", line)]


def _entry(lines: list[str], id_: str) -> list[str]:
    """The lines of an entry with the comments above it."""
    at = lines.index(f"{id_}:")
    first = max(n for n in range(at) if not lines[n]) + 1
    blank = next((n for n in range(at, len(lines)) if not lines[n]), len(lines))
    return lines[first:blank]


def test_a_topic_has_what_speaks_for_it_above_it(seeds: Path, tmp_path: Path) -> None:
    lines = _lines("topics", seeds, tmp_path / "editorial")
    assert sorted(_named(lines)) == ["ghost-nets", "plastic-waste"]
    assert _entry(lines, "ghost-nets") == [
        "# 2 questions in 2 briefings",
        "#   000:13  How many ghost nets are still in the bay, and who pays for …",
        "#   001:13  Have the ghost nets been found?",
        "ghost-nets:",
        "  title: Ghost nets",
        "  description: 'Questions and passages that speak of “ghost nets”.'",
        "  words:",
        "    - ghost nets",
    ]


def test_names_quotations_and_phrases_are_terms_without_a_definition(
    seeds: Path, tmp_path: Path
) -> None:
    lines = _lines("terms", seeds, tmp_path / "editorial")
    assert sorted(_named(lines)) == [
        "clean-coast-plan", "coast-guards-of-the-future", "ghost-nets", "plastic-waste",
        "world-fishing-union",
    ]  # fmt: skip
    union = _entry(lines, "world-fishing-union")
    assert union[0] == "# 2 times in 2 briefings, as a name or in quotation marks"
    assert union[3:8] == [
        "world-fishing-union:",
        "  term: World Fishing Union",
        "  kind: organization",
        "  renderings:",
        "    - WFU",
    ]
    assert [line.partition("#")[0].rstrip() for line in union[8:]] == ["  definition:", "  basis:"]


def test_figures_of_one_subject_in_two_years_are_an_indicator(seeds: Path, tmp_path: Path) -> None:
    lines = _lines("indicators", seeds, tmp_path / "editorial")
    assert _named(lines) == ["fishing-nets-mended"]
    assert _entry(lines, "fishing-nets-mended")[:6] == [
        "# 2 figures in 2 briefings, of 2 periods",
        "#   000:7  1,200 (2020): fishing nets mended",
        "#   001:7  1,500 (2021): fishing nets mended",
        "fishing-nets-mended:",
        "  title: Fishing nets mended",
        "  kind: flow",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_what_editors_have_is_not_proposed_again(kind: Kind, seeds: Path, tmp_path: Path) -> None:
    editorial = tmp_path / "editorial"
    shutil.copytree(CASES / "all-covered" / "editorial", editorial)
    assert _named(_lines(kind, seeds, editorial)) == []


def test_a_german_compound_is_a_topic_by_its_capital(tmp_path: Path) -> None:
    shutil.copytree(CASES / "german" / "seeds", tmp_path / "seeds")
    lines = _lines("topics", tmp_path / "seeds", tmp_path / "editorial")
    assert "  title: Plastikmüll" in lines
    assert "    - Plastikmüll" in lines
    assert not any("Guten Tag" in line for line in _lines("terms", tmp_path / "seeds", tmp_path))


@pytest.mark.parametrize("kind", KINDS)
def test_one_text_has_no_topics_and_no_indicators(kind: Kind, seeds: Path, tmp_path: Path) -> None:
    (seeds / "001_june.txt").unlink()
    lines = _lines(kind, seeds, tmp_path / "editorial")
    if kind == "terms":
        assert _named(lines) == ["clean-coast-plan", "plastic-waste"]
    else:
        assert _named(lines) == []
        assert "There is nothing to propose" in lines[1]
        assert YAML(typ="safe").load("\n".join(lines)) is None


def test_without_texts_there_is_nothing_to_propose(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    problems = Problems()
    options = Options(tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site")
    assert not _named(propose("topics", options, problems, None))


@pytest.mark.parametrize("kind", ["topics", "indicators"])
def test_what_is_proposed_can_be_saved_as_it_is(kind: Kind, seeds: Path, tmp_path: Path) -> None:
    editorial = tmp_path / "editorial"
    assert _lines(kind, seeds, editorial, editorial / FILES[kind]) == []
    found = Problems()
    editorial_stage.load(editorial, found)
    assert not len(found)
    assert _named(_lines(kind, seeds, editorial)) == []  # all of it is there now


def test_a_term_that_nobody_has_defined_does_not_pass(seeds: Path, tmp_path: Path) -> None:
    editorial = tmp_path / "editorial"
    _lines("terms", seeds, editorial, editorial / "glossary.yml")
    found = Problems()
    editorial_stage.load(editorial, found)
    assert {problem.rule for problem in found} == {"not-explained"}
    assert len(found) == 5


def test_every_value_is_read_as_the_text_that_it_is(tmp_path: Path) -> None:
    """The proposals for the five texts contain percent signs, apostrophes and colons."""
    bare = tmp_path / "editorial"
    shutil.copytree(FIVE / "editorial" / "sources", bare / "sources")
    for kind in ("topics", "indicators"):
        _lines(kind, FIVE / "seeds", bare, bare / FILES[kind])
    found = Problems()
    loaded = editorial_stage.load(bare, found)
    assert not len(found)
    assert "law enforcement" in {word for topic in loaded.topics for word in topic.words}
    assert {"%", "CNY"} <= {unit for one in loaded.indicators for unit in one.units}


def test_the_command_prints_or_writes_and_never_over_a_file(seeds: Path, tmp_path: Path) -> None:
    editorial, to = tmp_path / "editorial", tmp_path / "new" / "topics.yml"
    folders = ("--seeds", seeds, "--editorial", editorial)
    printed = run("propose", "topics", *folders)
    assert printed.code == 0
    assert "plastic-waste:" in printed.out.splitlines()
    assert run("propose", "topics", "--to", to, *folders).out == ""
    assert to.read_text("utf-8") == printed.out
    assert not editorial.exists()
    again = run("propose", "topics", "--to", to, *folders)
    assert again.code == 1
    assert "already exists" in again.err
    assert to.read_text("utf-8") == printed.out


def test_a_mistake_of_editors_is_told_and_nothing_proposed(seeds: Path, tmp_path: Path) -> None:
    shutil.copytree(CASES / "broken" / "editorial", tmp_path / "editorial")
    done = run("propose", "topics", "--seeds", seeds, "--editorial", tmp_path / "editorial")
    assert done.code == 1
    assert done.out == ""
    assert "topics.yml:3:3: error: unknown key 'descripton'" in done.err
