"""How often the program is right, in plain words, for the page on what is uncertain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefings import interface, wording
from briefings.model.accuracy import Accuracy, Aspect, ClaimKind, Half, Measure, MeasuredText

from .lookup import Context

# The rows in reading order: kind, aspect, what it is called.  Fields follow their claim.
_ROWS: tuple[tuple[ClaimKind, Aspect, str], ...] = (
    ("figure", "found", "Figures"),
    ("figure", "value", "their value"),
    ("figure", "unit", "their unit"),
    ("figure", "direction", "rise or fall"),
    ("figure", "period", "their period"),
    ("figure", "subject", "what is counted"),
    ("announcement", "found", "Announcements"),
    ("phrase", "found", "Set phrases"),
    ("turn", "found", "Turns"),
    ("turn", "asks or answers", "whether somebody asks or answers"),
    ("turn", "speaker", "who speaks"),
    ("turn", "asker", "who asks"),
    ("question", "found", "What a question is about"),
    ("alignment", "found", "Sentences paired in two texts"),
    ("discrepancy", "found", "Differences between two texts"),
)


@dataclass(frozen=True, slots=True)
class AccuracyPart:
    """A part of a page: a sentence, the columns of a table, its rows, and which texts were read."""

    sentence: str
    columns: list[str]
    rows: list[Context]
    texts: list[str]


def accuracy_part(measured: Accuracy) -> AccuracyPart | None:
    """The part, None where nothing was measured."""
    halves: list[Half] = [
        half for half in ("unseen", "seen") if any(one.half == half for one in measured.measures)
    ]
    if not halves:
        return None
    found = {(one.half, one.kind, one.aspect): one for one in measured.measures}
    rows: list[Context] = []
    for kind, aspect, name in _ROWS:
        cells = [found.get((half, kind, aspect)) for half in halves]
        if any(cells):
            whole = aspect == "found"
            rows.append(
                {
                    "name": name,
                    "field": not whole,
                    "cells": [words for one in cells for words in _cells(one, whole)],
                }
            )
    return AccuracyPart(
        _sentence(measured, halves[0]),
        [words for half in halves for words in _columns(half)],
        rows,
        [_texts(measured.texts, half) for half in halves],
    )


def _columns(half: Half) -> tuple[str, str]:
    where = "new texts" if half == "unseen" else "known texts"
    return f"Right, {where}", f"Found, {where}"


def _cells(one: Measure | None, whole: bool) -> tuple[str, str]:
    """How many of those given are right, and how many of those there are were given."""
    if one is None:
        return "–", "–"
    given = one.right + one.wrong
    right = f"{one.right} of {given}" if given else "–"
    if not whole:
        return right, f"{given} of {given + one.empty}" if one.empty else ""
    return right, f"{one.right} of {one.right + one.missed}"


def _sentence(measured: Accuracy, half: Half) -> str:
    texts = sum(one.half == half and one.claims > 0 for one in measured.texts)
    figure = next(
        (one for one in measured.measures
         if (one.half, one.kind, one.aspect) == (half, "figure", "found")),
        None,
    )  # fmt: skip
    which = (
        "that no rule of the program was written for"
        if half == "unseen"
        else "that rules of the program may have been written for"
    )
    if figure is None or figure.precision is None or figure.recall is None:
        return f"A reader judged {wording.count(texts, 'other text')} {which}."
    there = interface.count(figure.right + figure.missed, "figure")
    return (
        f"Of {there} that a reader found in {wording.count(texts, 'other text')} {which}, "
        f"the program found {figure.right:,}; of 100 figures that it gave, "
        f"{round(100 * figure.precision)} were right."
    )


def _texts(texts: Iterable[MeasuredText], half: Half) -> str:
    own = [one for one in texts if one.half == half]
    told = "; ".join(f"{one.publisher}, {one.title}, {wording.date_words(one.date)}" for one in own)
    name = "New texts" if half == "unseen" else "Known texts"
    return f"{name}: {told}."
