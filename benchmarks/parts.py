"""`python -m benchmarks.parts 100 4`: one build shared out over several machines, tried on one.

Each part is prepared with a memory of its own, as another machine would; then the memories are laid
into one folder, and the build finds them there.  The site is compared, byte for byte, with one that
was built without parts.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from briefings.publish.ownership import sha256

FOLDER = corpus.ROOT / ".build" / "parts"


def main() -> int:
    """Prepares the parts, builds from them, builds without them, and prints processor seconds."""
    size, of = (int(one) for one in (*sys.argv[1:], "100", "4")[:2])
    shutil.rmtree(FOLDER, ignore_errors=True)
    seeds = corpus.write(FOLDER, size)
    table = Table("step", "CPU s", title=f"{size:,} briefings in {of} parts")
    table.columns[1].justify = "right"
    for number in range(1, of + 1):
        spent = _run(seeds, f"part-{number}", "prepare", "--part", f"{number}/{of}", "--jobs", "1")
        table.add_row(f"part {number}", f"{spent:.1f}")
        shutil.copytree(FOLDER / f"part-{number}", FOLDER / "merged", dirs_exist_ok=True)
    table.add_row("the build that finds them", f"{_run(seeds, 'merged', 'build'):.1f}")
    joined = _files(FOLDER / "site")
    table.add_row("a build without parts", f"{_run(seeds, 'whole', 'build'):.1f}")
    Console().print(table)
    same = joined == _files(FOLDER / "site")
    print("The same site, byte for byte." if same else "The sites differ.")
    return int(not same)


def _run(seeds: Path, memory: str, *command: str) -> float:
    """Runs the program with a memory of its own; the processor seconds of all its processes."""
    shutil.rmtree(FOLDER / "site", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, str(corpus.ROOT / "build_site.py"), *command, "--seeds", str(seeds),
         "--editorial", str(FOLDER / "editorial"), "--site", str(FOLDER / "site")],
        env={**os.environ, "BUILD_DIR": str(FOLDER / memory)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _files(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path)
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    raise SystemExit(main())
