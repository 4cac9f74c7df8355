"""Earlier editions of a source, read as the present one is: their passages, for what changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .clean import clean
from .model import EarlierText, Edition, Editorial, Settings, Source, Witness
from .parse import parse
from .problems import Problems
from .read import read_edition


def kept_editions(
    seeds: Path, source: str, settings: Settings, problems: Problems
) -> tuple[tuple[Edition, Source], ...]:
    """The kept editions of a source, oldest first; one that cannot be read is an error."""
    read = ((one, read_edition(seeds, one, source, problems)) for one in settings.editions)
    return tuple((edition, kept) for edition, kept in read if kept is not None)


def earlier_texts(
    editions: Iterable[tuple[Edition, Source]], settings: Settings, editorial: Editorial
) -> tuple[EarlierText, ...]:
    """The texts of kept editions; one without a text is left out."""
    texts = []
    for edition, source in editions:
        earlier = earlier_text(source, settings, editorial)
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
    cleaned = clean(source, silent, settings.kept, language=settings.language)
    return parse(cleaned, settings, editorial, silent) if cleaned.blocks else None


def without_rulings(settings: Settings) -> Settings:
    """What editors say of a source, less what they say of single lines of it."""
    return replace(settings, labels=(), roles=(), names=(), role_wheres=())
