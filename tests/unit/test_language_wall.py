"""Words of the texts are only allowed in language packs, not in the code of the stages that read
them.

A string in the code counts as part of a text if the code can only use it for matching: a pattern, a
member of a set, list or tuple, an operand of a comparison, or the start or end of a text. There,
only technical words are allowed: values of closed types, names of groups, and the words listed
here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import pytest

from briefings.languages import LANGUAGES

PACKAGE = Path(__file__).parents[2] / "briefings"
STAGES = (
    "annotate", "clean", "extract", "group", "parse", "proposals", "quotations", "redline",
    "registry", "relate", "survey",
)  # fmt: skip

# Files with words of formats, which are the same in every language: names of elements, attributes
# and encodings, and keys of front matter.
FORMATS = {
    "clean/frontmatter.py", "clean/language.py", "clean/markdown.py", "clean/marks.py",
    "clean/markup.py", "clean/swallowed.py", "clean/tags.py", "clean/tree.py", "parse/ledger.py",
    "read.py", "registry/files.py",
}  # fmt: skip
# Modules that only word messages for readers and editors, and match nothing.
SENTENCES = {
    "extract/figures/refusals.py", "parse/dating.py", "proposals/__init__.py",
    "proposals/writing.py", "quotations/answers.py",
    "quotations/phrases.py", "quotations/telling.py", "relate/compare/discrepancies.py",
    "relate/indicators/comparing.py", "survey/entry.py", "survey/roles.py", "survey/telling.py",
    "survey/unsure.py",
}  # fmt: skip
# Words that the named file matches although they are not words of a text: URLs, codes of currencies
# and names of units, the notation of periods and slugs in data, fields of packs, and the editors'
# Latin.
TECHNICAL = {
    "clean/junk.py": "https www icp 京公网安备 京icp",
    "extract/figures/tokens.py": (
        "us hk nz usd eur gbp cny rmb inr jpy chf aud cad hkd sgd rs https www"
    ),
    "extract/figures/units.py": (
        "us hk nz usd eur gbp cny rmb inr jpy chf aud cad hkd sgd rs km cm mm miles feet percentage"
        " basis nautical"
    ),
    "group/evidence.py": "undated",
    "parse/words.py": "https http ftp www mailto",
    "quotations/paste.py": "sic",
    "quotations/rules.py": "never also words seldom starts letters",
    "quotations/tokens.py": "cf cn co cs cc mn nfkd",
    "relate/indicators/periods.py": "vs",
    "survey/speech.py": "https www",
}
# Values by which the code tells things apart and that are of no closed type: what a figure is found
# by, kinds of units and of tokens, layouts of labels, rules that take a line out, names of lists.
INTERNAL = frozenset(
    "clause noun carried percent points money measure multiple time count word number cases"
    " vehicles times months years brackets parentheses dash bar lower case full stop alone emphasis"
    " gap timestamp pager gallery caption registration related keys section negation addition order"
    " spelling contraction equal big threshold".split()
)
# Methods that return the words of a text, and names of variables for their results.
ASKING = {"lower", "raw", "words", "slice", "before", "after", "head", "casefold", "removesuffix"}
ANSWERS = {"word", "words", "first", "second", "raw", "tail", "verb", "before", "after", "part"}
METHODS = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"}
METHODS |= {"count", "index", "find", "replace"}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _files() -> Iterator[Path]:
    for stage in STAGES:
        if (PACKAGE / stage).is_dir():
            yield from sorted((PACKAGE / stage).rglob("*.py"))
        else:
            yield PACKAGE / f"{stage}.py"


def _words(text: str) -> Iterator[str]:
    """Yield the words of a string or pattern in lower case, without group names, escapes and
    comments."""
    plain = re.sub(
        r"(?m)^\s*#.*$|\(\?P?[<=]\w+[>)]|\(\?[aiLmsux-]+[:)]|\\[a-zA-Z]|\[[^\]]*\]", " ", text
    )
    for word in re.findall(r"[^\W\d_]{2,}", plain):
        yield word.lower()


@cache
def _values() -> frozenset[str]:
    """Return the values of closed types, and the names of groups in patterns."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal":
                found |= {
                    part.value
                    for part in ast.walk(node.slice)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= set(re.findall(r"\(\?P<(\w+)>", node.value))
    return frozenset(found)


@cache
def _vocabulary() -> frozenset[str]:
    """Return every word that a pack contains by itself, in a set or as a key."""
    found: set[str] = set()

    def take(value: object) -> None:
        if isinstance(value, str):
            found.add(value.lower())
        elif is_dataclass(value):
            for field in fields(value):
                take(getattr(value, field.name))
        elif isinstance(value, Iterable):
            for part in value:
                take(part)
            if isinstance(value, Mapping):
                for part in value.values():
                    if not isinstance(part, str):
                        take(part)

    take(tuple(LANGUAGES.values()))
    return frozenset(found)


def _strings(nodes: Iterable[ast.AST | None]) -> Iterator[ast.Constant]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node


def _is_pattern(text: str) -> bool:
    return bool(re.search(r"\\[bswdW]|\(\?|\w\|\w|\[\^", text))


def _matched(tree: ast.Module) -> Iterator[tuple[ast.Constant, bool]]:
    """Yield the strings used for matching, and whether they certainly match a text."""
    top = {id(part) for node in tree.body for part in _own(node)}
    ignored = _ignored(tree)
    for node in ast.walk(tree):
        if id(node) in ignored:
            continue
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            yield from ((part, False) for part in _strings(node.elts))
        elif isinstance(node, ast.Dict) and id(node) in top:
            yield from ((key, False) for key in _strings(node.keys))
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            asked = any(_asks(side) for side in sides)
            for side in sides:
                members = side.elts if isinstance(side, ast.Tuple | ast.Set | ast.List) else [side]
                yield from ((part, asked) for part in _strings(members))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "split":
                yield from ((part, False) for part in _strings(ast.walk(node.func.value)))
            elif node.func.attr in METHODS:
                yield from ((part, True) for part in _strings(node.args))
        elif isinstance(node, ast.Constant) and _is_pattern(str(node.value)):
            yield node, True


def _asks(node: ast.AST) -> bool:
    """Return whether an expression is a word of a text."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "attr", "") in ASKING
    return getattr(node, "attr", getattr(node, "id", "")) in ASKING | ANSWERS


def _own(node: ast.stmt) -> Iterator[ast.AST]:
    """Yield the nodes of a module-level statement that is neither a function nor a class."""
    if not isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield from ast.walk(node)


def _ignored(tree: ast.Module) -> set[int]:
    """Return the ids of docstrings, exported names, types, and subscript keys."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__":
            found |= {id(part) for part in ast.walk(node.value)}
        elif isinstance(node, ast.Subscript):
            found |= {id(part) for part in ast.walk(node.slice)}
    return found


def words_of_texts(path: Path) -> list[str]:
    """Return the strings of a module that contain words of texts, each with its position."""
    name = path.relative_to(PACKAGE).as_posix()
    if name in FORMATS | SENTENCES:
        return []
    technical = set(TECHNICAL.get(name, "").split())
    found = {}
    for node, asked in _matched(_tree(path)):
        text = str(node.value)
        known = text in _values() or set(_words(text)) <= _values() | INTERNAL
        identifier = re.fullmatch(r"[a-z]+(-[a-z]+)+", text) and text not in _vocabulary()
        if (known and not asked) or identifier:
            continue
        allowed = technical if asked else technical | INTERNAL
        if any(word not in allowed for word in _words(text)):
            found[node.lineno, node.col_offset] = f"{name}:{node.lineno} {text[:60]!r}"
    return [found[at] for at in sorted(found)]


@pytest.mark.parametrize("stage", STAGES)
def test_no_words_of_the_texts_stand_in_a_stage(stage: str) -> None:
    found = [
        line
        for path in _files()
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") == stage
        for line in words_of_texts(path)
    ]
    assert found == []
