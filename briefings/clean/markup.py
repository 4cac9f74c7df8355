"""Markup to blocks, with the place in the source of every character."""

from __future__ import annotations

import re
from collections.abc import Set

from bs4 import BeautifulSoup, Tag

from ..model import Block, Removal, Source, Span
from .markdown import is_markdown
from .marks import Reader, has_markup, printable
from .tree import Collector

_STRUCTURE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:p|br|div|li|h[1-6]|td)\b", re.IGNORECASE)


def blocks_of(
    source: Source, first: int = 0, keep: Set[int] = frozenset()
) -> tuple[list[Block], list[Removal]]:
    """The blocks of a source from its line of index `first` on, and what was no text.

    In plain text each line is a block, and markup in it is junk; in HTML white space folds and
    elements make the blocks.  Which of the two a file is, its content says, not its name.
    """
    text = "\n".join(source.lines[first:])
    markdown = is_markdown(source)
    if not markdown and not has_markup(text):
        return _lines(source, first), []
    as_html = bool(_STRUCTURE.search(text)) or _made_of_paragraphs(source, text)
    reader = Reader(text, first, as_html, markdown and not as_html)
    soup = _Soup(reader.marked(), "html.parser")
    collector = Collector(reader, as_html, keep)
    collector.check_depth(soup)
    collector.collect(soup)
    return collector.blocks, reader.removals + collector.removals


class _Soup(BeautifulSoup):
    """A tree that is read by its contents alone, downwards.

    BeautifulSoup links each element to the next in the order of the text as well, and looks for
    that one in all elements that are still open: thousands of times, where tags never close.
    """

    def _linkage_fixer(self, el: Tag) -> None:
        """Nothing: nobody follows these links."""


def _lines(source: Source, first: int) -> list[Block]:
    """A block for each line of a text without any markup."""
    blocks: list[Block] = []
    last = 0
    for n, line in enumerate(source.lines[first:], first + 1):
        text = " ".join(printable(line).split())
        if text:
            start = len(line) - len(line.lstrip())
            span = Span(n, start, len(line.rstrip()))
            blocks.append(Block(text, (span,), "", n - last - 1 if last else 0))
            last = n
    return blocks


def _made_of_paragraphs(source: Source, text: str) -> bool:
    tags = len(_PARAGRAPH.findall(text))
    lines = [line for line in source.lines if line.strip()]
    if source.markup == "html":
        # A text with remains of markup, saved as a page: its blank lines part the paragraphs.
        plain = sum(1 for line in lines if "<" not in line)
        return tags > 0 and not (plain > tags and plain * 2 >= len(lines))
    return tags >= 3 and tags * 2 > len(lines)
