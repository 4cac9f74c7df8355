"""Splits a briefing's texts into blocks of passages, with the numbers by which each block is found.

A block is the unit that the index publishes and the browser fetches: some passages of one text,
with all the data for answers about them.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefings.attribution import Attribution, attributions_of
from briefings.languages import language_of
from briefings.languages.sentences import sentence_spans
from briefings.model import Briefing, Mode, Passage, Section, Turn, Witness

from .keys import keys_of
from .passages import passages_of

SIZE = 8000
"""A block ends once its passages have this many characters."""
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reported:
    """A span of an article's passage that quotes or reports somebody."""

    start: int
    end: int
    id: str
    name: str
    mode: Mode


@dataclass(frozen=True, slots=True)
class Share:
    """What a briefing contributes to the index: its blocks as JSON, each with its numbers
    (`packed`).
    """

    blocks: tuple[str, ...]
    keys: tuple[bytes, ...]


def share_of(briefing: Briefing, reported: Mapping[str, Sequence[Reported]]) -> Share:
    """The share of a briefing; `reported` has the quoted and reported speech in articles, by
    passage.
    """
    blocks = list(blocks_of(briefing, reported))
    return Share(
        tuple(_ENCODE(one) for one in blocks),
        tuple(packed(keys_of(passages_of(one))) for one in blocks),
    )


def blocks_of(briefing: Briefing, reported: Mapping[str, Sequence[Reported]]) -> Iterator[Block]:
    """The blocks of a briefing, text by text, the primary text first."""
    attributions = attributions_of(briefing)
    roles: dict[str, str] = {}
    for participant in briefing.participants:
        if participant.role:
            roles.setdefault(participant.id, participant.role)
    for witness in briefing.witnesses:
        attribution = attributions[witness.source.id]
        records: list[dict[str, Any]] = []
        size = 0
        for n, (part, passage) in enumerate(_passages(witness)):
            records.append(_passage(n, part, passage, witness, roles, reported))
            size += len(passage.text)
            if size >= SIZE:
                yield _block(briefing, attribution, records)
                records, size = [], 0
        if records:
            yield _block(briefing, attribution, records)


def _passages(witness: Witness) -> Iterator[tuple[Turn | Section, Passage]]:
    for part in witness.parts:
        for passage in part.passages:
            yield part, passage


def _block(briefing: Briefing, attribution: Attribution, records: list[dict[str, Any]]) -> Block:
    return {
        "briefing": briefing.slug,
        "title": briefing.title,
        "date": briefing.date,
        "source": attribution.source,
        "text": {
            "name": attribution.name,
            "kind": attribution.kind,
            "publisher": attribution.publisher,
            "published": attribution.published,
            "quality": attribution.quality,
            "primary": attribution.primary,
            "by_machine": attribution.by_machine,
        },
        "passages": records,
    }


def _passage(
    n: int,
    part: Turn | Section,
    passage: Passage,
    witness: Witness,
    roles: Mapping[str, str],
    reported: Mapping[str, Sequence[Reported]],
) -> dict[str, Any]:
    speaker = None
    if isinstance(part, Turn):
        who = part.speaker
        speaker = {
            "kind": who.kind,
            "id": who.id,
            "name": who.name or who.label,
            "role": roles.get(who.id or ""),
        }
    spans = sentence_spans(passage.text, language_of(witness.language))
    record: dict[str, Any] = {
        "n": n,
        "passage": passage.id,
        "line": passage.line,
        "speaker": speaker,
        "text": passage.text,
        "sentences": [list(span) for span in spans],
    }
    if quoted := reported.get(passage.id):
        record["quoted"] = [
            {
                "start": speech.start,
                "end": speech.end,
                "id": speech.id,
                "name": speech.name,
                "role": roles.get(speech.id),
                "mode": speech.mode,
            }
            for speech in quoted
        ]
    return record


def packed(keys: Iterable[int]) -> bytes:
    """Numbers in ascending order, four bytes each."""
    return _swapped(array("I", sorted(keys))).tobytes()


def unpacked(data: bytes) -> array[int]:
    """The inverse of `packed`."""
    numbers = array("I")
    numbers.frombytes(data)
    return _swapped(numbers)


def _swapped(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
