"""Compare two texts of one event: differences first, common text folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby
from typing import ClassVar

from briefings import ids, urls, wording
from briefings.interface import capital, say
from briefings.model import Briefing, Discrepancy, Witness
from briefings.model.page import Page

from .differing import DifferenceRow, in_words, of_fact, of_record
from .elsewhere import compare_page
from .links import BriefingLink
from .lookup import Lookup
from .paging import WHOLE, context_of
from .relations import Quotation, quotation
from .rows import GapRow, PairRow, Piece, Side, first_names, rows
from .text_links import TextLink, primary_first, text_link

# If a text has more sentences without a counterpart than this, they are folded.
_SHOWN = 12
_BEGINNING = 240  # characters shown of a folded passage


@dataclass(frozen=True, slots=True)
class TextChoice:
    """Two texts of a briefing and the page that compares them; `sources` are their ids, and `here`
    says that it is the page shown."""

    url: str
    sources: tuple[str, str]
    a: TextLink
    b: TextLink
    here: bool = False


@dataclass(frozen=True, slots=True)
class ComparedText:
    """One of the two texts: `label` is its name at the beginning of a sentence, and `reading` the
    URL for reading it."""

    link: TextLink
    short: str
    label: str
    reading: str


@dataclass(frozen=True, slots=True)
class Share:
    """How much of some sentences the other text contains."""

    percent: int
    sentences: int
    of: int
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a text the other one contains, by speaker or section, and by topic."""

    speakers: list[Share]
    topics: list[Share]
    headings: bool


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A discrepancy that no row covers, such as one in a heading."""

    differences: list[DifferenceRow]
    quotations: list[Quotation]
    type: ClassVar[str] = "record"
    terms: ClassVar[list[DifferenceRow]] = []
    changed: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class OnlyOne:
    """The sentences that the other text lacks."""

    gaps: list[GapRow]
    extent: str
    side: str


@dataclass(frozen=True, slots=True)
class RunAlike:
    """Consecutive rows without a difference."""

    words: str
    names: list[str]
    rows: list[PairRow]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """The context of `compare.md.j2`, for two texts.

    `lede` says in sentences how they differ, and `count` is the number of factual differences.
    `facts` and `wordings` are rows whose sentences differ, and discrepancies that no row covers.
    `only` lists for each text the sentences that the other lacks, and `alike` the folded runs of
    rows without a difference. Rows are numbered in the order of the first text.
    """

    briefing: BriefingLink
    texts: list[ComparedText]
    choices: list[TextChoice]
    lede: list[str]
    count: int
    facts: list[PairRow | RecordRow]
    wordings: list[PairRow | RecordRow]
    only: list[OnlyOne]
    alike: list[RunAlike]
    coverage: list[Coverage]


def text_choices(briefing: Briefing, find: Lookup) -> list[TextChoice]:
    """Return every pair of texts of a briefing, with the URL of the page that compares them."""
    return [
        TextChoice(
            url=compare_page(briefing, a.source.id, b.source.id),
            sources=(a.source.id, b.source.id),
            a=text_link(briefing.slug, a.source.id, find),
            b=text_link(briefing.slug, b.source.id, find),
        )
        for a, b in combinations(briefing.witnesses, 2)
    ]


def comparison_title(briefing: Briefing, source_a: str, source_b: str, find: Lookup) -> str:
    """Return the heading of the page that compares two texts."""
    a, b = (find.origin(briefing.slug, source).short for source in (source_a, source_b))
    day = wording.date_words(briefing.date)
    event = say.comparison.event(day=day) if briefing.date else say.comparison.some_event
    return say.comparison.title(one=a, other=b, event=event)


def comparison_page(slug: str, source_a: str, source_b: str, find: Lookup) -> Page:
    """Return the page that compares two texts of a briefing."""
    briefing = find.briefings[slug]
    a, b = (
        next(witness for witness in briefing.witnesses if witness.source.id == id_)
        for id_ in (source_a, source_b)
    )
    sources = (source_a, source_b)
    pairs = [pair for pair in find.pairs(slug) if (pair.a.source, pair.b.source) == sources]
    left = Side(briefing, a, pairs, True, find)
    right = Side(briefing, b, pairs, False, find)
    records = find.annotated.records_between(source_a, source_b)
    placed = [replace(row, n=n) for n, row in enumerate(rows(pairs, records, left, right))]
    of_pairs = [row for row in placed if isinstance(row, PairRow)]
    gaps = [row for row in placed if isinstance(row, GapRow)]
    apart = _apart(records, {id_ for row in of_pairs for id_ in row.records}, find)
    differing: list[PairRow | RecordRow] = [*of_pairs, *apart]
    facts = [row for row in differing if _is_of_fact(row)]
    wordings = [row for row in differing if not _is_of_fact(row) and _differs(row)]
    texts = [_text(witness, briefing, find) for witness in (a, b)]
    url = compare_page(briefing, source_a, source_b)
    shares = [_share(side.pieces, side) for side in (left, right)]
    return find.page(
        url,
        "compare.md.j2",
        comparison_title(briefing, source_a, source_b, find),
        say.comparison.description(one=texts[0].link.name, other=texts[1].link.name),
        "compare",
        **context_of(
            ComparisonPage(
                briefing=find.briefing_link(slug),
                texts=texts,
                choices=[
                    replace(choice, here=choice.url == url)
                    for choice in text_choices(briefing, find)
                ],
                lede=[_extent(texts, shares), _verdict(of_pairs, facts, wordings)],
                count=len(of_fact(facts)),
                facts=sorted(facts, key=lambda row: -row.differences[0].weight),
                wordings=wordings,
                only=[
                    _only(side, [gap for gap in gaps if gap.side == side.name])
                    for side in (left, right)
                ],
                alike=list(_runs(of_pairs)),
                coverage=[
                    Coverage(
                        speakers=_shares(side, _by_part(side)),
                        topics=_shares(side, _by_topic(side, find)),
                        headings=bool(side.witness.sections),
                    )
                    for side in (left, right)
                ],
            ),
            WHOLE,
        ),
    )


def _text(witness: Witness, briefing: Briefing, find: Lookup) -> ComparedText:
    """Return a text with its names for sentences and labels, its grade, and the URL for reading
    it."""
    link = text_link(briefing.slug, witness.source.id, find)
    short = find.origin(briefing.slug, witness.source.id).short
    fragment = "title" if link.primary else ids.text_id(witness.source.id)
    return ComparedText(
        link=link,
        short=short,
        label=capital(short),
        reading=urls.briefing_url(briefing.slug, fragment),
    )


def _apart(records: Sequence[Discrepancy], in_rows: set[str], find: Lookup) -> list[RecordRow]:
    """Return the discrepancies that no row covers, such as those in headings or lists of names."""
    return [
        RecordRow(
            differences=[of_record(record, find)],
            quotations=[
                quotation(place, find, figures=record.figures)
                for place in primary_first(record.passages, find)
            ],
        )
        for record in sorted(records, key=lambda record: -record.weight)
        if record.id not in in_rows and record.status != "dismissed"
    ]


def _is_of_fact(row: PairRow | RecordRow) -> bool:
    return bool(row.differences) and row.differences[0].fact


def _differs(row: PairRow | RecordRow) -> bool:
    """Return whether a row has any difference, including wording."""
    return bool(row.differences or row.terms or row.changed)


# ---- In a sentence


def _extent(texts: Sequence[ComparedText], shares: Sequence[Share]) -> str:
    """Say how much of each text the other one contains."""
    (a, b), (of_a, of_b) = texts, shares
    if of_a.sentences == of_a.of and of_b.sentences == of_b.of:
        return say.comparison.same_throughout(one=a.label, other=b.short)
    part = f"{of_a.percent}%" if of_a.sentences else "nothing"
    if of_b.sentences == of_b.of:
        return say.comparison.share(one=b.label, part=part, other=a.short)
    rest_of_b = say.counts.sentences(count=of_b.of - of_b.sentences)
    return say.comparison.share_and_more(one=b.label, part=part, other=a.short, sentences=rest_of_b)


def _verdict(
    pairs: Sequence[PairRow],
    facts: Sequence[PairRow | RecordRow],
    wordings: Sequence[PairRow | RecordRow],
) -> str:
    """Say how far the texts agree on what both contain."""
    if not facts and not wordings:
        if all(row.identical for row in pairs):
            return say.comparison.word_for_word if pairs else ""
        return say.comparison.no_difference
    places = say.counts.places(count=len(wordings))
    if not facts:
        return say.comparison.only_wordings(places=places)
    about = in_words(difference.about for difference in of_fact(facts))
    if not wordings:
        return say.comparison.facts(about=about)
    return say.comparison.facts_and_wordings(about=about, places=places)


# ---- What only one has, and what both have


def _only(side: Side, gaps: Sequence[GapRow]) -> OnlyOne:
    """Return the sentences that the other text lacks, folded if they are many."""
    sentences = sum(gap.sentences for gap in gaps)
    return OnlyOne(
        gaps=[
            replace(
                _begun(gap) if sentences > _SHOWN else gap,
                folded=sentences > _SHOWN,
                extent=_counts(gap.sentences, gap.words),
            )
            for gap in gaps
        ],
        extent=_counts(sentences, sum(gap.words for gap in gaps)),
        side=side.name,
    )


def _begun(gap: GapRow) -> GapRow:
    """Clip the passages of a gap to their first words; readers can open the full text."""
    parts = [
        replace(
            part,
            passages=[
                replace(passage, text=wording.clip(passage.text, _BEGINNING))
                for passage in part.passages
            ],
        )
        for part in gap.parts
    ]
    return replace(gap, parts=parts)


def _counts(sentences: int, words: int) -> str:
    return say.comparison.extent(
        sentences=say.counts.sentences(count=sentences), words=say.counts.words(count=words)
    )


def _runs(pairs: Sequence[PairRow]) -> Iterator[RunAlike]:
    """Yield runs of consecutive rows without a difference, verbatim or paraphrased."""
    for kind, run in groupby(pairs, key=lambda row: None if _differs(row) else row.identical):
        if kind is None:
            continue
        rows_alike = list(run)
        sentences = say.counts.sentences(count=sum(row.sentences for row in rows_alike))
        words = say.comparison.run_alike if kind else say.comparison.run_retold
        yield RunAlike(
            words=words(sentences=sentences),
            names=first_names(row.who_a for row in rows_alike),
            rows=rows_alike,
        )


# ---- How much of each


def _share(pieces: Sequence[Piece], side: Side) -> Share:
    shared = [piece for piece in pieces if piece.order in side.group]
    words = sum(piece.words for piece in pieces)
    words_shared = sum(piece.words for piece in shared)
    return Share(
        percent=round(100 * words_shared / words) if words else 0,
        sentences=len(shared),
        of=len(pieces),
        words=f"{words:,}",
    )


def _shares(side: Side, groups: dict[str, list[Piece]]) -> list[Share]:
    return [replace(_share(pieces, side), name=name) for name, pieces in groups.items()]


def _by_part(side: Side) -> dict[str, list[Piece]]:
    """Group the sentences by speaker, or by section in an article."""
    by_part: dict[str, list[Piece]] = defaultdict(list)
    for piece in side.pieces:
        by_part[side.speaker(piece.part)].append(piece)
    return by_part


def _by_topic(side: Side, find: Lookup) -> dict[str, list[Piece]]:
    """Group the sentences by topic; a sentence with several topics counts under each."""
    topics: dict[str, tuple[str, ...]] = dict(side.briefing.section_topics)
    if side.witness.source.id == side.briefing.primary.source.id:
        for exchange in side.briefing.exchanges:
            for turn in (exchange.question, *exchange.handovers, *exchange.answers):
                topics[turn] = exchange.topics
    by_topic: dict[str, list[Piece]] = defaultdict(list)
    for piece in side.pieces:
        for topic in topics.get(piece.part.id, ()):
            if topic in find.topics:
                by_topic[find.topics[topic].title].append(piece)
    return by_topic
