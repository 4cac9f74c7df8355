"""`make fuzz`: other texts in each round, until `FUZZ_MINUTES` (default: 60) are over.

A round is a run of pytest with a seed of its own, which is printed; a find ends the run with the
smallest text that shows it, to be kept as a file in `tests/cases/fuzz/` or an `@example`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def main() -> int:
    minutes = float(os.environ.get("FUZZ_MINUTES", "60"))
    first = int(os.environ.get("FUZZ_SEED", str(int(time.time()))))
    ends = time.monotonic() + minutes * 60
    rounds = 0
    while rounds == 0 or time.monotonic() < ends:
        seed = first + rounds
        print(f"round {rounds + 1}, seed {seed}", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "tests/fuzz", "-q", "-x", f"--hypothesis-seed={seed}"],
            cwd=ROOT, env={**os.environ, "FUZZ_MINUTES": str(minutes)}, check=False,
        )  # fmt: skip
        if done.returncode:
            print(f"Found by seed {seed}: again with FUZZ_SEED={seed} FUZZ_MINUTES=0 make fuzz")
            return 1
        rounds += 1
    print(f"Nothing was found in {rounds} rounds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
