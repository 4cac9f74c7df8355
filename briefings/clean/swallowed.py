"""Tags that have swallowed text: a quotation mark that was left out, and closed lines below."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import replace

from ..model import Source
from ..problems import Problems
from .marks import tag_over_lines

# The value of an attribute that goes on over the end of its line.
_VALUE = re.compile(r"=\s*(\"[^\"]*\n[^\"]*\"|'[^']*\n[^']*')")


def give_back(
    source: Source, first: int, keep: Set[int], settled: Set[int], problems: Problems
) -> Source:
    """The source with those tags ended that swallow lines which editors rule to be text.

    Lines are looked at from index `first` on; nothing in them moves.  `keep` are the lines that
    are text, `settled` all of which an editor has said anything.  A tag is reported unless one has
    been said of the line in which it begins, or it gives back what it has swallowed.
    """
    text = "\n".join(source.lines)
    starts = [0]
    for one in source.lines:
        starts.append(starts[-1] + len(one) + 1)
    position = starts[min(first, len(source.lines))]
    while (tag := tag_over_lines(text, position)) is not None:
        start, position = tag
        value = _swallowing(text, start, position)
        if value is None:
            continue
        line, last = bisect_right(starts, start), bisect_right(starts, position - 1)
        if not keep.isdisjoint(range(line + 1, last + 1)):
            # Without the mark that opens it the value ends where the author meant it to.
            text = f"{text[:value]} {text[value + 1 :]}"
            position = start
        elif line not in settled:
            problems.warning(
                "tag-over-lines", source.path,
                f"a tag begins here and ends in line {last}: what stands between is not shown",
                "in `roles` of the source's editorial file make a line below it a passage, if that "
                "is text; if it is none, give this line the role that it has",
                line, start - starts[line - 1] + 1,
            )  # fmt: skip
    return replace(source, lines=tuple(text.split("\n"))) if source.lines else source


def _swallowing(text: str, start: int, end: int) -> int | None:
    """Where the value begins that holds lines and other tags; None in a tag that is only long."""
    for value in _VALUE.finditer(text, start, end):
        if "<" in value[1] or ">" in value[1]:
            return value.start(1)
    return None
