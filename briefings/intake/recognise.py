"""Parses a text before it is a source, on its own but with its future id."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from ..clean import clean
from ..ids import slug
from ..model import Editorial, Settings, Source, Witness
from ..parse import parse
from ..problems import Problems
from ..read import read, source_ids
from .inputs import Incoming, may_be_source


@dataclass(frozen=True, slots=True)
class Recognised:
    """A parsed text, and the number of its lines that the build is unsure about."""

    witness: Witness
    unsure: int


def recognise(
    text: Incoming, id_: str, editorial: Editorial, problems: Problems
) -> Recognised | None:
    """The witness that a text will become; None if it cannot be read, which is reported."""
    settings = editorial.sources.get(id_, Settings())
    source = as_source(replace(text, encoding=text.encoding or settings.encoding), id_, problems)
    if source is None:
        return None
    doubts = Problems()
    cleaned = clean(source, doubts, settings.kept, language=settings.language)
    witness = parse(cleaned, settings, editorial, doubts) if cleaned.blocks else None
    problems.extend(doubts)
    if witness is None or doubts.errors:
        return None
    return Recognised(witness, len(doubts.warnings))


def as_source(text: Incoming, id_: str, problems: Problems) -> Source | None:
    """The text, decoded and split into lines; problems refer to it as the editor typed it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / text.name).write_bytes(text.data)
        reading_problems = Problems()
        encodings = {source_ids([text.name])[text.name]: text.encoding} if text.encoding else {}
        sources = read(Path(folder), reading_problems, encodings)
    for problem in reading_problems.errors:
        problems.extend([replace(problem, path=text.origin)])
    return replace(sources[0], id=id_, path=text.origin) if sources else None


def new_id(
    text: Incoming, requested: str | None, existing: Collection[str], problems: Problems
) -> tuple[str, str] | None:
    """The file name and id of a new source; None if an existing address would change.

    `there` are the names of the files in the seeds.
    """
    name = f"{requested}_{text.name}" if requested else text.name
    others = sorted(other for other in existing if other != name and may_be_source(other))
    before = source_ids(others)
    after = source_ids(sorted({*before, name}))
    addresses = {slug(id_): other for other, id_ in before.items()}
    clash = addresses.get(slug(after[name]))
    changed = next((other for other, id_ in before.items() if after[other] != id_), clash)
    if changed is None:
        return name, after[name]
    problems.error(
        "same-id", text.origin,
        f"would take the id {before[changed]!r}, under which {changed} is published",
        "give the new file a name that begins differently (the part before the first _ or . is "
        "the id), or set a free id with --id; to add a later edition of a source, use "
        f"--replaces {before[changed]}",
    )  # fmt: skip
    return None
