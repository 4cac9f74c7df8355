"""Group the figures of one event into observations, and choose the text that represents each.

The preferred text of an event is the primary one, unless it is machine-made and another one is not.
What another text or passage states for the same thing is a variant of the observation: with the
same value, or with a different one for the same period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefings.model import BY_MACHINE, Briefing, Figure, Variant
from briefings.model.figures import Differing

from .periods import apart, periods_differ


@dataclass(slots=True)
class Observed:
    """A figure with other statements on the same thing at the same event."""

    figure: Figure
    others: list[Figure] = field(default_factory=list)

    @property
    def sources(self) -> set[str]:
        return {self.figure.place.source, *(one.place.source for one in self.others)}

    def variants(self) -> tuple[Variant, ...]:
        return tuple(
            Variant(
                one.id, one.stated.value, one.stated.period, tuple(_differing(self.figure, one))
            )
            for one in self.others
        )


def preferred(briefing: Briefing) -> tuple[str, ...]:
    """Return the sources of a briefing, the preferred one first."""
    ranked = sorted(
        (witness.settings.quality in BY_MACHINE, n, witness.source.id)
        for n, witness in enumerate(briefing.witnesses)
    )
    return tuple(source for _, _, source in ranked)


def observed(
    figures: Iterable[Figure], texts: Mapping[str, Sequence[str]], alike: Callable[[Figure], object]
) -> list[Observed]:
    """Return the observations among the figures of one indicator, event by event.

    `texts` has the sources of each briefing, the preferred one first. `alike` returns the same key
    for figures that may be one observation.
    """
    events: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        events[figure.place.briefing].append(figure)
    return [
        one for slug, own in events.items() for one in _of_event(own, texts.get(slug, ()), alike)
    ]


def _of_event(
    figures: Sequence[Figure], texts: Sequence[str], alike: Callable[[Figure], object]
) -> list[Observed]:
    rank = {source: n for n, source in enumerate(texts)}
    by_source: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_source[figure.place.source].append(figure)
    kept: list[Observed] = []
    for source in sorted(by_source, key=lambda one: (rank.get(one, len(rank)), one)):
        left = [one for one in by_source[source] if not _joins_equal(one, kept, alike)]
        # Observations of better texts for which this one has not stated the same value.
        open_ = [one for one in kept if source not in one.sources]
        for figure in left:
            other = _other_value_of(figure, left, open_, alike)
            if other is not None:
                other.others.append(figure)
            elif not _joins_equal(figure, kept, alike):
                kept.append(Observed(figure))
    return kept


def _joins_equal(figure: Figure, kept: list[Observed], alike: Callable[[Figure], object]) -> bool:
    """Add a figure to the observation with the same value, if any; return whether there was one."""
    same = [
        one
        for one in kept
        if _value(one.figure) == _value(figure)
        and alike(one.figure) == alike(figure)
        and not apart(one.figure, figure)
        and not _one_sentence(one.figure, figure)
    ]
    if not same:
        return False
    min(same, key=lambda one: periods_differ(one.figure, figure)).others.append(figure)
    return True


def _other_value_of(
    figure: Figure,
    left: Sequence[Figure],
    open_: Sequence[Observed],
    alike: Callable[[Figure], object],
) -> Observed | None:
    """Return the only observation for which a figure can be another value, or None if ambiguous."""
    fitting = [one for one in open_ if _same_time(one.figure, figure, alike)]
    if len(fitting) != 1:
        return None
    rivals = {_value(one) for one in left if _same_time(fitting[0].figure, one, alike)}
    return fitting[0] if len(rivals) == 1 else None


def _same_time(a: Figure, b: Figure, alike: Callable[[Figure], object]) -> bool:
    return alike(a) == alike(b) and not apart(a, b) and not periods_differ(a, b)


def _one_sentence(a: Figure, b: Figure) -> bool:
    same_passage = (a.place.source, a.place.passage) == (b.place.source, b.place.passage)
    return same_passage and a.sentence == b.sentence


def _value(figure: Figure) -> tuple[object, ...]:
    stated = figure.stated
    return stated.value, stated.high


def _differing(figure: Figure, other: Figure) -> Iterable[Differing]:
    if (figure.stated.value, figure.stated.high) != (other.stated.value, other.stated.high):
        yield "value"
    if figure.stated.comparator != other.stated.comparator:
        yield "comparator"
    if periods_differ(figure, other):
        yield "period"
