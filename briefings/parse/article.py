"""Articles: sections under headings without mark-up, and the imprint at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from ..languages import ENGLISH, Language
from .blocks import Paragraph
from .closing import is_imprint
from .dates import find_dates
from .shapes import HEADING_TAGS

_LONGEST_HEADING = 130


@dataclass
class Article:
    """The sections of an article, as a heading and its passages, by block number.

    The heading of text before the first heading is None.
    """

    sections: list[tuple[int | None, list[int]]] = field(default_factory=list)
    publisher: str | None = None
    published: str | None = None


def find_imprint(blocks: tuple[Paragraph, ...], text: list[int], language: Language) -> int | None:
    """Return the block, among the last three, that says where and when the article was
    published."""
    near_end = [n for n in text[-3:] if is_imprint(blocks[n].text, language)]
    return near_end[-1] if near_end and len(text) > 1 else None


def read_article(
    blocks: tuple[Paragraph, ...], text: list[int], imprint: int | None, language: Language
) -> Article:
    """Split the running text, given as block numbers, at its headings."""
    article = Article()
    if imprint is not None:
        printed = blocks[imprint].text
        article.published = next(date.iso for date in find_dates(printed, language) if date.whole)
        publisher = re.match(r"\W*([^\W\d][^“”\"(,|]*?)\s*[”\"]?\s*[(,|]", printed)
        article.publisher = publisher.group(1).strip() if publisher else None
    running = [n for n in text if n != imprint]
    for n, after in zip_longest(running, running[1:]):
        heads = after is not None and not _is_heading(blocks[after])
        if heads and _is_heading(blocks[n]):
            article.sections.append((n, []))
        else:
            if not article.sections:
                article.sections.append((None, []))
            article.sections[-1][1].append(n)
    return article


def appositions(text: str, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Return (name, role) for roles in apposition, in sentences that say that the person spoke.

    >>> appositions("Ann Lee, head of the Press Office, said that all was well.")
    [('Ann Lee', 'head of the Press Office')]
    """
    return [
        (match.group("name"), match.group("role").strip())
        for match in language.speech.apposition.finditer(text)
    ]


def _is_heading(block: Paragraph) -> bool:
    if block.tag in HEADING_TAGS:
        return True
    text = block.text
    return (
        len(text) <= _LONGEST_HEADING
        and not block.is_sentence
        and 1 < len(text.split()) <= 22
        and not text.rstrip("\"'”’) ").endswith((".", "!", "?", "…", ",", ";", ":"))
        and re.match(r"[\W\d]*[^\W\d_a-z]", text) is not None
    )
