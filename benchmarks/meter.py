"""Measures one build in this process: seconds, processor seconds and peak memory of each step.

Run as `python -m benchmarks.meter SEEDS EDITORIAL SITE [--gather] [--jobs N]`; prints one JSON
object.  Memory is that of this program and of those it started, added up while they run, as the
system notes it (`VmRSS`), so it is known on Linux only.
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefings import pipeline
from briefings.gathering import gather_all
from briefings.problems import Problems
from briefings.progress import Progress

MKDOCS = "Building the site with MkDocs"
SEARCH = "Indexing for search"


class Meter(Progress):
    """Notes how long each step of a build takes and how much memory it needs."""

    def __init__(self) -> None:
        super().__init__(quiet=True)
        self.steps: list[dict[str, Any]] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        memory = _Memory()
        memory.start()
        before, started = _cpu(), time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - started
            memory.stop()
            self.steps.append(
                {
                    "name": name,
                    "seconds": seconds,
                    "cpu": _cpu() - before,
                    "mb": memory.peak / 1024,
                }
            )


class _Memory(threading.Thread):
    """Watches the memory, in KiB, of this program and all that it starts."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = _resident(Path("/proc/self"))
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(0.05):
            running = [Path("/proc/self"), *_descendants()]
            self.peak = max(self.peak, sum(map(_resident, running)))

    def stop(self) -> None:
        self._done.set()
        self.join()


def _cpu() -> float:
    """Seconds of computing by this process and those that it started and that have ended: on a
    busy computer, what counts."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _descendants() -> list[Path]:
    """The processes below this one, by their folders in /proc."""
    descendants = []
    tasks = [Path("/proc/self/task")]
    while tasks:
        for children in tasks.pop().glob("*/children"):
            try:
                listed = children.read_text().split()
            except OSError:
                continue
            for one in listed:
                descendants.append(Path("/proc", one))
                tasks.append(Path("/proc", one, "task"))
    return descendants


def _resident(process: Path) -> int:
    try:
        status = (process / "status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line), 0)


def main() -> int:
    """Builds once, or gathers only, and prints what it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.meter", description=__doc__)
    for name in ("seeds", "editorial", "site"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--gather", action="store_true", help="all stages that come before pages")
    parser.add_argument("--jobs", type=int)
    given = parser.parse_args()
    options = pipeline.Options(
        seeds=given.seeds, editorial=given.editorial, site=given.site, jobs=given.jobs
    )
    meter, problems = Meter(), Problems()
    before, started = _cpu(), time.perf_counter()
    if given.gather:
        gc.set_threshold(200_000, 50, 100)
        with options.workers as workers:
            gather_all(
                options.seeds, options.editorial, problems, meter,
                store=options.store, workers=workers,
            )  # fmt: skip
    else:
        pipeline.build(options, problems, meter)
    total = time.perf_counter() - started
    for problem in problems.errors[:5]:
        print(problem, file=sys.stderr)
    peak = max((step["mb"] for step in meter.steps), default=0.0)
    print(json.dumps({"total": total, "cpu": _cpu() - before, "mb": peak, "steps": meter.steps}))
    return 1 if problems.errors else 0


if __name__ == "__main__":
    sys.exit(main())
