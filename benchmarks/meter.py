"""Measures one build in this process: seconds and peak memory of each step.

Run as `python -m benchmarks.meter SEEDS EDITORIAL SITE`; prints one JSON object.  Memory of other
programs is what the system notes as their high-water mark (`VmHWM`), so it is known on Linux only.
"""

from __future__ import annotations

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
        children = _Children()
        children.start()
        before, started = _cpu(), time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - started
            children.stop()
            self.steps.append(
                {
                    "name": name,
                    "seconds": seconds,
                    "cpu": _cpu() - before,
                    "own_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                    "child_mb": children.peak / 1024,
                }
            )


class _Children(threading.Thread):
    """Watches the peak memory, in KiB, of the programs that this one starts."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(0.02):
            self.peak = max([self.peak, *map(_high_water, _descendants())])

    def stop(self) -> None:
        self._done.set()
        self.join()


def _cpu() -> float:
    """Seconds of computing by this process and those that it started: on a busy computer, what
    counts."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _descendants() -> list[Path]:
    """The processes below this one, by their folders in /proc."""
    found = []
    tasks = [Path("/proc/self/task")]
    while tasks:
        for children in tasks.pop().glob("*/children"):
            try:
                listed = children.read_text().split()
            except OSError:
                continue
            for one in listed:
                found.append(Path("/proc", one))
                tasks.append(Path("/proc", one, "task"))
    return found


def _high_water(process: Path) -> int:
    try:
        status = (process / "status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line), 0)


def main(seeds: str, editorial: str, site: str) -> int:
    """Builds once and prints what it took."""
    meter = Meter()
    problems = Problems()
    before, started = _cpu(), time.perf_counter()
    pipeline.build(
        pipeline.Options(seeds=Path(seeds), editorial=Path(editorial), site=Path(site)),
        problems,
        meter,
    )
    total = time.perf_counter() - started
    for problem in problems.errors[:5]:
        print(problem, file=sys.stderr)
    print(json.dumps({"total": total, "cpu": _cpu() - before, "steps": meter.steps}))
    return 1 if problems.errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
