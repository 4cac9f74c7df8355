"""Puts a finished site in place by exchanging whole trees, so that readers never see a mixture.

The new tree is built beside the old one, on the same file system. Unchanged files are hard links to
the old ones and keep their times; files that no build wrote are carried over. The trees are then
exchanged in one step if the system supports it (Linux, macOS), otherwise by two renames; a build
that starts after one was killed first completes or undoes the exchange.
"""

from __future__ import annotations

import ctypes
import errno
import filecmp
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from .ownership import (
    LISTS,
    MARK,
    Mark,
    hashes,
    is_only_begun,
    is_regular,
    mark_text,
    parents,
    read_mark,
    sha256,
    strangers,
    write_mark,
)

_HERE = -2 if sys.platform == "darwin" else -100
"""AT_FDCWD: paths are relative to the working folder."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


class PlacingError(Exception):
    """A file that no build wrote is in the way; `names` are the paths below the folder."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.names = tuple(names)


def beside(site: Path) -> tuple[Path, Path]:
    """Where the new tree is built and, if two renames are needed, the old one waits."""
    return (
        site.with_name(f".{site.name}.briefings-new"),
        site.with_name(f".{site.name}.briefings-old"),
    )


def recover(site: Path) -> None:
    """Completes or undoes what a killed build began, and removes its remains.

    Raises PlacingError if somebody's own files are in the way, and OSError.
    """
    new, old = beside(site)
    if old.is_dir():
        if site.is_dir() and not any(site.iterdir()):
            site.rmdir()
        if not site.exists():
            old.rename(site)
        else:
            _clear(old, site)
    if new.is_dir():
        _clear(new, site)


def place(
    fresh: Path,
    site: Path,
    files: Mapping[str, str] | None = None,
    placed: Callable[[], None] = lambda: None,
) -> tuple[str, ...]:
    """Replaces the content of `site` by that of `fresh` in one step; `fresh` is consumed.

    `files` are all files of the new site with their SHA-256 checksums, if known: those missing from
    `fresh` exist in `site` already and are linked without being read. `placed` is called as soon as
    the new site is in place, before the old one is deleted, which takes as long.

    `site` must be missing, unused or ours. Returns the paths of files that no build wrote and that
    stay in the site, except top-level names with a leading dot. If nothing differs, nothing is
    written. Raises PlacingError if a foreign file is in the way of a new file, and OSError; the old
    site is then unchanged.
    """
    if files is None:
        names = (path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file())
        files = hashes(fresh, names)
    before = (read_mark(site) or Mark()) if site.exists() else Mark()
    foreign = tuple(strangers(site, before)) if site.exists() else ()
    mark = Mark(dict(sorted(files.items())), frozenset(foreign))
    in_the_way = [name for unit in foreign for name in _in_the_way(site / unit, unit, mark)]
    if in_the_way:
        raise PlacingError(site, in_the_way)
    made = _files(fresh)
    unchanged = {
        name
        for name, digest in mark.files.items()
        if is_regular(site / name) and (name not in made or sha256(site / name) == digest)
    }
    if len(unchanged) < len(files) or not _is_listed(site, mark):
        new, _ = beside(site)
        new.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        try:
            _grow(new, fresh, site, mark, unchanged)
            aside = _put(new, site, before)
        except BaseException:
            with suppress(OSError, PlacingError):
                _clear(new, site)
            raise
        placed()
        if aside is not None:
            _clear(aside, site)
    else:
        placed()
    return tuple(name for name in foreign if not name.startswith("."))


def _files(folder: Path) -> set[str]:
    """The paths of all files below a folder."""
    return {
        Path(base, name).relative_to(folder).as_posix()
        for base, _, names in os.walk(folder)
        for name in names
    }


def _is_listed(site: Path, mark: Mark) -> bool:
    """Whether the site's list is already up to date."""
    path = site / MARK
    return is_regular(path) and path.read_bytes() == mark_text(mark).encode()


def _in_the_way(path: Path, name: str, mark: Mark) -> list[str]:
    """Foreign files where the new site has a file or a folder."""
    if name in mark.files or any(parent in mark.files for parent in parents(name)):
        return [name]
    if name not in mark.folders:
        return []
    if path.is_symlink() or not path.is_dir():
        return [name]
    return [
        inner
        for child in sorted(path.iterdir())
        for inner in _in_the_way(child, f"{name}/{child.name}", mark)
    ]


def _grow(new: Path, fresh: Path, site: Path, mark: Mark, unchanged: set[str]) -> None:
    """Fills the new tree; writes its list first, so that its files are known to be ours."""
    write_mark(new, mark)
    for folder in sorted(mark.folders):
        (new / folder).mkdir()
    for name in mark.files:
        if name in unchanged:
            _link(site / name, new / name)
        else:
            shutil.move(fresh / name, new / name)
    for name in sorted(mark.kept):
        _carry(site / name, new / name)
    for folder in ("", *mark.folders):
        if (site / folder).is_dir():
            shutil.copymode(site / folder, new / folder)


def _carry(old: Path, new: Path) -> None:
    """Copies a foreign file or folder to the same place in the new tree."""
    if old.is_dir() and not old.is_symlink():
        new.mkdir(exist_ok=True)
        for child in old.iterdir():
            _carry(child, new / child.name)
        shutil.copystat(old, new)
    else:
        _link(old, new)


def _link(old: Path, new: Path) -> None:
    """A hard link to the file; a copy with its times if hard links are not supported."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):
        if old.is_symlink() or stat.S_ISREG(old.lstat().st_mode):
            shutil.copy2(old, new, follow_symlinks=False)
        # A socket or a pipe that cannot be linked is moved after the exchange of the trees.


def _put(new: Path, site: Path, before: Mark) -> Path | None:
    """Exchanges the trees; returns where the old one is now."""
    if not site.exists():
        new.rename(site)
        return None
    if read_mark(site) is None:
        # An unused folder: from here on, wherever it is, it can be deleted.
        write_mark(site, before)
    if exchange(new, site):
        return new
    _, old = beside(site)
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise
    return old


def exchange(folder: Path, other: Path) -> bool:
    """Exchanges two folders in one step; False if the operating system or file system cannot."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    call = getattr(ctypes.CDLL(None), name, None) if name else None
    if call is None:
        return False
    done = call(_HERE, os.fsencode(folder), _HERE, os.fsencode(other), ctypes.c_uint(_EXCHANGE))
    return bool(done == 0)


def _clear(tree: Path, site: Path) -> None:
    """Deletes a tree beside the site: files that builds wrote, and files that the site also has.

    Files that somebody added in the meantime are moved to the site. The list is deleted last, so
    that a partly deleted tree is still known to be ours.
    """
    mark = read_mark(tree) if not is_only_begun(tree) else Mark()
    if mark is None:
        raise PlacingError(tree.parent, [tree.name])
    in_the_way = []
    for base, folders, names in os.walk(tree, topdown=False):
        within = Path(base).relative_to(tree)
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            path, rel = Path(base, name), (within / name).as_posix()
            if rel in LISTS:
                continue
            if rel in mark.files or _has(site / rel, path, mark.keeps(rel)):
                path.unlink()
            elif os.path.lexists(site / rel):
                in_the_way.append(rel)
            else:
                (site / rel).parent.mkdir(parents=True, exist_ok=True)
                path.rename(site / rel)
        if Path(base) != tree:
            _remove_if_empty(Path(base))
    if in_the_way:
        raise PlacingError(tree, in_the_way)
    for name in LISTS:
        (tree / name).unlink(missing_ok=True)
    tree.rmdir()


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError as error:
        if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
            raise


def _has(placed: Path, old: Path, is_kept: bool) -> bool:
    """Whether the site has a foreign file that is also in a tree to be deleted."""
    if not os.path.lexists(placed):
        return False
    if is_kept:
        return True
    if old.is_symlink() or placed.is_symlink():
        return old.is_symlink() and placed.is_symlink() and old.readlink() == placed.readlink()
    if old.samefile(placed):
        return True
    return old.is_file() and placed.is_file() and filecmp.cmp(old, placed, shallow=False)
