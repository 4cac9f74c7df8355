"""The accuracy of the program in plain words, for the page on uncertainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefings import interface, wording
from briefings.interface import say
from briefings.model.accuracy import Accuracy, Aspect, ClaimKind, Half, Measure, MeasuredText

from .lookup import Context


# The rows in reading order: kind, aspect and name. The fields of a claim follow the claim itself.
def _rows() -> tuple[tuple[ClaimKind, Aspect, str], ...]:
    words = say.accuracy
    return (
        ("figure", "found", words.figures),
        ("figure", "value", words.value),
        ("figure", "unit", words.unit),
        ("figure", "direction", words.direction),
        ("figure", "period", words.period),
        ("figure", "subject", words.subject),
        ("announcement", "found", words.announcements),
        ("phrase", "found", words.phrases),
        ("turn", "found", words.turns),
        ("turn", "asks or answers", words.asks_or_answers),
        ("turn", "speaker", words.speaker),
        ("turn", "asker", words.asker),
        ("question", "found", words.questions),
        ("alignment", "found", words.pairs),
        ("discrepancy", "found", words.differences),
    )


@dataclass(frozen=True, slots=True)
class AccuracyPart:
    """A section of the page: a sentence, the columns and rows of a table, and the texts that were
    judged."""

    sentence: str
    columns: list[str]
    rows: list[Context]
    texts: list[str]


def accuracy_part(measured: Accuracy) -> AccuracyPart | None:
    """Return this section, or None if nothing was measured."""
    halves: list[Half] = [
        half for half in ("unseen", "seen") if any(one.half == half for one in measured.measures)
    ]
    if not halves:
        return None
    found = {(one.half, one.kind, one.aspect): one for one in measured.measures}
    rows: list[Context] = []
    for kind, aspect, name in _rows():
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
    words = say.accuracy
    if half == "unseen":
        return words.right_new, words.found_new
    return words.right_known, words.found_known


def _cells(one: Measure | None, whole: bool) -> tuple[str, str]:
    """Return the shares that are right: of those found, and of those that should have been
    found."""
    if one is None:
        return "–", "–"
    given = one.right + one.wrong
    right = say.accuracy.of(part=one.right, all=given) if given else "–"
    if not whole:
        return right, say.accuracy.of(part=given, all=given + one.empty) if one.empty else ""
    return right, say.accuracy.of(part=one.right, all=one.right + one.missed)


def _sentence(measured: Accuracy, half: Half) -> str:
    judged = sum(one.half == half and one.claims > 0 for one in measured.texts)
    texts = say.counts.other_texts(count=judged)
    words = say.accuracy
    figure = next(
        (one for one in measured.measures
         if (one.half, one.kind, one.aspect) == (half, "figure", "found")),
        None,
    )  # fmt: skip
    if figure is None or figure.precision is None or figure.recall is None:
        return (words.judged_new if half == "unseen" else words.judged_known)(texts=texts)
    return (words.found_in_new if half == "unseen" else words.found_in_known)(
        figures=interface.count(figure.right + figure.missed, "figure"),
        texts=texts,
        count=figure.right,
        right=round(100 * figure.precision),
    )


def _texts(texts: Iterable[MeasuredText], half: Half) -> str:
    own = [one for one in texts if one.half == half]
    listed = "; ".join(
        say.accuracy.text(
            publisher=one.publisher, title=one.title, day=wording.date_words(one.date)
        )
        for one in own
    )
    words = say.accuracy.new_texts if half == "unseen" else say.accuracy.known_texts
    return words(texts=listed)
