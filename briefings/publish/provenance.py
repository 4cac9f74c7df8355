"""`prov.jsonld` and `prov/<slug>.jsonld`: the provenance of texts, notes and rulings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from briefings.engine.keys import key_of, program_sum
from briefings.model import Briefing, Check, Corpus, Note
from briefings.standards.prov import (
    FILE,
    FOLDER,
    Program,
    bundle,
    bundle_path,
    checks_of,
    overview,
)

from . import data
from .data import DataFile, described
from .json_text import json_pieces
from .records import Data

_TITLE = "Provenance (PROV-O)"
_TYPE = "application/ld+json"
_ABOUT = (
    "Where texts and notes come from, in the words of PROV-O: sources and earlier editions by "
    "their SHA-256 sums, what reading took out by rule and line, what editors ruled, the texts "
    "that came of it, notes by author and day."
)


def prov_files(corpus: Corpus, version: str) -> Iterator[DataFile]:
    """An overview file, and one file per briefing; `version` is the program's version."""
    program = Program(version, program_sum())
    entry = described(
        FILE, "prov", _TITLE, _TYPE,
        f"{_ABOUT} This file names program, editors, rulings and the other files.",
    )  # fmt: skip
    yield DataFile(FILE, None, lambda: json_pieces(overview(corpus, program, "../")), entry)
    notes: dict[str, list[Note]] = defaultdict(list)
    for note in corpus.annotations.notes:
        notes[note.home.briefing].append(note)
    for briefing in corpus.briefings:
        own_notes, checks = tuple(notes[briefing.slug]), checks_of(briefing, corpus)
        path = bundle_path(briefing.slug)
        digest = corpus.digests.get(briefing.slug)
        yield DataFile(
            path,
            key_of(digest, own_notes, checks) if digest else None,
            partial(_pieces, briefing, own_notes, checks),
            described(path, f"prov-{briefing.slug}", f"{_TITLE}: {briefing.title}", _TYPE),
        )


def _pieces(
    briefing: Briefing, notes: tuple[Note, ...], checks: tuple[Check, ...]
) -> Iterator[str]:
    return json_pieces(bundle(briefing, notes, checks, "../../"))


def field_table() -> Data:
    """The description of the files on the Data page."""
    return data.field_table(
        f"{FOLDER}/<slug>.jsonld", _TITLE, f"{_ABOUT} A file a briefing.", [FILE]
    )
