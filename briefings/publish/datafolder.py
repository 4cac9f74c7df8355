"""The folder of the published data, updated by each build: only changed files are made."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path

from briefings.engine.files import write_whole
from briefings.model import Corpus
from briefings.model.page import SiteInfo

from .data import PACKAGE, DataFile, data_files, datapackage, digest
from .json_text import json_pieces
from .records import Data

_LIST = ".made.json"


@dataclass(frozen=True, slots=True)
class _WrittenFile:
    """A file as written: its key, the hash of its text, and its state on disk."""

    key: str | None
    sha256: str
    size: int
    changed: int


def write(
    corpus: Corpus, site: SiteInfo, folder: Path, code: str, more: Iterable[DataFile] = ()
) -> dict[str, str]:
    """Updates a folder with the published data of a corpus; returns each file's SHA-256 checksum.

    A file is left alone if its key is unchanged and nobody has modified it; `code`, the version of
    the program, is part of every key. `more` are files beyond those of `data_files`.
    """
    known = _read(folder / _LIST, code)
    made: dict[str, _WrittenFile] = {}
    resources: list[Data] = []
    for one in chain(data_files(corpus, site), more):
        made[one.path] = _kept(one, folder, known) or _write(folder / one.path, one)
        if one.described is not None:
            resources.append(one.described | digest(made[one.path].sha256))
    package = DataFile(PACKAGE, None, lambda: json_pieces(datapackage(resources, site.name)))
    made[PACKAGE] = _write(folder / PACKAGE, package)
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in (*made, _LIST):
            path.unlink()
    _remember(folder / _LIST, code, made)
    return {path: made[path].sha256 for path in sorted(made)}


def _kept(one: DataFile, folder: Path, known: dict[str, _WrittenFile]) -> _WrittenFile | None:
    before = known.get(one.path)
    if before is None or one.key is None or before.key != one.key:
        return None
    path = folder / one.path
    if not path.is_file():
        return None
    found = path.stat()
    return before if (found.st_size, found.st_mtime_ns) == (before.size, before.changed) else None


def _write(path: Path, one: DataFile) -> _WrittenFile:
    """Writes a temporary file piece by piece, and renames it if the content differs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    text = sha256()
    with fresh.open("wb") as file:
        for piece in one.pieces():
            data = piece if isinstance(piece, bytes) else piece.encode()
            text.update(data)
            file.write(data)
    fresh.replace(path)
    found = path.stat()
    return _WrittenFile(one.key, text.hexdigest(), found.st_size, found.st_mtime_ns)


def _read(path: Path, code: str) -> dict[str, _WrittenFile]:
    try:
        known = json.loads(path.read_text("utf-8"))
        if known["code"] != code:
            return {}
        return {name: _WrittenFile(*fields) for name, fields in known["files"].items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _remember(path: Path, code: str, made: dict[str, _WrittenFile]) -> None:
    files = {name: (one.key, one.sha256, one.size, one.changed) for name, one in made.items()}
    write_whole(path, json.dumps({"code": code, "files": files}))
