"""Tokenizes records, by zone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from .search_record import Record
from .search_text import Tokens, tokens

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_STEPS = 2
"""Steps per unit of (logarithmic) rarity; coarse steps make names alike, so that they compress."""
STOP = frozenset(
    (
        "a about all also an and any are as ask asked at be been but by can could did do does for "
        "from had has have how i if in into is it its many me more most much my no not of on or "
        "our per percent said say says since so some such tell than that the their them then "
        "there these they this those to under up was we were what when where which who whom why "
        "will with would you your"
    ).split()
)
"""Words that may be left out of names; `docs/assets/search/words.js` has the same list."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a record by zone: title and names, text, other forms of words in both, and
    context.
    """

    title: tuple[str, ...]
    text: tuple[str, ...]
    extra: tuple[str, ...]
    context: tuple[str, ...]


def words_of(record: Record) -> Words:
    """The tokens of a record, by zone."""
    title = [tokens(name) for name in (record.title, *record.names) if name]
    text = record.tokens
    return Words(
        title=_plain(title),
        text=text.plain,
        extra=tuple(dict.fromkeys((*text.extra, *(word for part in title for word in part.extra)))),
        context=_plain(tokens(part) for part in record.context),
    )


def _plain(parts: Iterable[Tokens]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part.plain)


def weights_of(records: Sequence[Record], counts: Mapping[str, int]) -> list[list[object]]:
    """The rarity of the words in names: the number of each record with a title, and its title and
    names, with one base-36 digit per word.

    `counts` says how many records contain a word. Words that may be left out have 0.
    """
    size = len(records)

    def weight(word: str) -> str:
        if word in STOP:
            return "0"
        rarity = log(1 + (size + 1) / (counts[word] + 0.5))
        return _DIGITS[min(max(round(_STEPS * rarity), 1), len(_DIGITS) - 1)]

    return [
        [
            n,
            *(
                "".join(map(weight, tokens(name).plain))
                for name in (record.title, *record.names)
                if name
            ),
        ]
        for n, record in enumerate(records)
        if record.title
    ]
