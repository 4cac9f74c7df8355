"""Rejoin the paragraphs of hard-wrapped text."""

from __future__ import annotations

import re
from itertools import pairwise

from ..languages import ENGLISH, Language
from ..model import Block

# No mail program or typewriter wraps at a wider column; longer lines are whole paragraphs.
WIDEST = 120
NARROWEST = 40
_LONGEST_LABEL = 220
# If this many lines, and this share of all, stop within a sentence, the text is wrapped.
_FEWEST = 3
_SHORTEST = 20
_SHARE = 0.3

# A URL that no program can wrap says nothing about the width of a file.
_UNBREAKABLE = re.compile(r"\S{60}")
_ENDS = re.compile(r"[.!?:;…—-][\"'”’)\]]*$")


def is_page_number(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a line is only a page number, such as "Page 2 of 21"."""
    return len(text) < 24 and language.pages.page_number.fullmatch(text) is not None


def unwrap(blocks: list[Block]) -> list[Block]:
    """Join a line to the previous one if that was full, so that the next word did not fit.

    If lines are ragged, as in text from a PDF, a line that stops within a sentence is joined to a
    next line that begins in lower case. Lines are never joined across a blank or removed line (a
    passage is a range of lines), nor in a file that is not wrapped.
    """
    blocks = list(blocks)
    breakable = [block for block in blocks if not _UNBREAKABLE.search(block.text)]
    width = _width(blocks, breakable)
    ragged = _is_ragged(blocks, breakable)
    runs: list[list[Block]] = []
    for block in blocks:
        previous = runs[-1][-1] if runs else None
        if previous is not None and _goes_on(previous, block, width, ragged):
            runs[-1].append(block)
        else:
            runs.append([block])
    return [_joined(run) for run in runs]


def _extent(block: Block) -> int:
    """Return the width of a line as received: it was wrapped with its mark-up and double spaces."""
    span = block.spans[-1]
    return max(len(block.text), span.end - span.start)


def _joined(run: list[Block]) -> Block:
    if len(run) == 1:
        return run[0]
    text = " ".join(block.text for block in run)
    spans = tuple(span for block in run for span in block.spans)
    return Block(text, spans, "", run[0].gap, run[0].emphasis)


def _goes_on(before: Block, block: Block, width: int, ragged: bool) -> bool:
    if block.gap or before.last_line + 1 != block.line or before.tag or block.tag:
        return False  # a blank or removed line comes between, or one of them is a heading
    if _ends_a_label(before, block):
        return True
    if width and _extent(before) + 1 + len(block.text.split(" ", 1)[0]) > width:
        return True
    return ragged and _is_broken(before, block)


def _ends_a_label(before: Block, block: Block) -> bool:
    """Return whether a label with a name and a role continues on the second line."""
    return (
        block.text[0].islower()
        and block.text.endswith((":", "："))
        and len(before.text) + len(block.text) < _LONGEST_LABEL
        and "," in before.text
        and _ENDS.search(before.text) is None
    )


def _is_broken(before: Block, block: Block) -> bool:
    """Return whether a sentence continues from one line to the next."""
    return (
        _SHORTEST <= len(before.text) <= WIDEST
        and _ENDS.search(before.text) is None
        and block.text[0].islower()
    )


def _neighbours(blocks: list[Block]) -> list[tuple[Block, Block]]:
    return [
        (before, after)
        for before, after in pairwise(blocks)
        if not after.gap and before.last_line + 1 == after.line
    ]


def _is_ragged(blocks: list[Block], breakable: list[Block]) -> bool:
    if max((len(block.text) for block in breakable), default=0) > WIDEST:
        return False
    pairs = _neighbours(blocks)
    broken = sum(1 for before, after in pairs if _is_broken(before, after))
    return broken >= _FEWEST and broken >= len(pairs) * _SHARE


def _width(blocks: list[Block], breakable: list[Block]) -> int:
    """Return the column at which the file is wrapped, or 0 if it is not."""
    width = max((_extent(block) for block in breakable), default=0)
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = _neighbours(blocks)
    full = sum(
        1
        for before, after in pairs
        if _extent(before) + 1 + len(after.text.split(" ", 1)[0]) > width
    )
    return width if full >= 2 and full > len(pairs) * _SHARE else 0
