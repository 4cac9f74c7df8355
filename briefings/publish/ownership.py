"""Which files of a built site are ours: those on the list that a build leaves in the folder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from briefings.problems import Problems

MARK = ".briefings-site.json"
_UNFINISHED = f"{MARK}.part"
LISTS = (MARK, _UNFINISHED)
"""The list, and one that is being written."""
_VERSION = 1
_ABOUT = (
    "Written by build_site.py. The files listed here are rewritten and deleted by builds; "
    "every other file in this folder is left as it is."
)


class MarkError(ValueError):
    """The list in a folder is there and cannot be used; the message says why."""


@dataclass(frozen=True)
class Mark:
    """`files`: what builds wrote, path (with "/") -> SHA-256; `kept`: what they found beside it."""

    files: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that holds one of the files."""
        return frozenset(parent for name in self.files for parent in parents(name))

    def keeps(self, name: str) -> bool:
        """Whether a path, or a folder that it is in, is one of those kept."""
        return name in self.kept or any(parent in self.kept for parent in parents(name))


def parents(name: str) -> tuple[str, ...]:
    """The folders that a path is in, the nearest first.

    >>> parents("a/b/c.html")
    ('a/b', 'a')
    """
    return tuple(path.as_posix() for path in PurePosixPath(name).parents)[:-1]


def read_mark(folder: Path) -> Mark | None:
    """The list in a folder, None where there is none; raises MarkError and OSError."""
    try:
        text = (folder / MARK).read_text("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise MarkError("is not UTF-8") from error
    try:
        data = json.loads(text)
    except ValueError as error:
        raise MarkError("is not JSON") from error
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        raise MarkError("is of a version that this program does not know")
    files, kept = data.get("files"), data.get("kept", [])
    if not isinstance(files, dict) or not isinstance(kept, list):
        raise MarkError("holds no list of files")
    return Mark(files, frozenset(map(str, kept)))


def write_mark(folder: Path, mark: Mark) -> None:
    """Puts the list in a folder, whole or not at all."""
    text = mark_text(mark)
    (folder / _UNFINISHED).write_text(text, "utf-8")
    (folder / _UNFINISHED).replace(folder / MARK)


def mark_text(mark: Mark) -> str:
    """The list as it stands in its file."""
    data = {
        "about": _ABOUT,
        "version": _VERSION,
        "files": dict(sorted(mark.files.items())),
        **({"kept": sorted(mark.kept)} if mark.kept else {}),
    }
    return json.dumps(data, ensure_ascii=True, indent=0) + "\n"


def is_unused(folder: Path) -> bool:
    """Whether a folder without a list holds nothing but what begins with a dot.

    The list itself, half-written, counts as nothing; so `.git` of a branch to be published does.
    """
    return all(entry.name.startswith(".") for entry in folder.iterdir())


def is_only_begun(folder: Path) -> bool:
    """Whether a folder holds nothing, or only a list that was never finished."""
    return all(entry.name in LISTS for entry in folder.iterdir())


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def claim(site: Path, name: str, earlier: Iterable[str], problems: Problems) -> None:
    """Sees to it that a folder may be built into; an error where it is somebody else's.

    `name` is how an editor types it.  `earlier` are the files that a build by a version of this
    program without lists left there, none where that is not known: they become the list.
    """
    if not site.exists():
        return
    if not site.is_dir():
        problems.error("site-folder", name, "is a file", "name a folder by --site")
        return
    if site.is_mount():
        problems.error(
            "site-folder", name, "is where a file system is mounted, so no new site can take its "
            "place in one step", "name a folder inside it by --site",
        )  # fmt: skip
        return
    try:
        if read_mark(site) is not None or is_unused(site):
            return
    except MarkError as error:
        problems.error(
            "site-folder", f"{name}/{MARK}", f"{error}, so it is not known which files are ours",
            "move what is yours out of the folder and delete the rest",
        )  # fmt: skip
        return
    ours = [one for one in earlier if not one.startswith(".")]
    if ours:
        write_mark(site, Mark(hashes(site, ours)))
        return
    problems.error(
        "site-folder", name, f"holds files, and no list of those that a build put there ({MARK})",
        "name another folder by --site; if a build of an earlier version made this one, move what "
        "is yours out of it and delete it",
    )  # fmt: skip


def hashes(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Path -> SHA-256 of those that are regular files."""
    return {name: sha256(folder / name) for name in names if is_regular(folder / name)}


def is_regular(path: Path) -> bool:
    """Whether there is a file itself, no link to one."""
    return path.is_file() and not path.is_symlink()


def strangers(folder: Path, mark: Mark) -> Iterator[str]:
    """What no build put into a folder: paths of files, and of folders that hold nothing of ours.

    What is unfinished of our own list is none.
    """
    yield from _strangers(folder, "", mark)


def _strangers(folder: Path, prefix: str, mark: Mark) -> Iterator[str]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        name = prefix + entry.name
        if name in LISTS:
            continue
        if entry.is_dir(follow_symlinks=False):
            if name in mark.folders:
                yield from _strangers(Path(entry.path), f"{name}/", mark)
            else:
                yield name
        elif not (name in mark.files and entry.is_file(follow_symlinks=False)):
            yield name
