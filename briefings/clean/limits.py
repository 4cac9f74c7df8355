"""Limits of a source after reading; `read` limits its bytes and lines.

The longest paragraphs of real briefings have about five thousand characters, and unclosed tags nest
a few thousand levels deep. A page far beyond that would be of no use to readers, and processing it
would be wasted.
"""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from ..model import Block

MAX_PARAGRAPH = 300_000
"""The maximum number of characters in a paragraph."""
MAX_DEPTH = 50_000
"""The maximum depth of nested elements."""


class RefusedError(Exception):
    """Raised for a source beyond a limit; has the line where that happens."""

    def __init__(self, rule: str, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.line = line
        self.message = message
        self.hint = hint


def check_paragraphs(blocks: Iterable[Block]) -> None:
    """Raise `RefusedError` if a paragraph is too long."""
    for block in blocks:
        if len(block.text) > MAX_PARAGRAPH:
            raise RefusedError(
                "too-long", block.line,
                f"a paragraph of {len(block.text):,} characters, more than {MAX_PARAGRAPH:,}",
                "break it where its paragraphs end, or check that it is text",
            )  # fmt: skip


def deepest(root: Tag) -> tuple[int, Tag]:
    """Return the depth of the tree and the innermost element."""
    depth, innermost = 0, root
    stack = [(root, 0)]
    while stack:
        node, level = stack.pop()
        if level > depth:
            depth, innermost = level, node
        stack.extend((child, level + 1) for child in node.contents if isinstance(child, Tag))
    return depth, innermost
