"""Earlier editions of a source, read as the present one is: their passages, for what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from .clean import clean
from .model import EarlierText, Editorial, Settings, Source, Witness
from .parse import parse
from .problems import Problems
from .read import read_edition


def earlier_texts(
    seeds: Path, witness: Witness, editorial: Editorial, problems: Problems
) -> tuple[EarlierText, ...]:
    """The kept editions of a source, oldest first; one that cannot be read is an error."""
    texts = []
    for edition in witness.settings.editions:
        source = read_edition(seeds, edition, witness.source.id, problems)
        earlier = earlier_text(source, witness.settings, editorial) if source else None
        if earlier is not None:
            texts.append(EarlierText(edition, earlier.passages))
    return tuple(texts)


def earlier_text(source: Source, settings: Settings, editorial: Editorial) -> Witness | None:
    """An edition read with the settings of its source, less the rulings on lines.

    These are about lines of the present edition.  None where the edition holds no text.
    """
    return as_read(source, without_rulings(settings), editorial)


def as_read(source: Source, settings: Settings, editorial: Editorial) -> Witness | None:
    """A source cleaned and parsed by itself; what is unsure in it is not told."""
    silent = Problems()
    cleaned = clean(source, silent, settings.kept)
    return parse(cleaned, settings, editorial, silent) if cleaned.blocks else None


def without_rulings(settings: Settings) -> Settings:
    """What editors say of a source, less what they say of single lines of it."""
    return replace(settings, labels=(), roles=(), names=(), role_wheres=())
