"""The accuracy of the program in plain words, for the page on uncertainty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefings import interface, wording
from briefings.interface import say
from briefings.model.accuracy import Accuracy, Aspect, ClaimKind, Half, Measure, MeasuredText


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
class AccuracyRow:
    """A row of the table: what was measured, and a cell for each column.

    `field` says that it is part of the claim in the row above.
    """

    name: str
    field: bool
    cells: list[str]


@dataclass(frozen=True, slots=True)
class AccuracyPart:
    """A section of the page: a sentence, the columns and rows of a table, and the texts that were
    judged."""

    sentence: str
    columns: list[str]
    rows: list[AccuracyRow]
    texts: list[str]


def accuracy_part(measured: Accuracy) -> AccuracyPart | None:
    """Return this section, or None if nothing was measured."""
    halves: list[Half] = [
        half
        for half in ("unseen", "seen")
        if any(measure.half == half for measure in measured.measures)
    ]
    if not halves:
        return None
    by_aspect = {
        (measure.half, measure.kind, measure.aspect): measure for measure in measured.measures
    }
    rows: list[AccuracyRow] = []
    for kind, aspect, name in _rows():
        cells = [by_aspect.get((half, kind, aspect)) for half in halves]
        if any(cells):
            is_finding = aspect == "found"
            rows.append(
                AccuracyRow(
                    name=name,
                    field=not is_finding,
                    cells=[words for cell in cells for words in _cells(cell, is_finding)],
                )
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


def _cells(measure: Measure | None, is_finding: bool) -> tuple[str, str]:
    """Return the shares that are right: of those found, and of those that should have been
    found."""
    if measure is None:
        return "–", "–"
    claims = measure.right + measure.wrong
    right = say.accuracy.of(part=measure.right, all=claims) if claims else "–"
    if not is_finding:
        return right, say.accuracy.of(
            part=claims, all=claims + measure.empty
        ) if measure.empty else ""
    return right, say.accuracy.of(part=measure.right, all=measure.right + measure.missed)


def _sentence(measured: Accuracy, half: Half) -> str:
    judged = sum(text.half == half and text.measured and text.claims > 0 for text in measured.texts)
    texts = say.counts.other_texts(count=judged)
    words = say.accuracy
    figure = next(
        (measure for measure in measured.measures
         if (measure.half, measure.kind, measure.aspect) == (half, "figure", "found")),
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
    of_half = [text for text in texts if text.half == half and text.measured]
    listed = "; ".join(
        say.accuracy.text(
            publisher=text.publisher, title=text.title, day=wording.date_words(text.date)
        )
        for text in of_half
    )
    words = say.accuracy.new_texts if half == "unseen" else say.accuracy.known_texts
    return words(texts=listed)
