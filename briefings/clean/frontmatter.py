"""Front matter of a text file: YAML between `---` or TOML between `+++`, with the lines of its
values.

Libraries parse it, so folded, quoted and escaped values are decoded. Malformed front matter
("title: Briefing: on rain") is read as plain `key: value` lines.
"""

from __future__ import annotations

import re
import tomllib

from ..model import Span
from ..yaml_nodes import MappingNode, ScalarNode, YAMLError, compose

Pairs = tuple[tuple[str, str, Span], ...]
# Maps the index of a line to the key and value to which it belongs, and the offset of the value.
_Values = dict[int, tuple[str, str, int]]

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_PAIR = re.compile(r"([A-Za-z][\w -]{0,40})[:=](?=\s|$)[ \t]*(.*)")
_VALUE = re.compile(
    r"[\"']?(?:[a-z][a-z0-9_-]{0,40}|Title|Date|URL|Author|Tags|Source)[\"']?\s*[:=](?:\s|$)"
)
_KEY = re.compile(r"[\"']?(?P<key>[\w-][\w -]{0,40}?)[\"']?\s*=\s*")
_LONGEST = 200
# Larger ones are not front matter, and would take a library long to parse.
_MOST_CHARACTERS = 20_000
_MOST_OPENING = 200


def front_matter(lines: tuple[str, ...]) -> tuple[Pairs, int]:
    """Return the front matter, and the index of the first line after it.

    Each line that is not blank gives a (key, value, span) triple, with the key in lower case and
    white space in the value folded. All lines of a multi-line value give that value. Fences and
    lines without a value have the key "". Without front matter, return an empty tuple and 0.
    """
    fence = lines[0].strip().lstrip("\ufeff") if lines else ""
    ends = _FENCES.get(fence, ())
    end = next((n for n, line in enumerate(lines[1:_LONGEST], 1) if line.strip() in ends), None)
    content = lines[1 : end or 1]
    # A label between two horizontal rules ("Ann Lee: Good morning.") is speech.
    if end is None or not any(_VALUE.match(line) for line in content):
        return (), 0
    values: _Values | None = None
    opening = sum(line.count("[") + line.count("{") for line in content)
    if sum(map(len, content)) <= _MOST_CHARACTERS and opening <= _MOST_OPENING:
        values = _of_yaml(content) if fence == "---" else _of_toml(content)
    if values is None:
        values = _of_lines(content)
    pairs = []
    for n, line in enumerate(lines[: end + 1]):
        if not line.strip():
            continue
        key, value, start = values.get(n - 1, ("", line.strip(), 0)) if 0 < n < end else ("", "", 0)
        pairs.append((key, value if key else line.strip(), Span(n + 1, start, len(line.rstrip()))))
    return tuple(pairs), end + 1


def _of_yaml(content: tuple[str, ...]) -> _Values | None:
    """Return the scalars of the top-level mapping, or None if the text is not a YAML mapping.

    The text is composed, not constructed: dates remain text and aliases are not followed.
    """
    try:
        node = compose("\n".join(content) + "\n")
    except (YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(node, MappingNode):
        return None
    values: _Values = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
            continue
        first, last = value.start_mark, value.end_mark
        text = " ".join(str(value.value).split())
        for line in range(key.start_mark.line, last.line + (last.column > 0)):
            start = first.column if line == first.line else 0
            if text and line < len(content) and content[line].strip():
                values[line] = (str(key.value).strip().lower(), text, start)
    return values


def _of_toml(content: tuple[str, ...]) -> _Values | None:
    """Return the plain values of the top-level table, or None if the text is not TOML.

    The lines of a value extend to the next key.
    """
    try:
        table = tomllib.loads("\n".join(content))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    values: _Values = {}
    key, text = "", ""
    for n, line in enumerate(content):
        if line.startswith("["):
            break  # another table
        match = _KEY.match(line)
        if match and match.group("key") in table:
            value = table[match.group("key")]
            key = match.group("key").lower()
            text = "" if isinstance(value, dict | list) else " ".join(str(value).split())
        if text and line.strip() and not line.lstrip().startswith("#"):
            values[n] = (key, text, match.end() if match else 0)
    return values


def _of_lines(content: tuple[str, ...]) -> _Values:
    """Read each line separately, without quotation marks around its value."""
    values: _Values = {}
    for n, line in enumerate(content):
        match = _PAIR.match(line)
        if match and match.group(2).strip():
            value = match.group(2).strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            values[n] = (match.group(1).strip().lower(), value, match.start(2))
    return values
