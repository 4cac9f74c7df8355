"""`python -m benchmarks.tables 100`: rows and bytes of each flat table, seconds and memory.

Of 5 the texts of the tests, with what editors wrote about them; else of so many briefings that are
recombined from these, or of `--seeds DIR --editorial DIR`.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import corpus
from briefings.engine.store import Store
from briefings.gathering import gather_all
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.tables.catalogue import TABLES
from briefings.tables.writing import DATABASE, write
from tests.command import FIVE

FOLDER = corpus.ROOT / ".build" / "tables"


def main() -> int:
    """Writes the tables of a corpus, and prints what they came to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tables", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=100)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--editorial", type=Path)
    options = parser.parse_args()
    seeds, editorial = _texts(options)
    store = Store(FOLDER / "store")
    gathered = gather_all(seeds, editorial, Problems(), Progress(quiet=True), store=store)
    before = _megabytes()
    target = FOLDER / "made"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    began, spent = time.perf_counter(), time.process_time()
    write(gathered.corpus, "Benchmark", target)
    seconds, processor = time.perf_counter() - began, time.process_time() - spent
    Console().print(_table(target, f"{len(gathered.corpus.briefings):,} briefings"))
    print(
        f"{seconds:.1f} s, {processor:.1f} s of the processor, {_megabytes():.0f} MB at most "
        f"({before:.0f} MB before the tables)"
    )
    return 0


def _texts(given: argparse.Namespace) -> tuple[Path, Path]:
    if given.seeds:
        return given.seeds, given.editorial or FOLDER / "editorial"
    if given.size == len(list((FIVE / "seeds").glob("*.txt"))):
        return FIVE / "seeds", FIVE / "editorial"
    return corpus.write(FOLDER, given.size), FOLDER / "editorial"


def _table(target: Path, title: str) -> Table:
    shown = Table("table", "rows", "CSV kB", "Parquet kB", title=title)
    for column in shown.columns[1:]:
        column.justify = "right"
    with closing(sqlite3.connect(target / f"{DATABASE}.db")) as base:
        for table in TABLES:
            (rows,) = base.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()  # noqa: S608
            sizes = (_kilobytes(target / f"{table.name}.{kind}") for kind in ("csv", "parquet"))
            shown.add_row(table.name, f"{rows:,}", *sizes)
    shown.add_row(f"{DATABASE}.db", "", _kilobytes(target / f"{DATABASE}.db"), "")
    return shown


def _kilobytes(path: Path) -> str:
    return f"{path.stat().st_size / 1000:,.0f}"


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    raise SystemExit(main())
