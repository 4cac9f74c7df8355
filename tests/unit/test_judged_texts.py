"""Real texts that a reader checked: what the program gets right today must stay right.

The lists of `tests/accuracy/seen` say what turns and figures the texts have.  What is still wrong
is listed in `mistakes.csv` beside them: a change that fixes one of these deletes its line.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from briefings.clean import clean
from briefings.extract.figures import figures, refused
from briefings.extract.mentions import mentions
from briefings.extract.quotations import quotations
from briefings.group import group
from briefings.model import Editorial, Passage, Refused, Settings, Source, Witness
from briefings.parse import parse
from briefings.problems import Problems
from briefings.read import source_lines
from tests.accuracy import figures as judged_figures
from tests.accuracy import gold, published, turns
from tests.accuracy.published import Data, Turn
from tests.accuracy.verdicts import Verdict

Mistake = tuple[str, ...]

SEEN = gold.load("seen") or pytest.fail("tests/accuracy/seen is not here")
TEXTS = [text for text in SEEN.texts if text.path is not None]


class Read(published.Published):
    """The output of the stages up to the figures for one text, without building the site."""

    def __init__(self, witness: Witness) -> None:
        problems = Problems()
        corpus = group((witness,), Editorial(), problems)
        corpus = quotations(mentions(corpus, problems))
        self._figures = figures(corpus)
        self._witness = corpus.briefings[0].witnesses[0]
        self.passages = tuple(map(self._passage, self._witness.passages))
        self.refused: tuple[Refused, ...] = refused(corpus)

    def rows(self, stem: str) -> list[Data]:
        return [
            {
                **{name: getattr(one.stated, name) for name in one.stated.__slots__},
                "line": place.line,
                "passage": place.passage,
                "start": place.start,
                "end": place.end,
            }
            for one in self._figures
            for place in one.places
        ]

    def turns(self) -> tuple[Turn, ...]:
        return tuple(
            Turn(turn.passages[0].line, turn.speaker.kind, turn.speaker.name or "")
            for turn in self._witness.turns
            if turn.passages
        )

    def _passage(self, one: Passage) -> published.Passage:
        last = one.last_line or one.line
        return published.Passage(self._witness.source.id, one.id, one.line, last, one.text)


def parsed(path: Path, settings: Settings | None = None) -> Witness:
    source = Source("x", path.name, path.name, "0", source_lines(path.read_text("utf-8")), "text")
    problems = Problems()
    return parse(clean(source, problems), settings or Settings(), Editorial(), problems)


@pytest.mark.parametrize("text", TEXTS, ids=[text.id for text in TEXTS])
def test_what_is_right_in_a_judged_text_stays_right(text: gold.Text) -> None:
    assert text.path is not None
    read = Read(parsed(text.path, Settings(kind="transcript") if text.few_turns else None))
    verdicts = [
        *judged_figures.judge(text, [row for row in SEEN.figures if row["text"] == text.id], read),
        *turns.judge(text, [row for row in SEEN.turns if row["text"] == text.id], read),
    ]
    made = Counter(mistake(one) for one in verdicts if one.outcome != "right")
    assert not made - known()[text.id], "wrong, and right before"
    assert not known()[text.id] - made, "no longer wrong: strike it in mistakes.csv"


def mistake(verdict: Verdict) -> Mistake:
    return (verdict.kind, verdict.aspect, verdict.outcome, str(verdict.line), verdict.words)


@cache
def known() -> dict[str, Counter[Mistake]]:
    found: dict[str, Counter[Mistake]] = {text.id: Counter() for text in TEXTS}
    path = gold.HERE / "seen" / "mistakes.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            text = row.pop("text")
            found[text][tuple(row.values())] += 1
    return found
