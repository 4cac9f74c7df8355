"""witness -> witness with its published ids.

`parse` numbers a text when it is first read. Once the text is published, what is found again keeps
its id wherever it is now, and what is new gets an id that was never used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..ids import fill_ids, passage_id, section_id, turn_id
from ..model import PublishedPassage, PublishedSource, Section, Turn, Witness
from .matching import match


@dataclass(frozen=True, slots=True)
class Identified:
    """A witness with ids without prefix, and where published ids lead that no longer exist.

    `moved` maps the id of a passage or part to the passage that now has its words.
    """

    witness: Witness
    moved: Mapping[str, str]


def identify(witness: Witness, record: PublishedSource | None) -> Identified:
    """Gives a witness the ids of its published record."""
    if record is None:
        return Identified(witness, {})
    passages = witness.passages
    texts = [one.text for one in passages]
    live = [one for one in record.passages if not one.lost]
    found = match([one.text for one in live], texts)
    known: list[str | None] = [None] * len(passages)
    for old, new in found.same.items():
        known[new] = live[old].id
    _returned(record, texts, known)
    openings = _openings(live, {**found.inside, **found.same})
    parts = _parts(witness, record, openings)
    names: dict[str, str] = {}
    ids = {*(one.id for one in record.passages), *record.parts}
    at = 0
    for part, part_id in zip(witness.parts, parts, strict=True):
        names[part.id] = part_id
        of_part = known[at : at + len(part.passages)]
        filled = fill_ids(of_part, ids, lambda n, part_id=part_id: passage_id(part_id, n))  # type: ignore[misc]
        ids.update(filled)
        for passage, id_ in zip(part.passages, filled, strict=True):
            names[passage.id] = id_
        at += len(part.passages)
    final = witness.with_ids(names.__getitem__)
    standing = [one.id for one in final.passages]
    moved = {live[old].id: standing[new] for old, new in found.inside.items()}
    moved |= {
        one.id: home
        for one in record.passages
        if one.lost
        and one.id not in standing
        and (home := _settled(one.now, set(standing), moved)) is not None
    }
    moved |= _moved_parts(record, {*names.values()}, set(standing), moved)
    return Identified(final, moved)


def _returned(record: PublishedSource, texts: list[str], known: list[str | None]) -> None:
    """Words that had disappeared and are back get their old ids."""
    lost: dict[str, list[str]] = {}
    for one in reversed(record.passages):
        if one.lost:
            lost.setdefault(one.text, []).append(one.id)
    for n, text in enumerate(texts):
        if known[n] is None and lost.get(text):
            known[n] = lost[text].pop()


def _settled(id_: str | None, standing: set[str], moved: Mapping[str, str]) -> str | None:
    """The passage where the target recorded for `id_` is now."""
    return id_ if id_ in standing else moved.get(id_ or "")


def _openings(live: Sequence[PublishedPassage], places: Mapping[int, int]) -> dict[int, list[str]]:
    """Which parts begin at a passage: each at its first words that still exist.

    `places` maps the index of a published passage to that of the present one.
    """
    opened: dict[int, list[str]] = {}
    seen: set[str] = set()
    for n, one in enumerate(live):
        if n in places and one.part not in seen:
            seen.add(one.part)
            opened.setdefault(places[n], []).append(one.part)
    return opened


def _parts(
    witness: Witness, record: PublishedSource, openings: Mapping[int, Sequence[str]]
) -> list[str]:
    """The ids of the parts: each keeps the id of the first published part that begins in it."""
    number = section_id if witness.sections and not witness.turns else turn_id
    kind = number(0)[0]
    ids: list[str | None] = []
    at = 0
    for part in witness.parts:
        begun = [id_ for n in range(at, at + len(part.passages)) for id_ in openings.get(n, ())]
        ids.append(next((id_ for id_ in begun if id_[0] == kind), None))
        at += len(part.passages)
    _without_passages(witness.parts, record, ids)
    return fill_ids(ids, record.parts, number)


def _without_passages(
    parts: Sequence[Turn | Section],
    record: PublishedSource,
    ids: list[str | None],
) -> None:
    """Parts without passages (a label alone) are identified by their neighbours."""
    held = {one.part for one in record.passages}
    empty = {
        (before, after): id_
        for before, id_, after in zip(
            [None, *record.parts], record.parts, [*record.parts[1:], None], strict=False
        )
        if id_ not in held
    }
    for n, part in enumerate(parts):
        if not part.passages and ids[n] is None:
            before = ids[n - 1] if n else None
            after = ids[n + 1] if n + 1 < len(ids) else None
            ids[n] = empty.get((before, after))


def _moved_parts(
    record: PublishedSource, taken: set[str], standing: set[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """Where the words of parts are that no longer exist."""
    homes: dict[str, str] = {}
    for one in record.passages:
        if one.part not in taken:
            home = one.id if one.id in standing else moved.get(one.id)
            if home:
                homes.setdefault(one.part, home)
    return homes
