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
    """Holds a folder, which must exist, while the block runs; no file is written for it.

    Where another process holds it, `waiting` is called once, and the block begins when that
    process has ended, however it ends.  Processes that this one starts do not hold it: they write
    nothing.  Where the system knows no such locks (Windows, some network file systems) the block
    runs unlocked.
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
