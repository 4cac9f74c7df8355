"""The text before the first turn: title, dates, place, lead, and any opening without a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..languages import ENGLISH, Language
from ..model import Role
from . import lexicon
from .blocks import Paragraph
from .datelines import is_place, read_dateline
from .lists import Lists
from .shapes import is_sentence, plain_heading
from .titles import is_about_somebody

# This many consecutive paragraphs are a speech; a date below them is not that of the event.
_SPEECH = 3
_LONGEST_VENUE = 80
_LONGEST_GIVEN = 300


@dataclass
class Front:
    """The contents of the front; `roles` is keyed by block number, and `opening` lists block
    numbers."""

    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    opening: list[int] = field(default_factory=list)
    title: str | None = None
    title_block: int | None = None
    subtitle: str | None = None
    lead: str | None = None
    byline: str | None = None
    notice: str | None = None
    publisher: str | None = None
    published: str | None = None
    dateline: str | None = None
    stamp: str | None = None
    time: str | None = None
    place: str | None = None
    strays: list[int] = field(default_factory=list)


def read_front(
    blocks: tuple[Paragraph, ...],
    limit: int,
    lists: Lists,
    title: int | None,
    article: bool,
    language: Language,
    meta_title: str | None = None,
) -> Front:
    """Assign a role to every block before number `limit`; `named` is the title in the front
    matter."""
    front = Front(title=meta_title)
    if title is not None:
        printed = plain_heading(blocks[title].text)
        front.title, front.title_block = meta_title or printed, title
        if meta_title and not _same_title(printed, meta_title):
            front.subtitle = printed
    elif meta_title:
        title = -1
    end = _end_of_front(blocks, limit, lists, front, article, language)
    for n in range(limit):
        if n in lists.roles:
            continue
        role = _plain_role(blocks[n], n, front, article)
        starts = n > end and role is None and _is_speech(blocks, n, limit, article, language)
        if starts or (front.opening and role != "title"):
            front.opening.append(n)
        elif role is not None:
            front.roles[n] = role
            _read(blocks[n], role, front)
            if role == "title" and _is_given(blocks[n]) and n != front.title_block:
                front.subtitle = front.subtitle or blocks[n].text
        elif title is not None and n < title:
            front.roles[n], front.rules[n] = "boilerplate", "before-title"
        elif not article and _is_venue(blocks, n, language):
            front.roles[n] = "dateline"
            front.place = front.place or blocks[n].text
        elif _is_subtitle(blocks, n, title, front):
            front.roles[n] = "title"
            front.subtitle = blocks[n].text
        elif title is not None and n > title and _is_more_of_title(blocks[n].text, language):
            front.roles[n] = "title"
        elif article and title is not None and n > title:
            front.opening.append(n)
        else:
            front.roles[n], front.rules[n] = "boilerplate", "stray-line"
            front.strays.append(n)
    return front


def _end_of_front(
    blocks: tuple[Paragraph, ...],
    limit: int,
    lists: Lists,
    front: Front,
    article: bool,
    language: Language,
) -> int:
    """Return the last block that is certainly not speech, or -1."""
    end = -1
    paragraphs = 0
    for n in range(limit):
        text = blocks[n].text
        is_section = blocks[n].heading == "section"
        if (n in lists.roles and not is_section) or _plain_role(blocks[n], n, front, article):
            end, paragraphs = n, 0
        elif blocks[n].is_sentence and n > (front.title_block or -1):
            paragraphs += 1
            if article or paragraphs >= _SPEECH or language.cues.greeting.match(text):
                break
    return end


def _plain_role(block: Paragraph, n: int, front: Front, article: bool) -> Role | None:
    """Return the role that the words of a block alone imply, or None."""
    text = block.text
    if n == front.title_block or (front.title and _same_title(plain_heading(text), front.title)):
        return "title"
    if block.is_dateline:
        return (
            "credit"
            if block.language.front.byline.match(text)
            and text.lower().startswith(block.language.front.by)
            else "dateline"
        )
    if _is_given(block):
        return "title"
    if len(text) < 400 and block.notice is not None:
        return "notice"
    if len(text) < 240 and block.language.front.byline.match(text) and not block.is_sentence:
        return None if is_about_somebody(text, block.language) else "credit"
    if (
        not article
        and (block.is_sentence or len(text) > _LONGEST_VENUE)
        and is_lead(text, block.language)
    ):
        return "dateline"
    return None


def _is_given(block: Paragraph) -> bool:
    """Return whether a line says whose words follow and where they were spoken."""
    cues, text = block.language.cues, block.text
    matches = len(text) < _LONGEST_GIVEN and block.language.front.given.match(text) is not None
    return matches and not cues.first_person.search(text)


def is_lead(text: str, language: Language = ENGLISH) -> bool:
    """Return whether a sentence reports the event itself in the third person."""
    reports = language.cues.event.search(text) and language.cues.held.search(text)
    return bool(reports) and not language.cues.first_person.search(text)


def _read(block: Paragraph, role: Role, front: Front) -> None:
    """Record what a block with the given role says."""
    text = block.text
    if role == "notice":
        front.notice = front.notice or text.strip("()")
    elif role == "credit":
        front.byline = front.byline or text
        whole_dates = [date.iso for date in block.dates if date.whole]
        front.published = front.published or next(iter(whole_dates), None)
        bracketed = re.search(r"\(([^()]{2,40})\)", text)
        if bracketed and lexicon.is_outlet_like(bracketed.group(1), block.language):
            front.publisher = front.publisher or bracketed.group(1)
    elif role == "dateline" and block.is_dateline:
        _read_dateline(text, front, block.language)
    elif role == "dateline":
        front.lead = front.lead or text
        venue = block.language.front.lead_place.search(text)
        front.place = front.place or (venue.group(1) if venue else None)
        front.time = front.time or block.time


def _read_dateline(text: str, front: Front, language: Language) -> None:
    dateline = read_dateline(text, language)
    if dateline.of_publication:
        front.publisher = front.publisher or dateline.publisher
        if dateline.date and not dateline.date.startswith("--"):
            front.published = front.published or dateline.date
        return
    if dateline.stamp:
        front.stamp = front.stamp or dateline.date
        return
    if dateline.date and (front.dateline is None or front.dateline.startswith("--")):
        front.dateline = dateline.date
    front.time = front.time or dateline.time
    front.place = front.place or dateline.place


def _is_speech(
    blocks: tuple[Paragraph, ...], n: int, limit: int, article: bool, language: Language
) -> bool:
    """Return whether speech begins here: with a sentence, a greeting, or a heading before one."""
    text = blocks[n].text
    if blocks[n].is_sentence or language.cues.greeting.match(text):
        return True
    after = n + 1 < limit and blocks[n + 1].is_sentence
    return not article and after and blocks[n].is_marked_heading


def _same_title(text: str, title: str) -> bool:
    """Return whether a line repeats the title, perhaps followed by the name of the site."""
    low, known = text.casefold(), title.casefold()
    return low == known or (
        len(known) > 15
        and low.startswith(known)
        and re.match(r"\s*[-–—|_·:]", low[len(known) :]) is not None
    )


def _is_subtitle(blocks: tuple[Paragraph, ...], n: int, title: int | None, front: Front) -> bool:
    if title is None or n < title or front.subtitle or len(blocks[n].text) > 240:
        return False
    if blocks[n].text.startswith("(") or len(blocks[n].text.split()) < 3:
        return False
    roles = {front.roles.get(k) for k in range(title + 1, n)}
    return roles <= {"title", "dateline", "credit"}


def _is_more_of_title(text: str, language: Language) -> bool:
    """Return whether a line in capitals continues the title: "BY THE DIRECTOR OF THE MINT"."""
    return (
        text.isupper()
        and len(text) < 160
        and len(text.split()) > 1
        and not is_sentence(text, language)
    )


def _is_venue(blocks: tuple[Paragraph, ...], n: int, language: Language) -> bool:
    """Return whether a line next to a dateline gives the place."""
    text = blocks[n].text
    if not _may_be_venue(text, language):
        return is_place(text) and ("," in text or dated_beside(blocks, n, language))
    neighbours = [blocks[k].text for k in (n - 1, n + 1) if 0 <= k < len(blocks)]
    return dated_beside(blocks, n, language) or any(
        _may_be_venue(other, language) for other in neighbours
    )


def _may_be_venue(text: str, language: Language) -> bool:
    venue = language.front.venue.search(text) if len(text) < _LONGEST_VENUE else None
    return venue is not None and (venue.end() == len(text) or not language.cues.event.search(text))


def dated_beside(blocks: tuple[Paragraph, ...], n: int, language: Language) -> bool:
    """Return whether the line before or after is a dateline."""
    return any(blocks[k].is_dateline for k in (n - 1, n + 1) if 0 <= k < len(blocks))
