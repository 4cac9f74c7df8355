"""What stands before the first turn: title, dates, place, lead; and an opening without a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Block, Role
from . import lexicon
from .dates import Found, find_dates, find_time, without_dates
from .lists import Lists
from .turns import is_related

_TITLE_WORD = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing)|\bbriefings?\b|\bconference\b|\btranscript\b|"
    r"\bremarks\b|\bstatement\b|\bquestions and answers\b|\bspokes(?:person|man|woman)\b|\bpresser\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:updated|published|posted|release[d]?|source|issued|last modified|editor|from)\b\s*(?:on|at|time|by)?\s*[:：]?",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:cn|com|org|net|gov|int|eu|uk|info|news)\b", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?:by\s+[A-Z]|(?:reporters?|editors?|authors?|correspondents?|journalists?|text|writer|"
    r"transcribed|translated|translators?|edited|compiled)\s*(?:by|:)\s*\S)|"
    r".{2,60}\b(?:reporters?|correspondents?|journalists?|staff writer)\b\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,3}$",
)
_LEAD_PLACE = re.compile(
    r"(?:conference|briefing)s?\b[^.]{0,40}?\bin\s+([^\W\d_a-z][\w-]+(?:\s+[^\W\d_a-z][\w-]+){0,2})"
    r"(?=\s+(?:on|to|about|at)\b|[,.])"
)
_VENUE = re.compile(
    r"\b(?:room|hall|cent(?:re|er)|building|house|palace|headquarters|auditorium|theat(?:re|er)|"
    r"ministry|office|studio|hotel)\b",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:Spokes(?:person|man|woman)|Minister|Secretary|Director(?: General)?|President|Commissioner|"
    r"Ambassador|Chair(?:man|woman|person)?|Governor|Premier|Chief|Representative|Chancellor|Mayor|"
    r"Administrator|Envoy|Head|Officer)"
)
_WORD = r"[^\W\d_a-zß-öø-ÿ](?:[\w.-]|['’](?!s\b)(?=\w))*"
_PERSON_TITLE = re.compile(
    rf"(?P<role>(?:[\w’',&.-]+\s+){{0,10}}?{_OFFICE}"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:[A-Z][\w-]*\s+){{1,4}}?)?)\s*"
    rf"(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})"
    r"(?=['’]|\s+(?:and|holds?|hosts?|gives?|on|at|answers|briefs|speaks|takes|to)\b|\s*[,–—-]|$)"
)


@dataclass
class Front:
    """What the front says; `roles` and `opening` are block numbers."""

    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    opening: list[int] = field(default_factory=list)
    title: str | None = None
    title_block: int | None = None
    subtitle: str | None = None
    lead: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    dateline: str | None = None
    time: str | None = None
    place: str | None = None
    strays: list[int] = field(default_factory=list)


def is_sentence(text: str) -> bool:
    """Whether a block reads as running text rather than as a heading or a label."""
    dates = find_dates(text)
    if dates and dates[-1].end == len(text):
        text = text[: dates[-1].start]
    ended = text.rstrip("\"'”’»)] ").endswith((".", "!", "?", "…", ":", ";"))
    return len(text) > 240 or (ended and len(text.split()) >= 4) or (ended and len(text) > 60)


def plain_heading(text: str) -> str:
    """A heading without Markdown's number signs."""
    return re.sub(r"^#{1,6}\s+", "", text)


def find_title(blocks: tuple[Block, ...], limit: int, taken: dict[int, Role]) -> int | None:
    """The block that is the title, or None: by element, by wording, by place."""
    best: tuple[float, int] | None = None
    body_like = 0
    for n in range(min(limit, len(blocks))):
        block = blocks[n]
        text = block.text
        if n in taken or is_related(text):
            continue
        if is_sentence(text) and block.tag not in ("h1", "h2", "x-title"):
            body_like += 1
            if body_like > 1:
                break
            continue
        words = len(text.split())
        if words < 2 or len(text) > 300 or lexicon.heading_of(text) or _is_dateline(text):
            continue
        score = {"h1": 6.0, "h2": 4.0, "h3": 2.0, "x-title": 1.5}.get(block.tag, 0.0)
        score += 3.0 if _TITLE_WORD.search(text) else 0.0
        score += 1.0 if 3 <= words <= 40 else 0.0
        score -= 1.0 if re.match(r"[-–—]", text) else 0.0
        score += 0.5 if n + 1 < len(blocks) and _is_dateline(blocks[n + 1].text) else 0.0
        score -= 0.05 * n
        if best is None or score > best[0]:
            best = (score, n)
    if best is None or best[0] < 0.5:
        return None
    return best[1]


def read_front(
    blocks: tuple[Block, ...], limit: int, lists: Lists, title: int | None, article: bool
) -> Front:
    """Gives every block before number `limit` its role."""
    front = Front()
    if title is not None:
        front.title, front.title_block = plain_heading(blocks[title].text), title
    for n in range(limit):
        text = blocks[n].text
        if n in lists.roles:
            continue
        if front.opening:
            front.opening.append(n)
        elif n == title or (front.title and _same_title(plain_heading(text), front.title)):
            front.roles[n] = "title"
        elif _is_dateline(text):
            front.roles[n] = "dateline"
            _read_dateline(text, front)
        elif _BYLINE.match(text) and len(text) < 200 and not is_sentence(text):
            front.roles[n] = "credit"
            front.byline = front.byline or text
        elif title is not None and n < title and not is_sentence(text):
            front.roles[n], front.rules[n] = "boilerplate", "before-title"
        elif not article and is_sentence(text) and _is_lead(text):
            front.roles[n] = "dateline"
            front.lead = front.lead or text
            venue = _LEAD_PLACE.search(text)
            front.place = front.place or (venue.group(1) if venue else None)
        elif is_sentence(text):
            front.opening.append(n)
        elif not article and _beside_dateline(blocks, n) and _VENUE.search(text):
            front.roles[n] = "dateline"
            front.place = front.place or text
        elif _is_subtitle(blocks, n, title, front):
            front.roles[n] = "title"
            front.subtitle = text
        elif article and title is not None and n > title:
            front.opening.append(n)
        else:
            front.roles[n], front.rules[n] = "boilerplate", "stray-line"
            front.strays.append(n)
    return front


def people_of_title(title: str | None) -> list[tuple[str, str]]:
    """Name and role of the officials whom a title names.

    >>> people_of_title("Foreign Ministry Spokesperson Ann Lee's Regular Press Conference")
    [('Ann Lee', 'Foreign Ministry Spokesperson')]
    >>> people_of_title("Press Briefing by Press Secretary Jo Park, July 25, 2022")
    [('Jo Park', 'Press Secretary')]
    """
    title = title or ""
    for date in reversed(find_dates(title)):
        title = title[: date.start] + title[date.end :]
    people = []
    for match in _PERSON_TITLE.finditer(title.strip(" ,")):
        role = re.split(
            r"\b(?:by|with|from|and|"
            r"(?:conference|briefing|remarks|transcript|statement)s?\s+(?:of|on))\s+",
            match.group("role").strip(" ,"), flags=re.IGNORECASE,
        )[-1]  # fmt: skip
        people.append((match.group("name").strip(), role.strip()))
    return people


def _same_title(text: str, title: str) -> bool:
    """The title again, alone or with the site's name behind it."""
    low, known = text.casefold(), title.casefold()
    return low == known or (
        len(known) > 15
        and low.startswith(known)
        and re.match(r"\s*[-–—|_·:]", low[len(known) :]) is not None
    )


def _is_dateline(text: str) -> bool:
    if len(text) > 160 or text.endswith("?"):
        return False
    dates = find_dates(text)
    if not dates and not (find_time(text) and len(text) < 60):
        return bool(_PUBLISHED.match(text)) and ":" in text and len(text) < 80
    if "|" in text and len(text) < 120:
        return True
    left = re.sub(r"\b[A-Z]\.\s?[A-Z]\.", " ", without_dates(text))
    words = re.findall(r"[^\W\d_]+", left)
    return len(words) <= 3 or (bool(_PUBLISHED.match(text)) and len(words) <= 8)


def _read_dateline(text: str, front: Front) -> None:
    dates: list[Found] = find_dates(text)
    iso = dates[0].iso if dates else None
    parts = [part.strip() for part in re.split(r"[|｜]", text)]
    left = " ".join(without_dates(parts[0]).split()).strip(" ,:|-–—()")
    source = _PUBLISHED.match(text) or (
        left and (_DOMAIN.search(left) or lexicon.is_outlet_like(left))
    )
    if source:
        named = (
            re.sub(_PUBLISHED, " ", left, count=1).strip(" :,|") if _PUBLISHED.match(left) else left
        )
        front.publisher = front.publisher or (named or None)
        if iso and not iso.startswith("--"):
            front.published = front.published or iso
        return
    if iso and (front.dateline is None or front.dateline.startswith("--")):
        front.dateline = iso
    front.time = front.time or find_time(text)
    if (
        left
        and len(left.split()) <= 6
        and not re.fullmatch(r"[\W\d]*", left)
        and (len(parts) > 1 or dates)
    ):
        front.place = front.place or left


def _is_lead(text: str) -> bool:
    """A sentence in the third person that reports the event itself."""
    first_person = re.search(r"\b(?:I|we|our|my|us|you|your)\b", text)
    return bool(lexicon.EVENT.search(text) and lexicon.HELD.search(text)) and not first_person


def _is_subtitle(blocks: tuple[Block, ...], n: int, title: int | None, front: Front) -> bool:
    if title is None or front.subtitle or len(blocks[n].text) > 240:
        return False
    between = range(title + 1, n)
    return (
        n > title
        and all(front.roles.get(k) == "title" for k in between)
        and (len(blocks[n].text.split()) >= 3)
    )


def _beside_dateline(blocks: tuple[Block, ...], n: int) -> bool:
    beside = [blocks[k].text for k in (n - 1, n + 1) if 0 <= k < len(blocks)]
    return any(_is_dateline(text) for text in beside)
