"""Edits YAML files of `editorial/` as text, so that comments, order and style are kept.

The parser only locates nodes; it does not write anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..yaml_nodes import MappingNode, Node, SequenceNode, compose
from ..yaml_values import quoted


class UnfitError(Exception):
    """Raised if a person must make the edit; `line` counts from 1, and 0 means the whole file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def add_aliases(
    text: str, id_: str, name: str, spellings: Sequence[tuple[str, Sequence[str]]]
) -> str:
    """Returns a file of names in which entry `id_` has the names of `spellings` (id, names) as
    aliases.

    The entry is created if it does not exist. Entries of the others are removed, and their aliases
    are moved along. Raises `UnfitError` if one of them contains more than names.
    """
    names: list[str] = []
    for spelling, printed in spellings:
        names += printed
        root = _root(text)
        entry = _child(root, spelling) if root else None
        if entry is not None:
            names += _names(entry, spelling)
            text = _without(text, spelling)
    root = _root(text)
    entry = _child(root, id_) if root else None
    if entry is None:
        return _appended(text, [f"{id_}:", f"  name: {quoted(name)}", *_listed(names, 2)])
    if not isinstance(entry, MappingNode):
        raise UnfitError(f"the entry '{id_}' is not a mapping", entry.start_mark.line + 1)
    known_names = {_folded(name) for name in _names(entry, id_, more=True)}
    fresh: list[str] = []
    for alias in names:
        if _folded(alias) not in known_names:
            known_names.add(_folded(alias))
            fresh.append(alias)
    return _into(text, entry, fresh) if fresh else text


def add_redirect(text: str, old: str, new: str) -> str:
    """The file of redirects with one added, unless `old` already has one.

    Existing redirects to `old` are left: they are followed through the new one.
    """
    root = _root(text)
    if root and _child(root, old) is not None:
        return text
    return _appended(text, [f"{old}: {new}"])


def _root(text: str) -> MappingNode | None:
    node = compose(text)
    return node if isinstance(node, MappingNode) else None


def _child(node: MappingNode, key: str) -> Node | None:
    aliases: Node | None = next((value for name, value in node.value if name.value == key), None)
    return aliases


def _names(entry: Node, id_: str, more: bool = False) -> list[str]:
    """The name and aliases of an entry; unless `more` is true, nothing else may be in it."""
    if not isinstance(entry, MappingNode):
        raise UnfitError(f"the entry '{id_}' is not a mapping", entry.start_mark.line + 1)
    names: list[str] = []
    for key, value in entry.value:
        if key.value == "name":
            names.append(str(value.value))
        elif key.value == "aliases" and isinstance(value, SequenceNode):
            names += [str(alias.value) for alias in value.value]
        elif not more:
            raise UnfitError(
                f"the entry '{id_}' would go, and has a '{key.value}' of its own",
                key.start_mark.line + 1,
            )
    return names


def _without(text: str, id_: str) -> str:
    """The text without the lines of an entry, the comment directly above it and one blank line."""
    root = _root(text)
    if root is None:
        return text
    keys = [key for key, _ in root.value]
    n = next(n for n, key in enumerate(keys) if key.value == id_)
    if root.flow_style:
        raise UnfitError(
            f"the entry '{id_}' shares a line with other entries", keys[n].start_mark.line + 1
        )
    lines = text.splitlines(keepends=True)
    start = keys[n].start_mark.line
    end = keys[n + 1].start_mark.line if n + 1 < len(keys) else len(lines)
    # Comments above the next entry belong to that entry.
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    if end < len(lines) and not lines[end].strip():
        end += 1
    return "".join(lines[:start] + lines[end:])


def _into(text: str, entry: MappingNode, fresh: Sequence[str]) -> str:
    """The text with aliases added to an entry, whether or not it already has some."""
    aliases = _child(entry, "aliases")
    added = ", ".join(quoted(name) for name in fresh)
    if isinstance(aliases, SequenceNode) and aliases.flow_style:
        at = aliases.end_mark.index - 1
        preceding = text[:at].rstrip()
        joint = "" if preceding.endswith("[") else " " if preceding.endswith(",") else ", "
        return f"{preceding}{joint}{added}{text[at:]}"
    if isinstance(aliases, SequenceNode) and aliases.value:
        last = aliases.value[-1]
        indent = " " * aliases.start_mark.column
        return _after(text, last.end_mark.line, last, [f"{indent}- {quoted(o)}" for o in fresh])
    if aliases is not None:
        raise UnfitError("'aliases' is not a list", aliases.start_mark.line + 1)
    name_key, name = next(
        ((key, value) for key, value in entry.value if key.value == "name"), (None, None)
    )
    if name_key is None or name is None:
        raise UnfitError("the entry has no name", entry.start_mark.line + 1)
    if entry.flow_style:
        at = name.end_mark.index
        return f"{text[:at]}, aliases: [{added}]{text[at:]}"
    return _after(text, name.end_mark.line, name, _listed(fresh, name_key.start_mark.column))


def _after(text: str, line: int, node: Node, added: Sequence[str]) -> str:
    """The text with lines inserted after the line on which a value ends."""
    # The end of a block scalar is the start of the next line.
    last = line - 1 if node.end_mark.column == 0 and line > node.start_mark.line else line
    lines = text.splitlines(keepends=True)
    end = _line_end(text)
    if last >= len(lines) - 1 and lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    return "".join([*lines[: last + 1], *(f"{line}{end}" for line in added), *lines[last + 1 :]])


def _listed(names: Sequence[str], indent: int) -> list[str]:
    space = " " * indent
    return [f"{space}aliases:", *(f"{space}  - {quoted(name)}" for name in names)]


def _appended(text: str, added: Sequence[str]) -> str:
    end = _line_end(text)
    if text and not text.endswith(("\n", "\r")):
        text += end
    return text + "".join(f"{line}{end}" for line in added)


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
