"""The files of the site to come: what differs from the site that stands is written."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from .ownership import sha256


class Output:
    """Takes each file of the new site once.

    `standing` are the files of the site that stands, untouched since they were placed, with their
    SHA-256 sums; what is equal to one of these is not written.  `files` are all that were taken,
    with theirs; `written` those that stand in `folder`.
    """

    def __init__(self, folder: Path, standing: Mapping[str, str]) -> None:
        self.folder = folder
        self.standing = standing
        self.files: dict[str, str] = {}
        self.written: set[str] = set()

    def write(self, name: str, content: bytes) -> str:
        """Takes a file (its path with "/") and returns its SHA-256 sum."""
        digest = hashlib.sha256(content).hexdigest()
        if not self.stands(name, digest):
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            self.written.add(name)
        return digest

    def write_texts(self, files: Mapping[str, str]) -> None:
        """Takes texts by their paths."""
        for name, text in files.items():
            self.write(name, text.encode())

    def link(self, name: str, path: Path, digest: str) -> None:
        """Takes a file that is kept elsewhere, under a second name where the system has that."""
        if self.stands(name, digest):
            return
        target = self.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.hardlink_to(path)
        except OSError:
            shutil.copyfile(path, target)
        self.written.add(name)

    def stands(self, name: str, digest: str) -> bool:
        """Takes a file by its sum alone, if the site that stands has it; whether that is so."""
        self.files[name] = digest
        return self.standing.get(name) == digest

    def take(self, folder: Path) -> None:
        """Takes what another program wrote into a folder below `folder`."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(self.folder).as_posix()
                self.files[name] = sha256(path)
                self.written.add(name)

    def has_placed(self, files: Mapping[str, str]) -> None:
        """What was taken has been placed, so that these files stand now."""
        self.standing = files
        self.written.clear()
