"""Every warning is settled by the key that it names: a folder of cases for each rule."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.pipeline import Options, check
from briefings.problems import Problem, Problems
from briefings.publish import mkdocs
from tests.command import ROOT

CASES = sorted(path for path in (ROOT / "tests/cases/warnings").iterdir() if path.is_dir())
RULES = {path.name.partition(".")[0] for path in CASES}
# MkDocs warns about our own pages, never about a corpus; see the last test.
OF_PAGES = {"mkdocs", "broken-link"}
# These need a machine without fonts, or an existing archive; `test_printed.py` and
# `test_release.py` cover them.
OF_RELEASES = {"no-glyph", "same-version"}
# Functions that pass on a rule; their callers name it.
HANDS_ON = {"editorial/idle.py", "parse/ledger.py", "problems.py"}


def _problems(seeds: Path, editorial: Path, site: Path) -> list[Problem]:
    problems = Problems()
    check(Options(seeds, editorial, site, strict=True), problems)
    return list(problems)


@pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])
def test_a_warning_is_gone_once_it_is_settled(case: Path, tmp_path: Path) -> None:
    before = _problems(case / "seeds", case / "editorial", tmp_path)
    assert {(one.severity, one.rule) for one in before} == {
        ("warning", case.name.partition(".")[0])
    }
    settled = case / "settled-seeds"
    after = _problems(
        settled if settled.is_dir() else case / "seeds", case / "settled", tmp_path
    )  # fmt: skip
    assert [str(one) for one in after] == []


@pytest.mark.parametrize("case", CASES, ids=[path.name for path in CASES])
def test_the_warning_names_the_key_that_settles_it(case: Path, tmp_path: Path) -> None:
    """If a hint puts keys in backticks, the settled files have one of them in addition."""
    written = _text(case / "settled")
    stood = _text(case / "editorial")
    for problem in _problems(case / "seeds", case / "editorial", tmp_path):
        keys = re.findall(r"`([a-z_]+)", problem.hint)
        added = [key for key in keys if _count(key, written) != _count(key, stood)]
        assert added or not keys, problem


def test_no_warning_says_that_nothing_is_to_be_done() -> None:
    hints = [
        text
        for path in sorted((ROOT / "briefings").rglob("*.py"))
        for text in _constants(path)
        if re.search(r"\bnothing to do\b|\bcan be ignored\b|\bno action\b", text)
    ]
    assert hints == []


def test_every_rule_that_warns_stands_in_the_table() -> None:
    named, unnamed = set(), []
    for path in sorted((ROOT / "briefings").rglob("*.py")):
        inside = path.relative_to(ROOT / "briefings").as_posix()
        for line, rule in _warned(path):
            if rule:
                named.add(rule)
            elif inside not in HANDS_ON:
                unnamed.append(f"{inside}:{line} warns of a rule that is not a constant")
    assert unnamed == []
    assert named - OF_PAGES - OF_RELEASES - RULES == set(), "add a folder to tests/cases/warnings"
    assert RULES - named == set(), "no code warns of these rules any more"
    assert len(named) > 20


def test_a_warning_of_mkdocs_is_settled_in_the_page(tmp_path: Path) -> None:
    """It names one of our pages; once that is corrected, no warning is left."""
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "index.md"
    page.write_text("# Home\n\n[a page](missing.md)\n", "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: x\ntheme: {name: material}\nplugins: []\n", "utf-8")
    problems = Problems()
    assert mkdocs.run(config, problems)
    assert [one.rule for one in problems.warnings] == ["mkdocs"]
    assert "missing.md" in problems.warnings[0].message
    page.write_text("# Home\n", "utf-8")
    mended = Problems()
    assert mkdocs.run(config, mended)
    assert list(mended) == []


def _text(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.yml")))


def _count(key: str, text: str) -> int:
    return len(re.findall(rf"\b{key}:", text))


def _warned(path: Path) -> Iterator[tuple[int, str | None]]:
    """Yield the line and rule of each call that warns; the rule is None if it is not a constant."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr not in {"warning", "warning_at", "warn"}:
                continue
            rule = node.args[0] if node.args else None
            yield node.lineno, str(rule.value) if isinstance(rule, ast.Constant) else None


def _constants(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
