"""Runs the program on the texts of a half and judges what it publishes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from . import announcements, figures, pairs, phrases, questions, turns
from .gold import Gold, Row
from .published import Published
from .verdicts import Verdict


def verdicts(gold: Gold) -> Iterator[Verdict]:
    """Everything that is known of one half; texts that are not here are passed over."""
    listed = {name: _by_text(rows) for name, rows in (
        ("figures", gold.figures), ("announcements", gold.announcements), ("turns", gold.turns),
        ("questions", gold.questions),
    )}  # fmt: skip
    for text in gold.texts:
        if text.path is None:
            continue
        told = {text.id: "kind: transcript\n"} if text.few_turns else None
        found = Published({text.id: text.path}, told)
        yield from figures.judge(text, listed["figures"][text.id], found)
        yield from announcements.judge(text, listed["announcements"][text.id], found)
        yield from turns.judge(text, listed["turns"][text.id], found)
        yield from questions.judge(text, listed["questions"][text.id], found)
    for pair in gold.pairs:
        sources = {name: pair.folder / f"{name}.txt" for name in ("transcript", "article")}
        told = dict.fromkeys(sources, f"event: {pair.id}\n")
        yield from pairs.judge(pair, Published(sources, told))
    yield from phrases.judge(gold.phrases, together(gold))


def together(gold: Gold) -> Published:
    """All texts of a half as one corpus: what returns is known only there."""
    return Published({text.id: text.path for text in gold.texts if text.path is not None})


def _by_text(rows: Iterable[Row]) -> dict[str, Sequence[Row]]:
    own: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        own[row["text"]].append(row)
    return defaultdict(list, own)
