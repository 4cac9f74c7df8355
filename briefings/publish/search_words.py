"""A record cut into words, by where they stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .search_record import Record
from .search_text import Tokens, tokens


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a record by zone: its title and names, its text, other forms of words in both,
    and what stands around it.
    """

    title: tuple[str, ...]
    text: tuple[str, ...]
    extra: tuple[str, ...]
    context: tuple[str, ...]


def words_of(record: Record) -> Words:
    """A record cut into tokens."""
    title = [tokens(name) for name in (record.title, *record.names) if name]
    text = record.tokens
    return Words(
        title=_plain(title),
        text=text.plain,
        extra=tuple(dict.fromkeys((*text.extra, *(word for part in title for word in part.extra)))),
        context=_plain(tokens(part) for part in record.context),
    )


def _plain(parts: Iterable[Tokens]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.plain)
