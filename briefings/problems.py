"""Problems reported to editors: one line each, collected over the whole run and printed once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .model import Where

Severity = Literal["error", "warning"]

# Control characters, line separators, bidirectional formatting characters, lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

# GitHub shows this many annotations of each kind per workflow step and silently drops the rest.
SHOWN_ON_GITHUB = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it.

    `line` and `column` count from 1; 0 means the whole file.
    """

    path: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    hint: str

    def __str__(self) -> str:
        place = self.path
        if self.line:
            place += f":{self.line}:{self.column or 1}"
        return _printable(f"{place}: {self.severity}: {self.message} ({self.hint}) [{self.rule}]")

    def github(self) -> str:
        """The problem as a GitHub workflow command, which annotates the line in a pull request."""

        def escape(text: str, *more: tuple[str, str]) -> str:
            for old, new in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *more):
                text = text.replace(old, new)
            return _printable(text)

        path = escape(self.path, (":", "%3A"), (",", "%2C"))
        where = f"file={path}"
        if self.line:
            where += f",line={self.line},col={self.column or 1}"
        return f"::{self.severity} {where}::{escape(f'{self.message} ({self.hint})')}"


def _printable(text: str) -> str:
    """The text on one line that every terminal can print: file names may contain any byte."""
    return _UNPRINTABLE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    # The operating system passes a byte that is not UTF-8 as a surrogate.
    byte = os.fsencode(match.group()) if "\udc80" <= match.group() <= "\udcff" else b""
    return f"\\x{byte[0]:02x}" if byte else match.group().encode("unicode_escape").decode()


class Problems:
    """Collects problems: stages add them, the command prints them."""

    def __init__(self) -> None:
        self._found: dict[Problem, None] = {}

    def error(
        self, rule: str, path: str, message: str, hint: str, line: int = 0, column: int = 0
    ) -> None:
        self._add(Problem(path, line, column, "error", rule, message, hint))

    def warning(
        self, rule: str, path: str, message: str, hint: str, line: int = 0, column: int = 0
    ) -> None:
        self._add(Problem(path, line, column, "warning", rule, message, hint))

    def error_at(self, rule: str, where: Where, message: str, hint: str) -> None:
        """An error at a place in a file of `editorial/`."""
        self.error(rule, where.path, message, hint, where.line, where.column)

    def warning_at(self, rule: str, where: Where, message: str, hint: str) -> None:
        """A warning at a place in a file of `editorial/`."""
        self.warning(rule, where.path, message, hint, where.line, where.column)

    def unreadable(self, error: OSError, where: str) -> None:
        """Reports an operating-system error that occurred while reading a file or folder."""
        self.error(
            "unreadable", where, f"cannot be read: {error.strerror}", "check its permissions"
        )

    def unwritable(self, error: OSError | UnicodeDecodeError, path: Path) -> None:
        """Reports an operating-system error that occurred while writing `path` or the file the
        error names.
        """
        at = Path(getattr(error, "filename", None) or path)
        reason = getattr(error, "strerror", None) or str(error)
        self.error("unwritable", shown(at), f"cannot be written: {reason}", "check its permissions")

    def _add(self, problem: Problem) -> None:
        self._found.setdefault(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found, key=_order))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "error"]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self if problem.severity == "warning"]

    def extend(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self._add(problem)


class InputError(ValueError):
    """The input cannot be used; `problems` lists why.

    The message lists the errors as the command prints them: `path:line:column: error: what is wrong
    (what to do) [rule]`.
    """

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems.errors)))


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    return (problem.path, problem.line, problem.column, problem.rule, problem.message)


def shown(path: Path) -> str:
    """A path as an editor would type it: relative to the working directory if it is below it."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def marks(problems: Problems) -> Iterator[str]:
    """GitHub workflow commands that annotate lines: errors first, as many as GitHub shows.

    If there are more, a final one says how many are in the log.
    """
    unlisted = 0
    for problems_ in (problems.errors, problems.warnings):
        yield from (problem.github() for problem in problems_[:SHOWN_ON_GITHUB])
        unlisted += len(problems_[SHOWN_ON_GITHUB:])
    if unlisted:
        yield f"::notice::{unlisted} more problems stand in the log of this step"


def on_github() -> bool:
    """Whether problems should also be printed as workflow commands."""
    return os.environ.get("GITHUB_ACTIONS") == "true"
