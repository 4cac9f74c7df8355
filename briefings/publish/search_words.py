"""A record cut into words, by where they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from .search_record import Record
from .search_text import Tokens, tokens

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_STEPS = 2
"""Steps in which rarity is told: so coarse that names are much alike, and compress well."""
STOP = frozenset(
    (
        "a about all also an and any are as ask asked at be been but by can could did do does for "
        "from had has have how i if in into is it its many me more most much my no not of on or "
        "our per percent said say says since so some such tell than that the their them then "
        "there these they this those to under up was we were what when where which who whom why "
        "will with would you your"
    ).split()
)
"""Words that names are known without; `docs/assets/search/words.js` holds the same."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a record by zone: its title and names, its text, other forms of words in both,
    and what stands around it.
    """

    title: tuple[str, ...]
    text: tuple[str, ...]
    extra: tuple[str, ...]
    context: tuple[str, ...]


def words_of(record: Record) -> Words:
    """A record cut into tokens."""
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
    """How rare the words of names are: the number of each record that has a title, and its title
    and names, each a figure or letter a word, by base 36.

    `counts` tells how many of the records hold a word.  What a name is known without is 0.
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
