"""What a reader found in the texts: one folder for each half, a file for each kind of claim."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from ruamel.yaml import YAML

from .verdicts import Half

HERE = Path(__file__).parent
HALVES: tuple[Half, ...] = get_args(Half)
Row = dict[str, str]
Link = tuple[str, str]
Difference = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was judged: `lines` are its first and last line that count.

    `path` is None where rights do not allow to keep it here and nobody gave it.  `few_turns`: the
    excerpt holds so few that it looks like an article.
    """

    id: str
    title: str
    publisher: str
    date: str
    sha256: str
    lines: tuple[int, int]
    path: Path | None
    kept: bool
    few_turns: bool

    def judged(self, line: int) -> bool:
        """Whether a claim on this line was looked at."""
        return self.lines[0] <= line <= self.lines[1]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one event: `links` pairs words of sentences that say the same.

    `differences` are (type, words of the first text, words of the second).  What is `arguable`, and
    differences that are `true_too`, are neither right nor wrong.
    """

    id: str
    folder: Path
    links: tuple[Link, ...]
    differences: tuple[Difference, ...]
    arguable: tuple[Link, ...] = ()
    true_too: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Gold:
    """One half.  Rows are those of the CSV files; `README.md` says what their columns mean."""

    half: Half
    texts: tuple[Text, ...]
    figures: tuple[Row, ...]
    announcements: tuple[Row, ...]
    turns: tuple[Row, ...]
    questions: tuple[Row, ...]
    phrases: tuple[Row, ...]
    pairs: tuple[Pair, ...]

    @property
    def missing(self) -> tuple[Text, ...]:
        """Texts that are kept elsewhere and were not given."""
        return tuple(one for one in self.texts if one.path is None)


def load(half: Half, given: Path | None = None, root: Path = HERE) -> Gold | None:
    """One half, None where it is not here; texts kept elsewhere are looked for below `given`."""
    folder = root / half
    if not folder.is_dir():
        return None
    elsewhere = by_digest(given) if given else {}
    return Gold(
        half,
        tuple(_text(entry, folder, elsewhere) for entry in _yaml(folder / "texts.yml")),
        _rows(folder / "figures.csv"),
        _rows(folder / "announcements.csv"),
        _rows(folder / "turns.csv"),
        _rows(folder / "questions.csv"),
        _rows(folder / "phrases.csv"),
        tuple(_pair(path) for path in sorted((folder / "pairs").iterdir())),
    )


def _text(entry: dict[str, Any], folder: Path, elsewhere: dict[str, Path]) -> Text:
    kept = "file" in entry
    path = folder / "texts" / entry["file"] if kept else elsewhere.get(entry["sha256"])
    first, last = entry["lines"]
    return Text(
        entry["id"], entry["title"], entry["publisher"], str(entry["date"]), entry["sha256"],
        (first, last), path, kept, bool(entry.get("few_turns")),
    )  # fmt: skip


def _pair(folder: Path) -> Pair:
    entry = _yaml(folder / "expected.yml")
    return Pair(
        folder.name,
        folder,
        _links(entry["pairs"]),
        _differences(entry["differences"]),
        _links(entry.get("arguable", ())),
        _differences(entry.get("true_too", ())),
    )


def _links(entries: Iterable[list[str]]) -> tuple[Link, ...]:
    return tuple((a, b) for a, b in entries)


def _differences(entries: Iterable[Row]) -> tuple[Difference, ...]:
    return tuple((one["type"], one["a"], one["b"]) for one in entries)


def by_digest(given: Path) -> dict[str, Path]:
    """The files below a folder by their SHA-256 sums."""
    return {digest(path): path for path in sorted(given.rglob("*")) if path.is_file()}


def digest(path: Path) -> str:
    """The SHA-256 sum of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _rows(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def _yaml(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))
