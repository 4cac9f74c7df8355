"""Texts with a reader's judgement of each line, compared with the parser's result.

A case is a file under `tests/cases/readings`: facts as YAML, a line `---`, and the text. The
judgement is to the left of the first `|` of a line, and the line itself to the right. `official Ann
Lee` begins a turn by her; `passage` continues it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.clean import clean
from briefings.model import Editorial, Settings, Source, Witness
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines

CASES = sorted((Path(__file__).parents[1] / "cases" / "readings").glob("*.txt"))
KINDS = ("chair", "official", "outlet", "unknown")
FACTS = ("title", "subtitle", "byline", "lead", "publisher", "published", "date", "time", "place",
         "host", "series", "number")  # fmt: skip


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_text_is_parsed_as_it_is_read(path: Path) -> None:
    facts, marks, lines = read(path)
    problems = Problems()
    source = Source("x", "x.txt", "x.txt", "0", source_lines("\n".join(lines)), "text")
    settings = Settings(kind=facts.get("kind"))
    witness = parse(clean(source, problems), settings, Editorial(), problems)
    found = parsed_marks(witness, marks)
    shown = [f"{mark}|{line}" for mark, line in zip(found, lines, strict=True)]
    assert shown == [f"{mark}|{line}" for mark, line in zip(marks, lines, strict=True)]
    for passage in witness.passages:
        printed = " ".join(lines[passage.line - 1].split())
        assert printed.endswith(passage.text) or passage.last_line
    assert said(witness, problems, facts) == facts


def read(path: Path) -> tuple[dict[str, Any], list[str], list[str]]:
    head, _, body = path.read_text("utf-8").partition("\n---\n")
    rows = [row.partition("|") for row in body.splitlines()]
    facts: dict[str, Any] = YAML(typ="safe").load(head) or {}
    return facts, [mark.strip() for mark, _, _ in rows], [line for _, _, line in rows]


def parsed_marks(witness: Witness, expected: list[str]) -> list[str]:
    """Return the role of each line, in the notation of the cases."""
    roles = {line.n: line.role for line in witness.lines}
    rules = {line.n: line.rule for line in witness.lines if line.role == "boilerplate"}
    marks = {n: f"{role} {rules[n]}" if n in rules else str(role) for n, role in roles.items()}
    for turn in witness.turns:
        first = turn.label_line or turn.passages[0].line
        marks[first] = f"{turn.speaker.kind} {turn.speaker.name or ''}".strip()
    return [marks.get(n, "") for n in range(1, len(expected) + 1)]


def said(witness: Witness, problems: Problems, asked: dict[str, Any]) -> dict[str, Any]:
    """Return the facts that are not None; lists contain only what a case asks for."""
    found = {name: getattr(witness, name) for name in FACTS if getattr(witness, name) is not None}
    lists = {
        "participants": [
            " / ".join(filter(None, (one.name, one.role, one.organization)))
            + " (chair)" * one.chair
            for one in witness.participants
        ],
        "labels": [turn.speaker.label for turn in witness.turns],
        "headings": [section.heading for section in witness.sections],
        "texts": [passage.text for passage in witness.passages],
        "translators": list(witness.credits.translators),
        "notice": witness.credits.notice,
        "kind": witness.kind,
    }  # fmt: skip
    found |= {name: value for name, value in lists.items() if name in asked}
    warnings = [f"{one.rule} {one.line}" if one.line else one.rule for one in problems]
    return found | ({"warnings": warnings} if warnings or "warnings" in asked else {})
