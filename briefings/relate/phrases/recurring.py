"""Recurring sentences for readers: every occurrence with its text, and how it changed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise

from briefings import ids, redline
from briefings.engine.keys import key_of
from briefings.languages import language_of
from briefings.model.relations import Formula, Occurrence, Redline

from ..cache import Cache
from ..ordered import OrderedStatements, Quote
from ..spoken import item, without_item

_TITLE = 12

_Redlines = dict[bytes, Redline]


def formulas(
    members_of_families: Sequence[Sequence[int]],
    statements: OrderedStatements,
    quotes: Mapping[int, Quote],
    cache: Cache,
) -> tuple[Formula, ...]:
    """Return the families found by `families`, in the given order, with their occurrences by time.

    `quotes` has every occurrence by number. The redline of two wordings is computed once; `cache`
    stores those of every briefing.
    """
    redlines = _redlines(members_of_families, quotes, statements, cache)
    used_ids: Counter[str] = Counter()
    return tuple(
        _formula(members, statements, quotes, redlines, used_ids) for members in members_of_families
    )


def _redlines(
    members_of_families: Sequence[Sequence[int]],
    quotes: Mapping[int, Quote],
    statements: OrderedStatements,
    cache: Cache,
) -> _Redlines:
    """Return the redlines between consecutive occurrences, cached with the later one's briefing."""
    steps: dict[int, list[tuple[bytes, str, str, str]]] = defaultdict(list)
    for members in members_of_families:
        for earlier, later in pairwise(members):
            before, after = quotes[earlier].text, quotes[later].text
            step = _key_of_wordings(before, after), before, after, quotes[later].language
            steps[statements.briefing_of(later)].append(step)
    redlines: _Redlines = {}
    for briefing, changes in steps.items():
        key = key_of("redlines", statements.slugs[briefing])
        cached: _Redlines = cache.get(key) or {}
        current = {
            wordings: redlines.get(wordings)
            or cached.get(wordings)
            or redline.redline(before, after, language_of(language))
            for wordings, before, after, language in changes
        }
        if current.keys() != cached.keys():
            cache.put(key, current)
        redlines.update(current)
    return redlines


def _key_of_wordings(before: str, after: str) -> bytes:
    return blake2b(f"{len(before)} {before}{after}".encode(), digest_size=16).digest()


def _formula(
    members: Sequence[int],
    statements: OrderedStatements,
    quotes: Mapping[int, Quote],
    redlines: _Redlines,
    used_ids: Counter[str],
) -> Formula:
    """Return a recurring sentence; `used_ids` counts the ids already used."""
    occurrences = tuple(_occurrence(number, statements, quotes[number]) for number in members)
    latest = quotes[members[-1]]
    title = without_item(latest.text, language_of(latest.language)).lstrip(" ,.)")
    words = title.split()
    title = " ".join(words[:_TITLE]) + (" …" if len(words) > _TITLE else "")
    id_ = ids.slug(" ".join(words[:_TITLE]))
    used_ids[id_] += 1
    return Formula(
        id_ if used_ids[id_] == 1 else f"{id_}-{used_ids[id_]}",
        title[0].upper() + title[1:],
        occurrences,
        tuple(
            redlines[_key_of_wordings(earlier.text, later.text)]
            for earlier, later in pairwise(occurrences)
        ),
    )


def _occurrence(number: int, statements: OrderedStatements, quote: Quote) -> Occurrence:
    briefing, n = statements.at(number)
    speaker, name = briefing.speakers[briefing.said_by[n]]
    date = statements.dates[statements.briefing_of(number)]
    numbered = item(quote.text, language_of(quote.language))
    return Occurrence(quote.place, quote.text, date, speaker, name, numbered)
