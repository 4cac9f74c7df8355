"""Test the command `quote`: its output, and its messages for invalid input."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from briefings import asking
from briefings.pipeline import Options
from briefings.problems import Problems
from tests.command import run

from .test_quotations import CASES

CORPUS = CASES / "corpus"


@pytest.fixture(scope="module", autouse=True)
def _kept(tmp_path_factory: pytest.TempPathFactory) -> Iterable[None]:
    """Cache what is computed from the corpus for all tests of this module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BUILD_DIR", str(tmp_path_factory.mktemp("kept")))
        yield


def _quoted(
    text: str | None, lines: Iterable[bytes] = (), as_json: bool = True
) -> tuple[list[str], list[str]]:
    problems = Problems()
    options = Options(CORPUS / "seeds", CORPUS / "editorial", CORPUS / "site", jobs=1)
    printed = list(asking.quote(text, lines, options, as_json, problems))
    return printed, [str(problem) for problem in problems]


def _objects(lines: Iterable[bytes]) -> list[dict[str, Any]]:
    printed, problems = _quoted(None, lines)
    assert problems == []
    return [json.loads(line) for line in printed]


def test_each_line_gets_one_object_and_so_does_a_blank_one() -> None:
    said = _objects([b"There are 35 boats.\n", b"\n", b"There are 36 boats.\r\n", b"\xef\xbb\xbf"])
    assert [one["verdict"] for one in said] == ["verbatim", "absent", "altered", "absent"]
    assert said[2]["text"] == "There are 36 boats."
    assert said[1]["sentences"] == []
    first = said[0]["matches"][0]
    assert (first["source"], first["passage"], first["line"]) == ("h1", "t4p1", 24)
    assert first["url"] == "briefings/2021-05-04-nets-and-boats/#t4p1"
    assert first["speaker"]["name"] == "Mei Tran"
    assert first["quote"] == "There are 35 boats"
    assert first["differences"] == []


def test_a_text_is_answered_paragraph_by_paragraph() -> None:
    printed, problems = _quoted("There are 35 boats.\n\nIt's a simple rule.")
    assert problems == []
    assert [json.loads(line)["text"] for line in printed] == [
        "There are 35 boats.",
        "It's a simple rule.",
    ]


def test_in_words_it_says_who_where_and_what_differs() -> None:
    printed, _ = _quoted("There are 36 boats.", as_json=False)
    assert printed == [
        "Altered: There are 36 boats.",
        "  “There are 35 boats” (likeness 85 of 100)",
        "    Mei Tran, chief engineer of the Harbour Office",
        "    Press conference on nets and boats, 4 May 2021",
        "    Transcript, 4 May 2021",
        "    briefings/2021-05-04-nets-and-boats/#t4p1, line 24 of source h1",
        "    another number: “36”, where the text has “35”",
        "  “There are 35 boats” (likeness 85 of 100)",
        "    Bo Fisher, director of the Harbour Office",
        "    Press conference on winter in the harbour, 9 November 2022",
        "    Transcript, 9 November 2022",
        "    briefings/2022-11-09-winter-in-the-harbour/#t2p1, line 15 of source h3",
        "    another number: “36”, where the text has “35”",
        "",
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"\x00\x01\x1b[31mThere are 35 boats.\x07",
        "There\u2028are\u00a035\x85boats.".encode(),
        "\u202eThere are 35\u200b boats.\u202c".encode(),
    ],
)
def test_marks_that_nobody_sees_change_nothing(line: bytes) -> None:
    (said,) = _objects([line])
    assert said["sentences"][0]["verdict"] in ("verbatim", "altered")
    assert said["matches"][0]["passage"] == "t4p1"


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe\x80",
        b"[" * 5000,
        b"." * 5000,
        b'"' * 5000,
        b"a " * 9000,
        b"We said that he said that " * 300,
        b"\xf0\x9f\x90\x9f" * 100,
    ],
)
def test_what_is_no_quotation_stands_nowhere(line: bytes) -> None:
    (said,) = _objects([line])
    assert said["verdict"] == "absent"


def test_what_is_too_long_or_empty_is_refused_with_its_line() -> None:
    printed, problems = _quoted(None, [b"There are 35 boats.", b"boats " * 4000])
    assert len(printed) == 1
    assert problems == [
        "<stdin>:2:1: error: the quotation has 24,000 characters "
        "(give parts of 20,000 at most, one a line) [too-long]"
    ]
    assert _quoted(None, [])[1] == [
        "<stdin>: error: is empty (give one quotation per line) [no-quotation]"
    ]
    assert _quoted(" \n")[1] == ["TEXT: error: is empty (give the words to check) [no-quotation]"]


def test_errors_in_the_texts_are_told_and_nothing_is_answered(tmp_path: Path) -> None:
    problems = Problems()
    options = Options(tmp_path / "none", tmp_path / "e", tmp_path / "site", jobs=1)
    assert list(asking.quote("Boats.", (), options, True, problems)) == []
    assert problems.errors


def test_the_command_prints_one_object_and_ends_with_0(tmp_path: Path) -> None:
    folders: list[str | Path] = ["--seeds", CORPUS / "seeds", "--site", tmp_path / "site"]
    done = run("quote", "--json", "There are 35 boats.", *folders, BUILD_DIR=str(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["verdict"] == "verbatim"
    assert not (tmp_path / "site").exists()
    assert run("quote", "", *folders, BUILD_DIR=str(tmp_path)).code == 1
