"""Whole pages of a small corpus, against what a reader of its texts must find on them."""

from __future__ import annotations

import re
from functools import cache

import markdown
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from mkdocs.utils.meta import get_data

from briefings.model.page import SiteInfo
from briefings.render import render
from briefings.views import views
from tests.command import ROOT
from tests.gathered import gathered

QUAYS = ROOT / "tests" / "cases" / "pages" / "quays"
_INLINE = {
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time",
}  # fmt: skip
_CELLS = {"td", "th"}
_SHORT = {
    "Transcript, Harbour Ministry, 4 March 2020": "T20",
    "Transcript, Harbour Ministry, 3 March 2021": "T21",
    "Transcript, Harbour Ministry, 2 March 2022": "T22",
    "The Gull, 3 March 2022": "G22",
}


def _expected() -> dict[str, list[list[str]]]:
    """The groups of lines of each page."""
    pages: dict[str, list[list[str]]] = {}
    for part in (QUAYS / "pages.txt").read_text("utf-8").split("# ")[1:]:
        name, _, rest = part.partition("\n")
        pages[name] = [group.split("\n") for group in rest.strip().split("\n\n")]
    return pages


@cache
def _pages() -> dict[str, BeautifulSoup]:
    corpus, _ = gathered(QUAYS / "seeds", QUAYS / "editorial")
    site = SiteInfo("Quays", "What was said.", "https://example.org/q/")
    pages = {}
    for page in views(corpus, site):
        body, _ = get_data(render(page))
        written = markdown.markdown(body, extensions=["attr_list", "tables", "toc"])
        pages[_short(page.url).strip("/") or "home"] = BeautifulSoup(written, "html.parser")
    return pages


def _short(line: str) -> str:
    line = re.sub(r"(?:briefings/)?20(\d\d)-03-0\d-quays-of-norport", r"B\1", line)
    for words, short in _SHORT.items():
        line = line.replace(words, short)
    return re.sub(r"(<?)(?:\.\./)+", r"\1", line)


def _lines(soup: Tag) -> list[str]:
    """A page as lines: one for each block, a row of a table with its cells side by side."""
    lines: list[list[str]] = [[]]

    def read(node: Tag) -> None:
        block = node.name not in _INLINE | _CELLS
        if block:
            lines.append([])
        if node.name in _CELLS:
            lines[-1].append(" | ")
        for child in node.children:
            if isinstance(child, Tag):
                read(child)
            elif type(child) is NavigableString:
                lines[-1].append(child)
        if node.name == "a" and node.get("href"):
            lines[-1].append(f" <{node['href']}>")
        if block:
            lines.append([])

    read(soup)
    joined = (_short(" ".join("".join(parts).split())) for parts in lines)
    return [line for line in joined if line]


@pytest.mark.parametrize(("name", "groups"), _expected().items(), ids=list(_expected()))
def test_a_page_holds_what_a_reader_expects(name: str, groups: list[list[str]]) -> None:
    lines = _lines(_pages()[name])
    at = 0
    for group in groups:
        starts = [n for n in range(at, len(lines)) if lines[n] == group[0]]
        assert starts, f"{name}: {group[0]!r} does not stand after line {at}:\n" + "\n".join(
            lines[at:]
        )
        best = max(starts, key=lambda n: _agreement(lines[n:], group))
        assert lines[best : best + len(group)] == group
        at = best + len(group)


def _agreement(lines: list[str], group: list[str]) -> int:
    """How many lines of a group stand here before one is another."""
    pairs = zip(lines, group, strict=False)
    return next((n for n, (line, wanted) in enumerate(pairs) if line != wanted), len(group))
