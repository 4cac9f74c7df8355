"""Of the theme's style sheets pages load what they use, and no rule that they use is missing."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

from tests.conftest import Built

ROOT = Path(__file__).parents[2]
STYLES = files("material") / "templates" / "assets" / "stylesheets"
SETTINGS = json.loads((ROOT / "docs/assets/css/material.json").read_text("utf-8"))
WORD = re.compile(r"[A-Za-z_][\w-]*")
PIECE = re.compile(r'\[([\w-]+)(?:(.?)=["\']?([\w-]+)["\']?)?\]|([.#]?)([A-Za-z_][\w-]*)|(\*)')
"""A piece of a selector: an attribute, perhaps with its value; a class, an id, an element."""
KEYFRAMES = r"@keyframes [\w-]+\{(?:[^{}]*\{[^{}]*\})*\}"
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "circle", "line", "rect"}

Element = frozenset[str]
"""An element as selectors see it: `ul`, `.class`, `#id`, `[attribute]`, `[attribute=value]`."""


class _Elements(HTMLParser):
    """Collects which elements there are, and which stand right within which."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: set[tuple[Element, Element]] = set()
        self._open: list[tuple[str, Element]] = [("", frozenset())]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {tag}
        for name, value in attrs:
            told.add(f"[{name}]")
            if name == "class":
                told.update(f".{one}" for one in (value or "").split())
            elif name in SETTINGS["attributes"]:
                told.add(f"[{name}={value}]")
        element = frozenset(told)
        self.pairs.add((self._open[-1][1], element))
        if tag not in VOID:
            self._open.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass


def _selectors() -> set[str]:
    """The selectors of the theme's rules, without pseudo-classes and their brackets."""
    css = "".join(one.read_text("utf-8") for one in STYLES.iterdir() if one.name.endswith(".css"))
    css = re.sub(rf"/\*.*?\*/|{KEYFRAMES}", "", css, flags=re.DOTALL)
    heads = re.findall(r"(?<=[{}])([^{}@;]+)(?=\{)", css)
    while (shorter := [re.sub(r"\([^()]*\)", "", head) for head in heads]) != heads:
        heads = shorter
    return {re.sub(r"::?[\w-]+", "", one).strip() for head in heads for one in head.split(",")}


def _asked(compound: str) -> Element:
    asked = set[str]()
    for attribute, operator, value, sort, name, _ in PIECE.findall(compound):
        if attribute:
            asked.add(f"[{attribute}={value}]" if value and not operator else f"[{attribute}]")
        elif name:
            asked.add(f"{sort}{name}")
    return frozenset(asked)


def _may_match(selector: str, pairs: set[tuple[Element, Element]]) -> bool:
    """Whether there are elements for each part of a selector, each child within its parent."""
    parts = re.split(r"\s*([>+~ ])\s*", selector)
    compounds = [_asked(one) for one in parts[::2]]
    before: Element | None = None
    for compound, combinator in zip(compounds, ["", *parts[1::2]], strict=True):
        parent = before if combinator == ">" and before is not None else frozenset()
        if not any(parent <= outer and compound <= inner for outer, inner in pairs):
            return False
        before = compound
    return True


def test_no_rule_of_the_theme_that_pages_use_is_left_out(built: Built, parted: Built) -> None:
    parser = _Elements()
    for path in (*built.pages, *parted.pages):
        parser.feed(path.read_text("utf-8"))
    known = {*SETTINGS["words"], *SETTINGS["left_out"]}
    missing = {
        selector: new
        for selector in sorted(_selectors())
        if (new := sorted(set(WORD.findall(selector)) - known))
        and _may_match(selector, parser.pairs)
    }
    assert not missing, "add these words to docs/assets/css/material.json"


def test_the_words_that_are_kept_are_those_of_the_theme() -> None:
    theirs = {word for selector in _selectors() for word in re.findall(r"[\w-]+", selector)}
    listed = [*SETTINGS["words"], *SETTINGS["left_out"]]
    assert [word for word in listed if word not in theirs] == []
    assert len(set(listed)) == len(listed)
