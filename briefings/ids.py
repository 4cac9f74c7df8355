"""Ids, slugs and URNs: the only module that makes or takes apart one.

Ids are stable within the site's addresses and data; `urls` makes addresses of them.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import count, product

from slugify import slugify

# The prefix of every note's id in an address.
NOTE_PREFIX = "note-"

SLUG_LENGTH = 72
ENTRY_ID_LENGTH = 40

# Without p, which begins a passage's number, and without letters that look like digits.
_LETTERS = "abcdefghjkmnqrstuvwxyz"

_LOOSE_END = re.compile(r"(?:-(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))+$")
_CONFERENCE_ON = re.compile(
    r"\b(?:conference|briefing|statement|transcript)s?\s+(?:on|about|regarding)\s+(?=\S)",
    re.IGNORECASE,
)
_SLUG_DAY = re.compile(r"^(?:undated|year-unknown-\d\d-\d\d|\d{4}-\d\d-\d\d)-")
_DATE = re.compile(
    r"[,\s(]*\b(?:on\s+|of\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|"
    r"\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d{4}|\d{4}-\d\d-\d\d)\)?"
)


def slug(text: str, length: int = SLUG_LENGTH) -> str:
    """An ASCII, lower-case, hyphenated id of at most `length` characters.

    "untitled" where `text` has no letter or digit.
    """
    id_: str = slugify(
        text.replace("'", "").replace("\u2019", ""),
        max_length=length,
        word_boundary=True,
        save_order=True,  # else a long word is skipped and a shorter one after it kept
    )
    return id_ or "untitled"


def free_id(words: str, taken: Container[str]) -> str:
    """An id for an editor's entry, made from `words` and not in `taken`.

    >>> free_id("The old net", {"the-old-net"})
    'the-old-net-2'
    """
    base = slug(words, ENTRY_ID_LENGTH)
    id_, n = base, 1
    while id_ in taken:
        n += 1
        id_ = f"{base}-{n}"
    return id_


def briefing_slug(date: str | None, title: str) -> str:
    """`<date>-<subject>`: the subject of the conference if the title names it, else the title.

    `date` is ISO, `--MM-DD` where the year is unknown, or None.

    >>> briefing_slug("2023-10-24", "SCIO briefing on safeguarding public safety")
    '2023-10-24-safeguarding-public-safety'
    >>> briefing_slug(None, "Regular Press Conference")
    'undated-regular-press-conference'
    """
    title = _DATE.sub(" ", title)
    subject = _CONFERENCE_ON.split(title, maxsplit=1)[-1]
    subject = re.sub(r"^(?:the|a|an)\s+", "", subject.strip(), flags=re.IGNORECASE)
    return f"{_day(date)}-{_LOOSE_END.sub('', slug(subject))}"


def redated_slug(published: str, date: str | None) -> str:
    """A published slug with the date that is known now.

    >>> redated_slug("undated-regular-press-conference", "2023-10-24")
    '2023-10-24-regular-press-conference'
    """
    return f"{_day(date)}-{_SLUG_DAY.sub('', published)}"


def _day(date: str | None) -> str:
    return date.replace("--", "year-unknown-") if date else "undated"


def turn_id(n: int, prefix: str = "") -> str:
    """`t12`: turns are numbered from 1 within a transcript."""
    return f"{prefix}t{n}"


def section_id(n: int, prefix: str = "") -> str:
    """`s2`: sections are numbered from 1 within an article."""
    return f"{prefix}s{n}"


def passage_id(part: str, n: int) -> str:
    """`t12p3`: the id of a turn or section, and the number of the paragraph in it."""
    return f"{part}p{n}"


def fill_ids(
    ids: Sequence[str | None], taken: Iterable[str], numbered: Callable[[int], str]
) -> list[str]:
    """`ids` with every None replaced by a new id that is not in `taken`.

    An item after the last known id gets the next number (`numbered(n)`); an item between known ids
    gets the id before it with a letter appended.

    >>> fill_ids([None, None], (), turn_id)
    ['t1', 't2']
    >>> fill_ids(["t1", None, None, "t2", None], ("t1", "t2", "t3"), turn_id)
    ['t1', 't1a', 't1b', 't2', 't4']
    """
    used = {*taken, *(id_ for id_ in ids if id_)}
    last_known = max((n for n, id_ in enumerate(ids) if id_), default=-1)
    numbers = map(numbered, count(1))
    filled: list[str] = []
    # One iterator of letters for each id that items are inserted after.
    letters: dict[str, Iterator[str]] = {}
    base = numbered(0)
    for n, id_ in enumerate(ids):
        if id_ is None:
            inserted = letters.setdefault(base, _lettered(base))
            fresh = numbers if n > last_known else inserted
            id_ = next(candidate for candidate in fresh if candidate not in used)
            used.add(id_)
        else:
            base = id_
        filled.append(id_)
    return filled


def unused_id(wanted: str, taken: Container[str]) -> str:
    """`wanted`, with letters appended if it is taken.

    >>> unused_id("t2p2-f3", {"t2p2-f3", "t2p2-f3a"})
    't2p2-f3b'
    """
    if wanted not in taken:
        return wanted
    return next(id_ for id_ in _lettered(wanted) if id_ not in taken)


def _lettered(base: str) -> Iterator[str]:
    """`base` followed by a, b, ... z, aa, ab ..."""
    for length in count(1):
        for letters in product(_LETTERS, repeat=length):
            yield base + "".join(letters)


def witness_prefix(source: str, primary: bool) -> str:
    """The prefix of a witness's ids: empty for the primary witness, the source id for others."""
    return "" if primary else f"{source}-"


def without_prefix(source: str, id_: str) -> str:
    """An id without the prefix that ids of witnesses other than the primary one have.

    >>> without_prefix("003", "003-s2p1"), without_prefix("000", "t2p1")
    ('s2p1', 't2p1')
    """
    return id_.removeprefix(witness_prefix(source, primary=False))


def exchange_id(n: int) -> str:
    """`x3`: exchanges are numbered from 1 within a briefing."""
    return f"x{n}"


def urn(url: str) -> str:
    """A URN for a page of the site, independent of the host: a UUID of version 5."""
    return uuid.uuid5(uuid.NAMESPACE_URL, url).urn


def manifest_id(file: str) -> str:
    """The id of a file in the manifest of an EPUB.

    >>> manifest_id("2021-05-04-nets/text-000.xhtml")
    'f-2021-05-04-nets.text-000.xhtml'
    """
    return f"f-{file.replace('/', '.')}"


def text_id(source: str) -> str:
    """The id of the element that holds a text on its briefing's page (not for the primary text)."""
    return f"text-{slug(source)}"


def text_key(source: str) -> str:
    """The id of a text in the flat tables; the prefix keeps programs from reading it as a number.

    >>> text_key("000")
    'text-000'
    """
    return f"text-{source}"


def source_key(source: str) -> str:
    """The id of a source in the flat tables, prefixed for the same reason as `text_key`."""
    return f"source-{source}"


def note_place_id(note: str, n: int) -> str:
    """The id of the n-th place of a note, counted from 0.  Ids of notes never contain "_"."""
    return f"{note}_{n + 1}" if n else note


def is_note_id(fragment: str) -> bool:
    """Whether the fragment of a briefing's address is the id of a note."""
    return fragment.startswith(NOTE_PREFIX)


def words_checksum(text: str) -> str:
    """Six hexadecimal digits in a copied link, which show later whether the words have changed."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
