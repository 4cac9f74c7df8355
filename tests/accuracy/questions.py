"""Subjects of questions: what is published of each, held against words that name it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.model.accuracy import ClaimKind

from .gold import Row, Text
from .published import Published, fold
from .verdicts import FOUND, Outcome, Verdict

_KIND: ClaimKind = "question"


def judge(text: Text, rows: Sequence[Row], found: Published) -> Iterator[Verdict]:
    """A verdict on each question that was judged: its subject is right, wrong, or not published."""
    told = found.subjects()
    for row in rows:
        line = int(row["line"])
        subject = told.get(line)
        outcome: Outcome
        if subject is None:
            outcome = "missed"
        else:
            outcome = "right" if _is_right(subject, row["about"]) else "wrong"
        note = "" if outcome == "right" else f"expected {row['about']!r}"
        yield Verdict(_KIND, FOUND, outcome, text.id, line, subject or "", note=note)


def _is_right(subject: str, about: str) -> bool:
    """Whether a subject holds all words of one of several ways to name it."""
    said = fold(subject)
    return any(all(fold(word) in said for word in one.split(",")) for one in about.split("/"))
