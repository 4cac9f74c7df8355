"""Which files of a built site are ours: those on the list that each build leaves in the folder."""

from __future__ import annotations

import hashlib
import json
import os
import stat
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
    """The list in a folder cannot be used; the message says why."""


@dataclass(frozen=True)
class Mark:
    """`files`: what builds wrote, path (with "/") -> SHA-256; `kept`: other files found beside
    it."""

    files: Mapping[str, str] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    @cached_property
    def folders(self) -> frozenset[str]:
        """Every folder that contains one of the files."""
        return frozenset(parent for name in self.files for parent in parents(name))

    def keeps(self, name: str) -> bool:
        """Whether a path, or a folder that contains it, is among those kept."""
        return name in self.kept or any(parent in self.kept for parent in parents(name))


def parents(name: str) -> tuple[str, ...]:
    """The folders that contain a path, innermost first.

    >>> parents("a/b/c.html")
    ('a/b', 'a')
    """
    return tuple(path.as_posix() for path in PurePosixPath(name).parents)[:-1]


def read_mark(folder: Path) -> Mark | None:
    """The list in a folder, or None if there is none; raises MarkError and OSError."""
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
        raise MarkError("has an unknown version")
    files, others = data.get("files"), data.get("kept", [])
    if not isinstance(files, dict) or not isinstance(others, list):
        raise MarkError("contains no list of files")
    return Mark(files, frozenset(map(str, others)))


def write_mark(folder: Path, mark: Mark) -> None:
    """Writes the list in a folder atomically."""
    text = mark_text(mark)
    (folder / _UNFINISHED).write_text(text, "utf-8")
    (folder / _UNFINISHED).replace(folder / MARK)


def mark_text(mark: Mark) -> str:
    """The content of the list's file."""
    data = {
        "about": _ABOUT,
        "version": _VERSION,
        "files": dict(sorted(mark.files.items())),
        **({"kept": sorted(mark.kept)} if mark.kept else {}),
    }
    return json.dumps(data, ensure_ascii=True, indent=0) + "\n"


def is_unused(folder: Path) -> bool:
    """Whether a folder without a list contains only names that begin with a dot.

    A half-written list is ignored, and so is `.git` of a branch to be published.
    """
    return all(entry.name.startswith(".") for entry in folder.iterdir())


def is_only_begun(folder: Path) -> bool:
    """Whether a folder is empty, or contains only an unfinished list."""
    return all(entry.name in LISTS for entry in folder.iterdir())


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def claim(site: Path, name: str, earlier: Iterable[str], problems: Problems) -> None:
    """Makes sure that a folder may be built into; reports an error if it belongs to somebody else.

    `name` is the folder as an editor types it. `earlier` are the files left by a version of this
    program that wrote no list; they become the list.
    """
    if not site.exists():
        return
    if not site.is_dir():
        problems.error("site-folder", name, "is a file", "name a folder with --site")
        return
    if site.is_mount():
        problems.error(
            "site-folder", name,
            "is a mount point, so a new site cannot replace it in one step",
            "name a folder inside it with --site",
        )  # fmt: skip
        return
    try:
        if read_mark(site) is not None or is_unused(site):
            return
    except MarkError as error:
        problems.error(
            "site-folder", f"{name}/{MARK}", f"{error}, so it is not known which files are ours",
            "move your own files out of the folder and delete the rest",
        )  # fmt: skip
        return
    ours = [path for path in earlier if not path.startswith(".")]
    if ours:
        write_mark(site, Mark(hashes(site, ours)))
        return
    problems.error(
        "site-folder", name, f"contains files, but no list of those that a build made ({MARK})",
        "name another folder with --site; if an earlier version built this one, move your files "
        "out of it and delete it",
    )  # fmt: skip


def hashes(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Path -> SHA-256 of those that are regular files."""
    return {name: sha256(folder / name) for name in names if is_regular(folder / name)}


def is_regular(path: Path) -> bool:
    """Whether this is a regular file, and not a link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def strangers(folder: Path, mark: Mark) -> Iterator[str]:
    """What no build put into a folder: paths of files, and of folders without files of ours.

    An unfinished list of ours does not count.
    """
    yield from _strangers(folder, "", mark)


def _strangers(folder: Path, prefix: str, mark: Mark) -> Iterator[str]:
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
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
