"""The measured figures as the site shows them: `briefings/accuracy.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from briefings.measured import PATH

from .gold import Gold
from .verdicts import FOUND, Half, Score, Verdict, by_rule, scores


def write(halves: Sequence[Gold], judged: Mapping[Half, Sequence[Verdict]]) -> None:
    """Writes what was measured; the same verdicts give the same bytes."""
    text = json.dumps(record(halves, judged), ensure_ascii=False, indent=1)
    PATH.write_text(f"{text}\n", encoding="utf-8")


def record(halves: Sequence[Gold], judged: Mapping[Half, Sequence[Verdict]]) -> dict[str, Any]:
    """Which texts, how many claims, and what became of them; no day, no machine."""
    return {
        "texts": [
            {
                "id": text.id,
                "half": gold.half,
                "title": text.title,
                "publisher": text.publisher,
                "date": text.date,
                "sha256": text.sha256,
                "kept": text.kept,
                "claims": claims(gold, text.id),
                "measured": text.path is not None,
            }
            for gold in halves
            for text in gold.texts
        ],
        "measures": [
            _measure(half, kind, aspect, "", score)
            for half, verdicts in judged.items()
            for (kind, aspect), score in sorted(scores(verdicts).items())
        ],
        "rules": [
            _measure(half, kind, FOUND, rule, score)
            for half, verdicts in judged.items()
            for (kind, rule), score in by_rule(verdicts).items()
            if rule
        ],
    }


def claims(gold: Gold, text: str) -> int:
    """How many figures, announcements, turns and questions are listed of a text."""
    rows = (*gold.figures, *gold.announcements, *gold.turns, *gold.questions)
    return sum(row["text"] == text for row in rows)


def _measure(half: Half, kind: str, aspect: str, rule: str, score: Score) -> dict[str, Any]:
    found = aspect == FOUND
    return {
        "half": half,
        "kind": kind,
        "aspect": aspect,
        "rule": rule,
        "right": score.right,
        "wrong": score.wrong,
        "missed": score.missed,
        "empty": score.empty,
        "precision": score.precision if found else score.right_or_empty,
        "recall": score.recall if found and not rule else None,
    }
