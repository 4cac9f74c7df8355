"""witnesses -> corpus: group texts by event, and collect speakers, questions and topics.

Grouping has three steps, so that only the texts of one event are in memory at a time: `plan_events`
decides the events from the `Features` of each text, `assemble` turns each event into a briefing,
and `gather_shares` collects people, outlets and topics from the small shares of the briefings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..ids import witness_prefix
from ..model import Corpus, Editorial, Outlet, Person, Registry, SourceKind, Topic, Witness
from ..problems import Problems
from .assembling import Assembled, EventPlan, assemble
from .events import Compare, WitnessGroup, held_together, reasons, same_events
from .features import Features, Wordings
from .people import BriefingPeople, outlets_of, people_in, people_of
from .slugs import Event, SlugRegistry
from .topics import OnTopic, TopicWords, topics_of, unassigned

__all__ = [
    "Assembled",
    "BriefingPeople",
    "EventPlan",
    "Features",
    "OnTopic",
    "Shares",
    "TopicWords",
    "Wordings",
    "assemble",
    "gather_shares",
    "group",
    "held_together",
    "people_in",
    "plan_events",
]

_FULLNESS: dict[SourceKind, int] = {"transcript": 0, "partial-transcript": 1, "article": 2}


@dataclass(frozen=True, slots=True)
class Shares:
    """The people, outlets and topics collected from all briefings.

    `unassigned` lists the exchanges and sections without a topic, as (briefing slug, id) pairs.
    """

    people: tuple[Person, ...]
    outlets: tuple[Outlet, ...]
    topics: tuple[Topic, ...]
    unassigned: tuple[tuple[str, str], ...]


def group(
    witnesses: tuple[Witness, ...],
    editorial: Editorial,
    problems: Problems,
    registry: Registry | None = None,
) -> Corpus:
    """Return the corpus, its briefings sorted by date, oldest first.

    The ids of `witnesses` have no prefix. `registry`, the record of earlier publication, determines
    which of them get one, and the slug of each briefing.
    """
    by_id = {witness.source.id: witness for witness in witnesses}
    features = [Features.of(witness) for witness in witnesses]
    plans = plan_events(
        features,
        partial(held_together, wordings=Wordings(by_id.__getitem__)),
        problems,
        registry or Registry(),
    )
    assembled = [
        assemble(
            plan,
            [by_id[source] for source in plan.sources],
            TopicWords.of(editorial.topics, plan.sources),
        )
        for plan in plans
    ]
    shares = gather_shares(
        [briefing.people for briefing in assembled],
        [briefing.topics for briefing in assembled],
        editorial,
        problems,
    )
    return Corpus(
        briefings=tuple(briefing.briefing for briefing in assembled),
        people=shares.people,
        outlets=shares.outlets,
        topics=shares.topics,
        unassigned=shares.unassigned,
        changes=editorial.changes,
        redirects=editorial.redirects,
    )


def plan_events(
    features: Sequence[Features], compare: Compare, problems: Problems, registry: Registry
) -> list[EventPlan]:
    """Return a plan for each event, sorted by date, oldest first.

    `compare` compares two texts, as `held_together` does.
    """
    events = [_by_fullness(event) for event in same_events(features, compare, problems)]
    events.sort(key=lambda event: (_date(event.witnesses) or "", event.witnesses[0].source))
    registered = SlugRegistry(registry)
    assigned = registered.slugs([_event(event.witnesses) for event in events])
    return [
        _plan(event, slug, registered, registry)
        for event, slug in zip(events, assigned, strict=True)
    ]


def gather_shares(
    people: Sequence[BriefingPeople],
    topics: Sequence[OnTopic],
    editorial: Editorial,
    problems: Problems,
) -> Shares:
    """Collect the people, outlets and topics of the corpus from the shares of the briefings."""
    return Shares(
        people_of(people, editorial),
        outlets_of(people, editorial),
        topics_of(topics, editorial, problems),
        unassigned(topics),
    )


def _plan(
    event: WitnessGroup, slug: str, registered: SlugRegistry, registry: Registry
) -> EventPlan:
    title, by_editors = _title(event.witnesses)
    sources = tuple(witness.source for witness in event.witnesses)
    plain = registered.plain(slug, sources)
    return EventPlan(
        slug=slug,
        title=title,
        title_by_editors=by_editors,
        date=_date(event.witnesses),
        sources=sources,
        prefixes=tuple(witness_prefix(source, source == plain) for source in sources),
        joined=reasons(sources[0], event),
        published=registry.sources.get(sources[0]),
    )


def _by_fullness(event: WitnessGroup) -> WitnessGroup:
    def rank(witness: Features) -> tuple[bool, int, int, str]:
        return not witness.primary, _FULLNESS[witness.kind], -witness.letters, witness.source

    return replace(event, witnesses=tuple(sorted(event.witnesses, key=rank)))


def _date(event: Sequence[Features]) -> str | None:
    dates = [witness.date for witness in event if witness.date]
    return next((date for date in dates if not date.startswith("--")), dates[0] if dates else None)


def _event(event: Sequence[Features]) -> Event:
    return Event(
        sources=tuple(witness.source for witness in event),
        date=_date(event),
        title=_title(event)[0],
        chosen=next((witness.slug for witness in event if witness.slug), None),
    )


def _title(event: Iterable[Features]) -> tuple[str, bool]:
    """Return the title of an event and whether editors gave it; an event without a title gets the
    opening words of a text."""
    texts = list(event)
    with_title = next((text for text in texts if text.title), None)
    if with_title and with_title.title:
        return with_title.title, with_title.title_by_editors
    return next((text.opening for text in texts if text.letters), texts[0].opening), False
