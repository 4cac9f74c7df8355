"""Golden sentences: all that is read of each number, to the word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from briefings.extract.figures import extract
from briefings.languages import ENGLISH, GERMAN
from briefings.model.figures import FigureContext, Stated

PATH = Path(__file__).parent.parent / "cases" / "figures" / "sentences.yml"
DATE = "2024-03-12"
SENTENCES: list[dict[str, Any]] = YAML(typ="safe").load(PATH.read_text("utf-8"))


@pytest.mark.parametrize("case", SENTENCES, ids=[case["text"][:50] for case in SENTENCES])
def test_a_sentence_is_read_to_the_word(case: dict[str, Any]) -> None:
    context = FigureContext(
        case.get("date", DATE), tuple(case.get("before", ())), case.get("chair", False)
    )
    found = extract(case["text"], context, GERMAN if case.get("language") == "de" else ENGLISH)
    expected = [re.sub(r" +", " ", row).strip() for row in case["figures"]]
    dated = ["(" in row.rpartition("|")[2] for row in expected]
    rows = [_row(one, n < len(dated) and dated[n]) for n, one in enumerate(found.figures)]
    assert rows == expected
    if "refused" in case:
        assert [f"{one.token} | {one.rule}" for one in found.refusals] == case["refused"]


def _row(one: Stated, dated: bool) -> str:
    value = f"{one.value}" if one.high is None else f"{one.value}..{one.high}"
    sign = "" if one.comparator == "=" else one.comparator
    role = "" if one.role == "level" else one.role
    marks = [sign, value, one.unit, role, one.direction, "vague" if one.vague else ""]
    days = f"({one.period_start}..{one.period_end})" if dated else ""
    columns = (one.quote, " ".join(filter(None, marks)), one.subject, f"{one.period} {days}")
    return re.sub(r" +", " ", " | ".join(columns)).strip()
