"""Participant lists: headings, names and roles, wherever in a source they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Block, Role
from . import lexicon
from .dates import find_dates, find_time
from .labels import Candidate

LONGEST = 320
_WITH_ROLE = re.compile(
    rf"(?P<hon>(?i:{lexicon.HONORIFIC.pattern}))?(?P<name>{lexicon.NAME})"
    r"\s*(?:[,，]|\s[-–—]+\s|[:：]|\((?=[^)]*\)\W*$))\s*(?P<role>\S.*)"
)
_NAME = re.compile(rf"(?i:{lexicon.HONORIFIC.pattern})?(?P<name>{lexicon.NAME})\Z")
_ROLE_FIRST = re.compile(
    rf"(?P<role>.+?)\s+(?P<name>(?:{lexicon.NAME_WORD}\s+){{1,2}}{lexicon.NAME_WORD})"
)
_SAYING = re.compile(
    r"\b(?:said|says|told|introduced|noted|stressed|added|pointed|will|has|have|had|is|was)\b"
)
_ORGANIZATION = re.compile(
    r"\b(?:of|at|for|in|with|from)\s+(?:the\s+)?(?P<org>(?:[A-Z]|\d+(?:st|nd|rd|th)?\s+[A-Z]).*)"
)
_NEXT_ROLE = re.compile(
    r"\s*(?:,|;|\band\b)\s+(?:an?\s+|the\s+|also\s+|concurrently\s+)*(?:[a-z-]+\s+){0,3}?"
    r"(?:minister|director|secretary|spokes\w+|head|chief|member|president|chair\w*|deputy|vice)\b.*"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list: `name` without honorific, `role` as printed."""

    name: str
    role: str | None
    chair: bool
    block: int
    group: int


@dataclass
class Lists:
    """Which blocks are lists, and what they say."""

    roles: dict[int, Role] = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


def find_lists(blocks: tuple[Block, ...], candidates: dict[int, Candidate]) -> Lists:
    """Lists under headings anywhere; without headings, only before the first label."""
    found = Lists()
    texts: dict[str, int] = {}
    heading = ""
    group = 0
    first_label = _first_label(blocks, candidates)
    for n, block in enumerate(blocks):
        text = block.text
        if text in texts and texts[text] in found.roles:
            found.roles[n] = found.roles[texts[text]]
            continue
        if block.gap > 1:
            group += 1
        what = lexicon.heading_of(text)
        inline = _heading_with_content(text)
        if what and _announces(what, blocks, n):
            found.roles[n] = "heading"
            heading = what
            group += 1
        elif inline and _entries(inline[1], inline[0] == "speakers", True):
            if inline[0] == "chair" and not _is_list_line(blocks, n, candidates):
                heading = ""
                continue
            for name, role in _entries(inline[1], inline[0] == "speakers", True):
                found.listed.append(Listed(name, role, inline[0] == "chair", n, group))
            found.roles[n] = "participant"
            heading = inline[0]
        elif inline and inline[0] in ("date", "place") and len(text) < 120:
            if inline[0] == "place" or find_dates(text) or find_time(text):
                found.roles[n] = "dateline"
                (found.dates if inline[0] == "date" else found.places).append(n)
                heading = ""
        elif heading == "date" and len(text) < 80 and (find_dates(text) or find_time(text)):
            found.roles[n] = "dateline"
            found.dates.append(n)
        elif heading == "place" and len(text) < 120 and not find_dates(text):
            found.roles[n] = "dateline"
            found.places.append(n)
            heading = ""
        else:
            under = heading in ("speakers", "chair")
            entries = _entries(text, under, under) if under or n < first_label else []
            if entries:
                for name, role in entries:
                    found.listed.append(Listed(name, role, heading == "chair", n, group))
                found.roles[n] = "participant"
            else:
                heading = ""
                continue
        texts.setdefault(text, n)
    _lost_headings(found)
    return found


def organization_of(role: str | None) -> str | None:
    """The organisation that a role's wording names, or None where it names none.

    >>> organization_of("director general of the Cybersecurity Bureau of the MPS")
    'Cybersecurity Bureau of the MPS'
    >>> organization_of("head of the Press Bureau of the Office (SCIO) and spokesperson of the SCIO")
    'Press Bureau of the Office (SCIO)'
    >>> organization_of("vice minister of public security") is None
    True
    """
    if not role:
        return None
    match = _ORGANIZATION.search(role)
    if not match:
        # "Foreign Ministry Spokesperson": the office names it before.
        before = re.fullmatch(r"(?P<org>(?:[A-Z][\w&'’-]*\s+)+)Spokes(?:person|man|woman)", role)
        return before.group("org").strip() if before else None
    return _NEXT_ROLE.sub("", match.group("org")).strip(" ,;.") or None


def _first_label(blocks: tuple[Block, ...], candidates: dict[int, Candidate]) -> int:
    return next(
        (
            n
            for n in sorted(candidates)
            if not lexicon.heading_of(blocks[n].text)
            and not _heading_with_content(blocks[n].text)
            and not (candidates[n].rest and _entries(blocks[n].text, False, False))
        ),
        len(blocks),
    )


def _announces(what: str, blocks: tuple[Block, ...], n: int) -> bool:
    """Whether the heading heads something: "Moderator:" before a speech is a label."""
    after = blocks[n + 1].text if n + 1 < len(blocks) else ""
    if what == "section":
        return True
    if what in ("speakers", "chair"):
        return bool(_entries(after, True, True))
    if what == "date":
        return len(after) < 80 and bool(find_dates(after) or find_time(after))
    return len(after) < 200 and not after.endswith((":", "?"))


def _heading_with_content(text: str) -> tuple[str, str] | None:
    match = re.match(r"[*_#\s]*([A-Za-z ]{3,24}?)\s*[*_]*\s*[:：]\s*[*_]*\s*(\S.*)", text)
    if not match:
        return None
    what = lexicon.heading_of(match.group(1))
    return (what, match.group(2)) if what else None


def _is_list_line(blocks: tuple[Block, ...], n: int, candidates: dict[int, Candidate]) -> bool:
    """ "Chair: Name" is a list line unless it ends as a label does or a speech follows it."""
    if blocks[n].text.endswith((":", "：")):
        return False
    if "," in blocks[n].text:
        return True
    after = blocks[n + 1].text if n + 1 < len(blocks) else ""
    return n + 1 in candidates or lexicon.heading_of(after) is not None or len(after) < 100


def _entries(text: str, several: bool, lenient: bool) -> list[tuple[str, str | None]]:
    """The names and roles on a line; nothing where it is no list line.

    `several` allows more than one entry, `lenient` a name without a role (under a heading).
    """
    text = re.sub(r"^\W*[-•·*–]\s+|^\d{1,2}[.)]\s+", "", text)
    if len(text) > LONGEST * (4 if several else 1) or text.endswith(("?", ":", "：")):
        return []
    parts = re.split(r"\s*;\s*(?:and\s+)?", text) if several and ";" in text else [text]
    entries = []
    for part in parts:
        part = part.strip().rstrip(".;,") if part.count(". ") == 0 or lenient else part
        entry = _entry(part, lenient)
        if entry is None:
            return []
        entries.append(entry)
    return entries


def _entry(text: str, lenient: bool) -> tuple[str, str | None] | None:
    match = _WITH_ROLE.fullmatch(text)
    if match and len(text) <= LONGEST:
        name, role = match.group("name").strip(), match.group("role").strip()
        if text[match.end("name") :].lstrip().startswith("("):
            role = role.rstrip(") ")
        fits = 1 <= len(name.split()) <= 5
        spoken = re.search(r"[.!?]\s+[A-Z]", re.sub(r"\b[A-Z]\.", "", role)) or _SAYING.search(role)
        if (
            fits
            and not spoken
            and lexicon.ROLE_WORD.search(role)
            and not (":" in text[match.end("name") : match.end("name") + 2] and not lenient)
        ):
            return name, role
    if not lenient or len(text) > 160:
        return None
    alone = _NAME.fullmatch(text)
    if alone and 2 <= len(alone.group("name").split()) <= 4:
        return alone.group("name"), None
    first = _ROLE_FIRST.fullmatch(text)
    if (
        first
        and "," not in text
        and lexicon.ROLE_WORD.search(first.group("role"))
        and not _SAYING.search(text)
    ):
        words = text.split()
        return " ".join(words[-2:]), " ".join(words[:-2])
    return None


def _lost_headings(found: Lists) -> None:
    """Where no heading says "chair", a last entry that stands apart is the chair's.

    Web pages that lost their headings keep the distance: speakers first, a larger gap, the chair.
    """
    if any(entry.chair for entry in found.listed) or "heading" in found.roles.values():
        return
    groups: dict[int, list[int]] = {}
    for n, entry in enumerate(found.listed):
        groups.setdefault(entry.group, []).append(n)
    apart = [members for members in groups.values() if len(members) == 1]
    together = [members for members in groups.values() if len(members) > 1]
    if not apart or not together:
        return
    for members in apart:
        n = members[0]
        if n and len(apart) <= len(together):
            entry = found.listed[n]
            found.listed[n] = Listed(entry.name, entry.role, True, entry.block, entry.group)
