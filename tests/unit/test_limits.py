"""Input beyond a stated size or nesting is rejected with its line; input just within is read."""

from __future__ import annotations

from pathlib import Path

from briefings.clean import clean
from briefings.clean.limits import MAX_DEPTH, MAX_PARAGRAPH
from briefings.model import Source
from briefings.problems import Problems
from briefings.read import MAX_LINES, read, source_lines


def told(text: str, html: bool = False) -> list[str]:
    """The errors of cleaning a text, without the hints."""
    problems = Problems()
    lines = source_lines(text)
    clean(Source("x", "x.txt", "x.txt", "0", lines, "html" if html else "text"), problems)
    return [str(one).split(" (")[0] for one in problems.errors]


def test_a_paragraph_that_is_too_long_is_named_by_its_line() -> None:
    assert told(f"Short.\n\n{'a' * MAX_PARAGRAPH}\n") == []
    assert told(f"Short.\n\n{'a' * MAX_PARAGRAPH}b\n") == [
        "x.txt:3:1: error: a paragraph of 300,001 characters, more than 300,000"
    ]
    assert told(
        f"<html><body><p>Short.</p>\n<p>{'a ' * MAX_PARAGRAPH}</p></body></html>", True
    ) == ["x.txt:2:1: error: a paragraph of 599,999 characters, more than 300,000"]


def test_tags_that_nest_too_deep_are_named_by_their_line() -> None:
    within = "<html><body>\n" + "<b>" * (MAX_DEPTH - 2) + "a"
    assert told(within, True) == []
    beyond = "<html><body>\nHere.\n" + "<b>" * MAX_DEPTH + "\ndeep"
    assert told(beyond, True) == [
        "x.txt:4:1: error: 50,002 elements are within one another here, more than 50,000"
    ]


def test_a_file_of_too_many_lines_is_refused(tmp_path: Path) -> None:
    (tmp_path / "1_x.txt").write_text("x\n" * (MAX_LINES + 1), "utf-8")
    (tmp_path / "2_x.txt").write_text("x\n" * MAX_LINES, "utf-8")
    problems = Problems()
    assert [one.id for one in read(tmp_path, problems)] == ["2"]
    (error,) = problems.errors
    assert (Path(error.path).name, error.line) == ("1_x.txt", MAX_LINES + 1)
    assert error.message == "has 100,001 lines, more than 100,000"


def test_the_place_of_what_is_refused_is_the_first_column_of_its_line() -> None:
    problems = Problems()
    lines = ("Short.", "", "a" * (MAX_PARAGRAPH + 1))
    clean(Source("x", "x.txt", "x.txt", "0", lines, "text"), problems)
    assert [(one.line, one.column) for one in problems.errors] == [(3, 1)]
