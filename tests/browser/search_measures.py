"""How good a list of hits is against the passages that answer a query."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from briefings import ids, urls
from tests.conftest import Built

_FOLDER = Path(__file__).parents[1] / "search"
QUERIES = (_FOLDER / "queries.yml", _FOLDER / "more-queries.yml")
CUT = 10
_LONGEST = 200
"""Letters of the last part of an address."""
Hit = frozenset[str]
"""Everything a hit leads to that answers: its own page or passage first, and "also in"."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types; `answers` are sets of addresses, any of which is that answer.

    `card` is the address of the indicator that is to stand above the hits, "" where none may.
    """

    text: str
    kind: str
    held_out: bool
    answers: tuple[frozenset[str], ...]
    page_first: bool
    card: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the search page shows: hits, best first, and the address of the indicator above them."""

    hits: Sequence[Hit]
    card: str = ""


@dataclass(slots=True)
class Measures:
    """Means over queries."""

    recall: list[float] = field(default_factory=list)
    gain: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)

    def add(self, query: Query, answer: Answer) -> None:
        """Counts the first ten hits; where a page is an answer, it must be the first hit.

        The page of a term that has been typed stands before the passages and is not counted, unless
        it is the answer.
        """
        hits = answer.hits
        if query.card != answer.card:
            self.cards.append(f"{query.text!r}: {answer.card or 'no card'}")
        wanted = any(url.startswith("terms/") for url in query.answers[0])
        skip = int(not wanted and bool(hits) and all(url.startswith("terms/") for url in hits[0]))
        top = list(hits[skip : CUT + skip])
        ranks = [
            next((n for n, hit in enumerate(top) if hit & answer), None) for answer in query.answers
        ]
        found = [rank for rank in ranks if rank is not None]
        self.recall.append(len(found) / len(query.answers))
        best = sum(1 / math.log2(n + 2) for n in range(min(CUT, len(query.answers))))
        self.gain.append(min(1.0, sum(1 / math.log2(rank + 2) for rank in found) / best))
        first = ranks[0] == 0 if query.page_first else 0 in found
        self.first.append(float(first))
        if len(found) < len(query.answers) or not first:
            lost = ranks.count(None)
            self.failed.append(
                f"{query.text!r}: {'' if first else 'wrong first, '}{lost} answers not in ten"
            )

    def row(self, name: str) -> str:
        """A line of the table."""

        def mean(values: list[float]) -> float:
            return sum(values) / len(values)

        return (
            f"{name:<32}{len(self.recall):>4}{mean(self.recall):>12.3f}"
            f"{mean(self.gain):>10.3f}{mean(self.first):>13.3f}"
        )


HEADING = f"{'':<32}{'n':>4}{'recall@10':>12}{'nDCG@10':>10}{'right first':>13}"


def queries(built: Built) -> list[Query]:
    """The written queries, their answers as addresses of the built site."""
    addresses = _addresses(built)
    return [
        Query(
            text=one["query"],
            kind=one["kind"],
            held_out=one["set"] == "held-out",
            answers=tuple(_answer(answer, addresses) for answer in one["answers"]),
            page_first="page" in one["answers"][0],
            card=f"indicators/{one['card']}/" if "card" in one else "",
        )
        for path in QUERIES
        for one in YAML(typ="safe").load(path)["queries"]
    ]


def _addresses(built: Built) -> dict[tuple[str, int], frozenset[str]]:
    """The passage, and the turn that holds it, of each line of a source."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    for path in sorted((built.folder / "data" / "sources").glob("*.json")):
        source: dict[str, Any] = built.data(f"sources/{path.name}")
        for line in source["lines"]:
            if line.get("passage"):
                url = urls.briefing_url(source["briefing"], line["passage"])
                found[source["id"], line["n"]] = frozenset((url, url.rpartition("p")[0]))
    return found


def _answer(
    answer: dict[str, Any], addresses: dict[tuple[str, int], frozenset[str]]
) -> frozenset[str]:
    if "page" in answer:
        return frozenset(
            f"{answer['page']}s/{ids.slug(name, _LONGEST)}/" for name in answer["names"]
        )
    lines: Iterable[int] = (answer["line"], *answer.get("or", ()))
    return frozenset().union(*(addresses[answer["source"], line] for line in lines))
