"""The package's Python interface: bytes in, values out, errors as one exception."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import pipeline
from .extract.figures.corpus import figures
from .extract.mentions import mentions
from .extract.quotations import quotations
from .gathering import gather
from .group import group
from .intake.inputs import Incoming
from .intake.recognise import recognise
from .model import Corpus, Editorial, Witness
from .problems import InputError, Problems, shown
from .progress import Progress
from .read import SUFFIXES, source_ids


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file; raises `InputError` if it cannot be read."""
    found = Problems()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        found.error(
            "unreadable", shown(Path(path)), f"cannot be read: {error.strerror}",
            "check the path and its permissions",
        )  # fmt: skip
        raise InputError(found) from error


def parse(data: bytes, name: str, origin: str, problems: Problems | None) -> Witness:
    """Parses one text; `origin` names it in messages."""
    found = Problems()
    file = Path(name).name
    text = None
    if Path(file).suffix.lower() in SUFFIXES:
        id_ = source_ids([file])[file]
        text = recognise(Incoming(origin, file, data), id_, Editorial(), found)
    else:
        found.error(
            "suffix",
            origin,
            "is not a text file by its name",
            f"name it by {', '.join(sorted(SUFFIXES))}",
        )
    _report(found, problems)
    if text is None:
        found.error("no-text", origin, "contains no readable text", "check what is in it")
        raise InputError(found)
    return text.witness


def analyse(texts: tuple[Witness, ...], problems: Problems | None) -> Corpus:
    """Analyses texts without editorial files."""
    found = Problems()
    ids = [text.source.id for text in texts]
    if not texts:
        found.error("no-text", "texts", "there is none", "give at least one")
    for id_ in sorted({one for one in ids if ids.count(one) > 1}):
        found.error(
            "same-id", id_, f"{ids.count(id_)} texts have this id",
            "give each a file name that begins differently",
        )  # fmt: skip
    if found.errors:
        raise InputError(found)
    corpus = quotations(mentions(group(texts, Editorial(), found), found), found)
    corpus = replace(corpus, figures=figures(corpus, found))
    _report(found, problems)
    return corpus


def read_corpus(
    seeds: str | Path, editorial: str | Path | None, problems: Problems | None
) -> Corpus:
    """Reads the corpus of a folder."""
    found = Problems()
    corpus = gather(Path(seeds), _editorial(seeds, editorial), found)
    _report(found, problems)
    return corpus


def build_site(
    seeds: str | Path, site: str | Path, editorial: str | Path | None, problems: Problems | None
) -> None:
    """Builds a site, as the command does."""
    found = Problems()
    options = pipeline.Options(Path(seeds), _editorial(seeds, editorial), Path(site))
    pipeline.build(options, found, Progress(quiet=True))
    _report(found, problems)


def _editorial(seeds: str | Path, editorial: str | Path | None) -> Path:
    return Path(editorial) if editorial else Path(seeds).resolve().parent / "editorial"


def _report(found: Problems, problems: Problems | None) -> None:
    """Passes the problems on to the caller; raises `InputError` if there is an error."""
    if problems is not None:
        problems.extend(found)
    if found.errors:
        raise InputError(found)
