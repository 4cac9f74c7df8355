"""A block with what can be told of it by itself, each computed when it is first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..languages import Language
from ..model import Block
from . import lexicon
from .datelines import is_dateline
from .dates import Found, find_dates, find_time
from .shapes import HEADING_TAGS, is_related, is_sentence, notice_in

_MARKED = re.compile(r"(?:#{1,6}\s+|\*\*(?!\s))(?P<words>[^*#]+?)\**\s*:?")
_LONGEST_HEADING = 160
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")


@dataclass(frozen=True, kw_only=True)
class Paragraph(Block):
    """A block in its language, and its features; they depend on nothing else."""

    language: Language

    @cached_property
    def is_sentence(self) -> bool:
        """Whether it reads as running text rather than as a heading or a label."""
        return is_sentence(self.text, self.language)

    @cached_property
    def dates(self) -> tuple[Found, ...]:
        return tuple(find_dates(self.text, self.language))

    @cached_property
    def time(self) -> str | None:
        """The hour as printed."""
        return find_time(self.text, self.language)

    @cached_property
    def is_dateline(self) -> bool:
        """Whether it holds a date or an hour and little else."""
        return is_dateline(self.text, self.language)

    @cached_property
    def is_related(self) -> bool:
        """Whether it heads a list of links to something else."""
        return is_related(self.text, self.language)

    @cached_property
    def heading(self) -> str | None:
        """What it announces as the heading of a list."""
        return lexicon.heading_of(self.text, self.language)

    @cached_property
    def notice(self) -> re.Match[str] | None:
        """The clause that says which language prevails."""
        return notice_in(self.text, self.language)

    @cached_property
    def titled_names(self) -> tuple[str, ...]:
        """The names that stand behind a Mr., Ms., Dr. ... in it."""
        return tuple(lexicon.names_with_titles(self.text, self.language))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words of three letters or more that it prints in small letters."""
        return frozenset(_SMALL.findall(self.text))

    @cached_property
    def is_marked_heading(self) -> bool:
        """A heading by its element, or by the stars or number signs before it."""
        if len(self.text) > _LONGEST_HEADING:
            return False
        if self.tag in HEADING_TAGS:
            return not self.is_sentence
        marked = _MARKED.fullmatch(self.text)
        return marked is not None and not is_sentence(marked.group("words"), self.language)


def paragraphs(blocks: Iterable[Block], language: Language) -> tuple[Paragraph, ...]:
    """The blocks of a source in its language."""
    return tuple(
        Paragraph(
            text=block.text, spans=block.spans, tag=block.tag, gap=block.gap,
            emphasis=block.emphasis, language=language,
        )
        for block in blocks
    )  # fmt: skip
