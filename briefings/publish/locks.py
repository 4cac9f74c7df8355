"""One build at a time: a lock on a folder, which ends with the processes that hold it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def hold(folder: Path, waiting: Callable[[], None]) -> Iterator[tuple[int, ...]]:
    """Holds a folder, which must exist, while the block runs; no file is written for it.

    Where another process holds it, `waiting` is called once, and the block begins when that
    process has ended, however it ends.  Yields the descriptor to pass on to child processes:
    they keep the lock until they have ended too, so that what an interrupted build has started
    never writes between the files of the next one.  Where the system knows no such locks
    (Windows, some network file systems) the block runs unlocked and nothing is yielded.
    """
    if sys.platform == "win32":
        yield ()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield (descriptor,) if _locked(descriptor, waiting) else ()
    finally:
        os.close(descriptor)


if sys.platform != "win32":

    def _locked(descriptor: int, waiting: Callable[[], None]) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            return False
        return True
