"""What a block looks like by itself: a sentence, a heading, a link to other news, a caption."""

from __future__ import annotations

import re

from ..model import Block
from .dates import find_dates

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_RELATED = re.compile(
    r"(?:related|recommended|latest|hot|top|more|other|most (?:read|viewed|popular)|popular|"
    r"see also|you may also like|previous|next|further|editor['’]?s['’]? (?:choice|picks?)|"
    r"today['’]s top)\s*"
    r"(?:news|articles?|stories|story|links?|reading|reports?|coverage|topics?|posts?|items?|"
    r"videos?|documents?|releases?|from [\w ]{2,30})?\s*[:：]?",
    re.IGNORECASE,
)
_TAIL = 40
_TIME_AT_END = re.compile(r"\W*\d{1,2}(?:[:.]\d\d)?\s[ap]\.?\s?m\.?\)?$", re.IGNORECASE)
_MARKED = re.compile(r"(?:#{1,6}\s+|\*\*(?!\s))(?P<words>[^*#]+?)\**\s*:?")


def is_sentence(text: str) -> bool:
    """Whether a block reads as running text rather than as a heading or a label."""
    end = text[-_TAIL:]
    dates = find_dates(end)
    if dates and dates[-1].end == len(end):
        text = text[: len(text) - len(end) + dates[-1].start]
    text = _TIME_AT_END.sub("", text) if text.endswith(("m.", "m.)", "m)")) else text
    ended = text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":", ";"))
    return len(text) > 240 or (ended and (len(text.split()) >= 4 or len(text) > 60))


def is_related(text: str) -> bool:
    """Whether it heads a list of links to something else."""
    return len(text) < 60 and _RELATED.fullmatch(text) is not None


def is_marked_heading(block: Block) -> bool:
    """A heading by its element, or by the stars or number signs before it."""
    if len(block.text) > 160:
        return False
    if block.tag in HEADING_TAGS:
        return not is_sentence(block.text)
    marked = _MARKED.fullmatch(block.text)
    return marked is not None and not is_sentence(marked.group("words"))


def plain_heading(text: str) -> str:
    """A heading or title without what only marks it: number signs, bullets, arrows.

    >>> plain_heading("## Questions"), plain_heading("• Briefing on rain")
    ('Questions', 'Briefing on rain')
    """
    return re.sub(r"^(?:#{1,6}\s+|[•·▪■►»ㄑ‣*]+\s*)", "", text) or text
