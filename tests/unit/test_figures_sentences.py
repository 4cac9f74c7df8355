"""Golden sentences: all that is read of each number, to the word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from briefings.extract.figures import extract
from briefings.languages import ENGLISH, GERMAN
from briefings.model.figures import FigureContext, Stated

PATH = Path(__file__).parent.parent / "cases" / "figures" / "sentences.yml"
DATE = "2024-03-12"
# Sentences without a number, but with much that says what a number is; each pair stands around one.
NEIGHBOURS = (
    (
        "All fell and rose, up from what was killed by more than those of the aged and to which "
        "people were lost. ",
        " Percent or more of people and tonnes rose and were killed since then by those to whom "
        "all had been lost.",
    ),
    (
        "We saw the Room, the Article, the Version and the Group of a total of some, aged, for "
        "the: bringing it to more, and “from the” between. ",
        " Million euros in a row, and consecutive months, points (old and over) of them, to a.m. "
        "in the morning, respectively.",
    ),
)
SENTENCES: list[dict[str, Any]] = YAML(typ="safe").load(PATH.read_text("utf-8"))


def test_sentences_are_read_to_the_word() -> None:
    for case in SENTENCES:
        language = GERMAN if case.get("language") == "de" else ENGLISH
        found = extract(case["text"], _context(case), language)
        expected = [re.sub(r" +", " ", row).strip() for row in case["figures"]]
        dated = ["(" in row.rpartition("|")[2] for row in expected]
        rows = [_row(one, n < len(dated) and dated[n]) for n, one in enumerate(found.figures)]
        assert (case["text"], rows) == (case["text"], expected)
        if "refused" in case:
            refused = [f"{one.token} | {one.rule}" for one in found.refusals]
            assert (case["text"], refused) == (case["text"], case["refused"])


def test_sentences_are_read_the_same_between_others() -> None:
    for case in SENTENCES:
        if case.get("alone") or "language" in case:
            continue
        alone = _read(case["text"], case)
        for before, after in NEIGHBOURS:
            text = before + case["text"] + after
            assert (text, _read(text, case)) == (text, alone)


def _context(case: dict[str, Any]) -> FigureContext:
    date = case.get("date", DATE)
    return FigureContext(date, tuple(case.get("before", ())), case.get("chair", False))


def _read(text: str, case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """All figures of a text, and all of its refusals."""
    found = extract(text, _context(case))
    figures = [_row(one, True) for one in found.figures]
    return figures, [f"{one.token} | {one.rule}" for one in found.refusals]


def _row(one: Stated, dated: bool) -> str:
    value = f"{one.value}" if one.high is None else f"{one.value}..{one.high}"
    sign = "" if one.comparator == "=" else one.comparator
    role = "" if one.role == "level" else one.role
    marks = [sign, value, one.unit, role, one.direction, "vague" if one.vague else ""]
    days = f"({one.period_start}..{one.period_end})" if dated else ""
    columns = (one.quote, " ".join(filter(None, marks)), one.subject, f"{one.period} {days}")
    return re.sub(r" +", " ", " | ".join(columns)).strip()
