"""Test the messages for editors, and their order."""

from __future__ import annotations

import pytest

from briefings.problems import Problem, Problems, marks, on_github

ONE = Problem("seeds/a.txt", 4, 7, "warning", "odd-label", "this may be a label", "settle it")


def test_a_problem_is_one_line_with_its_place() -> None:
    assert str(ONE) == ("seeds/a.txt:4:7: warning: this may be a label (settle it) [odd-label]")


def test_a_whole_file_has_no_line() -> None:
    whole = Problem("seeds/a.txt", 0, 0, "error", "empty", "the file is empty", "delete it")
    assert str(whole) == "seeds/a.txt: error: the file is empty (delete it) [empty]"
    assert whole.github() == "::error file=seeds/a.txt::the file is empty (delete it)"


def test_a_workflow_command_is_escaped() -> None:
    odd = Problem("seeds/a,b:c.txt", 1, 0, "error", "r", "100%\nwrong", "see: a, b")
    assert odd.github() == (
        "::error file=seeds/a%2Cb%3Ac.txt,line=1,col=1::100%25%0Awrong (see: a, b)"
    )


def test_problems_are_sorted_by_place_and_told_once() -> None:
    problems = Problems()
    problems.warning("r", "b.yml", "later file", "hint", 1)
    problems.error("r", "a.yml", "line ten", "hint", 10)
    problems.error("r", "a.yml", "line two", "hint", 2)
    problems.error("r", "a.yml", "line two", "hint", 2)
    assert [one.message for one in problems] == ["line two", "line ten", "later file"]
    assert len(problems) == 3
    assert len(problems.errors) == 2
    assert [one.path for one in problems.warnings] == ["b.yml"]


def test_problems_of_two_runs_join() -> None:
    first, second = Problems(), Problems()
    second.warning("r", "b.yml", "m", "h")
    first.extend(second)
    assert list(first) == list(second)


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("", False)])
def test_github_is_recognised(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert on_github() is expected


def test_a_problem_stays_on_one_line_whatever_it_quotes() -> None:
    """A separate line could be a command to GitHub or to a terminal."""
    odd = Problem("seeds/a\n::error::x.txt", 1, 1, "error", "r", "'\x1b[2J\u2028é\xa0'", "\r::x")
    assert str(odd) == ("seeds/a\\n::error::x.txt:1:1: error: '\\x1b[2J\\u2028é\xa0' (\\r::x) [r]")


def test_github_is_told_as_much_as_it_shows_errors_first() -> None:
    problems = Problems()
    for n in range(1, 13):
        problems.warning("r", "a.yml", "odd", "hint", n)
        problems.error("r", "b.yml", "wrong", "hint", n)
    told = list(marks(problems))
    assert [one.split(" ")[0] for one in told] == [
        *["::error"] * 10, *["::warning"] * 10, "::notice::4",
    ]  # fmt: skip
    assert told[0] == "::error file=b.yml,line=1,col=1::wrong (hint)"
    assert told[-1] == "::notice::4 more problems stand in the log of this step"


def test_few_problems_are_all_told() -> None:
    problems = Problems()
    problems.warning("r", "a.yml", "odd", "hint", 3)
    assert list(marks(problems)) == ["::warning file=a.yml,line=3,col=1::odd (hint)"]
    assert list(marks(Problems())) == []
