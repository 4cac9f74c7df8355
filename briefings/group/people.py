"""People and outlets over all briefings: names, roles over time, turns, questions."""

from __future__ import annotations

from collections import defaultdict

from ..model import (
    Briefing,
    Editorial,
    Outlet,
    Participant,
    Person,
    Place,
    RoleWording,
    Turn,
    Witness,
)


def people_of(briefings: list[Briefing], editorial: Editorial) -> tuple[Person, ...]:
    """Everybody who spoke as an official or chair, is listed, or is reported with a role."""
    names: dict[str, list[str]] = defaultdict(list)
    roles: dict[str, list[RoleWording]] = defaultdict(list)
    turns: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for briefing, witness in _witnesses(briefings):
        for participant in witness.participants:
            names[participant.id].append(participant.name)
            if participant.role:
                roles[participant.id].append(_wording(briefing, participant))
        for turn in witness.turns:
            speaker = turn.speaker
            if speaker.kind in ("official", "chair") and speaker.id and speaker.name:
                names[speaker.id].append(speaker.name)
                turns[speaker.id].append((turn.id, _place(briefing, witness, turn)))
    entries = {entry.id: entry for entry in editorial.people}
    people = []
    for person in sorted(names):
        entry = entries.get(person)
        name = entry.name if entry else names[person][0]
        others = dict.fromkeys([*(entry.aliases if entry else ()), *names[person]])
        others.pop(name, None)
        people.append(
            Person(
                person, name, tuple(others), tuple(roles[person]), tuple(turns[person]),
                mentions=(), quoted=(), note=entry.note if entry else None,
            )
        )  # fmt: skip
    return tuple(people)


def outlets_of(briefings: list[Briefing], editorial: Editorial) -> tuple[Outlet, ...]:
    """Every outlet that asked, with its questions in time order."""
    names: dict[str, list[str]] = defaultdict(list)
    questions: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for briefing, witness in _witnesses(briefings):
        for turn in witness.turns:
            speaker = turn.speaker
            if speaker.kind == "outlet" and speaker.id and speaker.name:
                names[speaker.id] += [speaker.name, *([speaker.label] if speaker.label else [])]
                if witness is briefing.primary:
                    questions[speaker.id].append((turn.id, _place(briefing, witness, turn)))
    entries = {entry.id: entry for entry in editorial.outlets}
    outlets = []
    for outlet in sorted(names):
        entry = entries.get(outlet)
        name = entry.name if entry else names[outlet][0]
        others = dict.fromkeys([*(entry.aliases if entry else ()), *names[outlet]])
        others.pop(name, None)
        outlets.append(
            Outlet(
                outlet, name, tuple(others), tuple(questions[outlet]), entry.note if entry else None
            )
        )
    return tuple(outlets)


def _witnesses(briefings: list[Briefing]) -> list[tuple[Briefing, Witness]]:
    return [(briefing, witness) for briefing in briefings for witness in briefing.witnesses]


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
