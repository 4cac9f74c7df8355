"""Find Markdown syntax in a text, so that it is removed and its content kept.

Asterisks, escapes and links are mark-up, as tags are. Delimiters that are not closed, or that mark
nothing (`5 * 3`, `snake_case`), are part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Source

_TO = r"(?:https?://|mailto:|/|\#|\.{1,2}/|[\w-]+\.\w)(?:[^()\s]|\([^()\s]{0,200}\)){0,2000}"
_TITLE = r"(?:\s+[\"'][^\"'\n]{0,300}[\"'])?"
# Every repetition is bounded, so that an unclosed delimiter costs no more than another.
_TOKEN = re.compile(
    rf"""(?P<blank>^[ \t\u00a0]*$)
    | (?P<rule>^[ \t]*[-*_=](?:[ \t]*[-*_=]){{2,}}[ \t]*$)
    | (?P<definition>^[ ]{{0,3}}\[[^\[\]\n]{{1,100}}\]:[ \t]+<?(?:https?://|/)[^\n]{{0,2000}}$)
    | (?P<heading>^[ ]{{0,3}}(?P<level>\#{{1,6}})[ \t]+(?=\S))
    | (?P<quote>^(?:[ ]{{0,3}}>[ ]?){{1,9}})
    | (?P<bullet>^[ \t]{{0,12}}[-*+][ \t]+(?=\S))
    | (?P<escape>\\[!-/:-@\[-`{{-~])
    | (?P<break>\\$)
    | (?P<image>!\[[^\[\]]{{0,300}}\]\({_TO}{_TITLE}\))
    | (?P<link>\[(?=(?P<words>[^\[\]]{{1,300}})\]\({_TO}{_TITLE}\)))
    | (?P<auto><(?=(?P<address>https?://[^<>\s]{{1,2000}}|[^<>\s@]{{1,64}}@[^<>\s]{{1,200}})>))
    | (?P<bare>(?:https?://|www\.)[^\s<>]{{1,2000}})
    | (?P<run>\*+|_+|~~)""",
    re.MULTILINE | re.VERBOSE,
)
_LINK_END = re.compile(rf"\]\({_TO}{_TITLE}\)")
_CLOSED_BOLD = re.compile(r"(?<![*\w])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?!\*)")
_ESCAPED = re.compile(r"\\\[[^\[\]\n]{1,200}\\\]")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """Mark-up at `text[start:end]`: `shown` is what remains of it, `tag` its HTML equivalent."""

    start: int
    end: int
    shown: str = ""
    tag: str = ""


def is_markdown(source: Source) -> bool:
    """Return whether a source is Markdown by its suffix, or uses bold type or escapes on several
    lines."""
    if source.file.lower().endswith((".md", ".markdown")):
        return True
    if source.markup == "html":
        return False
    lines = sum(1 for line in source.lines if _CLOSED_BOLD.search(line) or _ESCAPED.search(line))
    return lines >= _FEWEST


def marks(text: str) -> list[Mark]:
    """Return the mark-up of a text in order; marks do not overlap."""
    return sorted(_marks(text), key=lambda mark: (mark.start, mark.end))


def _marks(text: str) -> Iterator[Mark]:
    opened: dict[str, int] = {}
    ends: dict[int, int] = {}
    position = 0
    # A search that starts after the end of the text would find the empty match there again.
    while position <= len(text) and (match := _TOKEN.search(text, position)):
        start, end = match.span()
        position = end if end > start else end + 1
        kind = match.lastgroup
        if kind == "blank":
            opened.clear()
        elif kind in ("definition", "quote", "bullet", "break", "image"):
            yield Mark(start, end)
        elif kind == "escape":
            yield Mark(start, end, text[start + 1])
        elif kind == "run":
            yield from _run(text, match, opened)
        elif kind == "heading":
            yield from _heading(text, match)
        elif kind == "link":
            yield Mark(start, end)
            link_end = start + 1 + len(match.group("words"))
            ends[link_end] = _LINK_END.match(text, link_end).end()  # type: ignore[union-attr]
        elif kind == "auto":
            yield Mark(start, end)
            position = end + len(match.group("address"))
            yield Mark(position, position + 1)
    yield from (Mark(start, end) for start, end in ends.items())


def _heading(text: str, match: re.Match[str]) -> Iterator[Mark]:
    tag = f"h{len(match.group('level'))}"
    stop = text.find("\n", match.end())
    stop = len(text) if stop < 0 else stop
    line = text[match.end() : stop].rstrip()
    closed = re.search(r"\s#{1,6}$", line[-8:])
    yield Mark(match.start(), match.end(), tag=f"<{tag}>")
    inner = match.end() + len(line) - (len(closed.group()) if closed else 0)
    yield Mark(inner, match.end() + len(line), tag=f"</{tag}>")


def _run(text: str, match: re.Match[str], opened: dict[str, int]) -> Iterator[Mark]:
    """Yield the pair of marks that a run of asterisks, underscores or tildes closes, or record it
    as open."""
    run = match.group()
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    bold = run in ("**", "__", "***", "___")
    closes = bool(before.strip()) and ((run[0] == "*" and bold) or not after.isalnum())
    opens = bool(after.strip()) and (not before.isalnum())
    if len(run) > 3:
        return
    if closes and run in opened:
        opening = opened.pop(run)
        tag = "s" if run == "~~" else "b"
        yield Mark(opening, opening + len(run), tag=f"<{tag}>")
        yield Mark(start, end, tag=f"</{tag}>")
    elif opens:
        opened[run] = start
