"""Runs the command as a reader of the README would, in a process of its own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from tests.warm import PROGRAM, Order

ROOT = Path(__file__).parents[1]
# The corpus that code is tested on. What an editor adds to seeds/ and editorial/ changes no test.
FIVE = ROOT / "tests" / "corpora" / "five"
SITE_URL = "https://example.org/briefings-site/"
# What an interpreter reads when it starts.
_OF_PYTHON = ("PYTHON", "LC_", "LANG", "TZ")


@dataclass(frozen=True, slots=True)
class Result:
    """What a run said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err

    def lines(self, path: str) -> list[str]:
        """The problems told of the file whose path ends so."""
        return [
            line for line in self.said.splitlines() if line.split(":")[0].rstrip().endswith(path)
        ]


def run(*arguments: str | Path, **environment: str) -> Result:
    """`build_site.py` with these arguments and, on top of ours, this environment.

    Where the environment has a word to say to Python itself, in an interpreter that was started for
    it; else in a fork of a process that has loaded the program (`tests.warm`).
    """
    if not any(name.startswith(_OF_PYTHON) for name in environment):
        return run_warm(PROGRAM, arguments, environment)
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), *map(str, arguments)],
        cwd=ROOT,
        env=_with_ours(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    return _ended(Result(done.returncode, done.stdout, done.stderr))


def run_warm(
    module: str, arguments: Iterable[str | Path], environment: dict[str, str], most: int = 0
) -> Result:
    """`main` of a module in a process of its own; no file that it writes may pass `most` bytes."""
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        order = Order(
            module, [*map(str, arguments)], _with_ours(environment), str(out), str(err), most
        )
        server.stdin.write(f"{json.dumps(asdict(order))}\n")
        server.stdin.flush()
        code = server.stdout.readline()
        assert code, "the server of tests.warm has ended"
        return _ended(Result(int(code), out.read_text("utf-8"), err.read_text("utf-8")))


@cache
def _server() -> subprocess.Popen[str]:
    """Started when it is first needed; it ends with the process that started it."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.warm"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def _with_ours(environment: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "COLUMNS": "400", "SITE_URL": SITE_URL, **environment}


def _ended(result: Result) -> Result:
    assert "[internal-error]" not in result.said, result.err
    return result


def build_five(site: Path, *more: str, **environment: str) -> Result:
    """Builds the corpus that code is tested on."""
    return build(FIVE / "seeds", FIVE / "editorial", site, *more, **environment)


def build(seeds: Path, editorial: Path, site: Path, *more: str, **environment: str) -> Result:
    """Builds another corpus."""
    return run(
        "build", "--seeds", seeds, "--editorial", editorial, "--site", site, *more, **environment
    )


def release_five(target: Path, *more: str | Path, **environment: str) -> Result:
    """Makes a release of the corpus that code is tested on."""
    folders = ("--seeds", FIVE / "seeds", "--editorial", FIVE / "editorial")
    return run("release", *folders, "--to", target, *more, **environment)


def snapshot(folder: Path) -> dict[str, str]:
    """Each file below a folder with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
