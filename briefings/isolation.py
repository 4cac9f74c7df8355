"""Confines failures to one passage, source or page.

An exception that no stage has foreseen is a bug. `attempt` reports it to the editor as a problem
with its place and words, and the rest of the site is built. Stages call `attempt`; nothing else in
the package catches unknown exceptions.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .problems import Problems

RULE = "internal-error"
_PACKAGE = Path(__file__).parent
_OURS = (_PACKAGE, _PACKAGE.parent / "templates")
_SHOWN = 120
_REPORT = "a mistake of this program: report it, with the text"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task:
    """What is done to one part of the input, and what the site lacks if it fails.

    `fatal` marks a task without which nothing can be built.
    """

    doing: str
    without: str
    fatal: bool = False


CLEAN = Task("take the text out of this file", "the file is left out")
PARSE = Task("find who speaks in this file", "the file is left out")
MENTIONS = Task("find who is named in this paragraph", "nobody is linked in it")
QUOTATIONS = Task("find who is quoted in this paragraph", "nobody is said to be quoted in it")
FIGURES = Task("read the figures of this paragraph", "its text is shown without them")
TERMS = Task("find the terms of this paragraph", "its text is shown without them")
SENTENCES = Task(
    "tell the sentences of this paragraph apart", "it is held beside other texts as a whole"
)
STATEMENTS = Task(
    "read the sentences of this paragraph", "set phrases and announcements are not looked for in it"
)
COMMITMENTS = Task("find the announcements of this paragraph", "it has none")
NAMES = Task("find the names of plans and laws in this paragraph", "it has none")
PHRASES = Task("find what is said again and again", "the site has no set phrases")
ANNOUNCEMENTS = Task("gather what is announced", "the site has no announcements")
ALIGNMENT = Task("hold the texts of this event side by side", "they are not compared")
DIFFERENCES = Task("tell what these two sentences say differently", "they are shown without it")
NOTE = Task("attach this note", "it is left out")
TERM = Task("gather what is said of this term", "it is left out")
INDICATORS = Task("gather the figures of the indicators", "the site has none")
CROSSCHECKS = Task("hold the figures against one another", "the site has no such records")
RULINGS = Task("apply the rulings on differences", "the records are shown without them")
RELATIONS = Task("find what the texts have to do with one another", "the site does not say")
PAGE = Task("make this page", "it says so")
BOOK = Task("make this book", "it is left out")
BUILD = Task("build the site", "the last good one stays", fatal=True)
RELEASE = Task("make a release", "none is made", fatal=True)
CHECK = Task("check everything", "what is told here may not be all", fatal=True)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the input: `line` counts from 1 (0 if there is none); `words` identify the part."""

    path: str
    line: int = 0
    words: str = ""


def attempt(
    task: Task,
    part: Part,
    work: Callable[[], T],
    instead: T,
    problems: Problems | None,
    known: type[Exception] | tuple[type[Exception], ...] = (),
) -> T:
    """Returns the result of `work`; if it raises, reports a problem and returns `instead`.

    The problem is a warning, or an error if the task is fatal. Exceptions in `known`, which the
    caller handles, are re-raised; without `problems` all are.
    """
    if problems is None:
        return work()
    try:
        return work()
    except known:
        raise
    except Exception as error:  # whatever it is, the other parts are built
        _report(problems, task, part, error)
        return instead


def _report(problems: Problems, task: Task, part: Part, error: Exception) -> None:
    shown = " ".join(part.words.split())
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN].rstrip()} ..."
    words = f": {shown!r}" if shown else ""
    add = problems.error if task.fatal else problems.warning
    add(
        RULE, part.path,
        f"could not {task.doing}; {task.without}{words} ({describe(error)})", _REPORT,
        part.line, 1 if part.line else 0,
    )  # fmt: skip


def describe(error: BaseException) -> str:
    """An exception on one line, with the last place in our own code that it passed through."""
    message = " ".join(str(error).split())
    name = type(error).__name__
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in _OURS)
    ]
    where = ""
    if ours:
        path = Path(ours[-1].filename).relative_to(_PACKAGE.parent).as_posix()
        where = f", {path}:{ours[-1].lineno}"
    return f"{name}{f': {message[:_SHOWN]}' if message else ''}{where}"
