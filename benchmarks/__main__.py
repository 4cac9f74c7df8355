"""`make bench`: what a build takes at 5 sources and at 100 and 1,000 briefings.

Sizes can be chosen (`make bench ARGS='5 100'`); corpora are made once and kept in `.build/bench/`.
`make bench ARGS=growth` shows how the time of each stage grows with its input.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import corpus, growth
from benchmarks.meter import MKDOCS, SEARCH
from tests.command import FIVE

FOLDER = corpus.ROOT / ".build" / "bench"
SEEDS = 5


def main() -> int:
    """Measures each size cold and unchanged, and prints a table as it goes."""
    if sys.argv[1:2] == ["growth"]:
        return growth.main(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[SEEDS, 100, 1000])
    parser.add_argument("--json", type=Path, help="also write the measurements to this file")
    given = parser.parse_args()
    measured = []
    for size in given.sizes:
        print(f"{_named(size)} ...", flush=True)
        folder = FOLDER / f"build-{size}"
        shutil.rmtree(folder, ignore_errors=True)
        for state in ("cold", "unchanged"):
            measured.append({"size": size, "state": state, **_run(size, folder)})
            _show(measured[-1])
        measured[-2]["site"] = _size(folder / "site")
        print(_summary(measured[-2]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return 0


def _named(size: int) -> str:
    return "The five sources" if size == SEEDS else f"{size:,} recombined briefings"


def _run(size: int, folder: Path) -> dict[str, Any]:
    if size == SEEDS:
        seeds, editorial = FIVE / "seeds", FIVE / "editorial"
    else:
        seeds = corpus.write(FOLDER, size)
        editorial = seeds.parent / "editorial"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.meter", seeds, editorial, folder / "site"],
        cwd=corpus.ROOT,
        env={**os.environ, "BUILD_DIR": str(folder / "work")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _show(measured: dict[str, Any]) -> None:
    table = Table(title=f"{_named(measured['size'])}, {measured['state']}")
    table.add_column("step")
    for name in ("seconds", "CPU s", "our peak MB", "child's peak MB"):
        table.add_column(name, justify="right")
    for step in measured["steps"]:
        child = f"{step['child_mb']:.0f}" if step["child_mb"] else ""
        figures = [f"{step[name]:.2f}" for name in ("seconds", "cpu")]
        table.add_row(step["name"], *figures, f"{step['own_mb']:.0f}", child)
    figures = [f"{measured[name]:.2f}" for name in ("total", "cpu")]
    table.add_row("all, with what lies between the steps", *figures, "", "")
    Console(width=110).print(table)


def _summary(measured: dict[str, Any]) -> str:
    told = []
    for total, unit in (("total", "seconds"), ("cpu", "cpu")):
        steps = {step["name"]: step[unit] for step in measured["steps"]}
        mkdocs, search = steps.get(MKDOCS, 0.0), steps.get(SEARCH, 0.0)
        own = measured[total] - mkdocs - search
        name = "CPU s" if unit == "cpu" else "s"
        told.append(
            f"our stages {own:.1f} {name}, MkDocs {mkdocs:.1f} {name}, "
            f"search index {search:.1f} {name}"
        )
    pages, size = measured["site"]
    return "\n".join([*told, f"{pages:,} pages, {size / 1e6:.1f} MB"]) + "\n"


def _size(site: Path) -> tuple[int, int]:
    files = [path for path in site.rglob("*") if path.is_file()]
    return (
        sum(path.suffix == ".html" for path in files),
        sum(path.stat().st_size for path in files),
    )


if __name__ == "__main__":
    sys.exit(main())
