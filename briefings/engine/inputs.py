"""Whether any input of the site has changed since the last build."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from ..problems import Problem, Problems, shown
from .files import write_whole
from .keys import code_version

# Folders and files beside the package that pages depend on.
_BESIDE = ("docs", "templates", "theme", "mkdocs.yml")
# Environment variables that affect pages.
_VARIABLES = ("SITE_URL", "REPOSITORY_URL", "SOURCE_DATE_EPOCH")


class Inputs:
    """A hash over all inputs of a site, and the warnings of the build.

    `path` is the file that stores them; `asked` describes the options of the build.
    """

    def __init__(self, path: Path, seeds: Path, editorial: Path, root: Path, asked: str) -> None:
        self._path = path
        folders = (seeds, editorial, *(root / name for name in _BESIDE))
        digest = hashlib.sha256(code_version().encode())
        for folder in folders:
            digest.update(shown(folder).encode("utf-8", "surrogateescape") + b"\0")
            for entry in _entries(folder):
                digest.update(entry)
        digest.update(asked.encode())
        for name in _VARIABLES:
            digest.update(f"{name}={os.environ.get(name)!r}\0".encode("utf-8", "surrogateescape"))
        self._digest = digest.hexdigest()

    def told_before(self) -> tuple[Problem, ...] | None:
        """The warnings of the last build if its inputs were the same; otherwise None."""
        try:
            stored = json.loads(self._path.read_text("utf-8"))
            if stored["digest"] != self._digest:
                return None
            return tuple(Problem(**problem) for problem in stored["told"])
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def remember(self, problems: Problems) -> None:
        """Records that a site was built from these inputs, with its warnings."""
        records = [asdict(problem) for problem in problems]
        write_whole(self._path, json.dumps({"digest": self._digest, "told": records}))


def _entries(root: Path) -> Iterable[bytes]:
    """Each file below a folder (or the file itself) with its hash; an unreadable file by its name
    only.
    """
    paths = [root, *sorted(root.rglob("*"))] if root.is_dir() else [root]
    for path in paths:
        name = os.fsencode(path.relative_to(root)) + b"\0"
        kind = b"link " + os.fsencode(path.readlink()) if path.is_symlink() else b"file "
        content = b"none"
        with suppress(OSError):
            if path.is_file():
                content = hashlib.sha256(path.read_bytes()).digest()
            elif path.is_dir():
                content = b"folder"
        yield name + kind + content + b"\0"
