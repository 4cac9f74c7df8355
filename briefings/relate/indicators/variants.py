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
        return {self.figure.place.source, *(figure.place.source for figure in self.others)}

    def variants(self) -> tuple[Variant, ...]:
        return tuple(
            Variant(
                figure.id,
                figure.stated.value,
                figure.stated.period,
                tuple(_differing(self.figure, figure)),
            )
            for figure in self.others
        )


def preferred(briefing: Briefing) -> tuple[str, ...]:
    """Return the sources of a briefing, the preferred one first."""
    ranked = sorted(
        (witness.settings.quality in BY_MACHINE, n, witness.source.id)
        for n, witness in enumerate(briefing.witnesses)
    )
    return tuple(source for _, _, source in ranked)


def observed(
    figures: Iterable[Figure],
    texts: Mapping[str, Sequence[str]],
    key_of: Callable[[Figure], object],
) -> list[Observed]:
    """Return the observations among the figures of one indicator, event by event.

    `texts` has the sources of each briefing, the preferred one first. `key_of` returns the same key
    for figures that may be one observation.
    """
    events: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        events[figure.place.briefing].append(figure)
    return [
        observation
        for slug, figures_ in events.items()
        for observation in _of_event(figures_, texts.get(slug, ()), key_of)
    ]


def _of_event(
    figures: Sequence[Figure], texts: Sequence[str], key_of: Callable[[Figure], object]
) -> list[Observed]:
    rank = {source: n for n, source in enumerate(texts)}
    by_source: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_source[figure.place.source].append(figure)
    observations: list[Observed] = []
    for source in sorted(by_source, key=lambda id_: (rank.get(id_, len(rank)), id_)):
        unplaced = [
            figure for figure in by_source[source] if not _joins_equal(figure, observations, key_of)
        ]
        # Observations of better texts for which this one has not stated the same value.
        open_ = [observation for observation in observations if source not in observation.sources]
        for figure in unplaced:
            observation = _other_value_of(figure, unplaced, open_, key_of)
            if observation is not None:
                observation.others.append(figure)
            elif not _joins_equal(figure, observations, key_of):
                observations.append(Observed(figure))
    return observations


def _joins_equal(
    figure: Figure, observations: list[Observed], key_of: Callable[[Figure], object]
) -> bool:
    """Add a figure to the observation with the same value, if any; return whether there was one."""
    equal = [
        observation
        for observation in observations
        if _value(observation.figure) == _value(figure)
        and key_of(observation.figure) == key_of(figure)
        and not apart(observation.figure, figure)
        and not _one_sentence(observation.figure, figure)
    ]
    if not equal:
        return False
    min(equal, key=lambda observation: periods_differ(observation.figure, figure)).others.append(
        figure
    )
    return True


def _other_value_of(
    figure: Figure,
    left: Sequence[Figure],
    open_: Sequence[Observed],
    key_of: Callable[[Figure], object],
) -> Observed | None:
    """Return the only observation for which a figure can be another value, or None if ambiguous."""
    fitting = [
        observation for observation in open_ if _same_time(observation.figure, figure, key_of)
    ]
    if len(fitting) != 1:
        return None
    rivals = {_value(rival) for rival in left if _same_time(fitting[0].figure, rival, key_of)}
    return fitting[0] if len(rivals) == 1 else None


def _same_time(a: Figure, b: Figure, key_of: Callable[[Figure], object]) -> bool:
    return key_of(a) == key_of(b) and not apart(a, b) and not periods_differ(a, b)


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
