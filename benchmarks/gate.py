"""Seconds of the content gate, as an editor waits for it: at 5 sources and at 100 briefings.

python -m benchmarks.gate [SIZE ...]
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

from benchmarks import corpus
from benchmarks.__main__ import FOLDER, SEEDS
from tests.command import FIVE


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[SEEDS, 100])
    for size in parser.parse_args().sizes:
        seeds = FIVE / "seeds" if size == SEEDS else corpus.write(FOLDER, size)
        seconds, cpu = _check(["--seeds", str(seeds)])
        print(f"{size:>5}: {seconds:.1f} s, {cpu:.1f} s of a processor", flush=True)
    return 0


def _check(folders: list[str]) -> tuple[float, float]:
    """Seconds and processor seconds of one strict check, whatever it finds."""
    before, started = _cpu(), time.perf_counter()
    subprocess.run(
        [sys.executable, "build_site.py", "check", "--strict", *folders],
        cwd=corpus.ROOT,
        capture_output=True,
        check=False,
    )
    return time.perf_counter() - started, _cpu() - before


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
