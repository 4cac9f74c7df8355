"""Collect people and outlets from all briefings: names, roles over time, turns, questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..grouping import by_key
from ..languages.names import family_of
from ..model import (
    Briefing,
    Editorial,
    Outlet,
    OutletEntry,
    Participant,
    Person,
    PersonEntry,
    Place,
    RoleWording,
    Turn,
    Witness,
)


@dataclass(frozen=True, slots=True)
class BriefingPeople:
    """The people and outlets of one briefing, as pairs keyed by person or outlet id, in the order
    of the texts.

    `names` has an entry for each role and each turn of a person, and for participants without a
    role. `outlet_names` has the names and labels of outlets, `questions` their turns in the primary
    text.
    """

    names: tuple[tuple[str, str], ...]
    roles: tuple[tuple[str, RoleWording], ...]
    turns: tuple[tuple[str, str, Place], ...]
    outlet_names: tuple[tuple[str, str], ...]
    questions: tuple[tuple[str, str, Place], ...]


def people_in(briefing: Briefing) -> BriefingPeople:
    """Collect everybody who speaks in a briefing, is listed, or is reported with a role."""
    names: list[tuple[str, str]] = []
    roles: list[tuple[str, RoleWording]] = []
    turns: list[tuple[str, str, Place]] = []
    outlet_names: list[tuple[str, str]] = []
    questions: list[tuple[str, str, Place]] = []
    for witness in briefing.witnesses:
        for participant in witness.participants:
            names.append((participant.id, participant.name))
            if participant.role:
                roles.append((participant.id, _wording(briefing, participant)))
        for id_, turn in _spoken(witness):
            speaker = turn.speaker
            if speaker.kind in ("official", "chair"):
                names.append((id_, speaker.name or ""))
                turns.append((id_, turn.id, _place(briefing, witness, turn)))
            elif speaker.kind == "outlet":
                outlet_names += [(id_, name) for name in (speaker.name, speaker.label) if name]
                if witness is briefing.primary:
                    questions.append((id_, turn.id, _place(briefing, witness, turn)))
    return BriefingPeople(
        tuple(names), tuple(roles), tuple(turns), tuple(outlet_names), tuple(questions)
    )


def people_of(briefings: Iterable[BriefingPeople], editorial: Editorial) -> tuple[Person, ...]:
    """Return everybody who spoke as an official or chair, is listed, or is reported with a role,
    sorted by id."""
    shares = list(briefings)
    names = by_key(pair for share in shares for pair in share.names)
    roles = by_key(pair for share in shares for pair in share.roles)
    turns = by_key(
        (person, (turn, place)) for share in shares for person, turn, place in share.turns
    )
    entries = {entry.id: entry for entry in editorial.people}
    people = []
    for person in sorted(names):
        entry = entries.get(person)
        name, *other_names = _names(entry, names[person])
        people.append(
            Person(
                person, name, tuple(other_names),
                tuple(roles.get(person, ())), tuple(turns.get(person, ())),
                mentions=(), quoted=(), note=entry.note if entry else None,
                chinese=entry.chinese if entry else None,
                chinese_basis=entry.chinese_basis if entry else None,
                family=(entry.family if entry else None) or family_of(name),
            )
        )  # fmt: skip
    return tuple(people)


def outlets_of(briefings: Iterable[BriefingPeople], editorial: Editorial) -> tuple[Outlet, ...]:
    """Return the outlets, sorted by id, each with its questions in the order of the briefings."""
    shares = list(briefings)
    names = by_key(pair for share in shares for pair in share.outlet_names)
    questions = by_key(
        (outlet, (turn, place)) for share in shares for outlet, turn, place in share.questions
    )
    entries = {entry.id: entry for entry in editorial.outlets}
    outlets = []
    for outlet in sorted(names):
        entry = entries.get(outlet)
        name, *other_names = _names(entry, names[outlet])
        outlets.append(
            Outlet(
                outlet, name, tuple(other_names), tuple(questions.get(outlet, ())),
                note=entry.note if entry else None,
                chinese=entry.chinese if entry else None,
                chinese_basis=entry.chinese_basis if entry else None,
            )
        )  # fmt: skip
    return tuple(outlets)


def _names(entry: PersonEntry | OutletEntry | None, printed: Iterable[str]) -> Iterable[str]:
    """Return the distinct names of a person or an outlet, the one to show first."""
    return dict.fromkeys((*((entry.name, *entry.aliases) if entry else ()), *printed))


def _spoken(witness: Witness) -> Iterator[tuple[str, Turn]]:
    """Yield (speaker id, turn) for the turns of speakers who have a name and an id."""
    for turn in witness.turns:
        if turn.speaker.id and turn.speaker.name:
            yield turn.speaker.id, turn


def _wording(briefing: Briefing, participant: Participant) -> RoleWording:
    return RoleWording(
        participant.role or "",
        participant.organization,
        briefing.date,
        Place(briefing.slug, participant.source, participant.passage, participant.line),
    )


def _place(briefing: Briefing, witness: Witness, turn: Turn) -> Place:
    first = turn.passages[0] if turn.passages else None
    line = first.line if first else turn.label_line or 1
    return Place(briefing.slug, witness.source.id, first.id if first else None, line)
