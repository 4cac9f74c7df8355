"""Reads built pages and sources back, with nothing of the package that made them."""

from __future__ import annotations

import html
import re
from pathlib import Path

from bs4 import BeautifulSoup, Tag


def soup(page: Path) -> BeautifulSoup:
    """A page as a browser's parser would take it, closely enough for what we write."""
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def element(page: BeautifulSoup, id_: str) -> Tag:
    """The one element with this id."""
    found = page.find_all(id=id_)
    assert len(found) == 1, f"{len(found)} elements have the id {id_}"
    assert isinstance(found[0], Tag)
    return found[0]


def fold(text: str) -> str:
    """Each run of white space as one space, ends stripped."""
    return " ".join(text.split())


def source_lines(path: Path) -> list[str]:
    """Lines end at LF, CRLF or CR; no other character ends one."""
    lines = re.split(r"\r\n|\r|\n", path.read_bytes().decode("utf-8-sig"))
    return lines[:-1] if lines and not lines[-1] else lines


def visible(text: str) -> str:
    """What a reader would see of a line of HTML: no tags, entities decoded, white space folded."""
    return fold(html.unescape(re.sub(r"<[^<>]*>", "", text)))
