"""Several files written or none: each beside its place first, then all put in place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, bytes | None]) -> None:
    """Puts every file in place; None takes a file away.

    Raises:
        OSError: one could not be written; all are as they were.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    fresh = {path: path.with_name(f".{path.name}.new") for path in files}
    new_folders: list[Path] = []
    placed: list[Path] = []
    try:
        for path, data in files.items():
            new_folders += _folders(path.parent)
            if data is not None:
                _write(fresh[path], data)
        for path, data in files.items():
            placed.append(path)
            if data is None:
                path.unlink(missing_ok=True)
            else:
                fresh[path].replace(path)
    except OSError:
        for path in placed:
            _restore(path, before[path])
        raise
    finally:
        for path in fresh.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in reversed(new_folders):
            with suppress(OSError):
                folder.rmdir()  # only what stayed empty


def _folders(folder: Path) -> list[Path]:
    """Makes a folder with those above it; the ones that were not there."""
    missing = [one for one in (*reversed(folder.parents), folder) if not one.exists()]
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


def with_sum(listed: str, name: str, sha256: str) -> str:
    """The list of sums with that of a file, in its place by name; an older sum of it is replaced.

    The lines of others stay where they are, so that branches which each add some merge.
    """
    line = f"{sha256}  {name}\n"
    lines = listed.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    for n, other in enumerate(lines):
        if _listed_name(other) == name:
            lines[n] = line
            return "".join(lines)
    after = (n for n, other in enumerate(lines) if _listed_name(other) > name)
    lines.insert(next(after, len(lines)), line)
    return "".join(lines)


def without_sum(listed: str, name: str) -> str:
    """The list of sums without a file."""
    return "".join(line for line in listed.splitlines(keepends=True) if _listed_name(line) != name)


def _listed_name(line: str) -> str:
    return line[66:].strip()
