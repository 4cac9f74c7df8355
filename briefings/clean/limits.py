"""What a source may hold at the most; `read` has limits for its bytes and lines.

The longest paragraphs of real briefings have some five thousand characters, and tags that never
close nest some thousand deep.  Far beyond that a page would be of no use to a reader, and what
every stage does for it of no use either.
"""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from ..model import Block

MAX_PARAGRAPH = 300_000
"""Characters in one paragraph."""
MAX_DEPTH = 50_000
"""Elements within one another."""


class RefusedError(Exception):
    """A source that is beyond a limit, with the line where it is."""

    def __init__(self, rule: str, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.line = line
        self.message = message
        self.hint = hint


def check_paragraphs(blocks: Iterable[Block]) -> None:
    """Raises `RefusedError` for a paragraph that is too long."""
    for block in blocks:
        if len(block.text) > MAX_PARAGRAPH:
            raise RefusedError(
                "too-long", block.line,
                f"a paragraph of {len(block.text):,} characters, more than {MAX_PARAGRAPH:,}",
                "break it where its paragraphs end, or check that it is text",
            )  # fmt: skip


def deepest(root: Tag) -> tuple[int, Tag]:
    """How many elements nest, and the innermost of them."""
    depth, found = 0, root
    stack = [(root, 0)]
    while stack:
        node, level = stack.pop()
        if level > depth:
            depth, found = level, node
        stack.extend((child, level + 1) for child in node.contents if isinstance(child, Tag))
    return depth, found
