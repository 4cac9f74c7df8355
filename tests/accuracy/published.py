"""What the program publishes of some texts, as another program would read it."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefings.extract.figures.corpus import refused
from briefings.model import Refused
from briefings.pipeline import gather
from briefings.problems import Problems
from tests.published_data import published_files

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Passage:
    """A published passage with the lines that it stands on."""

    source: str
    id: str
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A published turn: the line of its first passage, and who speaks."""

    line: int
    kind: str
    name: str


class Published:
    """The data of a corpus that was built from some texts and nothing else."""

    def __init__(self, texts: Mapping[str, Path], told: Mapping[str, str] | None = None) -> None:
        """Builds the corpus of `texts` by id; `told` is what editors would write of each."""
        with tempfile.TemporaryDirectory() as folder:
            seeds, editorial = Path(folder) / "seeds", Path(folder) / "editorial"
            (editorial / "sources").mkdir(parents=True)
            seeds.mkdir()
            for id_, path in texts.items():
                shutil.copy(path, seeds / f"{id_}{path.suffix}")
                if told:
                    (editorial / "sources" / f"{id_}.yml").write_text(told[id_])
            corpus = gather(seeds, editorial, Problems())
            self._files = published_files(corpus)
            self.refused: tuple[Refused, ...] = refused(corpus)
        self._witnesses: list[Data] = [
            witness
            for name in sorted(self._files)
            if name.startswith("data/briefings/") and name.endswith(".json")
            for witness in json.loads(self._files[name])["witnesses"]
        ]
        self._exchanges: list[Data] = [
            exchange
            for name in sorted(self._files)
            if name.startswith("data/briefings/") and name.endswith(".json")
            for exchange in json.loads(self._files[name])["exchanges"]
        ]
        self.passages = tuple(self._passages())
        self._by_id = {one.id: one for one in self.passages}

    def has(self, stem: str) -> bool:
        """Whether `data/<stem>.json` is published."""
        return f"data/{stem}.json" in self._files

    def rows(self, stem: str) -> list[Data]:
        """The records of `data/<stem>.json`; none where there is no such file."""
        text = self._files.get(f"data/{stem}.json")
        rows: list[Data] = json.loads(text)[stem] if text else []
        return rows

    def passage(self, id_: str | None) -> Passage | None:
        """The passage of an id."""
        return self._by_id.get(id_ or "")

    def turns(self) -> tuple[Turn, ...]:
        """All turns, in the order of the texts; an article has none."""
        return tuple(
            Turn(
                turn["passages"][0]["line"],
                turn["speaker"]["kind"],
                turn["speaker"]["name"] or "",
            )
            for witness in self._witnesses
            for turn in witness.get("turns", ())
            if turn["passages"]
        )

    def subjects(self) -> dict[int, str]:
        """The subjects of questions that have one, by the first line of the question's turn."""
        lines = {
            turn["id"]: turn["passages"][0]["line"]
            for witness in self._witnesses
            for turn in witness.get("turns", ())
            if turn["passages"]
        }
        return {
            lines[one["question"]]: one["subject"]["text"]
            for one in self._exchanges
            if one["subject"] and one["question"] in lines
        }

    def _passages(self) -> Iterator[Passage]:
        for witness in self._witnesses:
            for part in (*witness.get("turns", ()), *witness.get("sections", ())):
                for one in part["passages"]:
                    first, last = one.get("lines", (one["line"], one["line"]))
                    yield Passage(witness["source"], one["id"], first, last, one["text"])


def fold(text: str) -> str:
    """Each run of white space is one space; case does not count."""
    return " ".join(text.split()).casefold()
