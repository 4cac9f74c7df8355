"""Test the confidence of figures, which depends on the doubts about their reading."""

from __future__ import annotations

import pytest

from briefings import amounts
from briefings.extract.figures import extract
from briefings.languages import GERMAN
from briefings.model import Figure
from briefings.model.figures import FigureContext, Stated

DAY = FigureContext("2024-03-12")


def stated(text: str, quote: str) -> Stated:
    return next(one for one in extract(text, DAY).figures if one.quote == quote)


@pytest.mark.parametrize(
    ("text", "quote", "confidence", "reasons"),
    [
        ("In 2023, 40 farms were flooded.", "40", "high", ()),
        ("The rate fell by 3%.", "3%", "high", ()),
        ("Dozens of farms were flooded.", "Dozens", "medium", ("vague",)),
        ("Since 2018, 40 farms were flooded. Some 12 roads were closed.", "12", "medium",
         ("inherited-period",)),
        ("Revenue was 3 billion yuan (equivalent to $415 million).", "$415 million", "medium",
         ("carried-subject",)),
        ("They are at 12%.", "12%", "low", ("no-subject",)),
        ("Since 2018, 40 farms were flooded. Dozens of roads were closed.", "Dozens", "low",
         ("inherited-period", "vague")),
    ],
)  # fmt: skip
def test_confidence_follows_from_doubts(
    text: str, quote: str, confidence: str, reasons: tuple[str, ...]
) -> None:
    one = stated(text, quote)
    assert (one.confidence, one.reasons) == (confidence, reasons)


def test_readers_are_told_the_doubts_and_of_a_text_that_is_rewritten() -> None:
    one = stated("Dozens of farms were flooded.", "Dozens")
    sure = Stated(0, 1, "7", 7, "boats")
    figure = Figure("x", (), one, "", None, None, None, "direct")
    assert amounts.doubts(figure) == "not an exact number"
    figure = Figure("x", (), one, "", None, None, None, "direct", "rewritten")
    assert amounts.doubts(figure) == "not an exact number; rewritten text"
    figure = Figure("x", (), sure, "", None, None, None, "direct", "official-translation")
    assert amounts.doubts(figure) == ""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Die Zahl der Boote verdoppelte sich.", 2, "times"),
        ("Hunderte von Booten sanken.", 200, "count"),
    ],
)
def test_vague_amounts_in_german(text: str, value: int, unit: str) -> None:
    (one,) = extract(text, DAY, GERMAN).figures
    assert (one.value, one.unit, one.vague) == (value, unit, True)
