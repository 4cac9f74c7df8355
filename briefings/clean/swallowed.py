"""Repair tags that have swallowed text because a quotation mark is missing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import replace

from ..model import Source
from ..problems import Problems
from .marks import tag_over_lines

# An attribute value that contains a line break.
_VALUE = re.compile(r"=\s*(\"[^\"]*\n[^\"]*\"|'[^']*\n[^']*')")


def give_back(
    source: Source, first: int, keep: Set[int], settled: Set[int], problems: Problems
) -> Source:
    """Return the source with tags closed that swallow lines which editors rule to be text.

    Lines are examined from index `first` on, and no text moves. `keep` are lines ruled to be text,
    and `settled` are all lines with a ruling. A tag that swallows lines is reported, unless it is
    repaired or its first line has a ruling.
    """
    text = "\n".join(source.lines)
    starts = [0]
    for source_line in source.lines:
        starts.append(starts[-1] + len(source_line) + 1)
    position = starts[min(first, len(source.lines))]
    while (tag := tag_over_lines(text, position)) is not None:
        start, position = tag
        value = _swallowing(text, start, position)
        if value is None:
            continue
        line, last = bisect_right(starts, start), bisect_right(starts, position - 1)
        if not keep.isdisjoint(range(line + 1, last + 1)):
            # Without its opening quotation mark, the value ends where the author intended.
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
    """Return the offset of a value that contains line breaks and other tags, or None if the tag is
    only long."""
    for value in _VALUE.finditer(text, start, end):
        if "<" in value[1] or ">" in value[1]:
            return value.start(1)
    return None
