"""One build at a time: a folder is locked while a build runs, and free after it."""

from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path

import pytest

from briefings.publish import locks


def is_locked(folder: Path) -> bool:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def test_a_folder_is_locked_for_as_long_as_the_block_runs(tmp_path: Path) -> None:
    with locks.hold(tmp_path, lambda: pytest.fail("nobody else holds it")):
        assert is_locked(tmp_path)
    assert not is_locked(tmp_path)
    with pytest.raises(ValueError, match="broken"), locks.hold(tmp_path, lambda: None):
        raise ValueError("broken")
    assert not is_locked(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_second_build_says_that_it_waits_and_goes_on_when_the_first_ends(tmp_path: Path) -> None:
    events: list[str] = []
    waits = threading.Event()

    def waiting() -> None:
        events.append("waits")
        waits.set()

    def second() -> None:
        with locks.hold(tmp_path, waiting):
            events.append("second")

    thread = threading.Thread(target=second)
    with locks.hold(tmp_path, lambda: None):
        thread.start()
        assert waits.wait(30)
        events.append("first ends")
    thread.join(30)
    assert events == ["waits", "first ends", "second"]


def test_a_file_system_without_locks_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    ran = []
    with locks.hold(tmp_path, lambda: pytest.fail("nobody else holds it")):
        ran.append(1)
    assert ran
