"""`build_site.py` in a process that dies, or meets a full disk, at a chosen moment.

The first arguments of `main` are WHAT and N, then those of `build_site.py`.  WHAT is `kill` (before
the N-th change of a file or folder), `place` (the same, counted from where the new site begins to
grow beside the old one), `mkdocs` (the same, counted among the files that MkDocs builds), `placed`
(before the N-th file of the old site is deleted, when the new one is in place), `full` and
`full-place` (nothing can be written from the N-th change on, though it can be deleted) or `none`.
"""

from __future__ import annotations

import errno
import os
import re
import signal
import sys

import build_site

_CHANGES = {
    "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.chmod",
    "os.utime", "subprocess.Popen",
}  # fmt: skip
_BUILT_BY_MKDOCS = re.compile(r"/[0-9a-f]{12}/site/")
_UNHARMED = ("/dev/", "/proc/", "__pycache__")


class Moment:
    """Counts what the build does to the file system, and strikes when it is time."""

    def __init__(self, what: str, n: int) -> None:
        self.what = what
        self.n = n
        self.changes = 0
        self.growing = not what.endswith("place")

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """A hook for `sys.addaudithook`: called before each thing is done."""
        first = _path(arguments)
        writing = event == "open" and str(arguments[1]).startswith(("w", "x", "a"))
        if not (writing or event in _CHANGES) or any(part in first for part in _UNHARMED):
            return
        beside = ".briefings-new" in first
        self.growing = self.growing or beside
        if self.what == "placed":
            self.changes += beside and event == "os.remove"
        elif self.what == "mkdocs":
            self.changes += bool(_BUILT_BY_MKDOCS.search(first))
        else:
            self.changes += self.growing
        if self.growing and self.changes >= self.n:
            if self.what.startswith("full") and event not in ("os.remove", "os.rmdir"):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), first)
            if self.what in ("kill", "mkdocs", "place", "placed"):
                _die()


def _path(arguments: tuple[object, ...]) -> str:
    """The file or folder that an event is about; "" where it is about none."""
    first = arguments[0] if arguments else ""
    return os.fsdecode(first) if isinstance(first, str | bytes | os.PathLike) else ""


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(arguments: list[str]) -> int:
    """The exit status of the build, where it comes to an end."""
    sys.addaudithook(Moment(arguments[0], int(arguments[1])))
    return build_site.main(arguments[2:])
