"""The title of a source, and the people whom a title or a byline names."""

from __future__ import annotations

import re

from ..model import Block, Role
from . import lexicon
from .datelines import VENUE, is_dateline
from .dates import find_dates
from .shapes import is_related, is_sentence

TITLE_WORD = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|gaggle)|\bbriefings?\b|\bconference\b|"
    r"\btranscript\b|\bremarks\b|\bstatement\b|\bquestions and answers\b|\binterview\b|"
    r"\bspokes(?:person|man|woman)\b|\bpresser\b|\bgaggle\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:edited |verbatim )?(?:transcript|press|remarks|statement)\b", re.I)
_BY_TAG = {"h1": 6.0, "h2": 4.0, "h3": 2.0, "x-title": -0.5}
_LONGEST = 300
# What words, element or place show to be a title may be longer; addresses shorten it anyway.
_LONGEST_SHOWN = 1000
# More paragraphs than this before it, and a line that looks like a title is a heading.
_MOST_PARAGRAPHS = 4

_OFFICE = (
    r"(?:Spokes(?:person|man|woman)|Minister|Secretary(?:[ -]General)?|Director(?: General)?|"
    r"President|Commissioner|Ambassador|Chair(?:man|woman|person)?|Governor|Premier|Chief|Representative|"
    r"Chancellor|Mayor|Administrator|Envoy|Head|Officer)"
)
_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w.-]|['’](?!s\b)(?=\w))*"
_PERSON = re.compile(
    rf"(?P<role>(?:[\w’',&.-]+\s+){{0,10}}?{_OFFICE}"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){{1,4}}?)?)\s*"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})"
    r"(?=['’]|\s+[a-z(]|\s*[,–—-]|$)"
)
_BEFORE_ROLE = re.compile(
    r"\b(?:by|with|from|and|"
    r"(?:conference|briefing|gaggle|remarks|transcript|statement|interview)s?\s+(?:of|on))\s+",
    re.IGNORECASE,
)
# Words of titles that stand where a name could: "Press Secretary Updates Reporters on ...".
_NO_NAME = re.compile(
    rf"{TITLE_WORD.pattern}|{lexicon.ORGANIZATION_WORD.pattern}|"
    r"^(?:Holds|Hosts|Gives|Updates|Answers|Briefs|Speaks|Takes|Meets|Attends|Addresses|On)\b",
    re.IGNORECASE,
)
_BY_PERSON = re.compile(
    rf"(?i:by)\s+(?P<name>(?:{lexicon.NAME_WORD}\s+){{1,4}}{lexicon.NAME_WORD}),\s+(?P<role>.+)"
)


_LEAD_PERSON = re.compile(
    rf"(?:^|\bby\s+|\band\s+)(?P<name>{lexicon.NAME}),\s+(?P<role>[^,;]{{4,240}}?)"
    r"(?=,\s+(?:answer|answers|answered|spoke|briefed|attended|held|holds|and\b)|\.?$)"
)


def find_title(blocks: tuple[Block, ...], limit: int, taken: dict[int, Role]) -> int | None:
    """The block that is the title, or None: by element, by wording, by place."""
    best: tuple[float, int] | None = None
    paragraphs = 0
    for n in range(min(limit, len(blocks))):
        block = blocks[n]
        if n in taken or is_related(block.text):
            continue
        if not _may_be_title(block, first=n == 0):
            paragraphs += is_sentence(block.text)
            if paragraphs > _MOST_PARAGRAPHS:
                break
            continue
        score = _score(block) - 0.05 * n - 1.0 * paragraphs
        score += 0.5 if n + 1 < len(blocks) and is_dateline(blocks[n + 1].text) else 0.0
        if best is None or score > best[0]:
            best = (score, n)
    return best[1] if best and best[0] >= 0.5 else None


def is_title_beside(block: Block, named: str) -> bool:
    """Whether a block is a title where the front matter gives one: the same, or worded as one."""
    if block.text.casefold() == named.casefold() or block.tag in ("h1", "x-title"):
        return True
    return TITLE_WORD.search(VENUE.sub(" ", block.text)) is not None and not VENUE.search(
        block.text[-30:]
    )


def _may_be_title(block: Block, first: bool) -> bool:
    text = block.text
    shown = block.tag in ("h1", "h2", "x-title")
    if not shown and not text.endswith((".", ":", "?", "!", '"', "”")):
        shown = first or (TITLE_WORD.search(text) is not None and _BEGINS.match(text) is not None)
    if is_sentence(text) and not shown:
        return False
    words = re.findall(r"[A-Za-zÀ-ɏ][\w'’-]*", text)
    longest = _LONGEST_SHOWN if shown else _LONGEST
    if len(words) < 2 or len(text) > longest:
        return False
    return not lexicon.heading_of(text) and not is_dateline(text)


def _score(block: Block) -> float:
    words = len(block.text.split())
    score = _BY_TAG.get(block.tag, 0.0)
    score += 3.0 if TITLE_WORD.search(block.text) else 0.0
    score += 1.0 if 3 <= words <= 60 else 0.0
    score -= 1.0 if re.match(r"[-–—(]", block.text) else 0.0
    return score


def is_about_somebody(text: str) -> bool:
    """Whether what begins with "by" goes on with the title: "by Minister Ann Lee ahead of ...".

    >>> is_about_somebody("by Minister Ann Lee ahead of the summit")
    True
    >>> is_about_somebody("By Ann Lee")
    False
    """
    return _BY_PERSON.fullmatch(text) is None and _PERSON.search(text) is not None


def people_of_lead(text: str) -> list[tuple[str, str]]:
    """Those who, as the sentence about the event says, answered or gave it.

    >>> people_of_lead("Colonel Ann Lee, spokesperson for the Army, answers questions on May 3.")
    [('Ann Lee', 'spokesperson for the Army')]
    """
    return [
        (lexicon.without_honorific(match.group("name")), match.group("role"))
        for match in _LEAD_PERSON.finditer(text)
        if lexicon.ROLE_WORD.search(match.group("role"))
    ]


def people_of_title(*titles: str | None) -> list[tuple[str, str]]:
    """Name and role of the officials whom a title, a subtitle or a byline names.

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
        for date in reversed(find_dates(text)):
            text = text[: date.start] + text[date.end :]
        text = text.strip(" ,")
        by = _BY_PERSON.fullmatch(text)
        if by and lexicon.ROLE_WORD.search(by.group("role")):
            people.append((lexicon.without_honorific(by.group("name")), by.group("role")))
            continue
        for match in _PERSON.finditer(text):
            role = _BEFORE_ROLE.split(match.group("role").strip(" ,"))[-1].strip()
            name = match.group("name").strip()
            if not _NO_NAME.search(name) and not lexicon.ROLE_WORD.search(name):
                people.append((name, role))
    return people
