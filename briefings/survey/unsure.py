"""Turn the warnings about a source into doubts, worded for readers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Doubt, DoubtKind, Witness
from ..problems import Problem

_PLAIN: dict[str, tuple[DoubtKind, str]] = {
    "unsure-label": ("label", "This may name who speaks next; it was read as text."),
    "unsure-speaker": ("label", "It does not show whether an official or an outlet speaks here."),
    "label-typo": ("label", "This name was taken for a misspelling of a name in the list."),
    "no-first-label": ("label", "The text begins without saying who speaks."),
    "lost-asker": ("label", "This question does not say who asks."),
    "empty-turn": ("label", "Nothing is said under this name."),
    "stray-line": ("role", "This line was left out: it seems to be no title, date, list or text."),
    "no-labels": ("role", "No line tells who speaks, so the text is shown as an article."),
    "date-without-year": ("date", "The day of the event is given without a year."),
    "no-date": ("date", "The text does not give the day of the event."),
    "date-conflict": ("event", "Another text seems to tell the same event, on another day."),
}
# A quoted name in a message: 'Ann Lee', or "O'Neill" if it contains an apostrophe.
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)+)'|\"([^\"]+)\"")
_LABEL = ("unsure-label", "unsure-speaker", "lost-asker", "no-first-label")


def unsure_doubts(witness: Witness, problems: Iterable[Problem]) -> list[Doubt]:
    """Return a doubt for each of the warnings about a source."""
    doubts = []
    passages = {line.n: line.passage for line in witness.lines}
    for problem in problems:
        if problem.severity != "warning":
            continue
        kind, text = _PLAIN.get(problem.rule, ("reading", _sentence(problem.message)))
        doubts.append(
            Doubt(
                kind, witness.source.id, problem.line, passages.get(problem.line),
                _words(witness, problem), text, _settle(problem),
            )
        )  # fmt: skip
    return doubts


def _words(witness: Witness, problem: Problem) -> str:
    """Return the words that a message quotes, or else the line that it is about."""
    if not problem.line:
        return ""
    line = " ".join(witness.source.lines[problem.line - 1].split())
    quoted = _QUOTED.search(problem.message)
    words = (quoted[1] or quoted[2]) if quoted else ""
    return words if words and words in line else line


def _settle(problem: Problem) -> str:
    if problem.rule in _LABEL and problem.line:
        label = "no" if problem.rule in ("lost-asker", "no-first-label") else "yes"
        return f"labels:\n  - {{line: {problem.line}, label: {label}, kind: unknown}}"
    if problem.rule == "stray-line" and problem.line:
        return f"roles:\n  - {{line: {problem.line}, role: passage}}"
    return ""


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!")) else ".")
