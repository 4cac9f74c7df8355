"""Builds XML elements as plain values and serializes them line by line.

An element with text is written on a single line, so that no white space is added to it; in an
element with only child elements, each child has its own line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.cite.model import fold

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
REPLACEMENT = "\ufffd"
"""Replaces a character that XML does not allow, so that offsets into the text stay correct."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9.-]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"} | {
    letter: f"&#{ord(letter)};" for letter in "\t\n\r"
}
_IN_TEXT = re.compile("[&<>\r]")
_IN_ATTRIBUTES = re.compile('[&<>"\t\n\r]')


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes in order, and child elements and text as its content."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    content: tuple[Element | str, ...]


def element(
    name: str, *content: Element | str | None, attributes: dict[str, str | None] | None = None
) -> Element:
    """An element; attributes and content that are None are left out.

    >>> "".join(pieces(element("note", "a < b", attributes={"n": "1", "type": None})))
    '<note n="1">a &lt; b</note>\\n'
    """
    present = tuple((key, value) for key, value in (attributes or {}).items() if value is not None)
    return Element(name, present, tuple(part for part in content if part is not None))


def typed(name: str, texts: Iterable[tuple[str, str | None]]) -> list[Element]:
    """An element for each text that is not empty, with its type."""
    return [
        element(name, text, attributes={"type": kind})
        for kind, text in ((kind, one_line(text)) for kind, text in texts)
        if text
    ]


def document(root: Element) -> Iterator[str]:
    """A complete file, line by line."""
    yield DECLARATION
    yield from pieces(root)


def pieces(of: Element, depth: int = 0) -> Iterator[str]:
    """The lines of an element; each level is indented by one space."""
    indent = " " * depth
    if not of.content or any(isinstance(part, str) for part in of.content):
        yield f"{indent}{''.join(_inline(of))}\n"
        return
    yield f"{indent}{_opening(of)}>\n"
    for part in of.content:
        if isinstance(part, Element):
            yield from pieces(part, depth + 1)
    yield f"{indent}</{of.name}>\n"


def elements_in(of: Element) -> Iterator[Element]:
    """The element and all its descendants, in document order."""
    yield of
    for part in of.content:
        if isinstance(part, Element):
            yield from elements_in(part)


def permitted(text: str) -> str:
    """The text with each character that XML does not allow replaced by U+FFFD.

    >>> permitted("a\\x00b\\ud800c")
    'a\ufffdb\ufffdc'
    """
    # A fast path: printable characters are all allowed, and nearly every text is printable.
    return text if text.isprintable() else _NOT_IN_XML.sub(REPLACEMENT, text)


def one_line(text: str | None) -> str | None:
    """A text for a header: on one line, with single spaces; None if nothing is left.

    >>> one_line(" a\\n b\\x01"), one_line(" \\n")
    ('a b', None)
    """
    return permitted(fold(text or "")) or None


def xml_id(*parts: str) -> str:
    """A valid XML id from the kind of a thing and what identifies it.

    Characters that are not allowed in an id are written as their code point between underscores, so
    that ids remain distinct.

    >>> xml_id("p", "wei-li"), xml_id("b", "2021-05-04-fish", "a (1)-t2p1")
    ('p.wei-li', 'b.2021-05-04-fish.a_20__28_1_29_-t2p1')
    """
    return ".".join(_NOT_IN_IDS.sub(_number, part) for part in parts)


def pointers(*ids: str) -> str | None:
    """Ids as the value of a pointer attribute; None if there are none.

    >>> pointers("chair", "answer")
    '#chair #answer'
    """
    return " ".join(f"#{id_}" for id_ in ids) or None


def _number(match: re.Match[str]) -> str:
    return f"_{ord(match[0]):x}_"


def _opening(of: Element) -> str:
    attributes = "".join(
        f' {name}="{_IN_ATTRIBUTES.sub(_escaped, permitted(value))}"'
        for name, value in of.attributes
    )
    return f"<{of.name}{attributes}"


def _inline(of: Element) -> Iterator[str]:
    if not of.content:
        yield f"{_opening(of)}/>"
        return
    yield f"{_opening(of)}>"
    for part in of.content:
        if isinstance(part, str):
            yield _IN_TEXT.sub(_escaped, permitted(part))
        else:
            yield from _inline(part)
    yield f"</{of.name}>"


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]
