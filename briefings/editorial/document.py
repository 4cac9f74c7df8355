"""Parses a YAML file of `editorial/` into plain values, each with its line and column.

The file is composed, not constructed: nodes keep their position, dates remain text, and duplicate
keys are detected. Tags, anchors and aliases are rejected, so that a file can neither create objects
nor grow without bound.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .. import yaml_nodes
from ..model import Where
from ..problems import Problems
from ..yaml_nodes import (
    MappingNode,
    MarkedYAMLError,
    Node,
    ReaderError,
    ScalarNode,
    SequenceNode,
    YAMLError,
)

Loc = tuple[int | str, ...]

# Conflict markers left by git; no valid YAML line begins like this.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)
_TAG = "tag:yaml.org,2002:"
_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "value", "merge", "map", "seq"}


@dataclass(frozen=True, slots=True)
class Document:
    """The values of a file; `keys` and `values` have the position at which each of them starts."""

    path: str
    data: object
    keys: dict[Loc, Where] = field(default_factory=dict)
    values: dict[Loc, Where] = field(default_factory=dict)

    def where(self, loc: Loc) -> Where:
        """The position of a value; if it does not exist, that of the nearest value around it."""
        while loc and loc not in self.values:
            loc = loc[:-1]
        return self.values.get(loc, Where(self.path, 1, 1))

    def key(self, loc: Loc) -> Where:
        """The position of a value's key; in a list, that of the value itself."""
        return self.keys.get(loc) or self.where(loc)


def as_typed(path: Path) -> str:
    """A path as an editor would type it: relative to the current folder if it is below it.

    >>> as_typed(Path.cwd() / "editorial" / "people.yml")
    'editorial/people.yml'
    """
    full, current = path.resolve(), Path.cwd().resolve()
    return full.relative_to(current).as_posix() if full.is_relative_to(current) else full.as_posix()


def compose(name: str, text: str, problems: Problems) -> Document | None:
    """Parses the text of a file; None if it is unusable or empty.

    `name` is the file's path as an editor would type it. Problems are reported.
    """
    if conflict := _CONFLICT.search(text):
        problems.error(
            "conflict", name, "two versions stand here side by side: a merge was left unfinished",
            "keep one of the two, or both, and remove the lines <<<<<<<, ======= and >>>>>>>",
            text.count("\n", 0, conflict.start()) + 1, 1,
        )  # fmt: skip
        return None
    try:
        node = yaml_nodes.compose(text)
        return _Plain(name, problems).document(node) if node is not None else None
    except YAMLError as error:
        _broken(error, text, name, problems)
    except RecursionError:
        problems.error(
            "broken-yaml", name, "the file nests lists and maps hundreds of levels deep",
            "check brackets and indentation",
        )  # fmt: skip
    return None


Compose = Callable[[str, str, Problems], Document | None]
"""`compose`, or a function that returns cached results of it."""


def read(path: Path, problems: Problems, composing: Compose = compose) -> Document | None:
    """Reads the file's document; None if it is unusable or empty. Problems are reported."""
    name = as_typed(path)
    text = _text(path, name, problems)
    return None if text is None else composing(name, text, problems)


def _text(path: Path, name: str, problems: Problems) -> str | None:
    try:
        # Reading a named pipe would block until something writes to it.
        if not path.is_file() and not path.is_dir() and path.exists():
            raise OSError(errno.EINVAL, "it is not a regular file")
        data = path.read_bytes()
    except OSError as error:
        problems.error(
            "file-unreadable", name, f"the file cannot be read: {error.strerror}",
            "check that it is a file, and its permissions",
        )  # fmt: skip
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        preceding = data[: error.start]
        problems.error(
            "not-utf-8", name, f"byte 0x{data[error.start]:02x} is not UTF-8",
            "save the file as UTF-8",
            preceding.count(b"\n") + 1, len(preceding) - preceding.rfind(b"\n"),
        )  # fmt: skip
        return None


def _broken(error: YAMLError, text: str, name: str, problems: Problems) -> None:
    line, column, message = 1, 1, "it is not readable YAML"
    if isinstance(error, MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            line, column = mark.line + 1, mark.column + 1
        message = " ".join(part for part in (error.context, error.problem) if part)
        if error.problem_mark is not None and error.context_mark is not None:
            opened = error.context_mark.line + 1
            message += f", begun on line {opened}" if opened != line else ""
    elif isinstance(error, ReaderError):
        preceding = text[: error.position]
        line, column = preceding.count("\n") + 1, len(preceding) - preceding.rfind("\n")
        message = f"a character that YAML does not allow: {_shown(error.character)}"
    problems.error("broken-yaml", name, f"broken YAML: {message}", _advice(message), line, column)


def _shown(character: object) -> str:
    return f"U+{character:04X}" if isinstance(character, int) else repr(character)


def _advice(message: str) -> str:
    if "mapping values are not allowed" in message:
        return "indent keys alike; put a value that holds ': ' in quotes"
    if "'\\t'" in message:
        return "indent with spaces, not with tabs"
    if "undefined alias" in message:
        return "put a value that begins with '*' in quotes"
    if "another document" in message:
        return "keep to one document: take the line '---' out"
    if "quoted scalar" in message:
        return "close the quotation mark"
    return "check indentation, quotation marks and brackets"


class _Plain:
    """Converts nodes to plain values and records their positions."""

    def __init__(self, path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._keys: dict[Loc, Where] = {}
        self._values: dict[Loc, Where] = {}
        self._seen: set[int] = set()
        self._usable = True

    def document(self, node: Node) -> Document | None:
        data = self._value(node, ())
        return Document(self._path, data, self._keys, self._values) if self._usable else None

    def _where(self, node: Node) -> Where:
        return Where(self._path, node.start_mark.line + 1, node.start_mark.column + 1)

    def _error(self, rule: str, node: Node, message: str, hint: str) -> None:
        where = self._where(node)
        self._problems.error_at(rule, where, message, hint)

    def _value(self, node: Node, loc: Loc) -> object:
        self._values[loc] = self._where(node)
        if id(node) in self._seen:
            self._error(
                "yaml-alias", node, "an alias stands for a value written elsewhere",
                "write the value out here too",
            )  # fmt: skip
            self._usable = False
            return None
        self._seen.add(id(node))
        if (node.tag or "").removeprefix(_TAG) not in _TAGS:
            self._error(
                "yaml-tag", node, f"the tag '{node.tag}' has no meaning here",
                "put a value that begins with '!' in quotes",
            )  # fmt: skip
            self._usable = False
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, SequenceNode):
            return [self._value(item, (*loc, n)) for n, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: MappingNode, loc: Loc) -> dict[str, object]:
        mapping: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                self._error(
                    "key-not-text", key_node, "a key is not a plain word", "write 'key: value'"
                )
                continue
            key = str(key_node.value)
            where = (*loc, key)
            if key in mapping:
                self._error(
                    "duplicate-key", key_node,
                    f"'{key}' is a duplicate; the first is on line {self._keys[where].line}",
                    "merge the two or give this one another name",
                )  # fmt: skip
                continue
            self._keys[where] = self._where(key_node)
            mapping[key] = self._value(value_node, where)
            if mapping[key] is None:
                # The parser places a missing value where the next one begins.
                self._values[where] = self._keys[where]
        return mapping


def _scalar(node: Node) -> object:
    kind, value = (node.tag or "").removeprefix(_TAG), str(node.value)
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() in ("true", "yes", "on")
    if kind in ("int", "float"):
        return _number(value.replace("_", ""), kind == "int")
    return value


def _number(digits: str, is_whole: bool) -> object:
    """The number; the text itself if it is too long for a number."""
    try:
        if not is_whole:
            return float(digits.replace(".inf", "inf").replace(".nan", "nan"))
        return int(digits, 0) if digits.lstrip("+-")[:2] in ("0x", "0o") else int(digits)
    except ValueError:
        return digits
