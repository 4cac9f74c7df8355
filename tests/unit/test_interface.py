"""The interface texts: complete, checked, and used instead of literals."""

from __future__ import annotations

import ast
import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import nodes

from briefings import interface
from briefings.interface import reading
from briefings.problems import Problems
from briefings.render import _environment
from tests.command import ROOT

WORDS = interface.PATH.read_text("utf-8")


@pytest.fixture(name="told")
def told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str], list[str]]]:
    path = tmp_path / "interface.yml"
    monkeypatch.setattr(reading, "PATH", path)

    def told(text: str) -> list[str]:
        path.write_text(text, "utf-8")
        interface.reload()
        problems = Problems()
        interface.check(problems)
        return [str(one).removeprefix(f"{tmp_path}/") for one in problems]

    yield told
    monkeypatch.undo()
    interface.reload()


def test_the_list_is_whole() -> None:
    problems = Problems()
    interface.check(problems)
    assert list(problems) == []
    for name in get_args(interface.SectionName):
        assert interface.section(name).means.endswith(".")
    for name in get_args(interface.ThingName):
        assert interface.thing(name).means.endswith(".")


def test_an_unknown_key_is_told_with_its_place_and_what_may_be_meant(
    told: Callable[[str], list[str]],
) -> None:
    line = WORDS[: WORDS.index("  numbers:\n")].count("\n") + 1
    wrong = told(WORDS.replace("  numbers:\n", "  nunbers:\n", 1))
    assert len(wrong) == 2
    assert f"interface.yml:{line}:3: error: unknown key 'nunbers' in sections" in wrong[1]
    assert "did you mean 'numbers'?" in wrong[1]
    assert "'numbers' is missing in sections" in wrong[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("    title: Numbers\n", "", "'title' is missing in numbers"),
        ("    title: Numbers\n", "    title: [Numbers]\n", "'title' should be text"),
        ("    title: Numbers\n", "    title: ''\n", "'title' should be text"),
        ("    title: Numbers\n", "    title: 12\n", "'title' should be text"),
        ("    title: Numbers\n", "    title: A\n    title: B\n", "'title' stands here a second"),
        ("    partial-transcript: partial transcript\n", "", "'partial-transcript' is missing"),
        ("\nthings:\n", "\nthings: []\nrest:\n", "things should be a map"),
        ("\nthings:\n", "\n\tthings:\n", "broken YAML"),
        ("    close: Close\n", "    close: [Close]\n", "'close' should be text"),
        ("    close: Close\n", "    Close: Close\n", "'Close' in reading should be small letters"),
        ("    close: Close\n", "    close: '{1}'\n", "'close' has a brace or bracket without"),
        ("    close: Close\n", "    close: {one: Close}\n", "'close' should be text"),
        (
            "    close: Close\n",
            "    close: Close {count}\n",
            "nothing goes in at {count} in 'close'",
        ),
        ("    close: Close\n", "    clse: Close\n", "unknown key 'clse' in reading"),
        ("    close: Close\n", "    clse: Close\n", "'close' is missing in reading"),
        (
            "Source, {line}",
            "Source, {lien}",
            "nothing goes in at {lien} in 'source' (did you mean {l",
        ),
        (
            "Source, {line}",
            "Source, {lien}",
            "{line} is missing in 'source' (words go in at {line})",
        ),
        ("Source, {line}", "Source, its line", "{line} is missing in 'source'"),
        ("{count} hit |", "{count} hit | hit |", "'hits' has more than two forms"),
        ("{count} hit | {count} hits", "hits", "{count} is missing in 'hits'"),
        ("    close: Close\n", "    close: A\n    close: B\n", "'close' stands here a second"),
        ("\nscripts:\n", "\nscript:\n", "did you mean 'scripts'?"),
    ],
)
def test_what_is_wrong_with_the_list_is_told(
    told: Callable[[str], list[str]], old: str, new: str, said: str
) -> None:
    wrong = told(WORDS.replace(old, new, 1))
    assert any(said in one and re.search(r"interface\.yml:\d+:\d+: error", one) for one in wrong)
    with pytest.raises(interface.InterfaceError, match=r"interface\.yml:\d+"):
        interface.section("numbers")


@pytest.mark.parametrize("text", ["", "- a\n", "sections: &a {b: *a}\n"])
def test_a_list_that_is_none_is_told(told: Callable[[str], list[str]], text: str) -> None:
    assert told(text)


def test_a_list_that_cannot_be_read_is_told(told: Callable[[str], list[str]]) -> None:
    told(WORDS)
    reading.PATH.write_bytes(b"\xff\xfe")
    interface.reload()
    problems = Problems()
    interface.check(problems)
    assert "cannot be read" in str(next(iter(problems)))


def test_templates_ask_for_words_that_there_are() -> None:
    asked = re.compile(r"interface\.(section|thing)\(\"([^\"]*)\"\)")
    known = {
        "section": get_args(interface.SectionName),
        "thing": get_args(interface.ThingName),
    }
    found = [
        (template.name, kind, name)
        for template in sorted((ROOT / "templates").rglob("*.j2"))
        for kind, name in asked.findall(template.read_text("utf-8"))
    ]
    assert found
    assert [one for one in found if one[2] not in known[one[1]]] == []


@functools.cache
def _said() -> set[tuple[str, str]]:
    """Return the texts that views, templates and scripts use, by part and key as in Python."""
    python = sorted((ROOT / "briefings").rglob("*.py"))
    templates = sorted((ROOT / "templates").rglob("*.j2"))
    said: set[tuple[str, str]] = set()
    for path in (*python, *templates):
        text = path.read_text("utf-8")
        said |= set(re.findall(r"\bsay\.(\w+)\s*\.(\w+)", text))
        for name, part in re.findall(r"\b(\w+) = say\.(\w+)$", text, re.MULTILINE):
            said |= {(part, key) for key in re.findall(rf"\b{name}\.(\w+)", text)}
        # `words, section = say.programs, interface.section`
        for name, part in re.findall(r"\b(\w+), \w+ = say\.(\w+),", text):
            said |= {(part, key) for key in re.findall(rf"\b{name}\.(\w+)", text)}
    return said


def test_every_text_of_pages_is_said_by_one() -> None:
    listed = {
        (reading.python_name(part), reading.python_name(key))
        for part, texts in reading.words().pages.items()
        for key in texts
    }
    assert sorted(listed - _said()) == []


def test_templates_fill_in_what_each_text_asks_for() -> None:
    """For views, mypy checks this."""
    texts = reading.words().pages | reading.words().scripts
    wrong = []
    for template in _environment().list_templates(("j2",)):
        source = (ROOT / "templates" / template).read_text("utf-8")
        tree = _environment().parse(source)
        filled = {
            id(call.node): {one.key for one in call.kwargs} for call in tree.find_all(nodes.Call)
        }
        for one in tree.find_all(nodes.Getattr):
            part = one.node
            if not (isinstance(part, nodes.Getattr) and isinstance(part.node, nodes.Name)):
                continue
            if part.node.name != "say":
                continue
            text = texts.get(part.attr.replace("_", "-"), {}).get(one.attr.replace("_", "-"))
            slots = set() if text is None or isinstance(text, str) else set(text.slots)
            given = filled.get(id(one))
            if text is None or (given is not None and given != slots):
                wrong.append(f"{template}:{one.lineno} {part.attr}.{one.attr} {given}")
    assert wrong == []


# Strings that look like words but are not shown: names in the data, tasks that are recorded,
# words of texts, a line for an editor's file.
_NO_WORDS = {
    "asks or answers", "briefing checks", "required name=words", "page {}", "year on year",
    "checked.yml, {}: {}", "sources/{}.yml: {}",
}  # fmt: skip


def _literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield strings of two or more words, except docstrings, errors, patterns and tags.

    Replacement fields are shown as {}.
    """
    unseen: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            unseen.add(id(node.value))
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        ):
            unseen |= {id(one) for one in ast.walk(node)}
        elif isinstance(node, ast.JoinedStr):
            unseen |= {id(one) for one in node.values}
    for node in ast.walk(tree):
        if id(node) in unseen:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(
                str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values
            )
        else:
            continue
        if _TWO_WORDS.search(text) and not re.search(r"[<\\]", text):
            yield node.lineno, text


def _is_unseen(node: ast.Raise | ast.Call) -> bool:
    return isinstance(node, ast.Raise) or ast.unparse(node.func) == "re.compile"


_TWO_WORDS = re.compile(r"[A-Za-z’]{2,}[,;:.]? (?:[A-Za-z’“(]|\{\})|\{\}[,;:.]? [A-Za-z]{2,}")


@pytest.mark.parametrize(
    ("code", "literals"),
    [
        ('title = "Last seen"', ["Last seen"]),
        ('say(f"{name} in {year}")', ["{} in {}"]),
        ("say(f\"{a}{b if c else 'two words'}\")", ["two words"]),
        ('"""Two words."""\nraise ValueError("two words")', []),
        ('A = re.compile(r"two words")\nB = "word"\nC = f"{a}, {b}"\nD = \'<p class="a b">\'', []),
    ],
)
def test_words_for_readers_are_told_from_other_literals(code: str, literals: list[str]) -> None:
    assert [text for _, text in _literals(ast.parse(code))] == literals


def test_no_view_has_a_sentence_of_its_own() -> None:
    own = [
        f"{path.relative_to(ROOT)}:{line} {text!r}"
        for path in sorted((ROOT / "briefings" / "views").glob("*.py"))
        for line, text in _literals(ast.parse(path.read_text("utf-8")))
        if text not in _NO_WORDS
    ]
    assert own == []


def test_no_view_counts_a_thing_of_the_list_in_words_of_its_own() -> None:
    """`interface.count` knows singular and plural; `wording.count` is for other words."""
    listed = {interface.thing(name).one for name in get_args(interface.ThingName)}
    own = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.args[1].value}"
        for path in sorted((ROOT / "briefings" / "views").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "wording.count"
        and isinstance(node.args[1], ast.Constant)
        and node.args[1].value in listed
    ]
    assert own == []


def test_no_view_writes_the_title_of_a_section_itself() -> None:
    """Claims that are judged (`accuracy`) are not sections, though some have the same name."""
    titles = {interface.section(name).title for name in get_args(interface.SectionName)}
    own = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for path in sorted((ROOT / "briefings" / "views").glob("*.py"))
        if path.name != "accuracy.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in titles
    ]
    assert own == []
