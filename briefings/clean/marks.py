"""Rewrite a source so that parsers agree on it, with a numbered mark for each run of text.

The source is tokenized first, as HTML parsers, and versions of them, disagree on malformed pages
(an unclosed `<noframes>` turns the rest of the file into text). Tags that would switch a parser to
raw text are removed, and text is replaced by marks that refer to its position. Every version of a
parser builds the same tree from the result.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Removal, Span
from .markdown import Mark, marks
from .tags import CODE, FALLBACK, KNOWN, RAW

# Private-use characters enclose the number of an atom.
MARK = re.compile("\ue000(\\d+)\ue001")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000\ue001\ufeff\ufffe\uffff]")

# Every repetition is bounded, so that an unclosed delimiter costs no more than another.
_TOKEN = re.compile(
    r"""(?P<comment><!--)
    | (?P<declaration><!\[CDATA\[ | \]\]> | <!\[(?:if|endif)\b[^\]>]{0,200}\]>
        | <![a-zA-Z][^>]{0,1000}> | <\?[a-zA-Z][^>]{0,1000}>)
    | (?P<pagebreak>_{1,2}(?:ueditor_)?page_?break(?:_tag)?_{1,2})
    | </?(?P<tag>[a-zA-Z][a-zA-Z0-9:-]{0,40})
        (?:(?:\s(?:[^<>"']|"[^"]{0,20000}"|'[^']{0,20000}')*|/)?)>""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATTRIBUTE = re.compile(
    r"\b(class|id|hidden)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_NEWLINE = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Atom:
    """A run of text within a line; `width` is its length in the source, before entities are
    decoded."""

    text: str
    line: int
    start: int
    width: int

    @property
    def span(self) -> Span:
        return Span(self.line, self.start, self.start + self.width)


def printable(text: str) -> str:
    """Remove control characters, which no page can show."""
    return _UNPRINTABLE.sub("", text)


def has_markup(text: str) -> bool:
    """Return whether a text contains any mark-up."""
    return _TOKEN.search(text) is not None


def tag_over_lines(text: str, position: int) -> tuple[int, int] | None:
    """Return the span of the next tag, from `position` on, that extends over a line break, or
    None."""
    for match in _TOKEN.finditer(text, position):
        if (match.group("tag") or "").lower() in KNOWN and "\n" in match.group():
            return match.span()
    return None


class Reader:
    """Rewrites a source and keeps track of positions."""

    def __init__(self, text: str, first: int, as_html: bool, markdown: bool = False) -> None:
        self.text = text
        self.as_html = as_html
        self.markdown = markdown
        self.atoms: list[Atom] = []
        self.removals: list[Removal] = []
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self._first = first + 1
        self._line = 0
        # In a text without tags, "&amp;" or "<co-op>" is literal.
        self._is_markup = any(
            (match.group("tag") or "").lower() in KNOWN for match in _TOKEN.finditer(text)
        )
        self._signs = self._all_signs(markdown)
        self._next_sign = 0

    def marked(self) -> str:
        """Return the mark-up with a mark in place of each run of text."""
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        position = 0
        closed = self._closed_code()
        while match := _TOKEN.search(self.text, position):
            tag = (match.group("tag") or "").lower()
            start, end = match.span()
            if match.group("comment"):
                end = self.text.find("-->", end) + 3
                if end < 3:
                    break  # neither this comment nor any later one is closed
            elif tag and not self._is_element(tag):
                yield from self._text(position, end)
                position = end
                continue
            yield from self._text(position, start)
            position = end
            if start in closed:
                position = closed[start]
                self._remove(start, position, tag)
            elif match.group("pagebreak"):
                self._remove(start, end, "page-break")
                yield "<hr>"
            elif match.group("comment"):
                self._remove(start, end, "comment")
            elif tag and tag not in RAW and tag not in CODE and ":" not in tag:
                yield _rewritten(tag, match.group())
        yield from self._text(position, len(self.text))

    def _is_element(self, tag: str) -> bool:
        return tag in KNOWN or (self._is_markup and (":" in tag or "-" in tag))

    def _closed_code(self) -> dict[int, int]:
        """Map the start of each closed element that is not text to its end."""
        ends: dict[int, int] = {}
        for name in (*CODE, *FALLBACK):
            opening = re.compile(rf"<{name}\b[^>]{{0,2000}}>", re.IGNORECASE)
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
            position = 0
            while opening_tag := opening.search(self.text, position):
                closing_tag = closing.search(self.text, opening_tag.end())
                if not closing_tag:
                    break
                position = closing_tag.end()
                if name in CODE or (position - opening_tag.start()) * 3 < len(self.text):
                    ends[opening_tag.start()] = position
        return ends

    def _all_signs(self, markdown: bool) -> list[Mark]:
        """Return entities and Markdown mark-up in order: all that is replaced or removed."""
        signs = marks(self.text) if markdown else []
        if self._is_markup or markdown:
            for match in _ENTITY.finditer(self.text):
                decoded = html.unescape(match.group())
                if decoded != match.group():
                    signs.append(Mark(*match.span(), decoded))
            signs.sort(key=lambda sign: (sign.start, sign.end))
        return signs

    def _text(self, start: int, end: int) -> Iterator[str]:
        """Yield marks for the text between two offsets, one for each run within a line."""
        for line_start, line_end in self._by_line(start, end):
            position = line_start
            for sign in self._signs_of(line_start, line_end):
                yield self._atom(position, sign.start, self.text[position : sign.start])
                yield sign.tag
                yield self._atom(sign.start, sign.end, sign.shown)
                position = sign.end
            yield self._atom(position, line_end, self.text[position:line_end])
            if line_end < end:
                yield "\n" if self.as_html else "<br>"

    def _signs_of(self, start: int, end: int) -> Iterator[Mark]:
        """Yield the signs between two offsets without overlaps; offsets must not decrease between
        calls."""
        while self._next_sign < len(self._signs):
            sign = self._signs[self._next_sign]
            if sign.start > end or (sign.start == end and sign.end > end):
                return
            self._next_sign += 1
            if sign.start >= start and sign.end <= end:
                start = sign.end
                yield sign

    def _by_line(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        while True:
            stop = self.text.find("\n", start, end)
            if stop < 0:
                yield start, end
                return
            yield start, stop
            start = stop + 1

    def _atom(self, start: int, end: int, text: str) -> str:
        text = printable(text)
        if not text:
            return ""
        line, column = self._place(start)
        self.atoms.append(Atom(text, line, column, end - start))
        return f"\ue000{len(self.atoms) - 1}\ue001"

    def _place(self, position: int) -> tuple[int, int]:
        while self._line + 1 < len(self._starts) and self._starts[self._line + 1] <= position:
            self._line += 1
        return self._line + self._first, position - self._starts[self._line]

    def _remove(self, start: int, end: int, rule: str) -> None:
        spans = []
        for line_start, line_end in self._by_line(start, end):
            if self.text[line_start:line_end].strip():
                line, column = self._place(line_start)
                spans.append(Span(line, column, column + line_end - line_start))
        if spans:
            self.removals.append(Removal(tuple(spans), rule))


def _rewritten(tag: str, raw: str) -> str:
    """Return a tag with only its attributes class, id and hidden; no others are used."""
    name = "x-title" if tag == "title" else tag
    if raw.startswith("</"):
        return f"</{name}>"
    attributes = "".join(
        f' {key.lower()}="{html.escape(double or single or bare)}"'
        for key, double, single, bare in _ATTRIBUTE.findall(raw)
    )
    return f"<{name}{attributes}>"
