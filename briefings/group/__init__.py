"""witnesses -> corpus: which texts tell one event, who spoke in it, who asked, what about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ..anchors import briefing_slug, slug, witness_prefix
from ..model import (
    Briefing,
    Corpus,
    Editorial,
    Line,
    LinePart,
    Participant,
    Passage,
    SourceKind,
    Witness,
)
from ..problems import Problems
from .events import same_events
from .exchanges import exchanges_of
from .people import outlets_of, people_of
from .topics import topics_of

_FULLNESS: dict[SourceKind, int] = {"transcript": 0, "partial-transcript": 1, "article": 2}
_TITLE_LENGTH = 80


def group(
    witnesses: tuple[Witness, ...],
    editorial: Editorial,
    problems: Problems,
    unprefixed: frozenset[str] = frozenset(),
) -> Corpus:
    """Briefings by date, newest last, with everything that follows from them.

    `unprefixed` are the sources whose passage ids were published without a prefix: they keep
    them, even when a fuller text has become the primary one.
    """
    briefings: list[Briefing] = []
    slugs: Counter[str] = Counter()
    events = [_by_fullness(event) for event in same_events(witnesses, problems)]
    for event in sorted(events, key=lambda event: (_date(event) or "", event[0].source.id)):
        briefing = _briefing(event, unprefixed, slugs)
        briefings.append(briefing)
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


def _by_fullness(event: list[Witness]) -> list[Witness]:
    def rank(witness: Witness) -> tuple[bool, int, int, str]:
        size = sum(len(passage.text) for passage in witness.passages)
        return (
            witness.settings.primary is not True, _FULLNESS[witness.kind], -size, witness.source.id
        )  # fmt: skip

    return sorted(event, key=rank)


def _date(event: list[Witness]) -> str | None:
    dates = [witness.date for witness in event if witness.date]
    return next((date for date in dates if not date.startswith("--")), dates[0] if dates else None)


def _briefing(event: list[Witness], unprefixed: frozenset[str], slugs: Counter[str]) -> Briefing:
    date = _date(event)
    title, by_editors = _title(event)
    chosen = next((w.settings.slug for w in event if w.settings.slug), None)
    made = slug(chosen) if chosen else briefing_slug(date, title)
    slugs[made] += 1
    if slugs[made] > 1:
        made = f"{made}-{slugs[made]}"
    keeps = next((w.source.id for w in event if w.source.id in unprefixed), event[0].source.id)
    witnesses = tuple(
        _prefixed(witness, made, witness_prefix(witness.source.id, witness.source.id == keeps))
        for witness in event
    )
    return Briefing(
        slug=made,
        title=title,
        title_by_editors=by_editors,
        date=date,
        time=_first(w.time for w in witnesses),
        place=_first(w.place for w in witnesses),
        host=_first(w.host for w in witnesses),
        series=_first(w.series for w in witnesses),
        number=next((w.number for w in witnesses if w.number is not None), None),
        witnesses=witnesses,
        participants=_participants(witnesses),
        exchanges=exchanges_of(witnesses[0]),
    )


def _participants(witnesses: tuple[Witness, ...]) -> tuple[Participant, ...]:
    """Every listed wording; where no source has a list, what titles and reports give."""
    chairs = {p.id for witness in witnesses for p in witness.participants if p.chair}
    every = [p for witness in witnesses for p in witness.participants]
    listed = [p for p in every if p.listed]
    return tuple(replace(p, chair=p.id in chairs) for p in listed or every)


def _title(event: list[Witness]) -> tuple[str, bool]:
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


def _prefixed(witness: Witness, briefing: str, prefix: str) -> Witness:
    """The witness with final ids."""

    def passages(old: tuple[Passage, ...]) -> tuple[Passage, ...]:
        return tuple(
            replace(p, id=prefix + p.id, repeats=prefix + p.repeats if p.repeats else None)
            for p in old
        )

    def part(old: LinePart) -> LinePart:
        return replace(old, passage=prefix + old.passage) if old.passage else old

    def line(old: Line) -> Line:
        return replace(
            old,
            passage=prefix + old.passage if old.passage else None,
            repeats=prefix + old.repeats if old.repeats else None,
            parts=tuple(part(p) for p in old.parts),
        )

    return replace(
        witness,
        briefing=briefing,
        turns=tuple(
            replace(turn, id=prefix + turn.id, passages=passages(turn.passages))
            for turn in witness.turns
        ),
        sections=tuple(
            replace(section, id=prefix + section.id, passages=passages(section.passages))
            for section in witness.sections
        ),
        participants=tuple(
            replace(p, passage=prefix + p.passage) if p.passage else p for p in witness.participants
        ),
        lines=tuple(line(old) for old in witness.lines),
    )
