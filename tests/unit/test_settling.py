"""Test that editorial decisions take effect, and that those that cannot are reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.model import Corpus
from briefings.pipeline import gather
from briefings.problems import Problems
from tests.command import ROOT

CASES = ROOT / "tests" / "cases" / "warnings"


def _settled(case: str) -> Corpus:
    problems = Problems()
    corpus = gather(CASES / case / "seeds", CASES / case / "settled", problems)
    assert list(problems) == []
    return corpus


def _with(case: str, tmp_path: Path, settings: str) -> list[str]:
    """The problems of a case's seeds with this `sources/1.yml`."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "1.yml").write_text(settings, "utf-8")
    problems = Problems()
    gather(CASES / case / "seeds", tmp_path, problems)
    return [str(one) for one in problems]


def _mentioned(corpus: Corpus) -> dict[str, list[tuple[int, str]]]:
    texts = {p.id: p.text for b in corpus.briefings for w in b.witnesses for p in w.passages}
    return {
        person.id: [
            (place.line, texts[place.passage or ""][place.start : place.end])
            for place in person.mentions
        ]
        for person in corpus.people
    }


def test_a_stray_line_that_is_a_passage_is_put_in_as_what_was_said() -> None:
    (briefing,) = _settled("stray-line.passage").briefings
    first = briefing.primary.turns[0]
    assert (first.id, first.speaker.kind) == ("t1", "unknown")
    assert [(one.line, one.text) for one in first.passages] == [(5, "Hello harbours")]
    assert [line.role for line in briefing.primary.lines if line.n == 5] == ["passage"]


def test_a_stray_line_keeps_the_role_that_it_is_given() -> None:
    (briefing,) = _settled("stray-line").briefings
    roles = {line.n: line.role for line in briefing.primary.lines}
    assert (roles[5], roles[7]) == ("boilerplate", "heading")


def test_a_name_leads_to_the_person_it_is_settled_on() -> None:
    assert _mentioned(_settled("ambiguous-name")) == {
        "ada-chair": [],
        "al-fisher": [],
        "bo-fisher": [(17, "Mr. Fisher")],
    }


def test_a_name_that_nobody_can_tell_leads_nowhere() -> None:
    assert set(map(tuple, _mentioned(_settled("ambiguous-name.unknown")).values())) == {()}


def test_a_name_settled_on_nobody_there_is_an_error(tmp_path: Path) -> None:
    told = _with(
        "ambiguous-name", tmp_path, "names:\n  - {line: 17, name: Mr. Fisher, person: bo-fischer}\n"
    )
    errors = [line for line in told if ": error: " in line]
    assert len(errors) == 1
    assert "sources/1.yml:2:5: error: there is no person 'bo-fischer'" in errors[0]


def test_a_day_that_cannot_be_known_overrules_one_that_is_printed(tmp_path: Path) -> None:
    told = _with("label-typo", tmp_path, "date: unknown\nlabels:\n  - {line: 25, label: yes}\n")
    assert told == []
    corpus = gather(CASES / "label-typo" / "seeds", tmp_path, Problems())
    assert [one.date for one in corpus.briefings] == [None]
    assert corpus.briefings[0].slug.startswith("undated-")


def test_a_file_is_read_in_the_encoding_that_is_named() -> None:
    (briefing,) = _settled("encoding").briefings
    assert any(passage.text.startswith("At 渔港 we") for passage in briefing.primary.passages)


def test_a_text_file_in_another_encoding_is_read_once_it_is_named(tmp_path: Path) -> None:
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    (editorial / "sources").mkdir(parents=True)
    seeds.mkdir()
    text = (CASES / "no-sums" / "seeds" / "1_sea.txt").read_text("utf-8")
    (seeds / "1_sea.txt").write_bytes(text.replace("We", "渔港: we").encode("gb18030"))
    problems = Problems()
    gather(seeds, editorial, problems)
    (error,) = [one for one in problems.errors if one.path.endswith("1_sea.txt")]
    assert (error.rule, error.line) == ("encoding", 19)
    assert "`encoding`" in error.hint
    (editorial / "sources" / "1.yml").write_text("encoding: GB18030\n", "utf-8")
    problems = Problems()
    (briefing,) = gather(seeds, editorial, problems).briefings
    assert not problems.errors
    assert any("渔港" in passage.text for passage in briefing.primary.passages)


def test_bytes_that_are_none_of_the_encoding_named_are_told(tmp_path: Path) -> None:
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    (editorial / "sources").mkdir(parents=True)
    seeds.mkdir()
    (seeds / "1_sea.txt").write_bytes(b"Harbours\n\nThe caf\xe9 is open.\n")
    (editorial / "sources" / "1.yml").write_text("encoding: ascii\n", "utf-8")
    problems = Problems()
    gather(seeds, editorial, problems)
    (error,) = [one for one in problems.errors if one.path.endswith("1_sea.txt")]
    assert (error.rule, error.line, error.column) == ("encoding", 3, 8)
    assert "byte 0xe9" in error.message


@pytest.mark.parametrize("name", ["latin-9000", "undefined", "rot13", "zip", "a b", "\\0"])
def test_what_is_no_encoding_of_text_is_refused(name: str, tmp_path: Path) -> None:
    told = _with("no-labels", tmp_path, f'kind: article\nencoding: "{name}"\n')
    assert len([line for line in told if "sources/1.yml:2:11: error: " in line]) == 1


def test_a_ruling_on_a_part_leaves_the_rest_of_its_line_alone() -> None:
    """The whole page is line 1; only "Sea Wall" is ruled to be no label."""
    (briefing,) = _settled("unsure-label.one-line-page").briefings
    labels = [turn.speaker.label for turn in briefing.primary.turns]
    assert labels == ["Ada Chair", "Bo Fisher", "Daily Net", "Bo Fisher", "Ada Chair"]
    said = [passage.text for passage in briefing.primary.turns[3].passages]
    assert said == ["There are 3,000 boats.", "Sea Wall: it was built by hand."]


def test_a_role_of_a_part_leaves_the_rest_of_its_line_alone() -> None:
    (briefing,) = _settled("stray-line.one-line-page").briefings
    assert len(briefing.primary.turns) == 5
    (line,) = briefing.primary.lines
    roles = [part.role for part in line.parts]
    # Title, dateline, the line left out; the lists; then labels and passages in turn.
    assert roles[:3] == ["title", "dateline", "boilerplate"]
    assert roles[-2:] == ["label", "passage"]


def test_a_warning_on_a_shared_line_names_the_key_that_tells_its_parts_apart() -> None:
    for case in ("unsure-label", "stray-line", "label-typo", "empty-turn", "ambiguous-name"):
        problems = Problems()
        gather(CASES / f"{case}.one-line-page" / "seeds", CASES / "none", problems)
        assert ["`begins`" in one.hint for one in problems] == [True], case
        problems = Problems()
        gather(CASES / case / "seeds", CASES / "none", problems)
        assert not ["`begins`" for one in problems if "`begins`" in one.hint], case
