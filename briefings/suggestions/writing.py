"""A note as YAML, in the form that editors write theirs; every value is a text and nothing else."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Collection

from .. import anchors
from ..yaml_nodes import TEXT, MappingNode, compose
from .anchoring import Anchor
from .form import Suggestion

_WIDTH = 96
_ID_LENGTH = 40
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|\d{4}-\d\d-\d\d|[A-Za-z0-9][\w.-]*:\d+")
_HEAD = "# yaml-language-server: $schema=../schemas/notes.json\n"


def free_id(quote: str, taken: Collection[str]) -> str:
    """An id made of the quoted words that no other note has.

    >>> free_id("The old net", {"the-old-net"})
    'the-old-net-2'
    """
    base = re.sub(r"[^a-z0-9]+", "-", anchors.slug(quote, _ID_LENGTH)).strip("-") or "note"
    id_, n = base, 1
    while id_ in taken:
        n += 1
        id_ = f"{base}-{n}"
    return id_


def entry(id_: str, anchored: Anchor, suggestion: Suggestion, author: str, day: str) -> str:
    """The entry of a notes file, with a line end at its end."""
    context = {"prefix": anchored.prefix, "suffix": anchored.suffix}
    lines = [
        f"{id_}:",
        f"  passage: {_scalar(anchored.passage)}",
        f"  quote: {_quoted(anchored.quote)}",
        *(f"  {key}: {_quoted(value)}" for key, value in context.items() if value),
        f"  kind: {suggestion.kind}",
        f"  text: {_block(suggestion.text)}",
        f"  basis: {_quoted(suggestion.basis)}",
        f"  author: {_scalar(author)}",
        f"  date: {day}",
    ]
    return "\n".join(lines) + "\n"


def appended(before: bytes | None, block: str) -> bytes:
    """The file with the entry behind what it holds, which stays byte for byte."""
    if before is None:
        return (_HEAD + block).encode()
    end = b"\r\n" if b"\r\n" in before else b"\n"
    added = block.encode().replace(b"\n", end)
    if not before.strip():
        return before + added
    gap = end if before.endswith((b"\n", b"\r")) else end * 2
    return before + gap + added


def _scalar(value: str) -> str:
    """A word that YAML takes for itself stays bare, any other is put in quotes."""
    return value if _PLAIN.fullmatch(value) else _quoted(value)


def _quoted(value: str) -> str:
    """In single quotes, where nothing but a quote has a meaning."""
    made = "'" + value.replace("'", "''") + "'"
    return made if _means(made, value) else json.dumps(value)


def _block(text: str) -> str:
    """Paragraphs as a folded block; in quotes if a block would not hold the same text."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    value = "\n\n".join(paragraphs)
    folded = [
        textwrap.wrap(part, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in paragraphs
    ]
    body = "\n\n\n".join("\n".join(f"    {line}" for line in lines) for lines in folded)
    made = f">-\n{body}"
    return made if _means(made, value) else json.dumps(value)


def _means(made: str, value: str) -> bool:
    """Whether YAML reads from it what was to be written."""
    read = compose(f"key: {made}\n")
    return isinstance(read, MappingNode) and [
        (key.value, held.tag, held.value) for key, held in read.value
    ] == [("key", TEXT, value)]
