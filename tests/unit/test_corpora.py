"""Code is tested on corpora that adding content never touches."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.command import FIVE, ROOT

MODULES = sorted(path for name in ("tests", "benchmarks") for path in (ROOT / name).rglob("*.py"))
CONTENT = {"seeds", "editorial"}


def _reads_content(text: str) -> Iterator[int]:
    """Lines that name the repository's own folders of content, or run a command on them."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            left = ast.unparse(node.left).split(".")[-1]
            if left.startswith(("ROOT", "parents[")) and _constants([node.right]) & CONTENT:
                yield node.lineno
        elif isinstance(node, ast.Call):
            given = _constants(node.args)
            runs = ast.unparse(node.func) == "run" and given & {"build", "check", "new", "serve"}
            handed_on = any(isinstance(argument, ast.Starred) for argument in node.args)
            if runs and not handed_on and "--seeds" not in given:
                yield node.lineno


def _constants(nodes: list[ast.expr]) -> set[str]:
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


@pytest.mark.parametrize(
    "line",
    [
        'gather(ROOT / "seeds", Problems())',
        'load(corpus.ROOT / "editorial", Problems())',
        'sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))',
        'run("check", "--site", folder)',
    ],
)
def test_such_a_line_would_be_found(line: str) -> None:
    assert list(_reads_content(line)) == [1]


def test_no_test_reads_the_repository_s_own_content() -> None:
    """Otherwise a new briefing could break a test of code that did not change."""
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        for line in _reads_content(path.read_text("utf-8"))
        if path != Path(__file__)
    ]
    assert found == []


def test_no_case_takes_its_texts_from_the_repository_s_own_content() -> None:
    for path in sorted((ROOT / "tests" / "cases").rglob("expected.yml")):
        for line in path.read_text("utf-8").splitlines():
            key, _, value = line.partition(": ")
            if key in CONTENT:
                target = (path.parent / value).resolve()
                assert target.is_relative_to(ROOT / "tests"), f"{path}: {line}"


def test_the_corpus_of_five_is_whole() -> None:
    """Counted by hand: five texts, their checksums, and the editorial files about them."""
    names = sorted(path.name[:3] for path in (FIVE / "seeds").glob("*.txt"))
    assert names == ["000", "001", "002", "003", "004"]
    assert (FIVE / "seeds" / "SHA256SUMS").is_file()
    assert len(list((FIVE / "editorial" / "sources").glob("*.yml"))) == 5
