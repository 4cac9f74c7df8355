"""Which witnesses tell the same event: by date, by the people in it, by shared text."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from itertools import combinations

from ..model import Witness
from ..problems import Problems

# Five words in a row are seldom the same by chance in two texts; formulas of officialese are,
# and a shingle that many texts share tells nothing about any two of them.
SHINGLE = 5
TOO_COMMON = 8
SAMPLE = 8
# Shares of the shorter text found in the longer one.
RETOLD = 0.10
SAME_TEXT = 0.90

_WORD = re.compile(r"\w+")


def same_events(witnesses: tuple[Witness, ...], problems: Problems) -> list[list[Witness]]:
    """The witnesses, gathered by event; what editors say of an event goes before all."""
    leader = list(range(len(witnesses)))

    def find(n: int) -> int:
        while leader[n] != n:
            leader[n] = leader[leader[n]]
            n = leader[n]
        return n

    shingles = [_shingles(witness) for witness in witnesses]
    for a, b in sorted(_worth_comparing(witnesses, shingles)):
        if _same(witnesses[a], witnesses[b], shingles[a], shingles[b], problems):
            leader[find(b)] = find(a)
    events: dict[int, list[Witness]] = defaultdict(list)
    for n, witness in enumerate(witnesses):
        events[find(n)].append(witness)
    return list(events.values())


def _worth_comparing(
    witnesses: tuple[Witness, ...], shingles: list[frozenset[int]]
) -> set[tuple[int, int]]:
    """Pairs of the same day, of the same named event, or with rare shingles in common."""
    buckets: dict[object, list[int]] = defaultdict(list)
    for n, witness in enumerate(witnesses):
        if witness.date:
            buckets[witness.date[-5:]].append(n)
        if witness.title and witness.published:
            buckets[(witness.title, witness.published)].append(n)
        if witness.settings.event:
            buckets[("event", witness.settings.event)].append(n)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    holders: dict[int, list[int]] = defaultdict(list)
    for n, own in enumerate(shingles):
        for shingle in own:
            if shingle % SAMPLE == 0:
                holders[shingle].append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= TOO_COMMON:
            shared.update(combinations(held, 2))
    pairs.update(pair for pair, count in shared.items() if count > 4)
    return pairs


def _same(
    a: Witness, b: Witness, of_a: frozenset[int], of_b: frozenset[int], problems: Problems
) -> bool:
    if a.settings.event or b.settings.event:
        return a.settings.event == b.settings.event
    share = len(of_a & of_b) / max(1, min(len(of_a), len(of_b)))
    if a.date and b.date:
        dated = "--" not in (a.date[:2], b.date[:2])
        if a.date[-5:] != b.date[-5:] or (dated and a.date != b.date):
            # Officials repeat themselves from year to year; only a text that is all but the same
            # tells the same day.
            if share >= SAME_TEXT:
                problems.warning(
                    "date-conflict", b.source.path,
                    f"tells what {a.source.file} tells, but of {b.date}, not {a.date}",
                    "set `date` or `event` in the editorial file of one of them",
                )  # fmt: skip
                return True
            return False
        together = {p.id for p in a.participants} & {p.id for p in b.participants}
        enough = 1 if dated and "article" in (a.kind, b.kind) else 2
        # "Regular press conference" is held by many on one day.
        parts = bool(together) or "partial-transcript" in (a.kind, b.kind)
        same_title = parts and a.title is not None and a.title == b.title
        return share >= RETOLD or len(together) >= enough or (same_title and dated)
    return share >= RETOLD * 2 or _same_page(a, b)


def _same_page(a: Witness, b: Witness) -> bool:
    """Pages of one pager that tell no day of the event: parts with one title, printed together."""
    head = (a.title, a.published, a.publisher)
    parts = "partial-transcript" in (a.kind, b.kind)
    return parts and None not in head[:2] and head == (b.title, b.published, b.publisher)


def _shingles(witness: Witness) -> frozenset[int]:
    words = [w.lower() for p in witness.passages for w in _WORD.findall(p.text)]
    return frozenset(
        zlib.crc32(" ".join(words[n : n + SHINGLE]).encode())
        for n in range(max(0, len(words) - SHINGLE + 1))
    )
