"""Runs the unit tests of a stage on a copy of the project that holds one fault."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant

OPTIONS = (
    "-x", "-q", "-p", "no:cacheprovider", "--no-header", "--tb=no",
)  # fmt: skip
# Loaded once: a mutant's tests run in a fork, which then imports no more than the program itself.
LIBRARIES = (
    "ahocorasick", "bs4", "hypothesis.strategies", "jinja2", "jsonschema", "markdown", "pydantic",
    "rapidfuzz.distance", "rapidfuzz.fuzz", "rich.console", "ruamel.yaml", "slugify",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the project's files, those that git would leave out apart."""

    folder: Path

    def tests(self, entries: list[str]) -> list[str]:
        """What pytest is given for entries: options as they stand, the files that patterns name.

        Raises:
            ValueError: a pattern names no file
        """
        arguments: list[str] = []
        for entry in entries:
            named = sorted(one.relative_to(self.folder) for one in self.folder.glob(entry))
            if not named and not entry.startswith("-"):
                raise ValueError(f"pyproject.toml, tool.mutation: no file is named {entry!r}")
            arguments += [one.as_posix() for one in named] or [entry]
        return arguments

    def seconds(self, tests: list[str]) -> float:
        """How long the tests take on the program as it is.

        Raises:
            ValueError: they fail as it is
        """
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # unit tests need none
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *OPTIONS, *tests],
            cwd=self.folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise ValueError(f"The tests fail without any fault:\n{done.stdout}{done.stderr}")
        return time.monotonic() - began

    def noticed(self, mutant: Mutant, code: str, tests: list[str], timeout: float) -> bool:
        """Whether a test fails, or all of them come to no end, with the fault in the program."""
        path = self.folder / mutant.path
        original = path.read_bytes()
        try:
            path.write_text(code, encoding="utf-8")
            # Compiled files go by seconds: one of the original must not pass for the mutant's.
            os.utime(path, (path.stat().st_mtime + 10, path.stat().st_mtime + 10))
            return _fails(self.folder, tests, timeout)
        finally:
            path.write_bytes(original)


@contextmanager
def copied(root: Path) -> Iterator[Copy]:
    """A copy of the project as it stands, what is not committed included, for as long as needed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        for name in filter(None, listed.split("\0")):
            source, target = root / name, Path(folder, name)
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target, follow_symlinks=False)
        yield Copy(Path(folder))


def _fails(folder: Path, tests: list[str], timeout: float) -> bool:
    for name in LIBRARIES:
        importlib.import_module(name)
    process = multiprocessing.get_context("fork").Process(target=_run, args=(folder, tests))
    process.start()
    process.join(timeout)
    if process.is_alive() and process.pid:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.join()
    return process.exitcode != 0


def _run(folder: Path, tests: list[str]) -> None:
    """In a process of its own: the tests of the copy, on the copy."""
    os.setsid()
    with Path(os.devnull).open("w") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    here = str(Path(__file__).parents[2])
    sys.path[:] = [str(folder), *(one for one in sys.path if one not in ("", here))]
    for name in [one for one in sys.modules if one.partition(".")[0] in ("tests", "briefings")]:
        del sys.modules[name]
    sys.dont_write_bytecode = True
    os.chdir(folder)
    sys.exit(pytest.main([*OPTIONS, *tests]))
