"""Set phrases and recurring sentences: the index of both, and how the sentences changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model.page import Page, Piece
from briefings.model.relations import Formula, Occurrence, Phrase, Redline
from briefings.model.relations import Run as RedlineRun

from .gone import FormerAddress, former_addresses
from .links import BriefingLink, Link, Name
from .lookup import Lookup
from .paging import (
    WHOLE,
    Directory,
    Paging,
    Part,
    context_of,
    count_of,
    files_of,
    hub,
    part_pages,
    places,
)  # fmt: skip
from .pending import Pending
from .phrases import PhraseRow, phrase_pages, phrase_parts, phrase_row
from .tables import Table
from .text_links import TextLink, text_of

URL = urls.FORMULAS
# What the first page shows if it cannot show everything: the most significant phrases, and the
# sentences found in most briefings.
FIRST_PHRASES, FIRST_SENTENCES = 40, 4


@dataclass(frozen=True, slots=True)
class FormulaUse:
    """A use of a recurring sentence; `runs` show how it differs from the one before, and `same`
    says that it does not."""

    briefing: BriefingLink
    url: str
    line: str
    of: TextLink
    who: Name
    text: str
    runs: tuple[RedlineRun, ...] | None
    same: bool


@dataclass(frozen=True, slots=True)
class FormulaEntry:
    """A recurring sentence with its uses; `more` counts those that are not shown, and `order` are
    its places in enumerations."""

    id: str
    title: str
    briefings: int
    order: str | None
    more: int
    occurrences: list[FormulaUse]


@dataclass(frozen=True, slots=True)
class FormulaRow:
    """A recurring sentence in short, for the data files of the table."""

    id: str
    url: str
    title: str
    text: str
    of: TextLink
    extent: str
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class FormulasPage:
    """The context of `formulas.md.j2`: phrases and recurring sentences, and addresses that no
    longer exist.

    `phrase_count` and `count` state the total numbers of phrases and sentences. `letters` links to
    the pages of the list of phrases, if it is split.
    """

    phrases: list[PhraseRow]
    phrase_count: str
    letters: Directory | None
    formulas: list[FormulaEntry]
    count: str
    former: list[FormerAddress]


def formulas_table(find: Lookup) -> Table[Formula]:
    """Return the table of recurring sentences by the year of their first use, which later uses do
    not change."""
    most = find.site.limits.occurrences
    return Table(
        page=URL,
        title=interface.thing("returning-sentence").title,
        one=say.tables.sentence,
        many=say.tables.sentences,
        items=sorted(
            find.corpus.relations.formulas,
            key=lambda formula: formula.occurrences[0].date or "",
            reverse=True,
        ),
        id_of=lambda formula: formula.id,
        date=lambda formula: formula.occurrences[0].date,
        row=partial(_row, find=find),
        facets={},
        most=find.site.limits.formulas,
        find=find,
        size=lambda formula: min(len(formula.occurrences), most),
    )


def formulas_page(find: Lookup) -> Page:
    """Return the page of phrases and sentences; of long lists it shows the most significant
    entries."""
    table, letters = formulas_table(find), phrase_parts(find)
    formulas: Sequence[Formula] = find.corpus.relations.formulas
    phrases: Sequence[Phrase] = find.corpus.relations.phrases
    files = files_of(_parts(find), find)
    paging = WHOLE
    if letters:
        phrases = phrases[:FIRST_PHRASES]
    if table.parts:
        formulas = sorted(formulas, key=lambda formula: -_briefings(formula))[:FIRST_SENTENCES]
        paging = hub(table.parts, files)
    directory = hub(letters, files).directory
    return _page(phrases, formulas, directory, paging, find)


def formulas_parts(find: Lookup) -> list[Pending]:
    """Return pages of sentences by year and of phrases by letter, if they do not fit one page, and
    the pages of single phrases."""
    return [
        *formulas_table(find).pages(
            lambda formulas, paging: _page((), formulas, None, paging, find)
        ),
        *part_pages(
            phrase_parts(find), Link(interface.section("set-phrases").title, URL),
            lambda phrases, paging: _page(phrases, (), None, paging, find), counting("set-phrase"),
        ),
        *phrase_pages(find),
    ]  # fmt: skip


def formulas_files(find: Lookup) -> Iterator[Piece]:
    """Yield the rows of a long table of sentences, and the page on which each sentence or phrase is
    found."""
    pieces = {piece.path: piece for piece in formulas_table(find).files()}
    pieces |= {piece.path: piece for piece in places(_parts(find), URL, str, find)}
    yield from pieces.values()


def _parts(find: Lookup) -> list[Part[str]]:
    """Return all parts of the index with their ids: sentences by year, phrases by letter."""
    sentences = [
        Part(
            part.by, part.key, part.number, part.url, tuple(it.id for it in part.items), part.count
        )
        for part in formulas_table(find).parts
    ]
    return sentences + [
        Part(
            part.by, part.key, part.number, part.url, tuple(it.id for it in part.items), part.count
        )
        for part in phrase_parts(find)
    ]


def _page(
    phrases: Sequence[Phrase],
    formulas: Sequence[Formula],
    letters: Directory | None,
    paging: Paging,
    find: Lookup,
) -> Page:
    relations = find.corpus.relations
    clipped = paging.paged is not None
    return find.page(
        URL,
        "formulas.md.j2",
        interface.section("set-phrases").title,
        say.set_phrases.description,
        "ledger",
        **context_of(
            FormulasPage(
                phrases=[phrase_row(phrase, find) for phrase in phrases],
                phrase_count=count_of(
                    paging, lambda: len(relations.phrases), counting("set-phrase")
                ),
                letters=letters,
                formulas=[_formula(formula, find, clipped) for formula in formulas],
                count=count_of(paging, lambda: len(relations.formulas), say.counts.sentences),
                former=former_addresses(URL, find) if paging.steps is None else [],
            ),
            paging,
        ),
    )


def _briefings(formula: Formula) -> int:
    return len({occurrence.place.briefing for occurrence in formula.occurrences})


def _formula(formula: Formula, find: Lookup, clipped: bool) -> FormulaEntry:
    """Return a recurring sentence; `clipped` keeps only its newest occurrences."""
    most = find.site.limits.occurrences
    more = len(formula.occurrences) - most if clipped else 0
    occurrences = formula.occurrences[-most:] if more > 0 else formula.occurrences
    redlines: list[Redline | None] = [None] * (len(formula.occurrences) - len(formula.redlines))
    redlines += formula.redlines
    items = [occurrence.item for occurrence in formula.occurrences]
    return FormulaEntry(
        id=formula.id,
        title=formula.title,
        briefings=_briefings(formula),
        order=_order(formula) if len(set(items)) > 1 and sum(map(bool, items)) > 1 else None,
        more=max(0, more),
        occurrences=[
            _occurrence(occurrence, redline, find)
            for occurrence, redline in zip(occurrences, redlines[-len(occurrences) :], strict=True)
        ],
    )


def _row(formula: Formula, find: Lookup) -> FormulaRow:
    """Return a recurring sentence in short, for the data files of the table."""
    earliest, latest = formula.occurrences[0], formula.occurrences[-1]
    return FormulaRow(
        id=formula.id,
        url=urls.formula_url(formula.id),
        title=formula.title,
        text=latest.text,
        of=text_of(latest.place, find),
        extent=say.set_phrases.sentence_extent(
            briefings=interface.count(_briefings(formula), "briefing"),
            days=wording.days([earliest.date, latest.date]),
        ),
        keys={},
    )


def _order(formula: Formula) -> str:
    """Return the position of the sentence in each enumeration that contains it."""
    places = [
        say.set_phrases.place_in_list(
            place=wording.ordinal(occurrence.item), day=wording.date_words(occurrence.date)
        )
        for occurrence in formula.occurrences
        if occurrence.item
    ]
    return ", ".join(places)


def _occurrence(occurrence: Occurrence, redline: Redline | None, find: Lookup) -> FormulaUse:
    who = find.who(occurrence.speaker, occurrence.speaker_name)
    return FormulaUse(
        briefing=find.briefing_link(occurrence.place.briefing),
        url=urls.place_url(occurrence.place),
        line=say.places.line(line=occurrence.place.line),
        of=text_of(occurrence.place, find),
        who=who or Name(name=say.rows.nobody_named, url=None),
        text=occurrence.text,
        runs=redline.runs if redline else None,
        same=redline is not None and all(run.kind == "same" for run in redline.runs),
    )
