"""Writes what was made: only what changed, never half of it."""

from __future__ import annotations

import filecmp
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path


def write(handmade: Path, generated: Mapping[str, str], target: Path) -> None:
    """Brings `target` to hold the hand-written pages and the generated ones, and nothing else.

    A file is written only if it changed, so that a server which watches the folder rests.
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


def write_files(files: Mapping[str, str], folder: Path) -> None:
    """Writes texts by their paths below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that it is there with all of its text, or as it was before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(text.encode())
    fresh.replace(path)


def is_foreign(site: Path) -> bool:
    """Whether a folder holds files, and none of them shows that a build put them there."""
    if not site.exists():
        return False
    if not site.is_dir():
        return True
    ours = (site / "data" / "datapackage.json").is_file()
    return not ours and any(not path.name.startswith(".") for path in site.iterdir())


def replace(fresh: Path, site: Path) -> None:
    """Makes `site` the same as `fresh`, touching only what differs; `fresh` is used up by it.

    What begins with a dot at the top (`.git` of a branch that is published, say) is left alone.
    """
    names = [path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file()]
    for name in names:
        new, old = fresh / name, site / name
        if not (old.is_file() and filecmp.cmp(new, old, shallow=False)):
            if old.is_dir():
                shutil.rmtree(old)
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(new, old)
    kept = [
        path.relative_to(site).as_posix()
        for hidden in site.glob(".*")
        for path in (hidden, *hidden.rglob("*"))
    ]
    _delete_others(site, [*names, *kept])


def digest(paths: Iterable[Path], texts: Iterable[tuple[str, str]]) -> str:
    """One hash over files, folders of files, and named texts."""
    made = hashlib.sha256()
    for root in paths:
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                made.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
                made.update(hashlib.sha256(path.read_bytes()).digest())
    for name, text in texts:
        made.update(name.encode() + b"\0" + hashlib.sha256(text.encode()).digest())
    return made.hexdigest()


class Stamp:
    """Remembers from what a site was made, and knows whether it still stands untouched."""

    def __init__(self, path: Path, site: Path) -> None:
        self._path = path
        self._site = site

    def stands(self, digest: str) -> bool:
        if not self._path.is_file():
            return False
        known = json.loads(self._path.read_text("utf-8"))
        return bool(known == {"digest": digest, "files": self._files()})

    def set(self, digest: str) -> None:
        self._path.write_text(json.dumps({"digest": digest, "files": self._files()}), "utf-8")

    def _files(self) -> dict[str, list[int]]:
        return {
            path.relative_to(self._site).as_posix(): [stat.st_size, stat.st_mtime_ns]
            for path in sorted(self._site.rglob("*"))
            if path.is_file() and (stat := path.stat())
        }


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
