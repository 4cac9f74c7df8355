"""One build at a time: a lock on a folder, released when the process that holds it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def hold(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Locks a folder, which must exist, while the block runs; no lock file is written.

    If another process holds the lock, `waiting` is called once, and the block starts when that
    process has ended in any way. Child processes do not inherit the lock, since they write nothing.
    On systems without such locks (Windows, some network file systems) the block runs unlocked.
    """
    if sys.platform == "win32":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(descriptor, waiting)
        yield
    finally:
        os.close(descriptor)


if sys.platform != "win32":

    def _lock(descriptor: int, waiting: Callable[[], None]) -> None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            return
