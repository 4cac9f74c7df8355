"""Writes pages: only those that changed, each atomically."""

from __future__ import annotations

import filecmp
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefings.engine.files import write_whole

from .ownership import MARK, Mark, is_regular, read_mark


def write(handmade: Path, generated: Mapping[str, str], target: Path) -> None:
    """Updates `target` so that it contains exactly the hand-written and the generated pages.

    A file is written only if it changed, so that a server watching the folder does not react.
    """
    wanted: dict[str, bytes | Path] = {
        path.relative_to(handmade).as_posix(): path
        for path in handmade.rglob("*")
        if path.is_file()
    }
    wanted |= {path: text.encode() for path, text in generated.items()}
    for name, content in wanted.items():
        path = target / name
        if isinstance(content, Path):
            if not (path.is_file() and filecmp.cmp(content, path, shallow=False)):
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(content, path)
        elif not (path.is_file() and path.read_bytes() == content):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    _delete_others(target, wanted)


def digest(paths: Iterable[Path], texts: Iterable[tuple[str, str]]) -> str:
    """One hash over files, folders of files, and named texts."""
    sum_ = hashlib.sha256()
    for root in paths:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                sum_.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
                sum_.update(hashlib.sha256(path.read_bytes()).digest())
    for name, text in texts:
        sum_.update(name.encode() + b"\0" + hashlib.sha256(text.encode()).digest())
    return sum_.hexdigest()


class Stamp:
    """Remembers the inputs of a site, and whether the site is still unmodified."""

    _VERSION = 2

    def __init__(self, path: Path, site: Path) -> None:
        self._path = path
        self._site = site

    def stands(self, digest: str) -> bool:
        """Whether the site was made from inputs with this digest, and all of its files exist."""
        state = self._state(digest)
        # If a file is missing, the state has no digest and matches nothing.
        return state["digest"] is not None and self._read() == state

    def is_whole(self) -> bool:
        """Whether the last site exists, unmodified."""
        known = self._read()
        digest = known.get("digest") if isinstance(known, dict) else None
        return digest is not None and self.stands(str(digest))

    def standing(self) -> dict[str, str]:
        """The unmodified files of the last build, with their SHA-256 checksums."""
        known = self._read()
        noted = known.get("files") if isinstance(known, dict) else None
        if not isinstance(noted, dict) or not self._site.is_dir():
            return {}
        mark = read_mark(self._site) or Mark()
        standing = {}
        for name, sum_ in mark.files.items():
            path = self._site / name
            if is_regular(path):
                status = path.stat()
                if noted.get(name) == [status.st_size, status.st_mtime_ns]:
                    standing[name] = sum_
        return standing

    def set(self, digest: str | None) -> None:
        """Remembers the present site; None while it is incomplete."""
        write_whole(self._path, json.dumps(self._state(digest)))

    def earlier(self) -> tuple[str, ...]:
        """The files of a site that was built before sites had a list of their files."""
        known = self._read()
        files = known.get("files") if isinstance(known, dict) and "version" not in known else None
        return tuple(files) if isinstance(files, dict) else ()

    def _read(self) -> object:
        try:
            return json.loads(self._path.read_text("utf-8"))
        except (FileNotFoundError, ValueError):
            return None

    def _state(self, digest: str | None) -> dict[str, object]:
        mark = read_mark(self._site) or Mark()
        files = {
            name: [status.st_size, status.st_mtime_ns]
            for name in (*mark.files, MARK)
            if is_regular(self._site / name) and (status := (self._site / name).stat())
        }
        complete = len(files) == len(mark.files) + 1
        return {"version": self._VERSION, "digest": digest if complete else None, "files": files}


def _delete_others(folder: Path, wanted: Iterable[str]) -> None:
    keep = set(wanted)
    for base, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(base, name)
            if path.relative_to(folder).as_posix() not in keep:
                path.unlink()
        path = Path(base)
        if path == folder or path.relative_to(folder).as_posix() in keep:
            continue
        if not any(path.iterdir()):
            path.rmdir()
