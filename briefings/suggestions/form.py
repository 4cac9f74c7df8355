"""Reads the form *Suggest a note* as GitHub delivers it, and checks every field before use.

An issue made with a form is Markdown, with `### Label` above each answer and `_No response_` for a
missing one. A workflow receives it within an event, as JSON.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from .. import prose
from ..model import NoteKind
from ..problems import Problems, shown

PASSAGE, QUOTE, TEXT, KIND, BASIS, AUTHOR = (
    "Passage", "Quoted words", "Note", "Kind", "Basis", "Sign as",
)  # fmt: skip
# Maximum length of a field; more is a mistake or an attempt to overwhelm the reviewer.
LIMITS = {PASSAGE: 2000, QUOTE: 1000, TEXT: 4000, KIND: 40, BASIS: 1000, AUTHOR: 80}
OPTIONAL = {PASSAGE, AUTHOR}
LARGEST = 2_000_000

_HEADING = re.compile(r"(?m)^### +(.+?)[ \t]*$")
_EMPTY = {"", "_No response_", "None"}
# Characters that change the direction of the surrounding text or break lines invisibly.
_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The content of the form, with normalised white space; `day` is the issue's, `path` names the
    file.

    `lines` has the line of each field's label if the file is Markdown.
    """

    path: str
    passage: str
    quote: str
    text: str
    kind: NoteKind
    basis: str
    sign: str
    day: str | None
    lines: Mapping[str, int]

    def fault(self, problems: Problems, rule: str, label: str, message: str, hint: str) -> None:
        """Reports an error that names the field concerned."""
        line = self.lines.get(label, 0)
        problems.error(rule, self.path, f"'{label}' {message}", hint, line, 1 if line else 0)


def read_form(file: Path, problems: Problems) -> Suggestion | None:
    """The suggestion in a file; None if it is unusable, with every error reported."""
    path = shown(file)
    body, day, markdown = _body(file, path, problems)
    if body is None:
        return None
    answers, lines = _answers(body, path, markdown, problems)
    if answers is None:
        return None
    errors_before = len(problems)
    for label, answer in answers.items():
        for rule, message, hint in _faults(label, answer):
            line = lines.get(label, 0)
            problems.error(rule, path, f"'{label}' {message}", hint, line, 1 if line else 0)
    if len(problems) > errors_before:
        return None
    kind = next(name for name in get_args(NoteKind) if name == answers[KIND])
    return Suggestion(
        path=path,
        passage=answers[PASSAGE],
        quote=_folded(answers[QUOTE]),
        text=answers[TEXT],
        kind=kind,
        basis=_folded(answers[BASIS]),
        sign=_folded(answers[AUTHOR]),
        day=day,
        lines=lines,
    )


def _body(file: Path, path: str, problems: Problems) -> tuple[str | None, str | None, bool]:
    """The issue's text, the day it was written if known, and whether it is the whole file."""

    def wrong(rule: str, message: str, hint: str) -> tuple[None, None, bool]:
        problems.error(rule, path, message, hint)
        return None, None, False

    form = "give a GitHub event (JSON) or the text of an issue (Markdown)"
    try:
        if not file.is_file():
            return wrong("no-file", "there is no such file", form)
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no file name"
        return wrong("unreadable", f"cannot be read: {reason}", "check its name and permissions")
    if len(data) > LARGEST:
        return wrong("too-large", f"is larger than {LARGEST:,} bytes", form)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return wrong("not-utf-8", f"byte {error.start + 1} is not UTF-8", "save it as UTF-8")
    if not text.lstrip().startswith("{"):
        return _lines(text), None, True
    try:
        issue = json.loads(text)["issue"]
        body, day = issue["body"], str(issue.get("created_at") or "")[:10] or None
    except (ValueError, RecursionError):
        return wrong("broken-json", "is no readable JSON", form)
    except (KeyError, TypeError, AttributeError):
        return wrong("no-issue", "is not an issue event with a text", form)
    if not isinstance(body, str):
        return wrong("no-issue", "is not an issue event with a text", form)
    return _lines(body), day, False


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _answers(
    body: str, path: str, markdown: bool, problems: Problems
) -> tuple[dict[str, str] | None, dict[str, int]]:
    """The answer below each label of the form, and the label's line.

    A repeated label is rejected: an answer may contain what looks like the next field.
    """
    answers: dict[str, str] = {}
    lines: dict[str, int] = {}
    headings = [heading for heading in _HEADING.finditer(body) if heading[1] in LIMITS]
    faults = len(problems)
    for n, heading in enumerate(headings):
        label = heading[1]
        line = body.count("\n", 0, heading.start()) + 1 if markdown else 0
        if label in answers:
            problems.error(
                "field-twice", path, f"the field '{label}' occurs twice",
                "keep one heading of that name", line, 1 if line else 0,
            )  # fmt: skip
            continue
        end = headings[n + 1].start() if n + 1 < len(headings) else len(body)
        answer = body[heading.end() : end].strip()
        answers[label] = "" if answer in _EMPTY else answer
        lines[label] = line
    for label in LIMITS:
        if label not in answers and label not in OPTIONAL:
            problems.error(
                "no-field", path, f"the field '{label}' is missing",
                f"write '### {label}' and the answer below it",
            )  # fmt: skip
        answers.setdefault(label, "")
    return (None if len(problems) > faults else answers), lines


def _faults(label: str, answer: str) -> list[tuple[str, str, str]]:
    """The errors of one answer, each as rule, message and hint."""
    if not answer:
        return [] if label in OPTIONAL else [("empty-field", "is empty", "say it there")]
    if len(answer) > LIMITS[label]:
        return [
            (
                "field-too-long",
                f"has {len(answer):,} characters",
                f"keep to {LIMITS[label]:,}",
            )
        ]
    for character in answer:
        if character not in "\n\t" and (
            unicodedata.category(character) in ("Cc", "Cs", "Cn", "Co") or _HIDDEN.match(character)
        ):
            return [
                (
                    "odd-character",
                    f"holds the character U+{ord(character):04X}, which cannot be seen",
                    "take it out; type the words anew where they were copied",
                )
            ]
    if label == KIND and answer not in get_args(NoteKind):
        return [("unknown-value", "is none of the kinds", f"choose {_either(get_args(NoteKind))}")]
    if label == TEXT:
        return [
            ("unknown-markup", f"contains something not allowed: {fault}", hint)
            for fault, hint in prose.faults(answer)
        ]
    return []


def _either(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _folded(text: str) -> str:
    return " ".join(text.split())
