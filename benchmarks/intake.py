"""How long `new` takes beside many sources: `python -m benchmarks.intake [SIZE ...]`.

CPU seconds for taking a text in that is like no other, for recognising an edition, and for working
out all that an edition changes (`--replaces --dry-run`).
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from benchmarks import corpus
from briefings import intake
from briefings.pipeline import Options
from briefings.problems import Problems
from briefings.progress import Progress
from tests.command import FIVE

QUIET = Progress(quiet=True)
FOLDER = corpus.ROOT / ".build" / "bench"


def main() -> int:
    """Prints a line for each size."""
    for size in [int(word) for word in sys.argv[1:]] or [5, 100, 400]:
        made = FIVE / "seeds" if size == 5 else corpus.write(FOLDER, size)
        with tempfile.TemporaryDirectory() as name:
            shutil.copytree(made, Path(name) / "seeds")
            print(f"{size:>6,} sources: {_measured(Path(name))}", flush=True)
    return 0


def _measured(folder: Path) -> str:
    options = Options(folder / "seeds", folder / "editorial", folder / "site")
    first = min(path for path in options.seeds.iterdir() if path.suffix == ".txt")
    later = folder / "later.txt"
    text = first.read_text("utf-8")
    later.write_text(text.replace(" the ", " this ", 3) + "\n\nThe end of it.\n", "utf-8")
    fresh = folder / "zz-fresh.txt"
    fresh.write_text(_unlike(), "utf-8")
    id_ = first.name.partition("_")[0]
    return (
        f"new {_seconds(lambda: _take(fresh, options)):.1f} s, "
        f"an edition told {_seconds(lambda: _take(later, options)):.1f} s, "
        f"--replaces {_seconds(lambda: _replace(id_, later, options)):.1f} s"
    )


def _unlike() -> str:
    lines = [f"Paragraph {n} tells of hedgehog {n * 7} in garden {n * 11}." for n in range(200)]
    return "Hedgehogs of the year\n\n3 May 2021\n\n" + "\n\n".join(lines) + "\n"


def _seconds(task: Callable[[], None]) -> float:
    started = time.process_time()
    task()
    return time.process_time() - started


def _take(path: Path, options: Options) -> None:
    intake.take_in([path], options, Problems(), QUIET)


def _replace(id_: str, path: Path, options: Options) -> None:
    intake.replace_source(
        id_, path, options, Problems(), QUIET, "2026-11-25", dry_run=True,
        console=Console(file=io.StringIO()),
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
