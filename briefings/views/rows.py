"""The rows of a comparison: corresponding sentences side by side, and those that one text lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from briefings import redline, urls, wording
from briefings.interface import say
from briefings.model import Briefing, Discrepancy, Passage, Section, Turn, Witness
from briefings.model.page import Mark
from briefings.model.relations import Difference, Pair
from briefings.model.relations import Run as RedlineRun

from .differing import DifferenceRow, in_row, of_difference
from .elsewhere import is_loud, row_id
from .lookup import Lookup

_NAMES = 6


@dataclass(frozen=True, slots=True)
class SentenceCell:
    """A sentence of one text; `runs` show how it differs from the other text's."""

    text: str
    marks: list[Mark]
    url: str
    line: str
    runs: tuple[RedlineRun, ...] = ()


@dataclass(frozen=True, slots=True)
class GapPart:
    """Sentences of one turn or section."""

    who: str
    passages: list[SentenceCell]


@dataclass(frozen=True, slots=True)
class GapRow:
    """Sentences that the other text lacks.

    `n` is the number of the row; if there are many such sentences, it is `folded` with its `extent`
    in words.
    """

    side: str
    parts: list[GapPart]
    sentences: int
    words: int
    names: list[str]
    n: int = 0
    folded: bool = False
    extent: str = ""


@dataclass(frozen=True, slots=True)
class PairRow:
    """Corresponding sentences of two texts, `a` and `b`, with their differences.

    `records` are the ids of discrepancies that it covers, `terms` minor differences of wording, and
    `unnamed` says that one text does not name the speaker. `n` is the number of the row.
    """

    id: str
    identical: bool
    quoted: bool
    sentences: int
    who_a: str
    who_b: str
    a: list[SentenceCell]
    b: list[SentenceCell]
    records: list[str]
    differences: list[DifferenceRow]
    terms: list[DifferenceRow]
    unnamed: bool
    changed: bool
    moved: bool = False
    n: int = 0
    type: ClassVar[str] = "pair"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a text, with its passage and its turn or section."""

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
    """One of the two texts as a list of sentences, with the names of its parts."""

    def __init__(
        self,
        briefing: Briefing,
        witness: Witness,
        pairs: Sequence[Pair],
        is_first: bool,
        find: Lookup,
    ) -> None:
        self.name = "a" if is_first else "b"
        self.witness = witness
        self.briefing = briefing
        self.find = find
        self.pieces: list[Piece] = []
        by_passage: dict[str | None, list[Piece]] = defaultdict(list)
        spans = find.sentence_spans(briefing.slug)
        for part in witness.parts:
            for passage in part.passages:
                for start, end in spans[passage.id]:
                    piece = Piece(part, passage, start, end, len(self.pieces))
                    self.pieces.append(piece)
                    by_passage[passage.id].append(piece)
        self.group: dict[int, str] = {}
        self.members: dict[str, list[Piece]] = defaultdict(list)
        for pair in pairs:
            place = pair.a if is_first else pair.b
            start, end = place.offsets
            for piece in by_passage[place.passage]:
                inside = start <= piece.start and piece.end <= end
                if inside and piece.order not in self.group:
                    self.group[piece.order] = pair.group
                    self.members[pair.group].append(piece)
        for pieces in self.members.values():
            pieces.sort(key=lambda piece: piece.order)

    def speaker(self, part: Turn | Section) -> str:
        """Return the speaker of a turn or the heading of a section."""
        if isinstance(part, Section):
            return part.heading or say.comparison.beginning
        return self.find.speaker(part.speaker).name

    def sentence(self, piece: Piece, marks: Sequence[Mark] = ()) -> SentenceCell:
        """Return a sentence with its URL and its lines in the source."""
        passage = piece.passage
        return SentenceCell(
            text=piece.text,
            marks=list(marks),
            url=urls.briefing_url(self.briefing.slug, passage.id),
            line=wording.line_range(passage.line, passage.last_line),
        )

    def passages(self, pieces: Sequence[Piece]) -> list[SentenceCell]:
        """Join consecutive sentences of each passage."""
        passages = []
        for _, of_passage in groupby(pieces, key=lambda piece: piece.passage.id):
            pieces_of_passage = list(of_passage)
            text = pieces_of_passage[0].passage.text[
                pieces_of_passage[0].start : pieces_of_passage[-1].end
            ]
            passages.append(replace(self.sentence(pieces_of_passage[0]), text=text))
        return passages

    def gap(self, pieces: Sequence[Piece]) -> GapRow:
        """Return a run of sentences that the other text lacks, by turn and passage."""
        parts: list[GapPart] = []
        for _, of_part in groupby(pieces, key=lambda piece: piece.part.id):
            pieces_of_part = list(of_part)
            parts.append(
                GapPart(
                    who=self.speaker(pieces_of_part[0].part), passages=self.passages(pieces_of_part)
                )
            )
        return GapRow(
            side=self.name,
            parts=parts,
            sentences=len(pieces),
            words=sum(piece.words for piece in pieces),
            names=first_names(part.who for part in parts),
        )


def first_names(names: Iterable[str]) -> list[str]:
    """Return the first distinct names, followed by the number of others, if any."""
    once = list(dict.fromkeys(names))
    more = len(once) - _NAMES
    return [*once[:_NAMES], *([say.lists.more(number=more)] if more > 0 else [])]


def rows(
    pairs: Sequence[Pair], records: Sequence[Discrepancy], a: Side, b: Side
) -> Iterator[PairRow | GapRow]:
    """Yield all of both texts in the order of `a`; what only `b` has follows its predecessor there.

    A record in `records` belongs to the first row with its sentences, which lists its id in
    `records`.
    """
    by_group: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_group[pair.group].append(pair)
    only_b = _gaps_after(b)
    if None in only_b:
        yield b.gap(only_b[None])
    waiting: list[Piece] = []
    left = list(records)
    done: set[str] = set()
    furthest = 0
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
        order = b.members[group][0].order
        of_row = [
            record for record in left if _is_of(record, a, group) and _is_of(record, b, group)
        ]
        left = [record for record in left if record not in of_row]
        row = _pair_row(by_group[group], of_row, a, b, group)
        yield replace(row, moved=order < furthest)
        furthest = max(furthest, b.members[group][-1].order)
        if group in only_b:
            yield b.gap(only_b[group])
    if waiting:
        yield a.gap(waiting)


def _gaps_after(b: Side) -> dict[str | None, list[Piece]]:
    """Group the sentences that only the second text has by the pair group that precedes them."""
    gaps: dict[str | None, list[Piece]] = defaultdict(list)
    before: str | None = None
    for piece in b.pieces:
        group = b.group.get(piece.order)
        if group is None:
            gaps[before].append(piece)
        before = group or before
    return gaps


def _is_of(record: Discrepancy, side: Side, group: str) -> bool:
    """Return whether a record is about a sentence of one text in a row."""
    return any(
        place.source == side.witness.source.id
        and place.passage == piece.passage.id
        and (place.start is None or piece.start <= place.start < piece.end)
        for place in record.passages
        for piece in side.members[group]
    )


def _pair_row(
    pairs: Sequence[Pair], records: Sequence[Discrepancy], a: Side, b: Side, group: str
) -> PairRow:
    of_pairs = list(dict.fromkeys(difference for pair in pairs for difference in pair.differences))
    best = max(pairs, key=lambda pair: pair.score)
    identical = all(pair.kind == "identical" for pair in pairs)
    if identical:
        left, right = a.passages(a.members[group]), b.passages(b.members[group])
    else:
        left = [
            a.sentence(member, _marks(member, of_pairs, True, a.find))
            for member in a.members[group]
        ]
        right = [
            b.sentence(member, _marks(member, of_pairs, False, b.find))
            for member in b.members[group]
        ]
    changed = False
    if len(left) == len(right) == 1 and best.kind == "near-identical":
        redlined = redline.redline(left[0].text, right[0].text)
        right = [replace(right[0], runs=redlined.runs)]
        changed = any(run.kind != "same" for run in redlined.runs)
    differences, quiet = in_row(records, of_pairs, a.find)
    return PairRow(
        id=row_id(best),
        identical=[sentence.text for sentence in left] == [sentence.text for sentence in right],
        quoted=best.kind == "quotation",
        sentences=len(a.members[group]),
        who_a=a.speaker(a.members[group][0].part),
        who_b=b.speaker(b.members[group][0].part),
        a=left,
        b=right,
        records=[record.id for record in records],
        differences=differences,
        terms=[
            of_difference(difference)
            for difference in quiet
            if difference.rule != "speaker-not-named"
        ],
        unnamed=any(difference.rule == "speaker-not-named" for difference in quiet),
        changed=changed,
    )


def _marks(
    piece: Piece, differences: Sequence[Difference], is_first: bool, find: Lookup
) -> list[Mark]:
    """Return marks for the differing words of a sentence."""
    marks = []
    for difference in differences:
        kind = "differs" if is_loud(difference) else "other-words"
        spans = _figures(piece, difference, find) if difference.figures else []
        words = difference.a if is_first else difference.b
        at = piece.text.find(words) if words and difference.kind != "attribution" else -1
        if not spans and at >= 0:
            spans = [(at, at + len(words))]
        marks += [Mark(start, end, kind) for start, end in spans]
    return marks


def _figures(piece: Piece, difference: Difference, find: Lookup) -> list[tuple[int, int]]:
    """Return the spans of a difference's figures within a sentence."""
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
