"""Changes as an editor makes them, to a copy of a corpus: what the next build costs."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpus import with_other_numbers
from briefings.problems import Problems
from briefings.read import SUMS, list_sources

_LONG = 200


class Edits:
    """A copy of a corpus with one note of an editor's in it, and ways to change it.

    `by_name` holds what each change is called in the tables.
    """

    def __init__(self, seeds: Path, editorial: Path | None, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self.editorial = folder / "editorial"
        shutil.copytree(seeds, self.seeds)
        if editorial is not None and editorial.is_dir():
            shutil.copytree(editorial, self.editorial)
        (self.editorial / "notes").mkdir(parents=True, exist_ok=True)
        editors = self.editorial / "editors.yml"
        if not editors.exists():
            editors.write_text("bench:\n  name: Benchmark\n", "utf-8")
        self._editor = re.findall(r"^([\w-]+):", editors.read_text("utf-8"), re.MULTILINE)[0]
        files = list_sources(self.seeds, Problems()).files
        self._chosen = files[len(files) // 2]
        self._note("This note stands here before anything is changed.")
        self.by_name: dict[str, Callable[[], None]] = {
            "nothing changed": lambda: None,
            "one note edited": self._edit_note,
            "one source edited": self._edit_source,
            "one source added": self._add_source,
        }

    def _note(self, text: str) -> None:
        line, words = self._long_line()
        (self.editorial / "notes" / "benchmark.yml").write_text(
            f"benchmark:\n  passage: '{self._chosen.id}:{line}'\n  quote: {words!r}\n"
            f"  kind: context\n  text: {text}\n  basis: A benchmark.\n"
            f"  author: {self._editor}\n  date: 2026-01-01\n",
            "utf-8",
        )

    def _long_line(self) -> tuple[int, str]:
        """A line with a paragraph, and words of it that YAML and JSON take as they are."""
        lines = self._chosen.path.read_text("utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            words = " ".join(line.split()[:6])
            if len(line) > _LONG and words.replace(" ", "").replace(",", "").isalnum():
                return number, words
        raise SystemExit(f"{self._chosen.path} has no paragraph to write a note on")

    def _edit_note(self) -> None:
        self._note("This note was changed by a benchmark.")

    def _edit_source(self) -> None:
        line, _ = self._long_line()
        path = self._chosen.path
        lines = path.read_text("utf-8").splitlines()
        lines[line - 1] += " The number of boats rose by 12 percent to 3,400."
        self._write(path, "\n".join(lines) + "\n")

    def _add_source(self) -> None:
        path = self._chosen.path
        fresh = path.with_name(f"zz-{path.name.replace('_', '-')}")
        self._write(fresh, with_other_numbers(path.read_text("utf-8"), random.Random(7)))

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, "utf-8")
        sums = self.seeds / SUMS
        if sums.exists():
            digest = hashlib.sha256(text.encode()).hexdigest()
            other_lines = [
                line for line in sums.read_text("utf-8").splitlines() if path.name not in line
            ]
            sums.write_text("\n".join([*other_lines, f"{digest}  {path.name}"]) + "\n", "utf-8")
