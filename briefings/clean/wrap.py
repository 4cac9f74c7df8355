"""Hard-wrapped text: lines that were broken at a fixed width become paragraphs again."""

from __future__ import annotations

from itertools import pairwise

from ..model import Block

# Wider than this no mail program or typewriter wraps; such lines are paragraphs of their own.
WIDEST = 120
NARROWEST = 40


def unwrap(blocks: list[Block]) -> list[Block]:
    """Joins a line to the one before where that line was full: its next word had no room.

    Nothing is joined over a blank line, nor in a file whose lines are not wrapped at all.
    """
    width = _width(blocks)
    if not width:
        return blocks
    joined: list[Block] = []
    last = ""
    for block in blocks:
        before = joined[-1] if joined else None
        word = block.text.split(" ", 1)[0]
        if (
            before is not None
            and not block.gap
            and before.last_line + 1 == block.line
            and len(last) + 1 + len(word) > width
        ):
            joined[-1] = Block(
                f"{before.text} {block.text}", before.spans + block.spans, before.tag, before.gap
            )
        else:
            joined.append(block)
        last = block.text
    return joined


def _width(blocks: list[Block]) -> int:
    """The column at which the file is wrapped; 0 where it is not."""
    lengths = [len(block.text) for block in blocks]
    if not lengths or max(lengths) > WIDEST or max(lengths) < NARROWEST:
        return 0
    width = max(lengths)
    followed = [
        (len(block.text), len(after.text.split(" ", 1)[0]))
        for block, after in pairwise(blocks)
        if not after.gap and block.last_line + 1 == after.line
    ]
    full = sum(1 for length, word in followed if length + 1 + word > width)
    return width if full >= 2 and full * 2 > len(followed) * 0.6 else 0
