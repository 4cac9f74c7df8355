"""The form of a single block: sentence, heading, related link or language clause."""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language
from .dates import find_dates

HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_TAIL = 40


def is_sentence(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a block reads as running text rather than as a heading or a label."""
    end = text[-_TAIL:]
    dates = find_dates(end, language)
    if dates and dates[-1].end == len(end):
        text = text[: len(text) - len(end) + dates[-1].start]
    hour = language.calendar.time_at_end.search(text, max(0, len(text) - _TAIL))
    text = text[: hour.start()] if hour else text
    ended = text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":", ";"))
    return len(text) > 240 or (ended and (len(text.split()) >= 4 or len(text) > 60))


def is_related(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a block introduces a list of links to other pages."""
    return len(text) < 60 and language.front.related.fullmatch(text) is not None


def plain_heading(text: str) -> str:
    """Remove mark-up before a heading or title: number signs, bullets, arrows.

    >>> plain_heading("## Questions"), plain_heading("• Briefing on rain")
    ('Questions', 'Briefing on rain')
    """
    return re.sub(r"^(?:#{1,6}\s+|[•·▪■►»ㄑ‣*]+\s*)", "", text) or text


def notice_in(text: str, language: Language = ENGLISH) -> re.Match[str] | None:
    """Return the match of the clause that says which language version prevails, or that a
    transcript was not edited, or None.

    >>> notice_in("The Chinese text shall prevail.") is not None
    True
    >>> notice_in("Note: This is a rough, unedited transcript.") is not None
    True
    >>> notice_in("If there are differences, we talk about them.") is None
    True
    """
    return (
        language.closing.notice.search(text) if language.closing.notice_word.search(text) else None
    )
