"""Writes a note as YAML, in the form that editors use; every value is text and nothing else."""

from __future__ import annotations

import json
import re
import textwrap

from ..yaml_values import in_quotes, reads_as
from .anchoring import Anchor
from .form import Suggestion

_WIDTH = 96
_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*|\d{4}-\d\d-\d\d|[A-Za-z0-9][\w.-]*:\d+")
_HEAD = "# yaml-language-server: $schema=../schemas/notes.json\n"


def entry(id_: str, anchored: Anchor, suggestion: Suggestion, author: str, day: str) -> str:
    """The entry for a notes file, including a final line break."""
    context = {"prefix": anchored.prefix, "suffix": anchored.suffix}
    lines = [
        f"{id_}:",
        f"  passage: {_scalar(anchored.passage)}",
        f"  quote: {in_quotes(anchored.quote)}",
        *(f"  {key}: {in_quotes(value)}" for key, value in context.items() if value),
        f"  kind: {suggestion.kind}",
        f"  text: {_block(suggestion.text)}",
        f"  basis: {in_quotes(suggestion.basis)}",
        f"  author: {_scalar(author)}",
        f"  date: {day}",
    ]
    return "\n".join(lines) + "\n"


def appended(content: bytes | None, block: str) -> bytes:
    """The file with the entry appended; its existing bytes are unchanged."""
    if content is None:
        return (_HEAD + block).encode()
    end = b"\r\n" if b"\r\n" in content else b"\n"
    added = block.encode().replace(b"\n", end)
    if not content.strip():
        return content + added
    gap = end if content.endswith((b"\n", b"\r")) else end * 2
    return content + gap + added


def _scalar(value: str) -> str:
    """A value as a plain scalar if YAML reads it as this text, otherwise quoted."""
    return value if _PLAIN.fullmatch(value) else in_quotes(value)


def _block(text: str) -> str:
    """Paragraphs as a folded block scalar, or quoted if a block could not represent the
    same text.
    """
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    value = "\n\n".join(paragraphs)
    folded = [
        textwrap.wrap(part, _WIDTH, break_long_words=False, break_on_hyphens=False)
        for part in paragraphs
    ]
    body = "\n\n\n".join("\n".join(f"    {line}" for line in lines) for lines in folded)
    folded_block = f">-\n{body}"
    return folded_block if reads_as(folded_block, value) else json.dumps(value)
