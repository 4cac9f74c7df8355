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
    texts = [passage.text for passage in passages]
    live = [passage for passage in record.passages if not passage.lost]
    matches = match([passage.text for passage in live], texts)
    assigned: list[str | None] = [None] * len(passages)
    for old, new in matches.same.items():
        assigned[new] = live[old].id
    _returned(record, texts, assigned)
    openings = _openings(live, {**matches.inside, **matches.same})
    parts = _parts(witness, record, openings)
    names: dict[str, str] = {}
    ids = {*(passage.id for passage in record.passages), *record.parts}
    at = 0
    for part, part_id in zip(witness.parts, parts, strict=True):
        names[part.id] = part_id
        of_part = assigned[at : at + len(part.passages)]
        filled = fill_ids(of_part, ids, lambda n, part_id=part_id: passage_id(part_id, n))  # type: ignore[misc]
        ids.update(filled)
        for passage, id_ in zip(part.passages, filled, strict=True):
            names[passage.id] = id_
        at += len(part.passages)
    final = witness.with_ids(names.__getitem__)
    standing = [passage.id for passage in final.passages]
    moved = {live[old].id: standing[new] for old, new in matches.inside.items()}
    moved |= {
        passage.id: home
        for passage in record.passages
        if passage.lost
        and passage.id not in standing
        and (home := _settled(passage.now, set(standing), moved)) is not None
    }
    moved |= _moved_parts(record, {*names.values()}, set(standing), moved)
    return Identified(final, moved)


def _returned(record: PublishedSource, texts: list[str], ids: list[str | None]) -> None:
    """Words that had disappeared and are back get their old ids."""
    lost: dict[str, list[str]] = {}
    for passage in reversed(record.passages):
        if passage.lost:
            lost.setdefault(passage.text, []).append(passage.id)
    for n, text in enumerate(texts):
        if ids[n] is None and lost.get(text):
            ids[n] = lost[text].pop()


def _settled(id_: str | None, standing: set[str], moved: Mapping[str, str]) -> str | None:
    """The passage where the target recorded for `id_` is now."""
    return id_ if id_ in standing else moved.get(id_ or "")


def _openings(live: Sequence[PublishedPassage], places: Mapping[int, int]) -> dict[int, list[str]]:
    """Which parts begin at a passage: each at its first words that still exist.

    `places` maps the index of a published passage to that of the present one.
    """
    opened: dict[int, list[str]] = {}
    parts: set[str] = set()
    for n, passage in enumerate(live):
        if n in places and passage.part not in parts:
            parts.add(passage.part)
            opened.setdefault(places[n], []).append(passage.part)
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
    with_passages = {passage.part for passage in record.passages}
    empty = {
        (previous, following): id_
        for previous, id_, following in zip(
            [None, *record.parts], record.parts, [*record.parts[1:], None], strict=False
        )
        if id_ not in with_passages
    }
    for n, part in enumerate(parts):
        if not part.passages and ids[n] is None:
            previous = ids[n - 1] if n else None
            following = ids[n + 1] if n + 1 < len(ids) else None
            ids[n] = empty.get((previous, following))


def _moved_parts(
    record: PublishedSource, present: set[str], standing: set[str], moved: Mapping[str, str]
) -> dict[str, str]:
    """Where the words of parts are that no longer exist."""
    homes: dict[str, str] = {}
    for passage in record.passages:
        if passage.part not in present:
            home = passage.id if passage.id in standing else moved.get(passage.id)
            if home:
                homes.setdefault(passage.part, home)
    return homes
