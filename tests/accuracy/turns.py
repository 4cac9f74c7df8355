"""Turns: where each begins, whether somebody asks or answers, and who that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.model.accuracy import Aspect, ClaimKind

from .gold import Row, Text
from .published import Published, Turn, fold
from .verdicts import FOUND, Outcome, Verdict

_KIND: ClaimKind = "turn"


def judge(text: Text, rows: Sequence[Row], found: Published) -> Iterator[Verdict]:
    """Verdicts on all turns that begin on the lines of a text that were judged."""
    wanted = {int(row["line"]): row for row in rows}
    lines = [int(row["line"]) for row in rows]
    # A text may be judged for its turns in its beginning only.
    last = max(lines, default=0)
    seen: set[int] = set()
    for turn in found.turns():
        if not text.judged(turn.line) or turn.line > last:
            continue
        row = wanted.get(turn.line)
        if row is None:
            yield _verdict(text, FOUND, "wrong", turn, "no turn begins here")
            continue
        seen.add(turn.line)
        yield _verdict(text, FOUND, "right", turn)
        kinds = row["kind"].split("/")
        right = turn.kind in kinds
        yield _verdict(
            text, "asks or answers", "right" if right else "wrong", turn,
            f"{turn.kind}, expected {row['kind']}",
        )  # fmt: skip
        asks = "outlet" in kinds
        yield _named(text, "asker" if asks else "speaker", row["name"], turn)
    for line in lines:
        if line not in seen:
            yield Verdict(_KIND, FOUND, "missed", text.id, line, wanted[line]["name"])


def _named(text: Text, aspect: Aspect, name: str, turn: Turn) -> Verdict:
    """Right where any of the names that the text gives is in the program's, or both have none."""
    outcome: Outcome
    if not turn.name:
        outcome = "empty" if name else "right"
    else:
        said = fold(turn.name)
        outcome = "right" if any(fold(one) in said for one in name.split("/") if one) else "wrong"
    return _verdict(text, aspect, outcome, turn, f"{turn.name!r}, expected {name!r}")


def _verdict(text: Text, aspect: Aspect, outcome: Outcome, turn: Turn, note: str = "") -> Verdict:
    return Verdict(
        _KIND, aspect, outcome, text.id, turn.line, turn.name, turn.kind,
        "" if outcome == "right" else note,
    )  # fmt: skip
