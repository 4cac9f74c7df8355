"""Reads the previous release, an archive or its unpacked folder, after verifying all checksums."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from briefings import urls
from briefings.problems import Problems, shown

from . import manifest
from .version import Version, parse

_GIVE = "give the archive or the folder of the release before"
_DAMAGED = "fetch it again, or leave --previous out"
# A manifest has some 200 bytes per file, and no corpus has a million files.
_LONGEST = 200_000_000
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""The exceptions for an archive that is damaged, encrypted or uses an unsupported method."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The previous release; `read` returns the bytes of one of its files.

    `day` (ISO) is its date, if it has one; `manifest` is its own list, `files` are the checksums by
    path.
    """

    version: Version
    day: str | None
    manifest: bytes
    files: dict[str, str]
    read: Callable[[str], bytes]

    def data(self, path: str) -> bytes:
        """The bytes of a file below `data/`."""
        return self.read(urls.data_url(path))


class _WrongError(ValueError):
    """Says what is wrong with a release, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def open_previous(path: Path, name: str, problems: Problems) -> Previous | None:
    """The release at a path; None if it is damaged or not of the corpus `name`, which
    is reported.
    """
    try:
        return _checked(path, name)
    except _WrongError as error:
        problems.error("previous-release", shown(path), str(error), error.hint)
    except _UNREADABLE as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        problems.error("previous-release", shown(path), f"cannot be read: {reason}", _DAMAGED)
    return None


def _checked(path: Path, name: str) -> Previous:
    if path.is_dir():
        opened = _in_folder(path)
    elif not path.is_file():
        raise _WrongError("is not there", _GIVE)
    elif not zipfile.is_zipfile(path):
        raise _WrongError("is not a zip archive, or is damaged", _GIVE)
    else:
        opened = _in_archive(path)
    with opened(manifest.MANIFEST) as file:
        text = file.read(_LONGEST)
    listed = _listed(text)
    version = parse(str(listed.get("version")))
    if version is None:
        raise _WrongError(f"{manifest.MANIFEST} in it names no version", _GIVE)
    if listed.get("name") != name:
        raise _WrongError(f"is a release of {listed.get('name')!r}, not of {name!r}", _GIVE)
    files = _files(listed)
    for file_name, (size, sum_) in files.items():
        _check(opened, file_name, size, sum_)

    def read(name: str) -> bytes:
        with opened(name) as file:
            return file.read()

    sums = {file_name: sum_ for file_name, (_, sum_) in files.items()}
    day = listed.get("date")
    return Previous(version, day if isinstance(day, str) else None, text, sums, read)


def _in_folder(path: Path) -> Callable[[str], BinaryIO]:
    """A function that opens files of a folder, or of the only folder inside it."""
    inside = [path_.parent for path_ in sorted(path.glob(f"*/{manifest.MANIFEST}"))]
    if (path / manifest.MANIFEST).is_file():
        inside = [path]
    if len(inside) != 1:
        raise _WrongError(f"contains no {manifest.MANIFEST}, which every release has", _GIVE)
    return lambda name: (inside[0] / name).open("rb")


def _in_archive(path: Path) -> Callable[[str], BinaryIO]:
    archive = zipfile.ZipFile(path)
    tops = [
        file_name.rpartition("/")[0]
        for file_name in archive.namelist()
        if file_name.count("/") == 1 and file_name.endswith(f"/{manifest.MANIFEST}")
    ]
    if len(tops) != 1:
        raise _WrongError(f"contains no {manifest.MANIFEST}, which every release has", _GIVE)

    def opened(name: str) -> BinaryIO:
        try:
            return archive.open(f"{tops[0]}/{name}")  # type: ignore[return-value]
        except KeyError:
            raise _WrongError(f"lacks {name}, which its manifest lists", _DAMAGED) from None

    return opened


def _listed(text: bytes) -> dict[str, Any]:
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        raise _WrongError(f"{manifest.MANIFEST} in it is not JSON", _DAMAGED) from None
    if not isinstance(listed, dict) or listed.get("schema_version") != manifest.SCHEMA_VERSION:
        raise _WrongError(f"{manifest.MANIFEST} in it was not written by this program", _GIVE)
    return listed


def _files(listed: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """The size and checksum of each file listed in a manifest."""
    files: dict[str, tuple[int, str]] = {}
    try:
        for entry in listed["files"]:
            path = PurePosixPath(entry["path"])
            if path.is_absolute() or ".." in path.parts:
                raise _WrongError(f"its manifest lists {entry['path']!r}, out of its folder", _GIVE)
            files[str(path)] = (int(entry["bytes"]), str(entry["sha256"]))
    except (KeyError, TypeError):
        raise _WrongError(f"{manifest.MANIFEST} in it lists no files", _DAMAGED) from None
    return files


def _check(opened: Callable[[str], BinaryIO], name: str, size: int, sum_: str) -> None:
    """Verifies a file; reads no more than the listed size, since an archive may be a zip bomb."""
    digest, to_read = hashlib.sha256(), size + 1
    with opened(name) as file:
        while to_read and (piece := file.read(min(to_read, 1 << 20))):
            digest.update(piece)
            to_read -= len(piece)
    if to_read != 1 or digest.hexdigest() != sum_:
        raise _WrongError(f"{name} in it differs from its manifest", _DAMAGED)
