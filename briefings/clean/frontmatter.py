"""YAML front matter of a Markdown or text file: read as plain `key: value` lines, nothing more."""

from __future__ import annotations

import re

from ..model import Span

_PAIR = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_LONGEST = 60


def front_matter(lines: tuple[str, ...]) -> tuple[tuple[tuple[str, str, Span], ...], int]:
    """The pairs between two lines of three hyphens, and the index of the first line after them.

    Each pair is (key in lower case, value without its quotes, span of the value); a fence or a
    line that is no pair has the key "".  No front matter: nothing and 0.
    """
    if not lines or lines[0].strip() != "---":
        return (), 0
    end = next(
        (n for n, line in enumerate(lines[1:_LONGEST], 1) if line.strip() in ("---", "...")), None
    )
    if end is None or not any(_PAIR.match(line) for line in lines[1:end]):
        return (), 0
    pairs = []
    for n, line in enumerate(lines[: end + 1]):
        match = _PAIR.match(line) if 0 < n < end else None
        if match and match.group(2).strip():
            value = match.group(2).strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            span = Span(n + 1, match.start(2), match.end(2))
            pairs.append((match.group(1).strip().lower(), value, span))
        elif line.strip():
            pairs.append(("", line.strip(), Span(n + 1, 0, len(line))))
    return tuple(pairs), end + 1
