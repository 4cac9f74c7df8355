"""Group witnesses by event, on the evidence in the texts; decisions of editors take precedence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations

from ..model import JoinEvidence
from ..problems import Problems
from .evidence import RETOLD, SAME_TEXT, Verdict, evidence, verdict
from .features import Features, Wordings
from .identical import near_identical

# Official texts share formulaic wording. A run of words that occurs in more texts than this is no
# evidence about any pair of them.
TOO_COMMON = 8

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WitnessGroup:
    """The witnesses of one event, with the evidence for each pair that was joined."""

    witnesses: tuple[Features, ...]
    joins: tuple[JoinEvidence, ...]


Compare = Callable[[Features, Features, Problems], JoinEvidence]


def held_together(a: Features, b: Features, problems: Problems, wordings: Wordings) -> JoinEvidence:
    """Compare two texts and return the evidence; near-identical texts are reported.

    The result depends on these two texts alone.
    """
    shared = evidence(a, b, wordings.runs(a.source), wordings.runs(b.source))
    if shared.day is not False or shared.text < SAME_TEXT:  # else the dates are asked about
        near_identical(a, b, wordings, problems)
    return shared


def same_events(
    witnesses: Sequence[Features], compare: Compare, problems: Problems
) -> list[WitnessGroup]:
    """Group the witnesses by event; `compare` compares two of them, as `held_together` does.

    If the evidence for a pair is weak, the two stay separate and an editor is asked. The same
    happens if a join would put transcripts of two different events into one, for example through a
    report on both conferences of a day.
    """
    joins: dict[Pair, JoinEvidence] = {}
    unsure: dict[Pair, JoinEvidence] = {}
    apart: set[Pair] = set()
    for a, b in sorted(_worth_comparing(witnesses)):
        shared = compare(witnesses[a], witnesses[b], problems)
        outcome = _judged(shared, witnesses[a], witnesses[b], problems)
        if outcome == "same":
            joins[a, b] = shared
        elif _transcripts(witnesses[a], witnesses[b]):
            apart.add((a, b))
        if outcome == "unsure":
            unsure[a, b] = shared
    events = _Events(len(witnesses), apart)
    for (a, b), shared in sorted(joins.items(), key=_strongest_first):
        if not events.join(a, b, by_editors=shared.by_editors):
            unsure[a, b] = shared
            del joins[a, b]
    for (a, b), shared in sorted(unsure.items()):
        if events.of(a) is not events.of(b):
            _ask(shared, witnesses[a], witnesses[b], problems)
    return [
        WitnessGroup(
            tuple(witnesses[n] for n in members),
            tuple(joins[pair] for pair in combinations(members, 2) if pair in joins),
        )
        for members in events.all()
    ]


class _Events:
    """A partition of texts into events, at first one event per text.

    `apart` are pairs of texts that a join must not put into one event.
    """

    def __init__(self, count: int, apart: Set[Pair]) -> None:
        self._events = [[n] for n in range(count)]
        self._apart: dict[int, set[int]] = defaultdict(set)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)

    def of(self, n: int) -> list[int]:
        """Return the members of the event of text `n`; all members share the same list."""
        return self._events[n]

    def join(self, a: int, b: int, *, by_editors: bool) -> bool:
        """Merge the events of two texts and return whether they are now one event.

        A merge that would unite a pair in `apart` is refused, unless editors asked for it.
        """
        joined, added = self._events[a], self._events[b]
        if joined is added:
            return True
        if not by_editors and any(not self._apart[n].isdisjoint(added) for n in joined):
            return False
        joined.extend(added)
        for n in added:
            self._events[n] = joined
        return True

    def all(self) -> Iterator[list[int]]:
        """Yield the sorted members of every event, ordered by first member."""
        for n, event in enumerate(self._events):
            if min(event) == n:
                yield sorted(event)


def reasons(primary: str, event: WitnessGroup) -> tuple[JoinEvidence, ...]:
    """Return the evidence for each witness except the primary one.

    Evidence from a comparison with the primary text is preferred.
    """
    evidence = []
    for witness in event.witnesses:
        source = witness.source
        joins = [join for join in event.joins if source in (join.source, join.other)]
        if source == primary or not joins:
            continue
        best = max(
            joins, key=lambda join: (primary in (join.source, join.other), join.text, join.people)
        )
        other = best.other if best.source == source else best.source
        evidence.append(replace(best, source=source, other=other))
    return tuple(evidence)


def _strongest_first(join: tuple[Pair, JoinEvidence]) -> tuple[bool, float, int, Pair]:
    pair, shared = join
    return not shared.by_editors, -shared.text, -shared.people, pair


def _transcripts(a: Features, b: Features) -> bool:
    """Return whether both texts are full transcripts; two of them usually record two events."""
    return a.kind == b.kind == "transcript"


def _worth_comparing(witnesses: Sequence[Features]) -> set[Pair]:
    """Return the pairs that share a day, an event set by editors, a title and publication date, or
    more than four rare runs of words."""
    buckets: dict[object, list[int]] = defaultdict(list)
    for n, witness in enumerate(witnesses):
        if witness.date:
            buckets[witness.date[-5:]].append(n)
        if witness.title and witness.published:
            buckets[(witness.title, witness.published)].append(n)
        if witness.event:
            buckets[("event", witness.event)].append(n)
    pairs = {
        (a, b)
        for bucket in buckets.values()
        for a, b in combinations(bucket, 2)
        if not _of_two_years(witnesses[a], witnesses[b])
    }
    holders: dict[int, list[int]] = defaultdict(list)
    for n, witness in enumerate(witnesses):
        for run in witness.sample:
            holders[run].append(n)
    shared: Counter[Pair] = Counter()
    for members in holders.values():
        if 1 < len(members) <= TOO_COMMON:
            shared.update(combinations(members, 2))
    pairs.update(pair for pair, count in shared.items() if count > 4)
    return pairs


def _of_two_years(a: Features, b: Features) -> bool:
    """Return whether two texts have nothing in common but the same day in different years."""
    if a.date is None or b.date is None or "--" in (a.date[:2], b.date[:2]):
        return False
    same_title = a.title is not None and (a.title, a.published) == (b.title, b.published)
    return a.date[:4] != b.date[:4] and not same_title and (a.event is None or a.event != b.event)


def _judged(shared: JoinEvidence, a: Features, b: Features, problems: Problems) -> Verdict:
    if a.event or b.event:
        return "same" if shared.by_editors else "apart"
    if shared.day is None:
        return "same" if shared.text >= RETOLD * 2 or _same_page(a, b) else "apart"
    if shared.day:
        return verdict(shared, a, b)
    # Officials repeat themselves from year to year, so only a nearly identical text counts as a
    # text of the same day.
    if shared.text < SAME_TEXT:
        return "apart"
    problems.warning(
        "date-conflict", b.path,
        f"has the text of {a.file}, but the date {b.date} instead of {a.date}",
        "set `date` or `event` in the editorial file of one of them",
    )  # fmt: skip
    return "same"


def _ask(shared: JoinEvidence, a: Features, b: Features, problems: Problems) -> None:
    common = [
        f"{shared.people} of {shared.people_of} people" if shared.people else "",
        "the title" if shared.title else "",
        "the host" if shared.host else "",
        f"{shared.text:.0%} of the text" if shared.text >= 0.01 else "",
    ]
    differ = [
        f"the hour ({a.time} and {b.time})" if shared.hour is False else "",
        "the title" if shared.title is False else "",
        "the place" if shared.place is False else "",
    ]
    message = f"may tell the event of {a.file}: on one day, in common "
    message += ", ".join(filter(None, common)) or "little else"
    if any(differ):
        message += f"; not the same: {', '.join(filter(None, differ))}"
    ids = f"sources/{a.source}.yml and sources/{b.source}.yml"
    problems.warning(
        "unsure-event", b.path, message,
        f"write the same `event: word` in {ids} to join them, different words to keep them apart",
    )  # fmt: skip


def _same_page(a: Features, b: Features) -> bool:
    """Return whether two texts are parts of one paginated page: same title, publication date and
    publisher, and no date of the event."""
    head = (a.title, a.published, a.publisher)
    parts = "partial-transcript" in (a.kind, b.kind)
    return parts and None not in head[:2] and head == (b.title, b.published, b.publisher)
