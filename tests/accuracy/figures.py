"""Figures: which were found, what is said of each, and what was refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.model.accuracy import Aspect, ClaimKind

from .gold import Row, Text
from .published import Data, Passage, Published, fold
from .verdicts import FOUND, Outcome, Verdict

_KIND: ClaimKind = "figure"


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of the gold list in its passage; `start` is -1 where no passage has its words."""

    row: Row
    passage: Passage | None
    start: int
    end: int

    def meets(self, passage: str | None, start: int, end: int) -> bool:
        known = self.passage is not None and self.passage.id == passage
        return known and start < self.end and self.start < end


def judge(text: Text, rows: Sequence[Row], found: Published) -> Iterator[Verdict]:
    """Verdicts on all figures of the lines of a text that were judged."""
    places = _located(rows, found.passages)
    open_ = list(places)
    for figure in found.rows("figures"):
        if not text.judged(figure["line"]):
            continue
        span = figure["passage"], figure["start"], figure["end"]
        place = next((one for one in open_ if one.meets(*span)), None)
        if place is None:
            again = any(one.meets(*span) and _optional(one.row) for one in places)
            if not again:
                yield _verdict(text, FOUND, "wrong", figure)
            continue
        open_.remove(place)
        if not _optional(place.row):
            yield _verdict(text, FOUND, "right", figure)
            if place.row["optional"] != "vague":
                yield from _fields(text, place.row, figure)
    refusing = {
        id(place): one.refusal.rule
        for one in found.refused
        for place in open_
        if place.meets(one.place.passage, one.refusal.start, one.refusal.end)
    }
    for place in open_:
        if not _optional(place.row):
            rule = refusing.get(id(place), "not seen" if place.passage else "not in a passage")
            line, words = int(place.row["line"]), place.row["quote"]
            yield Verdict(_KIND, FOUND, "missed", text.id, line, words, f"refused: {rule}")
    yield from _refusals(text, places, found)


def _located(rows: Sequence[Row], passages: Sequence[Passage]) -> list[_Place]:
    """Each row at its words, looked for after those of the row before it in the same passage."""
    after: dict[str, int] = defaultdict(int)
    places: list[_Place] = []
    for row in rows:
        line = int(row["line"])
        pattern = re.compile(r"\s+".join(map(re.escape, row["quote"].split())))
        for passage in passages:
            if not passage.first <= line <= passage.last:
                continue
            match = next(
                (m for m in pattern.finditer(passage.text, after[passage.id])
                 if _whole(passage.text, m.start(), m.end())),
                None,
            )  # fmt: skip
            if match:
                after[passage.id] = match.end()
                places.append(_Place(row, passage, match.start(), match.end()))
                break
        else:
            places.append(_Place(row, None, -1, -1))
    return places


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a number is not cut out of a longer one."""
    before, after = text[:start][-1:], text[end:]
    if before.isalnum() or (before and before in ".," and text[:start][-2:-1].isdigit()):
        return False
    return not (after[:1].isdigit() or (after[:1] in (".", ",") and after[1:2].isdigit()))


def _fields(text: Text, row: Row, figure: Data) -> Iterator[Verdict]:
    value, wanted = figure["value"], float(row["value"])
    yield _field(text, "value", abs(value - wanted) <= 0.01 * abs(wanted), figure, row["value"])
    yield _field(text, "unit", figure["unit"] in row["unit"].split("/"), figure, row["unit"])
    same = row["direction"] in ("*", figure["direction"])
    yield _field(text, "direction", same, figure, row["direction"])
    yield _period(text, row, figure)
    usable = subject_usable(figure["subject"], row["subject"])
    yield _field(text, "subject", usable, figure, row["subject"])


def subject_usable(subject: str, wanted: str) -> bool:
    """Whether a subject holds all words of one of the wordings that commas part.

    >>> subject_usable("confirmed cases in Lothian", "deaths,confirmed cases")
    True
    """
    said = fold(subject)
    return any(all(word in said for word in fold(one).split()) for one in wanted.split(","))


def _period(text: Text, row: Row, figure: Data) -> Verdict:
    """Right, or empty where the text says more, or wrong.

    A period without dates ("since taking office") is right where its words stand in the text: no
    reader's dates can be held against it.
    """
    said, start, end = (figure[key] for key in ("period", "period_start", "period_end"))
    from_, to = row["from"], row["to"]
    note = f"{said!r} ({start}..{end}), expected {from_}..{to}"
    if not said:
        return _verdict(text, "period", "empty" if from_ or to else "right", figure, note)
    if not (start or end):
        return _verdict(text, "period", "right", figure)
    bounds = [(wanted, got) for wanted, got in ((from_, start), (to, end)) if wanted]
    right = bool(bounds) and all(wanted == got for wanted, got in bounds)
    return _verdict(text, "period", "right" if right else "wrong", figure, note)


def _refusals(text: Text, places: Sequence[_Place], found: Published) -> Iterator[Verdict]:
    for one in found.refused:
        if not text.judged(one.place.line):
            continue
        span = one.place.passage, one.refusal.start, one.refusal.end
        meant = [place.row for place in places if place.meets(*span)]
        if any(_optional(row) for row in meant):
            continue
        yield Verdict(
            "refusal", FOUND, "wrong" if meant else "right", text.id, one.place.line,
            one.refusal.token, one.refusal.rule,
        )  # fmt: skip


def _optional(row: Row) -> bool:
    return row["optional"] == "yes"


def _field(text: Text, aspect: Aspect, right: bool, figure: Data, wanted: str) -> Verdict:
    note = f"{figure[aspect]!r}, expected {wanted!r}"
    return _verdict(text, aspect, "right" if right else "wrong", figure, note)


def _verdict(text: Text, aspect: Aspect, outcome: Outcome, figure: Data, note: str = "") -> Verdict:
    sure = f", {figure['confidence']} confidence" if "confidence" in figure else ""
    return Verdict(
        _KIND, aspect, outcome, text.id, figure["line"], figure["quote"],
        f"{figure['role']}{sure}", "" if outcome == "right" else note,
    )  # fmt: skip
