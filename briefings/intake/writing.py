"""Writes several files or none: each to a temporary file first, then all are renamed into place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes | None]) -> None:
    """Writes every file; None deletes a file.

    Raises:
        OSError: if a file could not be written; all files are then as before.
    """
    originals = {path: path.read_bytes() if path.is_file() else None for path in files}
    temporary = {path: path.with_name(f".{path.name}.new") for path in files}
    new_folders: list[Path] = []
    placed: list[Path] = []
    try:
        for path, data in files.items():
            new_folders += _folders(path.parent)
            if data is not None:
                _write(temporary[path], data)
        for path, data in files.items():
            placed.append(path)
            if data is None:
                path.unlink(missing_ok=True)
            else:
                temporary[path].replace(path)
    except OSError:
        for path in placed:
            _restore(path, originals[path])
        raise
    finally:
        for path in temporary.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in reversed(new_folders):
            with suppress(OSError):
                folder.rmdir()  # fails unless empty


def _folders(folder: Path) -> list[Path]:
    """Creates a folder and its parents; returns those that did not exist."""
    missing = [parent for parent in (*reversed(folder.parents), folder) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _restore(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)


def with_sum(sums: str, name: str, sha256: str) -> str:
    """The list of checksums with a file added in order of name, replacing any older entry for it.

    Other lines are not moved, so that branches which each add some can be merged.
    """
    line = f"{sha256}  {name}\n"
    lines = sums.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    for n, other in enumerate(lines):
        if _listed_name(other) == name:
            lines[n] = line
            return "".join(lines)
    after = (n for n, other in enumerate(lines) if _listed_name(other) > name)
    lines.insert(next(after, len(lines)), line)
    return "".join(lines)


def without_sum(sums: str, name: str) -> str:
    """The list of checksums without a file."""
    return "".join(line for line in sums.splitlines(keepends=True) if _listed_name(line) != name)


def _listed_name(line: str) -> str:
    return line[66:].strip()
