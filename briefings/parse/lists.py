"""Lists of participants: headings, names and roles, anywhere in a source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..languages import ENGLISH, Language
from ..languages.names import NAME_WORD
from ..model import Role
from . import lexicon
from .blocks import Paragraph
from .labels import Candidate
from .shapes import is_sentence

_LONGEST = 320
_LONGEST_DATUM = 160
_ROLE_FIRST = re.compile(rf"(?P<role>.+?)\s+(?P<name>(?:{NAME_WORD}\s+){{1,2}}{NAME_WORD})")
_INITIALS = re.compile(r"(?P<key>[A-Z]{1,4})\s+(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of a list: `name` without honorific, `role` as printed."""

    name: str
    role: str | None
    chair: bool
    block: int
    group: int


@dataclass
class Lists:
    """The blocks that belong to lists, and the contents of these."""

    roles: dict[int, Role] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    listed: list[Listed] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


def find_lists(
    blocks: tuple[Paragraph, ...], candidates: dict[int, Candidate], language: Language
) -> Lists:
    """Find lists with a heading anywhere, and lists without one before the first label."""
    return _Finder(blocks, candidates, language).find()


class _Finder:
    """Reads blocks in order and keeps track of the heading above them."""

    def __init__(
        self,
        blocks: tuple[Paragraph, ...],
        candidates: dict[int, Candidate],
        language: Language,
    ) -> None:
        self._language = language
        self._blocks = blocks
        self._candidates = candidates
        self._lists = Lists()
        self._heading = ""
        self._group = 0
        self._first_label = _first_label(blocks, candidates, language)

    def find(self) -> Lists:
        seen: dict[str, int] = {}
        for n, block in enumerate(self._blocks):
            earlier = seen.get(block.text)
            if earlier is not None:
                # Every page of a paginated text may repeat the lists.
                self._lists.roles[n] = self._lists.roles[earlier]
                continue
            if n in self._lists.roles:
                continue
            if block.gap > 1:
                self._group += 1
            if self._take(n):
                seen[block.text] = n
            else:
                self._heading = ""
        _lost_headings(self._lists)
        return self._lists

    def _take(self, n: int) -> bool:
        """Process a block; return whether it belongs to a list or is its heading."""
        text = self._blocks[n].text
        kind = self._blocks[n].heading
        if kind and _announces(kind, self._blocks, n, self._language):
            self._lists.roles[n] = "heading"
            self._heading = "keys" if self._language.lists.key.search(text) else kind
            self._group += 1
            return True
        inline = _heading_with_content(text, self._language)
        if inline and inline[0] in ("speakers", "chair"):
            heading = text.partition(":")[0].strip(" *_#").lower()
            is_answer = heading in self._language.labels.answering and n > self._first_label
            return not is_answer and self._inline_list(n, *inline)
        if inline and inline[0] in ("date", "place") and len(text) < 120:
            return self._fact(n, inline[0])
        if inline and inline[0] in ("topic", "data") and self._is_datum(n, text):
            self._lists.roles[n] = "heading"
            return True
        if self._heading in ("date", "place") and len(text) < 120 and not inline:
            return self._fact(n, self._heading)
        if self._heading == "keys":
            return self._initials(n, text)
        return self._entries_of(n, text)

    def _is_datum(self, n: int, text: str) -> bool:
        """Return whether a line before the first label gives a topic or a duration: short, and no
        sentence."""
        before = n < self._first_label and len(text) < _LONGEST_DATUM
        return before and not is_sentence(text, self._language)

    def _fact(self, n: int, kind: str) -> bool:
        text = self._blocks[n].text
        dated = bool(self._blocks[n].dates or self._blocks[n].time)
        if (kind == "date") != dated and not (kind == "place" and n not in self._candidates):
            return False
        if kind == "date" and len(text) > 100:
            return False
        self._lists.roles[n] = "dateline"
        (self._lists.dates if kind == "date" else self._lists.places).append(n)
        self._heading = "date" if kind == "date" and self._heading == "date" else ""
        return True

    def _initials(self, n: int, text: str) -> bool:
        match = _INITIALS.fullmatch(text)
        if not match or len(text) > 80 or match.group("key") in self._lists.keys:
            return False  # initials that are already explained begin a turn
        self._lists.keys[match.group("key")] = match.group("name")
        self._lists.roles[n] = "participant"
        return True

    def _inline_list(self, n: int, kind: str, content: str) -> bool:
        entries = _entries(content, kind == "speakers", True, self._language)
        if not entries:
            return False
        # "MODERATOR: Ann Lee, Coin News." between turns gives somebody the floor.
        if kind == "chair" and n > self._first_label and self._blocks[n].text.endswith("."):
            return False
        if kind == "chair" and not _is_list_line(self._blocks, n, self._candidates, self._language):
            return False
        self._add(n, entries, kind == "chair")
        self._heading = kind
        return True

    def _entries_of(self, n: int, text: str) -> bool:
        headed = self._heading in ("speakers", "chair")
        entries = (
            _entries(text, headed, headed, self._language)
            if headed or n < self._first_label
            else []
        )
        if not entries:
            return False
        if headed and len(entries) == 1 and entries[0][1] is None:
            role = self._role_below(n + 1)
            if role:
                entries = [(entries[0][0], role)]
                self._lists.roles[n + 1] = "participant"
        self._add(n, entries, self._heading == "chair")
        return True

    def _role_below(self, n: int) -> str | None:
        """Return the role of a name that a table or list puts on the next line, or None."""
        text = self._blocks[n].text if n < len(self._blocks) else ""
        is_role = (
            self._language.names.role_word.search(text)
            and len(text) < 200
            and n not in self._candidates
        )
        if (
            not is_role
            or is_sentence(text, self._language)
            or lexicon.heading_of(text, self._language)
            or _entry(text, False, self._language)
        ):
            return None
        return text

    def _add(self, n: int, entries: list[tuple[str, str | None]], chair: bool) -> None:
        for name, role in entries:
            self._lists.listed.append(Listed(name, role, chair, n, self._group))
        self._lists.roles[n] = "participant"


def organization_of(role: str | None, language: Language = ENGLISH) -> str | None:
    """Return the organization that the wording of a role names, or None.

    >>> organization_of("director general of the Harbour Bureau of the Ministry")
    'Harbour Bureau of the Ministry'
    >>> organization_of("head of the Press Bureau of the Office (OIP) and spokesperson")
    'Press Bureau of the Office (OIP)'
    >>> organization_of("vice minister of public security") is None
    True
    """
    if not role:
        return None
    match = language.lists.organization.search(role)
    if not match:
        # "Foreign Ministry Spokesperson": the organization comes first.
        before = language.lists.organization_before.fullmatch(role)
        org = before.group("org").strip() if before else ""
        return org if language.names.organization_word.search(org) else None
    return language.lists.next_role.sub("", match.group("org")).strip(" ,;.") or None


def _first_label(
    blocks: tuple[Paragraph, ...], candidates: dict[int, Candidate], language: Language
) -> int:
    return next(
        (
            n
            for n in sorted(candidates)
            if not blocks[n].heading
            and not _heading_with_content(blocks[n].text, language)
            and not (candidates[n].rest and _entries(blocks[n].text, False, False, language))
        ),
        len(blocks),
    )


def _announces(kind: str, blocks: tuple[Paragraph, ...], n: int, language: Language) -> bool:
    """Return whether a heading introduces something; "Moderator:" before speech is a label."""
    after = blocks[n + 1].text if n + 1 < len(blocks) else ""
    if kind == "section":
        return True
    if kind in ("speakers", "chair"):
        is_initials = _INITIALS.fullmatch(after) is not None and len(after) < 80
        return bool(_entries(after, True, True, language)) or is_initials
    if kind == "date":
        return 0 < len(after) < 80 and bool(blocks[n + 1].dates or blocks[n + 1].time)
    return len(after) < 200 and not after.endswith((":", "?"))


def _heading_with_content(text: str, language: Language) -> tuple[str, str] | None:
    match = re.match(r"[*_#\s]*([A-Za-z ]{3,24}?)\s*[*_]*\s*[:：]\s*[*_]*\s*(\S.*)", text)
    if not match:
        return None
    kind = lexicon.heading_of(match.group(1), language)
    return (kind, match.group(2)) if kind else None


def _is_list_line(
    blocks: tuple[Paragraph, ...], n: int, candidates: dict[int, Candidate], language: Language
) -> bool:
    """Return whether "Chair: Name" belongs to a list: it does not end in a colon, and no speech
    follows."""
    if blocks[n].text.endswith((":", "：")):
        return False
    if "," in blocks[n].text:
        return True
    after = blocks[n + 1].text if n + 1 < len(blocks) else ""
    return (
        n + 1 in candidates or lexicon.heading_of(after, language) is not None or len(after) < 100
    )


def _entries(
    text: str, many: bool, lenient: bool, language: Language
) -> list[tuple[str, str | None]]:
    """Return (name, role) for the entries of a line; an empty list if it is not part of a list.

    `several` allows more than one entry; `lenient` accepts names without roles, as under a heading.
    """
    text = re.sub(r"^\W*[-•·*–]\s+|^\d{1,2}[.)]\s+", "", text)
    if len(text) > _LONGEST * (4 if many else 1) or text.endswith(("?", ":", "：")):
        return []
    entries = []
    for part in _split_entries(text, language) if many else _with_roles(text, language):
        if part.endswith(".") and not lenient:
            return []
        entry = _entry(part.strip().rstrip(".;,"), lenient, language)
        if entry is None:
            return []
        entries.append(entry)
    return entries


def _with_roles(text: str, language: Language) -> list[str]:
    """Split a line at semicolons if all its parts are names with roles; a role may have some,
    too."""
    parts = _between_semicolons(text, language)
    return parts if all(_entry(part.rstrip("."), False, language) for part in parts) else [text]


def _between_semicolons(text: str, language: Language) -> list[str]:
    return re.split(rf"\s*;\s*(?:{language.lists.joint}\s+)?", text)


def _split_entries(text: str, language: Language) -> list[str]:
    """Split a line into entries at semicolons or brackets, or at commas if it has names only."""
    joint = language.lists.joint
    if ";" in text:
        return _between_semicolons(text, language)
    bracketed = re.split(rf"(?<=\)),?\s+(?:{joint}\s+)?", text)
    if len(bracketed) > 1:
        return bracketed
    names = re.split(rf",\s+(?:{joint}\s+)?|\s+{joint}\s+", text)
    plain = all(language.lists.name.fullmatch(name) and len(name.split()) > 1 for name in names)
    return names if plain and not language.names.role_word.search(text) else [text]


def _entry(text: str, lenient: bool, language: Language) -> tuple[str, str | None] | None:
    if re.match(rf"(?i:{language.lists.by})\s", text):
        return None  # a byline
    match = language.lists.with_role.fullmatch(text)
    if match and len(text) <= _LONGEST:
        name, role = match.group("name").strip(), match.group("role").strip()
        if text[match.end("name") :].lstrip().startswith("("):
            role = role.rstrip(") ")
        fits = len(name.split()) <= 5 and not re.match(r"\d|\W", role)
        fits = fits and not re.search(r"\w{4}\.\s", name)
        spoken = re.search(
            r"[.!?]\s+[A-Z]", re.sub(r"\b[A-Z]\.", "", role)
        ) or language.lists.told_of.search(role)
        colon = ":" in text[match.end("name") : match.end("name") + 2]
        office = language.names.role_word.search(role) is not None
        if lenient and not colon:
            office = office or lexicon.is_role(role, language) or role[0].isupper()
        if fits and not spoken and office and (lenient or not colon):
            return name, role
    if not lenient or len(text) > 160:
        return None
    name_alone = language.lists.name.fullmatch(text)
    if name_alone and 2 <= len(name_alone.group("name").split()) <= 4:
        return name_alone.group("name"), None
    role_first = _ROLE_FIRST.fullmatch(text)
    if (
        role_first
        and "," not in text
        and language.names.role_word.search(role_first.group("role"))
        and not language.lists.told_of.search(text)
    ):
        words = text.split()
        return " ".join(words[-2:]), " ".join(words[:-2])
    return None


def _lost_headings(lists: Lists) -> None:
    """Treat a last entry that is set apart as the chair's, if no heading says "chair".

    Web pages that have lost their headings keep the spacing: speakers, a larger gap, then the
    chair.
    """
    if any(entry.chair for entry in lists.listed) or "heading" in lists.roles.values():
        return
    groups: dict[int, list[int]] = {}
    for n, entry in enumerate(lists.listed):
        groups.setdefault(entry.group, []).append(n)
    single = [members for members in groups.values() if len(members) == 1]
    multiple = [members for members in groups.values() if len(members) > 1]
    if not single or not multiple:
        return
    for members in single:
        n = members[0]
        if n and len(single) <= len(multiple):
            entry = lists.listed[n]
            lists.listed[n] = Listed(entry.name, entry.role, True, entry.block, entry.group)
