"""Markup to blocks, with the place in the source of every character.

The source is first cut into tokens, because the wild holds what HTML parsers of different
versions read differently (an unclosed `<noframes>` swallows the rest of the file as text).  Tags
that would switch a parser to raw text are taken out, text is escaped and carries marks of where
it stood, and what BeautifulSoup then builds is the same with every parser and patch level.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ..model import Block, Removal, Source, Span

# Marks: private-use characters around a number, put before each stretch of text.
_MARK = re.compile("\ue000(\\d+)\ue001")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ue000\ue001\ufeff\ufffe\uffff]")

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hr html legend "
    "li listing main menu nav ol option p pre section select summary table tbody td tfoot th thead "
    "title tr ul x-title".split()
)
_INLINE = frozenset(
    "a abbr acronym area audio b base basefont bdi bdo big button canvas cite code col colgroup data "
    "datalist del dfn em embed font frame i iframe image img input ins kbd keygen label link map mark "
    "marquee meta meter nobr noembed noframes noscript object optgroup output param picture plaintext "
    "progress q rp rt ruby s samp script slot small source span strike strong style sub sup svg path "
    "g template textarea time track tt u var video wbr xmp".split()
)
_KNOWN = _BLOCKS | _INLINE
# Their content is code, not text; one that is never closed loses only its tag.
_CODE = frozenset(("script", "style", "template", "svg"))
# What is shown only where something fails: closed and small it is left out with its content.
_FALLBACK = frozenset(("iframe", "noscript", "noembed", "textarea"))
# They switch a parser to raw text; their tags go, what they hold stays and is read as text.
_RAW = frozenset(
    ("noframes", "noscript", "noembed", "xmp", "plaintext", "textarea", "iframe", "listing")
)
_FURNITURE = frozenset(
    ("nav", "footer", "aside", "form", "select", "button", "menu", "header", "dialog")
)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|crumbs?|urhere|nav|navbar|navigation|menu|footer|foot|share|sharing|"
    r"social|related|relatednews|recommend(?:ed)?|sidebar|comments?|copyright|pager|pagination|"
    r"toolbar|tools?|cookies?|newsletter|subscribe|lang|languages?|skip|search|advert\w*|ads|banner|"
    r"address|contacts?|breadcrumb\w*|newslst\w*|hotnews|hot-news|more-news|prevnext)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:p|br|div|li|h[1-6]|td)\b", re.IGNORECASE)

_TOKEN = re.compile(
    r"(?P<comment><!--.*?-->)"
    r"|(?P<declaration><!\[CDATA\[|\]\]>|<!\[(?:if|endif)\b[^\]>]*\]>|<![a-zA-Z][^>]*>|<\?[a-zA-Z][^>]*>)"
    r"|(?P<pagebreak>_{1,2}(?:ueditor_)?page_?break(?:_tag)?_{1,2})"
    r"|</?(?P<tag>[a-zA-Z][a-zA-Z0-9:-]*)(?P<attributes>(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*|/)?)>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATTRIBUTE = re.compile(
    r"\b(class|id|hidden)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_NEWLINE = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class _Atom:
    """A stretch of text of one line; `width` is its length in the source, entities undecoded."""

    text: str
    line: int
    start: int
    width: int

    @property
    def span(self) -> Span:
        return Span(self.line, self.start, self.start + self.width)


def blocks_of(source: Source, first: int = 0) -> tuple[list[Block], list[Removal]]:
    """The blocks of a source from its line of index `first` on, and what was no text.

    In plain text each line is a block, and markup in it is junk; in HTML white space folds and
    elements make the blocks.  Which of the two a file is, its content says, not its name.
    """
    text = "\n".join(source.lines[first:])
    as_html = bool(_STRUCTURE.search(text)) or _made_of_paragraphs(source, text)
    reader = _Reader(text, first, as_html)
    soup = BeautifulSoup(reader.marked(), "html.parser")
    collector = _Collector(reader, as_html)
    collector.collect(soup)
    return collector.blocks, reader.removals + collector.removals


def _made_of_paragraphs(source: Source, text: str) -> bool:
    tags = len(_PARAGRAPH.findall(text))
    lines = [line for line in source.lines if line.strip()]
    if source.markup == "html":
        # A text with remains of markup, saved as a page: its blank lines part the paragraphs.
        plain = sum(1 for line in lines if "<" not in line)
        return tags > 0 and not (plain > tags and plain * 2 > len(lines))
    return tags >= 3 and tags * 2 > len(lines)


class _Reader:
    """Rewrites the source so that a parser cannot go astray, and knows where everything stood."""

    def __init__(self, text: str, first: int, as_html: bool) -> None:
        self.text = text
        self.as_html = as_html
        self.atoms: list[_Atom] = []
        self.removals: list[Removal] = []
        self._starts = [0, *(match.end() for match in _NEWLINE.finditer(text))]
        self._first = first + 1
        self._line = 0
        has_tags = any(
            (match.group("tag") or "").lower() in _KNOWN for match in _TOKEN.finditer(text)
        )
        # "&amp;" in a text without any tag is what somebody wrote, not an entity.
        self._entities = has_tags

    def marked(self) -> str:
        return "".join(self._pieces())

    def _pieces(self) -> Iterator[str]:
        position = 0
        closed = self._closed_code()
        while match := _TOKEN.search(self.text, position):
            tag = (match.group("tag") or "").lower()
            known = bool(tag) and (tag in _KNOWN or ":" in tag or "-" in tag)
            if tag and not known:
                yield from self._text(position, match.end())
                position = match.end()
                continue
            yield from self._text(position, match.start())
            position = match.end()
            if tag in _CODE or match.start() in closed:
                start = match.start()
                if start in closed:
                    position = closed[start]
                    self._remove(start, position, tag)
                continue
            if match.group("pagebreak"):
                self._remove(match.start(), match.end(), "page-break")
                yield "<hr>"
            elif match.group("comment"):
                self._remove(match.start(), match.end(), "comment")
            elif tag and tag not in _RAW and ":" not in tag:
                yield _rewritten(tag, match.group(0))
        yield from self._text(position, len(self.text))

    def _closed_code(self) -> dict[int, int]:
        """Where each element that is no text, and is closed, starts and ends."""
        ends: dict[int, int] = {}
        for name in (*_CODE, *_FALLBACK):
            opening = re.compile(rf"<{name}\b[^>]*>", re.IGNORECASE)
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
            position = 0
            while found := opening.search(self.text, position):
                end = closing.search(self.text, found.end())
                if not end:
                    break
                position = end.end()
                if name in _CODE or (position - found.start()) * 3 < len(self.text):
                    ends[found.start()] = position
        return ends

    def _text(self, start: int, end: int) -> Iterator[str]:
        """Escaped text with a mark before every stretch of one line."""
        for line_start, line_end in self._by_line(start, end):
            at = line_start
            if self._entities:
                for match in _ENTITY.finditer(self.text, line_start, line_end):
                    decoded = html.unescape(match.group())
                    if decoded == match.group():
                        continue
                    yield self._atom(at, match.start(), self.text[at : match.start()])
                    yield self._atom(match.start(), match.end(), decoded)
                    at = match.end()
            yield self._atom(at, line_end, self.text[at:line_end])
            if line_end < end:
                yield "\n" if self.as_html else "<br>"

    def _by_line(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        while True:
            stop = self.text.find("\n", start, end)
            if stop < 0:
                yield start, end
                return
            yield start, stop
            start = stop + 1

    def _atom(self, start: int, end: int, text: str) -> str:
        text = _UNPRINTABLE.sub("", text)
        if not text:
            return ""
        line, column = self._place(start)
        self.atoms.append(_Atom(text, line, column, end - start))
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
    """The tag with its class and id alone: nothing else is looked at."""
    name = "x-title" if tag == "title" else tag
    if raw.startswith("</"):
        return f"</{name}>"
    kept = "".join(
        f' {key.lower()}="{html.escape(double or single or bare)}"'
        for key, double, single, bare in _ATTRIBUTE.findall(raw)
    )
    return f"<{name}{kept}>"


class _Collector:
    """Walks the tree and gathers blocks, leaving out what is page furniture."""

    def __init__(self, reader: _Reader, as_html: bool) -> None:
        self._reader = reader
        self._as_html = as_html
        self._whole = sum(len(atom.text) for atom in reader.atoms) or 1
        self._open: list[_Atom] = []
        self._last_line = 0
        self.blocks: list[Block] = []
        self.removals: list[Removal] = []

    def collect(self, soup: BeautifulSoup) -> None:
        # An explicit stack: unclosed tags nest thousands deep in the wild.
        stack: list[tuple[str, object, str]] = [("enter", soup, "")]
        while stack:
            what, node, tag = stack.pop()
            if what == "leave":
                self._close(tag)
            elif isinstance(node, NavigableString):
                self._take(str(node), tag)
            elif isinstance(node, Tag):
                rule = self._furniture(node)
                if rule:
                    self._close(tag)
                    self._drop(node, rule)
                    continue
                inner = tag
                if node.name in _BLOCKS:
                    self._close(tag)
                    inner = node.name
                    stack.append(("leave", None, inner))
                stack.extend(("enter", child, inner) for child in reversed(node.contents))
        self._close("")

    def _furniture(self, node: Tag) -> str | None:
        if not self._as_html or node.name in ("html", "body", "[document]", "main", "article"):
            return None
        named = f"{node.get('class', '')} {node.get('id', '')}"
        if isinstance(node.get("class"), list):
            named = " ".join([*(node.get("class") or ()), str(node.get("id", ""))])
        if node.name in _FURNITURE:
            rule = node.name
        elif named.strip() and _FURNITURE_NAMES.search(named):
            rule = "page-furniture"
        else:
            return None
        # Some pages wrap all they have in a form or in a div called "share".
        size = sum(len(self._reader.atoms[int(n)].text) for n in _MARK.findall(node.get_text()))
        holds_title = node.find(["h1", "x-title"]) is not None
        return None if size * 3 > self._whole or holds_title else rule

    def _drop(self, node: Tag, rule: str) -> None:
        atoms = [self._reader.atoms[int(n)] for n in _MARK.findall(node.get_text())]
        spans = tuple(atom.span for atom in atoms if atom.text.strip())
        if spans:
            self.removals.append(Removal(spans, rule))

    def _take(self, text: str, tag: str) -> None:
        position = 0
        for match in _MARK.finditer(text):
            if (
                text[position : match.start()].strip(" \n")
                or "\n" in text[position : match.start()]
            ):
                self._space()
            self._open.append(self._reader.atoms[int(match.group(1))])
            position = match.end()
        if text[position:]:
            self._space()

    def _space(self) -> None:
        if self._open and self._open[-1].text != " ":
            last = self._open[-1]
            self._open.append(_Atom(" ", last.line, last.start + last.width, 0))

    def _close(self, tag: str) -> None:
        atoms, self._open = self._open, []
        text = " ".join("".join(atom.text for atom in atoms).split())
        if not text:
            return
        spans = _spans(atoms)
        gap = 0
        if not self._as_html and self._last_line:
            gap = max(0, spans[0].line - self._last_line - 1)
        self._last_line = spans[-1].line
        # In a text file no tag means anything, in a page no blank line does.
        self.blocks.append(Block(text, spans, tag if self._as_html else "", gap))


def _spans(atoms: list[_Atom]) -> tuple[Span, ...]:
    """One span a line, without the white space at its ends."""
    by_line: dict[int, tuple[int, int]] = {}
    for atom in atoms:
        if not atom.text.strip():
            continue
        lead = 0
        tail = 0
        if atom.width == len(atom.text):
            lead = len(atom.text) - len(atom.text.lstrip())
            tail = len(atom.text) - len(atom.text.rstrip())
        start, end = atom.start + lead, atom.start + atom.width - tail
        known = by_line.get(atom.line, (start, end))
        by_line[atom.line] = (min(known[0], start), max(known[1], end))
    return tuple(Span(line, *by_line[line]) for line in sorted(by_line))
