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
    own_problems = Problems()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        own_problems.error(
            "unreadable", shown(Path(path)), f"cannot be read: {error.strerror}",
            "check the path and its permissions",
        )  # fmt: skip
        raise InputError(own_problems) from error


def parse(data: bytes, name: str, origin: str, problems: Problems | None) -> Witness:
    """Parses one text; `origin` names it in messages."""
    own_problems = Problems()
    file = Path(name).name
    text = None
    if Path(file).suffix.lower() in SUFFIXES:
        id_ = source_ids([file])[file]
        text = recognise(Incoming(origin, file, data), id_, Editorial(), own_problems)
    else:
        own_problems.error(
            "suffix",
            origin,
            "is not a text file by its name",
            f"name it by {', '.join(sorted(SUFFIXES))}",
        )
    _report(own_problems, problems)
    if text is None:
        own_problems.error("no-text", origin, "contains no readable text", "check what is in it")
        raise InputError(own_problems)
    return text.witness


def analyse(texts: tuple[Witness, ...], problems: Problems | None) -> Corpus:
    """Analyses texts without editorial files."""
    own_problems = Problems()
    ids = [text.source.id for text in texts]
    if not texts:
        own_problems.error("no-text", "texts", "there is none", "give at least one")
    for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        own_problems.error(
            "same-id", id_, f"{ids.count(id_)} texts have this id",
            "give each a file name that begins differently",
        )  # fmt: skip
    if own_problems.errors:
        raise InputError(own_problems)
    corpus = quotations(
        mentions(group(texts, Editorial(), own_problems), own_problems), own_problems
    )
    corpus = replace(corpus, figures=figures(corpus, own_problems))
    _report(own_problems, problems)
    return corpus


def read_corpus(
    seeds: str | Path, editorial: str | Path | None, problems: Problems | None
) -> Corpus:
    """Reads the corpus of a folder."""
    own_problems = Problems()
    corpus = gather(Path(seeds), _editorial(seeds, editorial), own_problems)
    _report(own_problems, problems)
    return corpus


def build_site(
    seeds: str | Path, site: str | Path, editorial: str | Path | None, problems: Problems | None
) -> None:
    """Builds a site, as the command does."""
    own_problems = Problems()
    options = pipeline.Options(Path(seeds), _editorial(seeds, editorial), Path(site))
    pipeline.build(options, own_problems, Progress(quiet=True))
    _report(own_problems, problems)


def _editorial(seeds: str | Path, editorial: str | Path | None) -> Path:
    return Path(editorial) if editorial else Path(seeds).resolve().parent / "editorial"


def _report(own_problems: Problems, problems: Problems | None) -> None:
    """Passes the problems on to the caller; raises `InputError` if there is an error."""
    if problems is not None:
        problems.extend(own_problems)
    if own_problems.errors:
        raise InputError(own_problems)
