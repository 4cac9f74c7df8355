"""witnesses -> corpus: which texts tell one event, who spoke in it, who asked, what about."""

from __future__ import annotations

from dataclasses import replace

from ..addresses import Addresses, Event
from ..anchors import exchange_id, fill_ids, witness_prefix
from ..model import (
    Briefing,
    Corpus,
    Editorial,
    Exchange,
    Participant,
    Registry,
    SourceKind,
    Witness,
)
from ..problems import Problems
from .events import WitnessGroup, reasons, same_events
from .exchanges import exchanges_of
from .people import outlets_of, people_of
from .topics import topics_of

_FULLNESS: dict[SourceKind, int] = {"transcript": 0, "partial-transcript": 1, "article": 2}
_TITLE_LENGTH = 80


def group(
    witnesses: tuple[Witness, ...],
    editorial: Editorial,
    problems: Problems,
    registry: Registry | None = None,
) -> Corpus:
    """Briefings by date, newest last, with everything that follows from them.

    The ids of `witnesses` are their own; what `registry` knows of earlier publication decides
    which of them carry a prefix, and at which address a briefing stands.
    """
    registry = registry or Registry()
    events = [_by_fullness(event) for event in same_events(witnesses, problems)]
    events.sort(key=lambda one: (_date(one.witnesses) or "", one.witnesses[0].source.id))
    addresses = Addresses(registry)
    slugs = addresses.slugs([_event(one.witnesses) for one in events])
    briefings = [
        replace(
            _briefing(event.witnesses, slug, addresses, registry),
            joined=reasons(event.witnesses[0].source.id, event),
        )
        for event, slug in zip(events, slugs, strict=True)
    ]
    topics, told = topics_of(briefings, editorial, problems)
    briefings = [
        replace(
            briefing,
            exchanges=tuple(
                replace(exchange, topics=told.get((briefing.slug, exchange.id), ()))
                for exchange in briefing.exchanges
            ),
            section_topics=tuple(
                (section.id, told.get((briefing.slug, section.id), ()))
                for witness in briefing.witnesses
                for section in witness.sections
            ),
        )
        for briefing in briefings
    ]
    unassigned = tuple(
        (briefing.slug, part)
        for briefing in briefings
        for part in (
            *(exchange.id for exchange in briefing.exchanges),
            *(section for section, _ in briefing.section_topics),
        )
        if (briefing.slug, part) not in told
    )
    return Corpus(
        briefings=tuple(briefings),
        people=people_of(briefings, editorial),
        outlets=outlets_of(briefings, editorial),
        topics=topics,
        unassigned=unassigned,
        changes=editorial.changes,
        redirects=editorial.redirects,
    )


def _by_fullness(event: WitnessGroup) -> WitnessGroup:
    def rank(witness: Witness) -> tuple[bool, int, int, str]:
        size = sum(len(passage.text) for passage in witness.passages)
        return (
            witness.settings.primary is not True, _FULLNESS[witness.kind], -size, witness.source.id
        )  # fmt: skip

    return replace(event, witnesses=tuple(sorted(event.witnesses, key=rank)))


def _date(event: tuple[Witness, ...]) -> str | None:
    dates = [witness.date for witness in event if witness.date]
    return next((date for date in dates if not date.startswith("--")), dates[0] if dates else None)


def _event(event: tuple[Witness, ...]) -> Event:
    return Event(
        sources=tuple(witness.source.id for witness in event),
        date=_date(event),
        title=_title(event)[0],
        chosen=next((w.settings.slug for w in event if w.settings.slug), None),
    )


def _briefing(
    event: tuple[Witness, ...], slug: str, addresses: Addresses, registry: Registry
) -> Briefing:
    title, by_editors = _title(event)
    plain = addresses.plain(slug, [witness.source.id for witness in event])
    prefixes = [witness_prefix(w.source.id, w.source.id == plain) for w in event]
    witnesses = tuple(
        replace(witness.with_ids(prefix.__add__), briefing=slug)
        for witness, prefix in zip(event, prefixes, strict=True)
    )
    return Briefing(
        slug=slug,
        title=title,
        title_by_editors=by_editors,
        date=_date(event),
        time=_first(w.time for w in witnesses),
        place=_first(w.place for w in witnesses),
        host=_first(w.host for w in witnesses),
        series=_first(w.series for w in witnesses),
        number=next((w.number for w in witnesses if w.number is not None), None),
        witnesses=witnesses,
        participants=_participants(witnesses),
        exchanges=_exchanges(event[0], prefixes[0], registry),
    )


def _exchanges(witness: Witness, prefix: str, registry: Registry) -> tuple[Exchange, ...]:
    """The exchanges of the primary witness; each keeps its id as long as its question stands."""
    found = exchanges_of(witness)
    record = registry.sources.get(witness.source.id)
    published = {turn: id_ for id_, turn in record.exchanges} if record else {}
    ids = fill_ids([published.get(one.question) for one in found], published.values(), exchange_id)
    return tuple(
        Exchange(
            prefix + id_,
            prefix + one.question,
            tuple(prefix + turn for turn in one.handovers),
            tuple(prefix + turn for turn in one.answers),
        )
        for one, id_ in zip(found, ids, strict=True)
    )


def _participants(witnesses: tuple[Witness, ...]) -> tuple[Participant, ...]:
    """Every listed wording; where no source has a list, what titles and reports give."""
    chairs = {p.id for witness in witnesses for p in witness.participants if p.chair}
    every = [p for witness in witnesses for p in witness.participants]
    listed = [p for p in every if p.listed]
    return tuple(replace(p, chair=p.id in chairs) for p in listed or every)


def _title(event: tuple[Witness, ...]) -> tuple[str, bool]:
    for witness in event:
        if witness.title:
            return witness.title, witness.title_by_editors
    words = next((p.text for w in event for p in w.passages), event[0].source.file).split()
    made = ""
    for word in words:
        if len(made) + len(word) >= _TITLE_LENGTH:
            return f"{made} …", False
        made = f"{made} {word}".strip()
    return made, False


def _first(values: object) -> str | None:
    return next((value for value in values if value), None)  # type: ignore[attr-defined]
