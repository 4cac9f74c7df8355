"""Find the title of a source, and the people named in titles and bylines."""

from __future__ import annotations

import re

from ..languages import ENGLISH, Language
from ..model import Role
from . import lexicon
from .blocks import Paragraph
from .dates import find_dates

_BY_TAG = {"h1": 6.0, "h2": 4.0, "h3": 2.0, "x-title": -0.5}
# Titles identified by wording, element or position may be long; slugs shorten them anyway.
_LONGEST = 1000
# A line after more paragraphs than this is a heading, even if it looks like a title.
_MOST_PARAGRAPHS = 4


def find_title(
    blocks: tuple[Paragraph, ...], limit: int, taken: dict[int, Role], language: Language
) -> int | None:
    """Return the number of the block with the title, or None, judging by element, wording and
    position."""
    best_title: tuple[float, int] | None = None
    paragraphs = 0
    for n in range(min(limit, len(blocks))):
        block = blocks[n]
        if n in taken or block.is_related:
            continue
        if not _may_be_title(block, is_first=n == 0):
            paragraphs += block.is_sentence
            if paragraphs > _MOST_PARAGRAPHS:
                break
            continue
        score = _score(block) - 0.05 * n - 1.0 * paragraphs
        score += 0.5 if n + 1 < len(blocks) and blocks[n + 1].is_dateline else 0.0
        if best_title is None or score > best_title[0]:
            best_title = (score, n)
    return best_title[1] if best_title and best_title[0] >= 0.5 else None


def is_title_beside(block: Paragraph, named: str) -> bool:
    """Return whether a block is a title although the front matter has one: equal, or worded as a
    title."""
    if block.text.casefold() == named.casefold() or block.tag in ("h1", "x-title"):
        return True
    return block.language.front.title_word.search(
        block.language.front.venue.sub(" ", block.text)
    ) is not None and not block.language.front.venue.search(block.text[-30:])


def _may_be_title(block: Paragraph, is_first: bool) -> bool:
    text = block.text
    is_prominent = block.tag in ("h1", "h2", "x-title")
    if not is_prominent and not text.endswith((".", ":", "?", "!", '"', "”")):
        is_prominent = is_first or (
            block.language.front.title_word.search(text) is not None
            and block.language.front.title_begins.match(text) is not None
        )
    if block.is_sentence and not is_prominent:
        return False
    words = re.findall(r"[A-Za-zÀ-ɏ][\w'’-]*", text)
    if len(words) < 2 or len(text) > _LONGEST:
        return False
    if block.language.front.byline.match(text) and not is_about_somebody(text, block.language):
        return False
    return not block.heading and not block.is_dateline


def _score(block: Paragraph) -> float:
    words = len(block.text.split())
    score = _BY_TAG.get(block.tag, 0.0)
    score += 3.0 if block.language.front.title_word.search(block.text) else 0.0
    score += 1.0 if 3 <= words <= 60 else 0.0
    score -= 1.0 if re.match(r"[-–—(]", block.text) else 0.0
    return score


def is_about_somebody(text: str, language: Language = ENGLISH) -> bool:
    """Return whether words that begin with "by" continue a title: "by Minister Ann Lee ahead of
    ...".

    >>> is_about_somebody("by Minister Ann Lee ahead of the summit")
    True
    >>> is_about_somebody("By Ann Lee")
    False
    """
    return (
        language.front.by_person.fullmatch(text) is None
        and language.front.person.search(text) is not None
    )


def people_of_lead(text: str, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Return (name, role) of those who, according to the lead, answered or gave the event.

    >>> people_of_lead("Colonel Ann Lee, spokesperson for the Army, answers questions on May 3.")
    [('Ann Lee', 'spokesperson for the Army')]
    """
    return [
        (lexicon.without_honorific(match.group("name"), language), match.group("role"))
        for match in language.front.lead_person.finditer(text)
        if language.names.role_word.search(match.group("role"))
    ]


def people_of_title(*titles: str | None, language: Language = ENGLISH) -> list[tuple[str, str]]:
    """Return (name, role) of the officials named in titles, subtitles or bylines.

    >>> people_of_title("Foreign Ministry Spokesperson Ann Lee's Regular Press Conference")
    [('Ann Lee', 'Foreign Ministry Spokesperson')]
    >>> people_of_title("Press Gaggle by Press Secretary Jo Park en route Oslo, July 25, 2022")
    [('Jo Park', 'Press Secretary')]
    >>> people_of_title("By Senior Colonel Bo Li, Spokesperson for the Ministry")
    [('Bo Li', 'Spokesperson for the Ministry')]
    """
    people: list[tuple[str, str]] = []
    for title in titles:
        text = title or ""
        for date in reversed(find_dates(text, language)):
            text = text[: date.start] + text[date.end :]
        text = text.strip(" ,")
        byline = language.front.by_person.fullmatch(text)
        if byline and language.names.role_word.search(byline.group("role")):
            people.append(
                (lexicon.without_honorific(byline.group("name"), language), byline.group("role"))
            )
            continue
        for match in language.front.person.finditer(text):
            role = language.front.before_role.split(match.group("role").strip(" ,"))[-1].strip()
            name = match.group("name").strip()
            if not language.front.no_name.search(name) and not language.names.role_word.search(
                name
            ):
                people.append((name, role))
    return people
