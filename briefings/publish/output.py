"""Collects the files of a new site, and writes those that differ from the existing site."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from .ownership import sha256


class Output:
    """Takes each file of the new site once.

    `standing` are the unmodified files of the existing site, with their SHA-256 checksums; files
    equal to one of these are not written. `files` are all files taken, with their checksums;
    `written` are those in `folder`.
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
        """Takes an existing file by a hard link, if the file system supports it."""
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
        """Takes a file by its checksum alone if the existing site has it; returns whether it
        does."""
        self.files[name] = digest
        return self.standing.get(name) == digest

    def take(self, folder: Path) -> None:
        """Takes files that another program wrote into a folder below `folder`."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(self.folder).as_posix()
                self.files[name] = sha256(path)
                self.written.add(name)

    def has_placed(self, files: Mapping[str, str]) -> None:
        """Records that the files taken so far are now in place."""
        self.standing = files
        self.written.clear()
