"""Writes proposals as YAML in the form of their editorial file, each with its evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..ids import free_id
from ..model import Passage
from ..yaml_values import in_quotes, reads_as

_ROUND = 40  # characters of context on each side of an example
_EXAMPLES = 3
_PLAIN = re.compile(r"[^\W\d_][\w ’.,()/-]*")


@dataclass(frozen=True, slots=True)
class Example:
    """The place of some words (source and line), with a little context."""

    briefing: str
    source: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}  {self.words}"


@dataclass(frozen=True, slots=True)
class Field:
    """A key of an entry with its value; None if an editor must write it, as `todo` explains."""

    key: str
    value: str | Sequence[str] | None
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry of a file, and the evidence for it: how often it occurs, and examples."""

    name: str
    fields: tuple[Field, ...]
    counts: str
    examples: tuple[Example, ...]


def example(briefing: str, source: str, passage: Passage, start: int, end: int) -> Example:
    """Words of a passage with some context, cut at spaces."""
    text = passage.text
    begin, stop = max(0, start - _ROUND), min(len(text), end + _ROUND)
    if begin:
        begin = text.find(" ", begin, start) + 1 or start
    if stop < len(text):
        stop = max(text.rfind(" ", end, stop), end)
    words = f"{'… ' if begin else ''}{text[begin:stop]}{' …' if stop < len(text) else ''}"
    return Example(briefing, source, passage.line, " ".join(words.split()))


def spread(examples: Iterable[Example]) -> tuple[Example, ...]:
    """The first few examples, from different briefings as far as possible."""
    listed = list(examples)
    firsts = list({shown.briefing: shown for shown in reversed(listed)}.values())[::-1]
    chosen = (firsts + [shown for shown in listed if shown not in firsts])[:_EXAMPLES]
    return tuple(sorted(chosen, key=listed.index))


def most_common(wordings: Counter[str]) -> str:
    """The most common wording; of several, the first in alphabetical order."""
    return min(wordings, key=lambda text: (-wordings[text], text))


def document(
    file: str, head: Sequence[str], proposals: Sequence[Proposal], taken: Collection[str]
) -> list[str]:
    """The lines of a file of `editorial/`; its new ids are not in `taken`."""
    schema = file.removesuffix(".yml")
    lines = [f"# yaml-language-server: $schema=schemas/{schema}.json"]
    lines += [f"# {line}" for line in head]
    used = set(taken)
    for proposal in proposals:
        id_ = free_id(proposal.name, used)
        used.add(id_)
        lines += ["", f"# {proposal.counts}"]
        lines += [f"#   {shown}" for shown in proposal.examples]
        lines.append(f"{id_}:")
        for field in proposal.fields:
            lines += _written(field)
    return lines


def _written(field: Field) -> Iterator[str]:
    if field.value is None:
        yield f"  {field.key}:  # {field.todo}"
    elif isinstance(field.value, str):
        yield f"  {field.key}: {scalar(field.value)}"
    else:
        yield f"  {field.key}:"
        yield from (f"    - {scalar(value)}" for value in field.value)


def scalar(value: str) -> str:
    """A text as a YAML scalar that is read as this text: plain if possible.

    >>> scalar("online order"), scalar("%"), scalar("a: b"), scalar("it's")
    ('online order', "'%'", "'a: b'", "'it''s'")
    """
    is_plain = _PLAIN.fullmatch(value) and reads_as(value, value)
    return value if is_plain else in_quotes(value)


def titled(words: str) -> str:
    """Words with a capital, as a heading.

    >>> titled("online order"), titled("G20 summit")
    ('Online order', 'G20 summit')
    """
    return words[:1].upper() + words[1:]
