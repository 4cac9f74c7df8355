"""Announcements: sentences in which the speaker's side says what it will do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefings.model.accuracy import ClaimKind

from .gold import Row, Text
from .published import Data, Published, fold
from .verdicts import FOUND, Outcome, Verdict

_KIND: ClaimKind = "announcement"
# Classes that readers are not shown at first: general resolve is no announcement.
HIDDEN = frozenset({"resolve"})


def judge(text: Text, rows: Sequence[Row], found: Published) -> Iterator[Verdict]:
    """Verdicts on all announcements of the lines of a text that were judged.

    A sentence of the gold list is an `announcement`, general `resolve`, or `open`: arguable, and
    neither right nor wrong where it is found.
    """
    listed = [one for one in found.rows("commitments") if text.judged(one["line"])]
    shown = [one for one in listed if one.get("class") not in HIDDEN]
    met: set[int] = set()
    for one in shown:
        rows_met = [n for n, row in enumerate(rows) if _says(one, row)]
        met.update(rows_met)
        kinds = {rows[n]["kind"] for n in rows_met}
        if "announcement" in kinds:
            yield _verdict(text, one, "right")
        elif "open" not in kinds:
            yield _verdict(text, one, "wrong", "general resolve" if kinds else "announces nothing")
    for n, row in enumerate(rows):
        if row["kind"] != "announcement" or n in met:
            continue
        hidden = any(_says(one, row) for one in listed)
        note = "taken for general resolve" if hidden else "not seen"
        yield Verdict(_KIND, FOUND, "missed", text.id, int(row["line"]), row["words"], "", note)


def _says(found: Data, row: Row) -> bool:
    return fold(row["words"]) in fold(found["text"])


def _verdict(text: Text, found: Data, outcome: Outcome, note: str = "") -> Verdict:
    return Verdict(
        _KIND, FOUND, outcome, text.id, found["line"], found["text"], found["kind"], note
    )
