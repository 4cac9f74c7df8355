"""Splits a page's Markdown into a skeleton and the page's own content, and joins them again.

A skeleton is the Markdown with a token in place of everything specific to the page: finished blocks
of HTML, headings with an id, title and description. Pages of one kind share a skeleton, so that
MkDocs builds only a few dozen of them for any number of pages, and never parses finished HTML.
MkDocs turns a skeleton into a shell, into which each page's own content is inserted.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from urllib.parse import quote

from markdown.util import BLOCK_LEVEL_ELEMENTS

from briefings import markup

_TOKEN = "zqz"  # noqa: S105 - no secret; in no word of any language
_OWN = ("title", "description", "linked_data")
"""Front matter whose values differ from page to page."""
_ALTERNATE = "alternate_"
"""The prefix of front matter with addresses of a page in other formats."""
_LEVELS_APART = 3
"""Headings from this level on are in tables of contents only on the sections' own pages."""
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_VALUE = re.compile(r'^(\w+): (".*")$', re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6}) (.*?) \{: #([^\s}]+) \}$")
_MARKED_UP = re.compile(r"[\\`*_\[\]<>!~^|{}]|&(?!#?\w+;)|://|www\.")
"""Characters that may have a meaning in Markdown."""
_ELEMENT = re.compile(r"<([a-z][a-z0-9]*)(?=[\s>])")
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)


class SkeletonError(ValueError):
    """A shell does not contain every block of its page exactly once."""


@dataclass(frozen=True, slots=True)
class SplitPage:
    """A page's Markdown, split into skeleton and content.

    `path` is the skeleton's path below MkDocs' folder of pages, and `stand_in` its address there,
    which is replaced by the page's own; `values` are the page's own texts in the order of their
    tokens; `blocks` are the indexes of those that are finished HTML.
    """

    path: str
    stand_in: str
    skeleton: str
    values: tuple[str, ...]
    blocks: tuple[int, ...]

    @property
    def digest(self) -> str:
        """A digest that is equal for pages that share a shell."""
        return _hash(f"{self.path}\0{self.skeleton}")


def split(text: str, url: str, path: str) -> SplitPage:
    """Splits a page's Markdown; `path` is the page's own path below MkDocs' folder of pages.

    Pages at the first level of addresses are those of the sections. They keep their path and all
    their headings, which the theme lists in the navigation.
    """
    token = _TOKEN
    while token in text or token in url:
        token += "q"
    parts = _Parts(token, is_index=is_index(url), keeps_ids=is_index(url) or "](" in text)
    skeleton = parts.skeleton(text)
    if is_index(url):
        return SplitPage(path, "", skeleton, tuple(parts.values), tuple(parts.blocks))
    section, *rest = url.rstrip("/").split("/")
    # What the theme writes about a page's position depends only on its section and depth.
    name = f"{token}{_hash(f'{section} {len(rest)} {skeleton}')[:24]}"
    stand_in = "/".join([section, *[name] * len(rest), ""])
    return SplitPage(
        f"{stand_in}index.md", stand_in, skeleton, tuple(parts.values), tuple(parts.blocks)
    )


def join(shell: str, page_parts: SplitPage, url: str) -> str:
    """The finished page: the shell with the page's own content and address.

    Raises SkeletonError if the shell lacks a block or contains it twice.
    """
    match = re.search(rf"{_TOKEN}q*", page_parts.skeleton)
    if page_parts.stand_in:
        shell = shell.replace(page_parts.stand_in, quote(url))
    if match is None:
        return shell
    token = match.group()
    pieces = re.split(rf"<!--{token}(\d+){token}-->|{token}(\d+){token}", shell)
    out: list[str] = [pieces[0]]
    blocks: list[int] = []
    for n in range(1, len(pieces), 3):
        block, word, after = pieces[n : n + 3]
        if block is not None:
            blocks.append(int(block))
        out += (page_parts.values[int(block or word)], after)
    if tuple(blocks) != page_parts.blocks:
        raise SkeletonError(
            f"the theme shows blocks {blocks} of {list(page_parts.blocks)} of {url!r}"
        )
    return "".join(out)


def is_index(url: str) -> bool:
    """Whether a page is at the first level of addresses, like the sections' own pages."""
    return url.count("/") < 2


class _Parts:
    """Collects the content that tokens stand for."""

    def __init__(self, token: str, is_index: bool, keeps_ids: bool) -> None:
        self.values: list[str] = []
        self.blocks: list[int] = []
        self._token = token
        self._is_index = is_index
        self._keeps_ids = keeps_ids  # MkDocs checks the targets of Markdown links
        self._block: list[str] = []

    def skeleton(self, text: str) -> str:
        head = _FRONT_MATTER.match(text)
        out: list[str] = []
        at = 0
        if head:
            out.append(f"---\n{_VALUE.sub(self._front_value, head[1])}\n---\n")
            at = head.end()
        while at < len(text):
            end = self._end_of_block(text, at)
            if end is not None:
                self._block.append(text[at:end].rstrip("\n"))
            else:
                end = text.find("\n", at) + 1 or len(text)
                line = text[at:end].rstrip("\n")
                if line and not self._is_quiet_heading(line):
                    self._flush(out)
                    out.append(self._line(line))
                elif not line and not self._block:
                    out.append("")
            at = end
        self._flush(out)
        return "\n".join([*out, ""])

    def _end_of_block(self, text: str, at: int) -> int | None:
        """The end, including its line, of the block of finished HTML that starts here; None if
        there is none.

        Our own HTML is well-formed and its text is escaped, so that counting tags is enough.
        """
        opened = _ELEMENT.match(text, at)
        if opened is None or opened[1] not in _BLOCKS:
            return None
        depth = 0
        for tag in re.compile(rf"<(/?){opened[1]}(?=[\s>])").finditer(text, at):
            depth += -1 if tag[1] else 1
            if depth == 0:
                return text.find("\n", tag.end()) + 1 or len(text)
        return None

    def _is_quiet_heading(self, line: str) -> bool:
        """Whether a line is a heading in no table of contents, which then becomes part of the
        block.
        """
        heading = None if self._is_index else _HEADING.match(line)
        if heading is None or len(heading[1]) < _LEVELS_APART or _MARKED_UP.search(heading[2]):
            return False
        self._block.append(markup.heading_element(len(heading[1]), heading[3], heading[2]))
        return True

    def _line(self, line: str) -> str:
        heading = _HEADING.match(line)
        if heading is None or _MARKED_UP.search(heading[2]):
            return line
        text = self._value(heading[2])
        id_ = heading[3] if self._keeps_ids else self._value(heading[3])
        return f"{heading[1]} {text} {{: #{id_} }}"

    def _flush(self, out: list[str]) -> None:
        if self._block:
            self.blocks.append(len(self.values))
            out += ["", f"<!--{self._value(chr(10).join(self._block))}-->", ""]
            self._block = []

    def _front_value(self, match: re.Match[str]) -> str:
        if match[1] not in _OWN and not match[1].startswith(_ALTERNATE):
            return match[0]
        return f'{match[1]}: "{self._value(json.loads(match[2]))}"'

    def _value(self, value: str) -> str:
        self.values.append(value)
        return f"{self._token}{len(self.values) - 1}{self._token}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
