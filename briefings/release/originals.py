"""The parts of a release that already exist and are only copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from briefings.engine.files import write_whole
from briefings.model import Corpus
from briefings.sums import SUMS

_WRITTEN = ("*.yml", "ids/**/*.txt")


def copy_data(data: Path, folder: Path) -> None:
    """Copies the published data, without the build's own files, whose names begin with a dot."""
    _copy(data, (path for path in data.rglob("*") if not path.name.startswith(".")), folder)


def copy_sources(corpus: Corpus, seeds: Path, folder: Path) -> None:
    """Copies every source of the corpus and its earlier editions, with a list of checksums."""
    sums: dict[str, str] = {}
    for briefing in corpus.briefings:
        for witness in briefing.witnesses:
            sums[witness.source.file] = witness.source.sha256
            sums |= {earlier.edition.file: earlier.edition.sha256 for earlier in witness.earlier}
    _copy(seeds, (seeds / name for name in sums), folder)
    lines = (f"{sum_}  {name}\n" for name, sum_ in sorted(sums.items()))
    write_whole(folder / SUMS, "".join(lines))


def copy_editorial(editorial: Path, folder: Path) -> None:
    """Copies the editorial files without their schemas, which belong to the program."""
    _copy(editorial, (path for kind in _WRITTEN for path in editorial.rglob(kind)), folder)


def _copy(source: Path, paths: Iterable[Path], folder: Path) -> None:
    for path in paths:
        if path.is_file():
            to = folder / path.relative_to(source)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)
