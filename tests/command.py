"""Runs the command as a reader of the README would, in a process of its own."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The corpus that code is tested on. What an editor adds to seeds/ and editorial/ changes no test.
FIVE = ROOT / "tests" / "corpora" / "five"
SITE_URL = "https://example.org/briefings-site/"


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
    """`build_site.py` with these arguments and, on top of ours, this environment."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "400", "SITE_URL": SITE_URL, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "[internal-error]" not in done.stdout + done.stderr, done.stderr
    return Result(done.returncode, done.stdout, done.stderr)


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
