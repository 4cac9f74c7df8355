"""`make bench`: what a build takes, and what the next one takes after a change.

Builds recombined corpora (`make bench ARGS='100 1000'`, which is what it does by itself) or any
folder (`ARGS='--seeds DIR'`) from nothing, then again with nothing changed, one note edited, one
source edited and one source added, and prints each as a share of the first.  `--gather` leaves out
pages, MkDocs and search; `--steps` shows what each build was busy with; `--goals` fails where a
share is larger than it should be.  `make bench ARGS=growth` shows how the time of each stage grows
with its input; `ARGS=search`, what a search fetches and how long it takes (`benchmarks/search.py`);
`ARGS=weight`, what a page of each kind fetches and costs (`benchmarks/weight.py`);
`ARGS='first-screen SITE'`, where the text of each briefing begins on a screen.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import (
    corpus,
    first_screen,
    growth,
    quotations,
    quotations_in_browser,
    search,
    weight,
)  # fmt: skip
from benchmarks.edits import Edits
from benchmarks.meter import MKDOCS, SEARCH
from tests.command import FIVE

FOLDER = corpus.ROOT / ".build" / "bench"
SEEDS = 5
FULL = "everything"
GOALS = {
    "nothing changed": 0.03,
    "one note edited": 0.05,
    "one source edited": 0.10,
    "one source added": 0.10,
}
"""The largest share of a build from nothing (in processor seconds) that each change may cost."""
LINEAR = 1.05
"""What ten times as many briefings may take at most, as a multiple of ten times as long."""


def main() -> int:
    """Measures each size and each change, and prints tables as it goes."""
    if sys.argv[1:2] == ["growth"]:
        return growth.main(sys.argv[2:])
    if sys.argv[1:2] == ["search"]:
        return search.main(sys.argv[2:])
    if sys.argv[1:2] == ["weight"]:
        return weight.main(sys.argv[2:])
    if sys.argv[1:2] == ["first-screen"]:
        return first_screen.main(sys.argv[2:])
    if sys.argv[1:2] == ["quotations"]:
        return quotations.main(sys.argv[2:])
    if sys.argv[1:2] == ["quotations-in-browser"]:
        return quotations_in_browser.main(sys.argv[2:])
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("sizes", nargs="*", type=int, help="default: 100 1000")
    parser.add_argument("--seeds", type=Path, help="a folder of sources to measure instead")
    parser.add_argument("--editorial", type=Path, help="what editors wrote of them")
    parser.add_argument("--gather", action="store_true", help="all stages that come before pages")
    parser.add_argument("--jobs", type=int, help="processes (default: one a processor)")
    parser.add_argument("--steps", action="store_true", help="show the steps of each build")
    parser.add_argument("--goals", action="store_true", help="fail where a goal is missed")
    parser.add_argument("--json", type=Path, help="also write the measurements to this file")
    options = parser.parse_args()
    measured = []
    if options.seeds:
        measured.append(
            _measure(options.seeds, options.editorial, options.seeds.parent.name, options)
        )
    for size in options.sizes or ([] if options.seeds else [100, 1000]):
        five = size == SEEDS
        seeds = FIVE / "seeds" if five else corpus.write(FOLDER, size)
        editorial = FIVE / "editorial" if five else None
        measured.append(_measure(seeds, editorial, f"{size:,} briefings", options))
    missed = [
        *_growth(measured),
        *(line for measurement in measured for line in measurement["missed"]),
    ]
    for line in missed:
        print(line)
    if options.json:
        options.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return int(bool(options.goals and missed))


def _measure(
    seeds: Path, editorial: Path | None, name: str, options: argparse.Namespace
) -> dict[str, Any]:
    """A build from nothing and one after each change, of a copy of the corpus."""
    folder = FOLDER / f"run-{seeds.parent.name}"
    shutil.rmtree(folder, ignore_errors=True)
    edits = Edits(seeds, editorial, folder)
    table = Table(title=f"{name}: a build from nothing, and after a change")
    for column in ("change", "seconds", "CPU s", "share", "goal", "MB", "files changed"):
        table.add_column(column, justify="left" if column == "change" else "right")
    builds: dict[str, Any] = {}
    missed = []
    before: dict[str, int] = {}
    for change, edit in ((FULL, None), *((name, edits.by_name[name]) for name in GOALS)):
        print(f"{name}, {change} ...", flush=True)
        if edit is not None:
            edit()
        build = builds[change] = _run(edits, folder, options)
        share = build["cpu"] / builds[FULL]["cpu"]
        goal = GOALS.get(change)
        if goal is not None and share > goal:
            missed.append(f"{name}, {change}: {share:.3f} of a build from nothing (goal {goal})")
        after = _files(folder / "site")
        changed = sum(before.get(path) != inode for path, inode in after.items())
        before = after
        table.add_row(
            change, f"{build['total']:.1f}", f"{build['cpu']:.1f}", f"{share:.3f}",
            "" if goal is None else f"{goal:.2f}", f"{build['mb']:.0f}", f"{changed:,}",
        )  # fmt: skip
        if options.steps:
            _show_steps(name, change, build)
    Console(width=110).print(table)
    print(_summary(builds[FULL], folder / "site"), flush=True)
    number = sum(1 for path in seeds.iterdir() if path.name != "SHA256SUMS")
    return {"name": name, "sources": number, "builds": builds, "missed": missed}


def _run(edits: Edits, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    arguments = ["--gather"] if options.gather else []
    arguments += ["--jobs", str(options.jobs)] if options.jobs else []
    done = subprocess.run(
        [
            sys.executable, "-m", "benchmarks.meter", edits.seeds, edits.editorial,
            folder / "site", *arguments,
        ],
        cwd=corpus.ROOT,
        env={**os.environ, "BUILD_DIR": str(folder / "work")},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )  # fmt: skip
    measured: dict[str, Any] = json.loads(done.stdout)
    return measured


def _growth(measured: list[dict[str, Any]]) -> list[str]:
    """Where the time of a build from nothing grows faster than the number of sources."""
    missed = []
    for few, many in pairwise(measured):
        times = many["sources"] / few["sources"]
        grown = many["builds"][FULL]["cpu"] / few["builds"][FULL]["cpu"] / times
        line = f"{few['name']} to {many['name']}: {grown:.2f} of linear (goal {LINEAR})"
        print(line)
        if grown > LINEAR:
            missed.append(line)
    return missed


def _show_steps(name: str, change: str, build: dict[str, Any]) -> None:
    table = Table(title=f"{name}, {change}")
    table.add_column("step")
    for column in ("seconds", "CPU s", "MB"):
        table.add_column(column, justify="right")
    for step in build["steps"]:
        figures = (f"{step['seconds']:.2f}", f"{step['cpu']:.2f}", f"{step['mb']:.0f}")
        table.add_row(step["name"], *figures)
    Console(width=110).print(table)


def _summary(build: dict[str, Any], site: Path) -> str:
    steps = {step["name"]: step["cpu"] for step in build["steps"]}
    mkdocs, search = steps.get(MKDOCS, 0.0), steps.get(SEARCH, 0.0)
    own = build["cpu"] - mkdocs - search
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    size = sum(path.stat().st_size for path in files)
    return (
        f"our stages {own:.1f} CPU s, MkDocs {mkdocs:.1f}, search index {search:.1f}\n"
        f"{pages:,} pages, {len(files):,} files, {size / 1e6:.1f} MB\n"
    )


def _files(site: Path) -> dict[str, int]:
    """The files of a site; an unchanged one is the same file, linked into the new tree."""
    return {
        path.relative_to(site).as_posix(): path.stat().st_ino
        for path in site.rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
