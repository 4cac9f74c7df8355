"""Rows of a comparison: what corresponds side by side, and what only one of two texts has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefings import anchors, redline, wording
from briefings.model import Briefing, Passage, Section, Turn, Witness
from briefings.model.page import Mark
from briefings.model.relations import Difference, Pair

from .elsewhere import DIFFERENCES, KINDS, is_loud, row_id
from .lookup import Context, Lookup

# Passages that a gap shows before it folds.
_SHOWN = 2
_NAMES = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a text, with the passage and the turn or section that it stands in."""

    part: Turn | Section
    passage: Passage
    start: int
    end: int
    order: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def words(self) -> int:
        return len(self.text.split())


class Side:
    """One of the two texts, sentence by sentence, and who its parts are by."""

    def __init__(
        self, briefing: Briefing, witness: Witness, pairs: Sequence[Pair], first: bool, find: Lookup
    ) -> None:
        self.name = "a" if first else "b"
        self.witness = witness
        self.briefing = briefing
        self.find = find
        self.pieces: list[Piece] = []
        by_passage: dict[str, list[Piece]] = defaultdict(list)
        spans = find.sentence_spans(briefing.slug)
        parts: tuple[Turn | Section, ...] = (*witness.turns, *witness.sections)
        for part in parts:
            for passage in part.passages:
                for start, end in spans[passage.id]:
                    piece = Piece(part, passage, start, end, len(self.pieces))
                    self.pieces.append(piece)
                    by_passage[passage.id].append(piece)
        self.group: dict[int, str] = {}
        self.members: dict[str, list[Piece]] = defaultdict(list)
        for pair in pairs:
            place = pair.a if first else pair.b
            for piece in by_passage[place.passage or ""]:
                inside = (place.start or 0) <= piece.start and piece.end <= (place.end or 0)
                if inside and piece.order not in self.group:
                    self.group[piece.order] = pair.group
                    self.members[pair.group].append(piece)
        for several in self.members.values():
            several.sort(key=lambda one: one.order)

    def speaker(self, part: Turn | Section) -> str:
        """Who a turn is by; what a section is headed."""
        if isinstance(part, Section):
            return part.heading or "Beginning"
        name: str = self.find.speaker(part.speaker)["name"]
        return name

    def sentence(self, piece: Piece, marks: Sequence[Mark] = ()) -> Context:
        """A sentence with its address and its line in the source."""
        passage = piece.passage
        return {
            "text": piece.text,
            "marks": list(marks),
            "runs": None,
            "passage": passage.id,
            "url": anchors.briefing_url(self.briefing.slug, passage.id),
            "line": wording.line_range(passage.line, passage.last_line),
            "source_url": anchors.source_url(self.witness.source.id, passage.line),
        }

    def passages(self, pieces: Sequence[Piece]) -> list[Context]:
        """Sentences that follow one another as one, passage by passage."""
        made = []
        for _, of_passage in groupby(pieces, key=lambda one: one.passage.id):
            several = list(of_passage)
            text = several[0].passage.text[several[0].start : several[-1].end]
            made.append({**self.sentence(several[0]), "text": text})
        return made

    def gap(self, pieces: Sequence[Piece]) -> Context:
        """Sentences in a row that the other text has nothing of, by turn and passage."""
        parts = []
        count = 0
        for _, of_part in groupby(pieces, key=lambda one: one.part.id):
            told = list(of_part)
            passages = self.passages(told)
            count += len(passages)
            parts.append({"who": self.speaker(told[0].part), "passages": passages})
        names = list(dict.fromkeys(one["who"] for one in parts))
        more = len(names) - _NAMES
        return {
            "type": "gap",
            "side": self.name,
            "source": self.witness.source.id,
            "parts": parts,
            "sentences": wording.count(len(pieces), "sentence"),
            "words": wording.count(sum(one.words for one in pieces), "word"),
            "folded": count > _SHOWN,
            "names": [*names[:_NAMES], *([f"{more} more"] if more > 0 else [])],
        }


def rows(pairs: Sequence[Pair], a: Side, b: Side) -> Iterator[Context]:
    """All of both texts in the order of `a`; what only `b` has follows what stands before it."""
    by_group: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_group[pair.group].append(pair)
    only_b = _gaps_after(b)
    if None in only_b:
        yield b.gap(only_b[None])
    waiting: list[Piece] = []
    done: set[str] = set()
    furthest = -1
    for piece in a.pieces:
        group = a.group.get(piece.order)
        if group is None:
            waiting.append(piece)
            continue
        if group in done:
            continue
        if waiting:
            yield a.gap(waiting)
            waiting = []
        done.add(group)
        first = b.members[group][0].order
        yield {**_pair_row(by_group[group], a, b, group), "moved": first < furthest}
        furthest = max(furthest, b.members[group][-1].order)
        if group in only_b:
            yield b.gap(only_b[group])
    if waiting:
        yield a.gap(waiting)


def _gaps_after(b: Side) -> dict[str | None, list[Piece]]:
    """Sentences that only the second text has, by the group that stands before them."""
    found: dict[str | None, list[Piece]] = defaultdict(list)
    before: str | None = None
    for piece in b.pieces:
        group = b.group.get(piece.order)
        if group is None:
            found[before].append(piece)
        before = group or before
    return found


def _pair_row(pairs: Sequence[Pair], a: Side, b: Side, group: str) -> Context:
    told = [one for pair in pairs for one in pair.differences]
    told = list(dict.fromkeys(told))
    best = max(pairs, key=lambda one: one.score)
    if all(one.kind == "identical" for one in pairs):
        left, right = a.passages(a.members[group]), b.passages(b.members[group])
    else:
        left = [a.sentence(one, _marks(one, told, True, a.find)) for one in a.members[group]]
        right = [b.sentence(one, _marks(one, told, False, b.find)) for one in b.members[group]]
    if len(left) == len(right) == 1 and best.kind == "near-identical":
        made = redline.redline(left[0]["text"], right[0]["text"])
        right[0]["runs"] = [{"kind": run.kind, "text": run.text} for run in made.runs]
    return {
        "type": "pair",
        "id": row_id(best),
        "kind": best.kind,
        "kind_words": KINDS[best.kind],
        "who_a": a.speaker(a.members[group][0].part),
        "who_b": b.speaker(b.members[group][0].part),
        "a": left,
        "b": right,
        "differences": [
            {"name": DIFFERENCES[one.kind], "a": one.a, "b": one.b, "loud": is_loud(one)}
            for one in told
        ],
        "differs": any(is_loud(one) for one in told) or best.kind == "near-identical",
    }


def _marks(piece: Piece, told: Sequence[Difference], first: bool, find: Lookup) -> list[Mark]:
    """The differing words of a sentence, where they stand in it."""
    marks = []
    for one in told:
        kind = "differs" if is_loud(one) else "other-words"
        spans = _figures(piece, one, find) if one.figures else []
        words = one.a if first else one.b
        at = piece.text.find(words) if words and one.kind != "attribution" else -1
        if not spans and at >= 0:
            spans = [(at, at + len(words))]
        marks += [Mark(start, end, kind) for start, end in spans]
    return marks


def _figures(piece: Piece, difference: Difference, find: Lookup) -> list[tuple[int, int]]:
    """Where the figures of a difference stand in a sentence."""
    figures = find.annotated.figures
    return [
        (place.start - piece.start, place.end - piece.start)
        for id_ in difference.figures
        if id_ in figures
        for place in figures[id_].places
        if place.passage == piece.passage.id
        and place.start is not None
        and place.end is not None
        and piece.start <= place.start < piece.end
    ]
