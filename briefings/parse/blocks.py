"""Blocks with features that depend on the block alone; each is computed on first access."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..languages import Language
from ..model import Block
from . import lexicon
from .datelines import is_dateline
from .dates import PrintedDate, find_dates, find_time
from .shapes import HEADING_TAGS, is_related, is_sentence, notice_in

_MARKED = re.compile(r"(?:#{1,6}\s+|\*\*(?!\s))(?P<words>[^*#]+?)\**\s*:?")
_LONGEST_HEADING = 160
_SMALL = re.compile(r"(?<![\w'’-])[a-z]{3,}(?![\w'’-])")


@dataclass(frozen=True, kw_only=True)
class Paragraph(Block):
    """A block with its language and derived features."""

    language: Language

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the block reads as running text rather than as a heading or a label."""
        return is_sentence(self.text, self.language)

    @cached_property
    def dates(self) -> tuple[PrintedDate, ...]:
        return tuple(find_dates(self.text, self.language))

    @cached_property
    def time(self) -> str | None:
        """The time of day as printed, or None."""
        return find_time(self.text, self.language)

    @cached_property
    def is_dateline(self) -> bool:
        """Whether the block contains a date or a time of day and little else."""
        return is_dateline(self.text, self.language)

    @cached_property
    def is_related(self) -> bool:
        """Whether the block introduces a list of links to other pages."""
        return is_related(self.text, self.language)

    @cached_property
    def heading(self) -> str | None:
        """What the block introduces if it is the heading of a list, such as "speakers", or None."""
        return lexicon.heading_of(self.text, self.language)

    @cached_property
    def notice(self) -> re.Match[str] | None:
        """The clause that says which language version prevails, if there is one."""
        return notice_in(self.text, self.language)

    @cached_property
    def titled_names(self) -> tuple[str, ...]:
        """The names that follow a courtesy title (Mr., Ms., Dr. ...) in the block."""
        return tuple(lexicon.names_with_titles(self.text, self.language))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The lower-case words of three letters or more."""
        return frozenset(_SMALL.findall(self.text))

    @cached_property
    def is_marked_heading(self) -> bool:
        """Whether the block is a heading by its element, or by asterisks or number signs before
        it."""
        if len(self.text) > _LONGEST_HEADING:
            return False
        if self.tag in HEADING_TAGS:
            return not self.is_sentence
        marked = _MARKED.fullmatch(self.text)
        return marked is not None and not is_sentence(marked.group("words"), self.language)


def paragraphs(blocks: Iterable[Block], language: Language) -> tuple[Paragraph, ...]:
    """Convert the blocks of a source to paragraphs in its language."""
    return tuple(
        Paragraph(
            text=block.text, spans=block.spans, tag=block.tag, gap=block.gap,
            emphasis=block.emphasis, language=language,
        )
        for block in blocks
    )  # fmt: skip
