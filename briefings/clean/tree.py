"""Convert a parsed tree to blocks, leaving out the frame of the page."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ..model import Block, Removal, Span
from .limits import MAX_DEPTH, RefusedError, deepest
from .marks import MARK, Atom, Reader
from .tags import BLOCKS, CONTAINERS, EMPHASIS, FURNITURE, FURNITURE_NAMES, HEADINGS

# Longer elements are not links, buttons or copyright lines, whatever their class.
_SHORT = 100


@dataclass(slots=True)
class _Content:
    """The contents of an element: number of characters, whether it has a title, or a line to
    keep."""

    size: int = 0
    title: bool = False
    kept: bool = False


class Collector:
    """Walks the tree and collects blocks and removals.

    `keep` are lines that an editor ruled to be text; no element that contains one is removed.
    """

    def __init__(self, reader: Reader, as_html: bool, keep: Set[int]) -> None:
        self._atoms = reader.atoms
        self._as_html = as_html
        # In a text file, only tags made from Markdown's number signs count.
        self._meant = None if as_html else HEADINGS if reader.markdown else frozenset()
        self._keep = keep
        self._whole = sum(len(atom.text) for atom in reader.atoms) or 1
        self._contents: dict[int, _Content] = {}
        self._open: list[Atom] = []
        self._emphatic_open: list[Atom] = []
        self._is_emphatic = False
        self._last_line = 0
        self.blocks: list[Block] = []
        self.removals: list[Removal] = []

    def collect(self, soup: BeautifulSoup) -> None:
        """Fill `blocks` and `removals`."""
        if self._as_html:
            self._measure(soup)
        # An explicit stack, as unclosed tags may nest thousands deep.
        stack: list[tuple[str, object, str, bool]] = [("enter", soup, "", False)]
        while stack:
            step, node, tag, emphatic = stack.pop()
            if step == "leave":
                self._close(tag)
            elif isinstance(node, NavigableString):
                self._is_emphatic = emphatic
                self._take(str(node))
            elif isinstance(node, Tag):
                rule = self._furniture(node)
                if rule:
                    self._close(tag)
                    self._drop(node, rule)
                    continue
                child_tag = tag
                emphatic = emphatic or node.name in EMPHASIS
                if node.name in BLOCKS:
                    self._close(tag)
                    child_tag = node.name
                    stack.append(("leave", None, child_tag, emphatic))
                children = reversed(node.contents)
                stack.extend(("enter", child, child_tag, emphatic) for child in children)
        self._close("")

    def check_depth(self, soup: BeautifulSoup) -> None:
        """Raise `RefusedError` if elements nest too deeply."""
        depth, innermost = deepest(soup)
        if depth > MAX_DEPTH:
            numbers = (n for text in _texts(innermost) for n in MARK.findall(text))
            last = self._atoms[int(next(numbers, -1))] if self._atoms else None
            raise RefusedError(
                "too-deep", last.line if last else 1,
                f"{depth:,} elements are within one another here, more than {MAX_DEPTH:,}",
                "close the tags, or save the page as text",
            )  # fmt: skip

    def _measure(self, soup: BeautifulSoup) -> None:
        """Measure the contents of every element bottom-up, in one pass."""
        contents = self._contents
        stack: list[tuple[Tag, bool]] = [(soup, False)]
        while stack:
            node, measured = stack.pop()
            if not measured:
                stack.append((node, True))
                stack.extend((child, False) for child in node.contents if isinstance(child, Tag))
                continue
            content = contents[id(node)] = _Content(title=node.name in ("h1", "x-title"))
            for child in node.contents:
                if isinstance(child, Tag):
                    child_content = contents[id(child)]
                    content.size += child_content.size
                    content.title = content.title or child_content.title
                    content.kept = content.kept or child_content.kept
                else:
                    atoms = [self._atoms[int(n)] for n in MARK.findall(str(child))]
                    content.size += sum(len(atom.text) for atom in atoms)
                    content.kept = content.kept or any(atom.line in self._keep for atom in atoms)

    def _furniture(self, node: Tag) -> str | None:
        if not self._as_html or node.name in ("html", "body", "[document]", "main", "article"):
            return None
        content = self._contents[id(node)]
        # Some pages wrap all their content in a form, or in a div called "share".
        if content.size * 3 > self._whole or content.title or content.kept:
            return None
        if node.name in FURNITURE:
            return node.name
        if node.name not in CONTAINERS and content.size > _SHORT:
            return None
        class_names = node.get("class") or ""
        classes = class_names if isinstance(class_names, str) else " ".join(class_names)
        is_furniture = FURNITURE_NAMES.search(f"{classes} {node.get('id', '')}")
        return "page-furniture" if is_furniture else None

    def _drop(self, node: Tag, rule: str) -> None:
        atoms = [self._atoms[int(n)] for text in _texts(node) for n in MARK.findall(text)]
        spans = tuple(atom.span for atom in atoms if atom.text.strip())
        if spans:
            self.removals.append(Removal(spans, rule))

    def _take(self, text: str) -> None:
        position = 0
        for match in MARK.finditer(text):
            if match.start() > position:
                self._space()
            atom = self._atoms[int(match.group(1))]
            # Emphasis only matters at the beginning of a block.
            if self._is_emphatic and len(self._emphatic_open) == len(self._open):
                self._emphatic_open.append(atom)
            self._open.append(atom)
            position = match.end()
        if text[position:]:
            self._space()

    def _space(self) -> None:
        if self._open and self._open[-1].text != " ":
            last = self._open[-1]
            space = Atom(" ", last.line, last.start + last.width, 0)
            if len(self._emphatic_open) == len(self._open):
                self._emphatic_open.append(space)
            self._open.append(space)

    def _close(self, tag: str) -> None:
        atoms, self._open = self._open, []
        leading, self._emphatic_open = self._emphatic_open, []
        text = _folded(atoms)
        if not text:
            return
        spans = _spans(atoms)
        gap = 0
        if not self._as_html and self._last_line:
            gap = max(0, spans[0].line - self._last_line - 1)
        self._last_line = spans[-1].line
        # Tags are meaningless in a text file, and blank lines in a page.
        meant = self._meant is None or tag in self._meant
        emphatic = len(_folded(leading))
        self.blocks.append(Block(text, spans, tag if meant else "", gap, emphatic))


def _folded(atoms: list[Atom]) -> str:
    return " ".join("".join(atom.text for atom in atoms).split())


def _texts(node: Tag) -> Iterator[str]:
    """Yield the strings within an element, in document order."""
    stack = [*reversed(node.contents)]
    while stack:
        child = stack.pop()
        if isinstance(child, Tag):
            stack.extend(reversed(child.contents))
        else:
            yield str(child)


def _spans(atoms: list[Atom]) -> tuple[Span, ...]:
    """Return one span per line, without white space at either end."""
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
