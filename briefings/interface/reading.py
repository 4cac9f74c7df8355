"""Reads and checks the list of words, `templates/interface.yml`.

Sections, things and labels are declared in `names`, the texts of pages and scripts in `parts`,
which is generated from the list. A slot that the program does not fill, or one that it fills and
the text lacks, is an error, as is a missing key.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import inspect
import keyword
import re
from collections.abc import Collection, Iterator, Mapping
from types import SimpleNamespace
from typing import NamedTuple, get_args

from briefings.problems import Problem, Problems, shown
from briefings.resources import SITE_FILES
from briefings.yaml_nodes import (
    TEXT,
    MappingNode,
    MarkedYAMLError,
    Node,
    ReaderError,
    ScalarNode,
    YAMLError,
    compose,
)

from . import parts
from .names import LABEL_KEYS, SectionName, ThingName
from .sentences import FORMS, SLOT, Sentence, sentence

PATH = SITE_FILES / "templates" / "interface.yml"

# The structure of the list: maps by key, with None for each text.
_SHAPE: dict[str, dict[str, dict[str, None]]] = {
    "sections": {name: dict.fromkeys(("title", "means")) for name in get_args(SectionName)},
    "things": {name: dict.fromkeys(("one", "many", "means")) for name in get_args(ThingName)},
    "labels": {name: dict.fromkeys(keys) for name, keys in LABEL_KEYS.items()},
}
_HINT = "see templates/interface.yml as it was released"
_SLOTS = "words go in at {name}, elements at <name>, in small letters"
_BUNDLE = "take it out; where the program is to say it, run `npm run bundle`"
_KEY = re.compile(r"[a-z]+(-[a-z]+)*")

Text = str | Sentence
Texts = dict[str, dict[str, Text]]


class InterfaceError(ValueError):
    """The list of words has mistakes; the message says where and which."""


class Words(NamedTuple):
    """The list and its mistakes.

    `named` has sections, things and labels by group and name; `pages` and `scripts` have texts by
    part and key; `parts` has the same texts as `say` returns them.
    """

    named: dict[str, dict[str, dict[str, str]]]
    pages: Texts
    scripts: Texts
    parts: dict[str, SimpleNamespace]
    problems: tuple[Problem, ...]


Known = Mapping[str, Mapping[str, frozenset[str]]]
"""The slots of each text that the program uses, by part and key."""


@functools.cache
def words() -> Words:
    """The list, checked against what the program uses."""
    return read(_known())


def read(known: Known | None) -> Words:
    """The list; its texts are checked against `known`, unless that is None."""
    problems = Problems()
    root = _root(problems)
    named: dict[str, dict[str, dict[str, str]]] = {}
    texts: dict[str, Texts] = {"pages": {}, "scripts": {}}
    groups = {**_SHAPE, "pages": None, "scripts": None}
    for group, node in _entries(root, groups, "the list", problems) if root else ():
        if group in texts:
            texts[group] = dict(_texts(node, group, known, problems))
            continue
        named[group] = {}
        for name, fields in _entries(node, _SHAPE[group], group, problems):
            named[group][name] = {
                key: text
                for key, entry in _entries(fields, _SHAPE[group][name], name, problems)
                if (text := _text(entry, key, problems))
            }
    sentences = {
        python_name(part): SimpleNamespace(**{python_name(key): text for key, text in keys.items()})
        for part, keys in (texts["pages"] | texts["scripts"]).items()
    }
    return Words(named, texts["pages"], texts["scripts"], sentences, tuple(problems))


@functools.cache
def digest() -> str:
    """A hash of the list's file, whether or not it is valid."""
    try:
        return hashlib.sha256(PATH.read_bytes()).hexdigest()
    except OSError:
        return ""


def reload() -> None:
    """Clears the cache, as `serve` does when the list has changed."""
    digest.cache_clear()
    words.cache_clear()


def python_name(key: str) -> str:
    """The name of a key in Python.

    >>> python_name("nothing-found")
    'nothing_found'
    """
    return key.replace("-", "_")


@functools.cache
def _known() -> Known:
    known: dict[str, dict[str, frozenset[str]]] = {}
    for part, of in inspect.get_annotations(parts.Say).items():
        declared = getattr(parts, of)
        slots: dict[str, frozenset[str]] = dict.fromkeys(
            map(_list_name, inspect.get_annotations(declared)), frozenset()
        )
        for key, method in vars(declared).items():
            if inspect.isfunction(method) and not key.startswith("_"):
                slots[_list_name(key)] = frozenset(inspect.signature(method).parameters) - {"self"}
        known[_list_name(part)] = slots
    return known


def _list_name(name: str) -> str:
    """The key in the list for a Python name."""
    return name.replace("_", "-")


def _root(problems: Problems) -> Node | None:
    try:
        root = compose(PATH.read_text("utf-8"))
    except (OSError, ValueError) as error:
        problems.error("interface", shown(PATH), f"cannot be read: {error}", _HINT)
    except (YAMLError, ReaderError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        message = getattr(error, "problem", None) or str(error)
        problems.error("broken-yaml", shown(PATH), f"broken YAML: {message}", _HINT, line, column)
    else:
        if root is None:
            _wrong(None, "the list holds nothing", problems)
        return root
    return None


def _texts(
    node: Node, group: str, known: Known | None, problems: Problems
) -> Iterator[tuple[str, dict[str, Text]]]:
    """The texts of pages or of scripts, by part."""
    for part, entries in _entries(node, None, group, problems):
        expected = None if known is None else known.get(part, {})
        texts: dict[str, Text] = {}
        for key, entry in _entries(entries, expected, part, problems, _BUNDLE):
            text = _pattern(entry, key, problems)
            if text is not None:
                texts[key] = text
                if expected is not None:
                    _compare(text, expected[key], key, entry, problems)
        yield part, texts


def _compare(text: Text, slots: frozenset[str], key: str, node: Node, problems: Problems) -> None:
    """Reports slots that the program does not fill, and values for which there is no slot."""
    has = frozenset() if isinstance(text, str) else frozenset(text.slots)
    for name in sorted(has - slots):
        nearest = difflib.get_close_matches(name, slots, 1)
        hint = f"did you mean {{{nearest[0]}}}?" if nearest else _filled(slots)
        _wrong(node, f"nothing goes in at {{{name}}} in {key!r}", problems, hint)
    for name in sorted(slots - has):
        _wrong(node, f"{{{name}}} is missing in {key!r}", problems, _filled(slots))


def _filled(slots: Collection[str]) -> str:
    listed = ", ".join(f"{{{name}}}" for name in sorted(slots))
    return f"words go in at {listed}" if slots else "no words go in here"


def _pattern(node: Node, key: str, problems: Problems) -> Text | None:
    """A text with slots; other braces and angle brackets, which readers would see, are errors."""
    text = _text(node, key, problems)
    if re.search(r"[{}<>]", SLOT.sub("", text)):
        _wrong(node, f"{key!r} has a brace or bracket without a name in it", problems, _SLOTS)
        return None
    if text.count(FORMS) > 1:
        _wrong(node, f"{key!r} has more than two forms", problems, "one for one, one for others")
        return None
    pattern = sentence(text)
    return pattern if pattern.slots else text


def _entries(
    node: Node | None,
    known: Mapping[str, object] | None,
    of: str,
    problems: Problems,
    otherwise: str = "",
) -> Iterator[tuple[str, Node]]:
    """The entries of a map with known keys; reports unknown and missing ones.

    If no keys are known, a key must be words joined by hyphens.
    """
    if not isinstance(node, MappingNode):
        _wrong(node, f"{of} should be a map", problems)
        return
    known_keys: set[str] = set()
    for key, value in node.value:
        name = key.value if isinstance(key, ScalarNode) else ""
        if name in known_keys:
            _wrong(key, f"{name!r} stands here a second time", problems)
        elif not _KEY.fullmatch(name) or (otherwise and keyword.iskeyword(name)):
            _wrong(key, f"{name!r} in {of} should be small letters and hyphens", problems)
        elif known is not None and name not in known:
            nearest = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are {', '.join(known)}"
            _wrong(key, f"unknown key {name!r} in {of}", problems, otherwise or hint)
        else:
            yield name, value
        known_keys.add(name)
    for name in known or ():
        if name not in known_keys:
            _wrong(node, f"{name!r} is missing in {of}", problems)


def _text(node: Node, key: str, problems: Problems) -> str:
    if isinstance(node, ScalarNode) and node.tag == TEXT and node.value.strip():
        return " ".join(node.value.split())
    _wrong(node, f"{key!r} should be text", problems)
    return ""


def _wrong(node: Node | None, message: str, problems: Problems, hint: str = _HINT) -> None:
    mark = node.start_mark if node is not None else None
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problems.error("interface", shown(PATH), message, hint, line, column)
