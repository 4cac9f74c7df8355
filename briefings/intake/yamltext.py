"""Edits a YAML file of `editorial/` as text, a few characters at a time.

Comments, order and formatting are kept: nothing is rewritten unless it changed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, YAMLError, compose


class NotEditableError(Exception):
    """Says in plain words why a file cannot be changed by small edits."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces characters `start` to `end` of a file by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value and the characters of the file that it occupies.

    `loc` is its path from the top: keys of maps, positions in lists.
    """

    loc: tuple[str | int, ...]
    value: str
    start: int
    end: int


class YamlText:
    """One file: its text, all its scalars, and its lists with their items."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        try:
            self._root = compose(text)
        except YAMLError as error:
            raise NotEditableError(f"{path.name} is not valid YAML: {error}") from None

    def scalars(self) -> Iterator[Scalar]:
        """Every value, without keys."""
        if self._root is not None:
            yield from self._scalars(self._root, ())

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of a character, both counted from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1

    def siblings(self, loc: tuple[str | int, ...]) -> dict[str, Scalar]:
        """The plain values, by key, of the map that contains a value."""
        return self._by_map.get(loc[:-1], {})

    @cached_property
    def _by_map(self) -> dict[tuple[str | int, ...], dict[str, Scalar]]:
        """The plain values of every map, by its location."""
        values: dict[tuple[str | int, ...], dict[str, Scalar]] = defaultdict(dict)
        for scalar in self.scalars():
            *loc, key = scalar.loc or ("",)
            if isinstance(key, str):
                values[tuple(loc)][key] = scalar
        return dict(values)

    def top(self, key: str) -> Scalar | None:
        """A plain value at the top level of the file."""
        return next((scalar for scalar in self.scalars() if scalar.loc == (key,)), None)

    def commented(self, locs: Iterable[tuple[str | int, ...]]) -> list[Edit]:
        """Edits that comment out list items, and the list's key if no item is left.

        Raises:
            NotEditableError: if an item shares its line with something else.
        """
        edits = []
        by_list: dict[tuple[str | int, ...], list[int]] = {}
        for loc in locs:
            by_list.setdefault(loc[:-1], []).append(int(loc[-1]))
        for loc_of_list, numbers in by_list.items():
            key, items = self._list(loc_of_list)
            is_emptied = sorted(numbers) == list(range(len(items.value)))
            spans = [self._lines_of(items.value[n], items) for n in numbers]
            if is_emptied:
                spans.append((self._line_start(key.start_mark.index), key.end_mark.index))
            for start, end in spans:
                edits += [
                    Edit(offset, offset, "# ")
                    for offset in range(start, end)
                    if offset == start or self.text[offset - 1] == "\n"
                ]
        return edits

    def appended(self, key: str, entry: str) -> Edit:
        """An edit that appends an item (its lines without indentation) to a list.

        Raises:
            NotEditableError: if the list is in flow style (between brackets).
        """
        pair = self._pairs().get(key)
        if pair is None:
            return self._at_end(f"{key}:\n{_indented(entry, 2)}")
        _, items = pair
        if not isinstance(items, SequenceNode) or items.flow_style or not items.value:
            raise NotEditableError(
                f"{self.path.name} has `{key}` in brackets or empty: write one item per line"
            )
        first = self._lines_of(items.value[0], items)[0]
        indent = len(re.match(r" *", self.text[first:]).group())  # type: ignore[union-attr]
        end = self._lines_of(items.value[-1], items)[1]
        end = self._line_end(end)
        before = "" if self.text[:end].endswith("\n") else "\n"
        return Edit(end, end, before + _indented(entry, indent))

    def prepended(self, entry: str) -> Edit:
        """An edit that inserts an item at the top of a file that is a list.

        Raises:
            NotEditableError: if the file is not a list, or is one in flow style (between brackets).
        """
        if self._root is None:
            return self._at_end(entry)
        if not isinstance(self._root, SequenceNode) or self._root.flow_style:
            raise NotEditableError(f"{self.path.name} is not a list with one item per line")
        first = self._lines_of(self._root.value[0], self._root)[0]
        indent = self._root.value[0].start_mark.column - 2
        return Edit(first, first, _indented(entry, indent))

    def with_value(self, key: str, value: str) -> Edit:
        """An edit that sets a plain value at the top level of the file."""
        current = self.top(key)
        if current is not None:
            return Edit(current.start, current.end, value)
        return self._at_end(f"{key}: {value}\n")

    def _at_end(self, lines: str) -> Edit:
        before = "" if not self.text or self.text.endswith("\n") else "\n"
        return Edit(len(self.text), len(self.text), before + lines)

    def _pairs(self) -> dict[str, tuple[Node, Node]]:
        if not isinstance(self._root, MappingNode):
            return {}
        return {str(key.value): (key, value) for key, value in self._root.value}

    def _scalars(self, node: Node, loc: tuple[str | int, ...]) -> Iterator[Scalar]:
        if isinstance(node, MappingNode):
            for key, value in node.value:
                yield from self._scalars(value, (*loc, str(key.value)))
        elif isinstance(node, SequenceNode):
            for n, value in enumerate(node.value):
                yield from self._scalars(value, (*loc, n))
        elif isinstance(node, ScalarNode):
            yield Scalar(loc, str(node.value), node.start_mark.index, node.end_mark.index)

    def _list(self, loc: tuple[str | int, ...]) -> tuple[Node, SequenceNode]:
        key, items = self._pairs()[str(loc[0])]
        if not isinstance(items, SequenceNode):
            raise NotEditableError(f"{self.path.name} has no list `{loc[0]}`")
        return key, items

    def _lines_of(self, item: Node, items: SequenceNode) -> tuple[int, int]:
        """The span from the start of an item's first line to its last character."""
        start = self._line_start(item.start_mark.index)
        if items.flow_style or not re.fullmatch(
            r"\s*-\s*", self.text[start : item.start_mark.index]
        ):
            line, _ = self.position(item.start_mark.index)
            raise NotEditableError(
                f"{self.path.name} has several items on line {line}: write one item per line"
            )
        return start, max(_last(item), item.start_mark.index)

    def _line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self.text.find("\n", max(offset - 1, 0))
        return len(self.text) if end < 0 else end + 1


def changed(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits.

    >>> changed("a: 1\\nb: 2\\n", [Edit(3, 4, "10"), Edit(8, 9, "20")])
    'a: 10\\nb: 20\\n'
    """
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _last(node: Node) -> int:
    """The offset of a node's last character; the parser ends a map at the start of the
    next token.
    """
    if isinstance(node, MappingNode) and not node.flow_style and node.value:
        return max(_last(value) for _, value in node.value)
    if isinstance(node, SequenceNode) and not node.flow_style and node.value:
        return max(_last(value) for value in node.value)
    return int(node.end_mark.index)


def _indented(entry: str, by: int) -> str:
    return "".join(f"{' ' * by}{line}\n" for line in entry.splitlines())
