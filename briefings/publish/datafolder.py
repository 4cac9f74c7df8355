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
    written: dict[str, _WrittenFile] = {}
    resources: list[Data] = []
    for file in chain(data_files(corpus, site), more):
        written[file.path] = _kept(file, folder, known) or _write(folder / file.path, file)
        if file.described is not None:
            resources.append(file.described | digest(written[file.path].sha256))
    package = DataFile(PACKAGE, None, lambda: json_pieces(datapackage(resources, site.name)))
    written[PACKAGE] = _write(folder / PACKAGE, package)
    for path in folder.rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in (*written, _LIST):
            path.unlink()
    _remember(folder / _LIST, code, written)
    return {path: written[path].sha256 for path in sorted(written)}


def _kept(data_file: DataFile, folder: Path, known: dict[str, _WrittenFile]) -> _WrittenFile | None:
    before = known.get(data_file.path)
    if before is None or data_file.key is None or before.key != data_file.key:
        return None
    path = folder / data_file.path
    if not path.is_file():
        return None
    status = path.stat()
    return before if (status.st_size, status.st_mtime_ns) == (before.size, before.changed) else None


def _write(path: Path, data_file: DataFile) -> _WrittenFile:
    """Writes a temporary file piece by piece, and renames it if the content differs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    text = sha256()
    with fresh.open("wb") as out:
        for piece in data_file.pieces():
            data = piece if isinstance(piece, bytes) else piece.encode()
            text.update(data)
            out.write(data)
    fresh.replace(path)
    status = path.stat()
    return _WrittenFile(data_file.key, text.hexdigest(), status.st_size, status.st_mtime_ns)


def _read(path: Path, code: str) -> dict[str, _WrittenFile]:
    try:
        known = json.loads(path.read_text("utf-8"))
        if known["code"] != code:
            return {}
        return {name: _WrittenFile(*fields) for name, fields in known["files"].items()}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _remember(path: Path, code: str, written: dict[str, _WrittenFile]) -> None:
    files = {
        name: (file.key, file.sha256, file.size, file.changed) for name, file in written.items()
    }
    write_whole(path, json.dumps({"code": code, "files": files}))
