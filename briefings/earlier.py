"""Reads earlier editions of a source in the same way as the current one, to find what changed."""

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
    """The kept editions of a source, oldest first; one that cannot be read is reported
    as an error.
    """
    read = (
        (edition, read_edition(seeds, edition, source, problems)) for edition in settings.editions
    )
    return tuple((edition, source_) for edition, source_ in read if source_ is not None)


def earlier_texts(
    editions: Iterable[tuple[Edition, Source]], settings: Settings, editorial: Editorial
) -> tuple[EarlierText, ...]:
    """The texts of kept editions; an edition without text is left out."""
    texts = []
    for edition, source in editions:
        earlier = earlier_text(source, settings, editorial)
        if earlier is not None:
            texts.append(EarlierText(edition, earlier.passages))
    return tuple(texts)


def earlier_text(source: Source, settings: Settings, editorial: Editorial) -> Witness | None:
    """An edition parsed with the settings of its source, except rulings on lines.

    Those refer to lines of the current edition. Returns None if the edition contains no text.
    """
    return as_read(source, without_rulings(settings), editorial)


def as_read(source: Source, settings: Settings, editorial: Editorial) -> Witness | None:
    """A source cleaned and parsed on its own, without reporting doubts."""
    silent = Problems()
    cleaned = clean(source, silent, settings.kept, language=settings.language)
    return parse(cleaned, settings, editorial, silent) if cleaned.blocks else None


def without_rulings(settings: Settings) -> Settings:
    """The settings of a source without rulings on individual lines."""
    return replace(settings, labels=(), roles=(), names=(), role_wheres=())
