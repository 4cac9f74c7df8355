"""Runs the unit tests of a stage on a copy of the project that holds one fault."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.mutation.mutants import Mutant

OPTIONS = (
    "-x", "-q", "-p", "no:cacheprovider", "-p", "pytest_timeout", "--no-header", "--tb=no",
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
        """How many seconds of a processor the tests take on the program as it is.

        Raises:
            ValueError: they fail as it is
        """
        os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # unit tests need none
        began = _processor_seconds()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *OPTIONS, *tests],
            cwd=self.folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise ValueError(f"The tests fail without any fault:\n{done.stdout}{done.stderr}")
        return _processor_seconds() - began

    def noticed(self, mutant: Mutant, code: str, tests: list[str], limit: int) -> bool:
        """Whether a test fails with the fault in the program, or all take more than `limit` seconds
        of a processor: a loop without end is a fault that is noticed, a busy machine is none."""
        path = self.folder / mutant.path
        original = path.read_bytes()
        try:
            path.write_text(code, encoding="utf-8")
            # Compiled files go by seconds: one of the original must not pass for the mutant's.
            os.utime(path, (path.stat().st_mtime + 10, path.stat().st_mtime + 10))
            return _fails(self.folder, tests, limit)
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


def _processor_seconds() -> float:
    """What the processes that have ended used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fails(folder: Path, tests: list[str], limit: int) -> bool:
    for name in LIBRARIES:
        importlib.import_module(name)
    arguments = (folder, tests, limit)
    process = multiprocessing.get_context("fork").Process(target=_run, args=arguments)
    process.start()
    process.join()
    return process.exitcode != 0


def _run(folder: Path, tests: list[str], limit: int) -> None:
    """In a process of its own: the tests of the copy, on the copy."""
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
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
