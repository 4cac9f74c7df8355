"""Articles: sections under headings that carry no mark-up, and the imprint at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Block
from .closing import is_imprint
from .dates import find_dates
from .front import is_sentence

LONGEST_HEADING = 130


@dataclass
class Article:
    """Headings and passages by block number; `imprint` is the block of the imprint, if any."""

    sections: list[tuple[int | None, list[int]]] = field(default_factory=list)
    imprint: int | None = None
    publisher: str | None = None
    published: str | None = None


def read_article(blocks: tuple[Block, ...], text: list[int]) -> Article:
    """Cuts the running text (block numbers) at its headings."""
    article = Article()
    for n in text[-3:]:
        if len(text) > 1 and is_imprint(blocks[n].text):
            article.imprint = n
            date = next(date for date in find_dates(blocks[n].text) if date.whole)
            article.published = date.iso
            named = re.match(r"\W*([^\W\d][^“”\"(,|]*?)\s*[”\"]?\s*[(,|]", blocks[n].text)
            article.publisher = named.group(1).strip() if named else None
    running = [n for n in text if n != article.imprint]
    for position, n in enumerate(running):
        follows = position + 1 < len(running) and not _is_heading(blocks[running[position + 1]])
        if _is_heading(blocks[n]) and follows:
            article.sections.append((n, []))
        else:
            if not article.sections:
                article.sections.append((None, []))
            article.sections[-1][1].append(n)
    return article


def _is_heading(block: Block) -> bool:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return True
    text = block.text
    return (
        len(text) <= LONGEST_HEADING
        and not is_sentence(text)
        and 1 < len(text.split()) <= 22
        and not text.rstrip("\"'”’) ").endswith((".", "!", "?", "…", ",", ";", ":"))
        and re.match(r"[\W\d]*[^\W\d_a-z]", text) is not None
    )


def appositions(text: str) -> list[tuple[str, str]]:
    """Names with the role that a comma adds, where the sentence then says that they spoke.

    >>> appositions("Ann Lee, head of the Press Office, said that all was well.")
    [('Ann Lee', 'head of the Press Office')]
    """
    return [
        (match.group("name"), match.group("role").strip())
        for match in _APPOSITION.finditer(text)
        if 2 <= len(match.group("name").split()) <= 4
    ]


_APPOSITION = re.compile(
    r"(?:^|[.!?”\"]\s+|,\s+)(?P<name>[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){1,3}),\s+"
    r"(?P<role>(?:an?\s+|the\s+)?(?:[a-z-]+\s+){0,3}?(?:minister|vice|deputy|director|spokes\w+|head|chief|"
    r"member|president|chair\w*|secretary|commissioner|representative|officer|official|governor|mayor)\b"
    r"[^.;:“”\"]{0,160}?),?\s+"
    r"(?:said|says|told|introduced|noted|stressed|added|pointed|announced|explained|stated|answered|"
    r"responded|reported|revealed|emphasi[sz]ed)\b"
)
