"""The release before: an archive or its unpacked folder, read only once all its sums are right."""

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
# A manifest has some 200 bytes for a file, and no corpus a million files.
_LONGEST = 200_000_000
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError,
)  # fmt: skip
"""What reading an archive raises where it is damaged, encrypted or packed in an odd way."""


@dataclass(frozen=True, slots=True)
class Previous:
    """A release that was made before; `read` gives the bytes of one of its files.

    `day` (ISO) is its day where it has one, `manifest` its own list, `files` the sums by path.
    """

    version: Version
    day: str | None
    manifest: bytes
    files: dict[str, str]
    read: Callable[[str], bytes]

    def data(self, path: str) -> bytes:
        """A file below `data/`."""
        return self.read(urls.data_url(path))


class _WrongError(ValueError):
    """What is wrong with a release, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


def open_previous(path: Path, name: str, problems: Problems) -> Previous | None:
    """The release at a path; None where it is none of the corpus `name`, or damaged: told."""
    try:
        return _checked(path, name)
    except _WrongError as error:
        problems.error("previous-release", shown(path), str(error), error.hint)
    except _UNREADABLE as error:
        said = " ".join(str(error).split()) or type(error).__name__
        problems.error("previous-release", shown(path), f"cannot be read: {said}", _DAMAGED)
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
    for one, (size, sum_) in files.items():
        _check(opened, one, size, sum_)

    def read(one: str) -> bytes:
        with opened(one) as file:
            return file.read()

    sums = {one: sum_ for one, (_, sum_) in files.items()}
    day = listed.get("date")
    return Previous(version, day if isinstance(day, str) else None, text, sums, read)


def _in_folder(path: Path) -> Callable[[str], BinaryIO]:
    """Opens files of a folder, or of the one folder in it."""
    inside = [one.parent for one in sorted(path.glob(f"*/{manifest.MANIFEST}"))]
    if (path / manifest.MANIFEST).is_file():
        inside = [path]
    if len(inside) != 1:
        raise _WrongError(f"contains no {manifest.MANIFEST}, which every release has", _GIVE)
    return lambda name: (inside[0] / name).open("rb")


def _in_archive(path: Path) -> Callable[[str], BinaryIO]:
    archive = zipfile.ZipFile(path)
    tops = [
        one.rpartition("/")[0]
        for one in archive.namelist()
        if one.count("/") == 1 and one.endswith(f"/{manifest.MANIFEST}")
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
    """The size and sum of each file that a manifest lists."""
    files: dict[str, tuple[int, str]] = {}
    try:
        for one in listed["files"]:
            path = PurePosixPath(one["path"])
            if path.is_absolute() or ".." in path.parts:
                raise _WrongError(f"its manifest lists {one['path']!r}, out of its folder", _GIVE)
            files[str(path)] = (int(one["bytes"]), str(one["sha256"]))
    except (KeyError, TypeError):
        raise _WrongError(f"{manifest.MANIFEST} in it lists no files", _DAMAGED) from None
    return files


def _check(opened: Callable[[str], BinaryIO], name: str, size: int, sum_: str) -> None:
    """Reads no more than the manifest says that there is: an archive may unfold without end."""
    found, rest = hashlib.sha256(), size + 1
    with opened(name) as file:
        while rest and (piece := file.read(min(rest, 1 << 20))):
            found.update(piece)
            rest -= len(piece)
    if rest != 1 or found.hexdigest() != sum_:
        raise _WrongError(f"{name} in it differs from its manifest", _DAMAGED)
