"""What things are called on pages: the one list, `templates/interface.yml`.

Navigation titles, headings, counts, badges and labels take their words from it.  It is read when a
word is first asked for; `check` tells an editor what is wrong with it before a site is built.
"""

from __future__ import annotations

import difflib
import functools
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from .model import NoteKind, Quality, SourceKind, TermKind
from .model.figures import DiscrepancyStatus, DiscrepancyType
from .model.relations import CommitmentKind, PairKind
from .problems import Problem, Problems, shown
from .resources import SITE_FILES
from .yaml_nodes import (
    TEXT,
    MappingNode,
    MarkedYAMLError,
    Node,
    ReaderError,
    ScalarNode,
    YAMLError,
    compose,
)

PATH = SITE_FILES / "templates" / "interface.yml"

SectionName = Literal[
    "home", "briefings", "numbers", "indicators", "figures", "people", "speakers", "outlets",
    "subjects", "topics", "terms", "notes", "compare", "side-by-side", "discrepancies",
    "set-phrases", "announcements", "timeline", "sources", "report", "data", "changes", "search",
    "check", "how-to-read", "about",
]  # fmt: skip
ThingName = Literal[
    "briefing", "text", "main-text", "official", "speaker", "person", "chair", "outlet", "turn",
    "question", "answer", "passage", "source", "topic", "term", "mention", "figure", "indicator",
    "note", "discrepancy", "set-phrase", "returning-sentence", "announcement", "change",
]  # fmt: skip
LabelsName = Literal[
    "kinds", "qualities", "correspondence", "term-kinds", "term-groups", "note-kinds",
    "discrepancy-types", "discrepancy-classes", "discrepancy-statuses", "announcement-kinds",
    "announcement-reasons",
]  # fmt: skip
_SECTION_KEYS = ("title", "means")
_THING_KEYS = ("one", "many", "means")
_LABEL_KEYS: dict[LabelsName, tuple[str, ...]] = {
    "kinds": get_args(SourceKind),
    "qualities": get_args(Quality),
    "correspondence": get_args(PairKind),
    "term-kinds": get_args(TermKind),
    "term-groups": get_args(TermKind),
    "note-kinds": get_args(NoteKind),
    "discrepancy-types": get_args(DiscrepancyType),
    "discrepancy-classes": ("fact", "wording"),
    "discrepancy-statuses": get_args(DiscrepancyStatus),
    "announcement-kinds": get_args(CommitmentKind),
    "announcement-reasons": ("date", "number", "measure"),
}
# The shape of the list: a map by key, None where a text stands.
_SHAPE: dict[str, dict[str, dict[str, None]]] = {
    "sections": {name: dict.fromkeys(_SECTION_KEYS) for name in get_args(SectionName)},
    "things": {name: dict.fromkeys(_THING_KEYS) for name in get_args(ThingName)},
    "labels": {name: dict.fromkeys(keys) for name, keys in _LABEL_KEYS.items()},
}
_HINT = "see templates/interface.yml as it was released"
_INSERTIONS = "words go in at {name}, elements at <name>, in small letters"
_KEY = re.compile(r"[a-z]+(-[a-z]+)*")
INSERTION = r"\{(?P<text>[a-z]+)\}|<(?P<element>[a-z]+)>"
"""What scripts put into a text: words or a number at `{name}`, an element at `<name>`."""


class InterfaceError(ValueError):
    """The list of words is not as it should be; says where and what, as editors are told."""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """A part of the site: its title, and what one finds there, in a sentence."""

    title: str
    means: str


@dataclass(frozen=True, slots=True)
class Forms:
    """A text that counts something at `{count}`, for one and for any other number."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class ThingWords:
    """A thing: what one and several are called, and what it is, in a sentence or two."""

    one: str
    many: str
    means: str

    @property
    def title(self) -> str:
        """What several are called, as a heading."""
        return capital(self.many)


def section(name: SectionName) -> SectionWords:
    """What a part of the site is called."""
    return SectionWords(**_words()["sections"][name])


def thing(name: ThingName) -> ThingWords:
    """What a thing is called."""
    return ThingWords(**_words()["things"][name])


def count(number: int, name: ThingName) -> str:
    """How many there are of a thing.

    >>> count(1, "question"), count(1200, "discrepancy")
    ('1 question', '1,200 discrepancies')
    """
    words = thing(name)
    return f"{number:,} {words.one if number == 1 else words.many}"


def scripts() -> dict[str, dict[str, str | Forms]]:
    """The words that scripts show, by part of the site and key (see `interface_scripts`)."""
    _words()
    return _read().scripts


def capital(text: str) -> str:
    """A text that begins with a capital."""
    return text[:1].upper() + text[1:]


class Labels(Mapping[str, str]):
    """The words by which one kind of thing is told apart, by key, in the order of the list."""

    def __init__(self, name: LabelsName) -> None:
        self._name = name

    def __getitem__(self, key: str) -> str:
        return _words()["labels"][self._name][key]

    def __iter__(self) -> Iterator[str]:
        return iter(_words()["labels"][self._name])

    def __len__(self) -> int:
        return len(_words()["labels"][self._name])


def check(problems: Problems) -> None:
    """Tells every mistake of the list, each with its place."""
    problems.extend(_read().problems)


@functools.cache
def digest() -> str:
    """A hash over the list as it stands, however broken."""
    try:
        return hashlib.sha256(PATH.read_bytes()).hexdigest()
    except OSError:
        return ""


def reload() -> None:
    """Has the list read again, as `serve` does when it has changed."""
    digest.cache_clear()
    _read.cache_clear()


def _words() -> dict[str, dict[str, dict[str, str]]]:
    known = _read()
    if known.problems:
        raise InterfaceError("\n".join(map(str, known.problems)))
    return known.words


class _List(NamedTuple):
    """The list, and what is wrong with it."""

    words: dict[str, dict[str, dict[str, str]]]
    scripts: dict[str, dict[str, str | Forms]]
    problems: tuple[Problem, ...]


@functools.cache
def _read() -> _List:
    problems = Problems()
    try:
        root = compose(PATH.read_text("utf-8"))
    except (OSError, ValueError) as error:
        problems.error("interface", shown(PATH), f"cannot be read: {error}", _HINT)
        return _List({}, {}, tuple(problems))
    except (YAMLError, ReaderError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        said = getattr(error, "problem", None) or str(error)
        problems.error("broken-yaml", shown(PATH), f"broken YAML: {said}", _HINT, line, column)
        return _List({}, {}, tuple(problems))
    words: dict[str, dict[str, dict[str, str]]] = {}
    of_scripts: dict[str, dict[str, str | Forms]] = {}
    for group, names in _entries(root, {**_SHAPE, "scripts": None}, "the list", problems):
        if group == "scripts":
            of_scripts = dict(_script_words(names, problems))
            continue
        words[group] = {}
        for name, fields in _entries(names, _SHAPE[group], group, problems):
            words[group][name] = {
                key: text
                for key, node in _entries(fields, _SHAPE[group][name], name, problems)
                if (text := _text(node, key, problems))
            }
    return _List(words, of_scripts, tuple(problems))


def _script_words(node: Node, problems: Problems) -> Iterator[tuple[str, dict[str, str | Forms]]]:
    """Parts and keys are what scripts import; TypeScript tells of one that is missing."""
    for part, texts in _entries(node, None, "scripts", problems):
        words: dict[str, str | Forms] = {}
        for key, text in _entries(texts, None, part, problems):
            if isinstance(text, MappingNode):
                forms = {
                    form: _pattern(one, form, problems)
                    for form, one in _entries(text, {"one": None, "many": None}, key, problems)
                }
                if forms.keys() == {"one", "many"}:
                    words[key] = Forms(**forms)
            else:
                words[key] = _pattern(text, key, problems)
        yield part, words


def _pattern(node: Node, key: str, problems: Problems) -> str:
    """A text with insertions; any other brace or angle bracket would be shown to readers."""
    text = _text(node, key, problems)
    if re.search(r"[{}<>]", re.sub(INSERTION, "", text)):
        _wrong(node, f"{key!r} has a brace or bracket without a name in it", problems, _INSERTIONS)
    return text


def _entries(
    node: Node | None, known: Mapping[str, object] | None, of: str, problems: Problems
) -> Iterator[tuple[str, Node]]:
    """The entries of a map whose keys are known; tells of those that are not, and of those that
    are missing.  Where none are known, keys are words joined by hyphens."""
    if not isinstance(node, MappingNode):
        _wrong(node, f"{of} should be a map", problems)
        return
    seen: set[str] = set()
    for key, value in node.value:
        name = key.value if isinstance(key, ScalarNode) else ""
        if name in seen:
            _wrong(key, f"{name!r} stands here a second time", problems)
        elif known is None:
            if _KEY.fullmatch(name):
                yield name, value
            else:
                _wrong(key, f"{name!r} in {of} should be small letters and hyphens", problems)
        elif name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"
            _wrong(key, f"unknown key {name!r} in {of}", problems, hint)
        else:
            yield name, value
        seen.add(name)
    for name in known or ():
        if name not in seen:
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
