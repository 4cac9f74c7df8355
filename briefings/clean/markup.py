"""Convert mark-up to blocks, keeping the source position of every character."""

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
    """Return the blocks of a source from the line with index `first` on, and the removals.

    In plain text, each line is a block and mark-up is junk. In HTML, white space is folded and
    elements determine the blocks. The content of a file decides which of the two it is, not its
    suffix.
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
    """A tree that is only traversed downwards, through the contents of its elements.

    BeautifulSoup also links elements in document order. To do so, it searches all open elements for
    each one, which takes too long if thousands of tags are never closed.
    """

    def _linkage_fixer(self, el: Tag) -> None:
        """Do nothing, as these links are not used."""


def _lines(source: Source, first: int) -> list[Block]:
    """Return a block for each non-blank line of a text without mark-up."""
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
        # A text with remnants of mark-up, saved as a page: blank lines separate its paragraphs.
        plain = sum(1 for line in lines if "<" not in line)
        return tags > 0 and not (plain > tags and plain * 2 >= len(lines))
    return tags >= 3 and tags * 2 > len(lines)
