"""Figures, by themselves or of a corpus, through what is made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from briefings.model import Briefing, Editorial, Figure, Indicator, Settings, Source, Witness
from briefings.model.figures import Discrepancy
from briefings.problems import Problems
from briefings.relate.event import Event
from briefings.relate.indicators import crosschecks as checking
from briefings.relate.indicators import observing
from briefings.relate.indicators.measure import measure

NOTHING = Editorial()


def events(figures: Sequence[Figure]) -> dict[str, Event]:
    """An event for each briefing that figures are of, with these and nothing else."""
    by_briefing: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_briefing[figure.place.briefing].append(figure)
    return {slug: Event(_briefing(slug, own[0]), tuple(own)) for slug, own in by_briefing.items()}


def indicators(
    figures: Sequence[Figure], editorial: Editorial, problems: Problems
) -> tuple[Indicator, ...]:
    """The indicators that editors define, observed by figures."""
    each = [measure(event, editorial.indicators) for event in events(figures).values()]
    return observing.indicators(each, editorial, problems)


def crosschecks(
    figures: Sequence[Figure], editorial: Editorial = NOTHING
) -> tuple[Discrepancy, ...]:
    """Return the records of cross-checks between figures."""
    known = events(figures)
    each = [measure(event, editorial.indicators) for event in known.values()]
    observed = observing.indicators(each, editorial, Problems())
    return checking.crosschecks(each, observed, known.__getitem__)


def _briefing(slug: str, figure: Figure) -> Briefing:
    source = Source(figure.place.source, "x.txt", "x.txt", "0", (), "text")
    witness = Witness(source, Settings(), "transcript", briefing=slug)
    return Briefing(
        slug, slug, False, figure.date, None, None, None, None, None, (witness,), (), ()
    )
