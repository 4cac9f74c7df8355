"""Discrepancies between texts: factual ones by weight, then those of wording."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from briefings import interface, urls, wording
from briefings.interface import Labels, say
from briefings.model.figures import (
    Discrepancy,
    Ruling,
)
from briefings.model.page import Page

from .annotated import Run
from .gone import FormerAddress, former_addresses
from .lookup import Lookup
from .paging import Paging, context_of, count_of
from .pending import Pending
from .plain_records import TYPES, heading, in_plain_words, text_names
from .relations import Option, Quotation, options, quotation
from .tables import Table
from .text_links import primary_first

STATUSES = Labels("discrepancy-statuses")
CLASSES = Labels("discrepancy-classes")


URL = urls.DISCREPANCIES
# The difference may be at the end of a long sentence.
_SENTENCE = 700


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """A discrepancy with its quotations; `keys` are the values by which the table is filtered."""

    id: str
    type: str
    status: str
    status_words: str
    title: str
    text: str
    basis: list[Run]
    takeaway: str | None
    reason: str | None
    signed: str
    quotations: list[Quotation]
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class RecordSection:
    """Discrepancies of one kind."""

    id: str
    title: str
    records: list[RecordEntry]


@dataclass(frozen=True, slots=True)
class DiscrepanciesPage:
    """The context of `discrepancies.md.j2`: discrepancies, and facets to filter them.

    `sections` are the factual discrepancies, those of wording, and the dismissed ones, each sorted
    by descending weight. `former` are addresses of records that no longer exist. `count` states the
    total, `shown` the number on this page, and `extent` summarizes the differences in a sentence.
    """

    sections: list[RecordSection]
    shown: int
    former: list[FormerAddress]
    types: list[Option]
    classes: list[Option]
    statuses: list[Option]
    sources: list[Option]
    extent: str
    count: str


def discrepancies_table(find: Lookup) -> Table[Discrepancy]:
    """Return the table of discrepancies, sorted by the newest briefing of each, newest first."""

    def date(record: Discrepancy) -> str | None:
        known = [find.briefings[place.briefing].date for place in record.passages]
        return max((day for day in known if day), default=None)

    titles = _text_titles(find.corpus.discrepancies, find)
    return Table(
        page=URL,
        title=interface.section("discrepancies").title,
        one=say.tables.difference,
        many=say.tables.differences,
        items=sorted(
            find.corpus.discrepancies, key=lambda record: date(record) or "", reverse=True
        ),
        id_of=lambda record: record.id,
        date=date,
        row=partial(_record, find=find),
        facets={"type": TYPES, "class": CLASSES, "status": STATUSES, "source": titles},
        most=find.site.limits.discrepancies,
        find=find,
        slack=False,  # an entry quotes whole sentences
    )


def discrepancies_page(find: Lookup) -> Page:
    """Return the page of all discrepancies, dismissed ones last; a long list is split by year."""
    table = discrepancies_table(find)
    if not table.parts:
        return _page(find.corpus.discrepancies, Paging(), find)
    return table.first_page(lambda records, paging: _page(records, paging, find))


def discrepancies_parts(find: Lookup) -> list[Pending]:
    """Return a page of discrepancies for each year if one page cannot list them all."""
    return discrepancies_table(find).pages(lambda records, paging: _page(records, paging, find))


def _page(records: Sequence[Discrepancy], paging: Paging, find: Lookup) -> Page:
    # The facets of a long table are in its data files.
    known = () if paging.paged else records

    def total() -> int:
        return len(find.corpus.discrepancies)

    return find.page(
        URL,
        "discrepancies.md.j2",
        interface.section("discrepancies").title,
        say.discrepancies.description(places=count_of(paging, total, say.counts.places)),
        "ledger",
        **context_of(
            DiscrepanciesPage(
                sections=_sections(records, find),
                shown=len(records),
                former=former_addresses(URL, find) if paging.steps is None else [],
                types=options((record.type for record in known), TYPES),
                classes=options((record.group for record in known), CLASSES),
                statuses=options((record.status for record in known), STATUSES),
                sources=options(
                    (id_ for record in known for id_ in _sources(record)), _text_titles(known, find)
                ),
                extent=_extent(records, paging),
                count=count_of(paging, total, say.counts.differences),
            ),
            paging,
        ),
    )


def _extent(records: Sequence[Discrepancy], paging: Paging) -> str:
    """Summarize the differences in the page's first sentence; pages of a long list give no
    counts."""
    if paging.paged:
        return say.discrepancies.about
    undismissed = [record for record in records if record.status != "dismissed"]
    facts = sum(record.group == "fact" for record in undismissed)
    return say.discrepancies.extent(
        facts=say.counts.places(count=facts),
        wordings=say.counts.places(count=len(undismissed) - facts),
    )


def _sections(records: Sequence[Discrepancy], find: Lookup) -> list[RecordSection]:
    """Group discrepancies into sections, each sorted by descending weight."""
    titles = {
        "facts": say.discrepancies.facts,
        "wordings": say.discrepancies.wordings,
        "dismissed": say.discrepancies.dismissed,
    }
    sections: dict[str, list[Discrepancy]] = {name: [] for name in titles}
    for record in sorted(records, key=lambda record: -record.weight):
        if record.status == "dismissed":
            sections["dismissed"].append(record)
        else:
            sections["facts" if record.group == "fact" else "wordings"].append(record)
    return [
        RecordSection(
            id=name, title=title, records=[_record(record, find) for record in sections[name]]
        )
        for name, title in titles.items()
        if sections[name]
    ]


def _record(record: Discrepancy, find: Lookup) -> RecordEntry:
    ruling = record.ruling or Ruling()
    quotations = [
        quotation(place, find, _SENTENCE, record.figures)
        for place in primary_first(record.passages, find)
    ]
    return RecordEntry(
        id=record.id,
        type=TYPES[record.type],
        status=record.status,
        status_words=STATUSES[record.status],
        title=heading(record, find),
        text=in_plain_words(record, text_names(record, find)),
        basis=_basis(record, {quoted.url for quoted in quotations}, find),
        takeaway=ruling.takeaway,
        reason=ruling.reason,
        signed=", ".join(
            filter(None, (ruling.author, wording.date_words(ruling.date) if ruling.date else ""))
        ),
        quotations=quotations,
        keys={
            "type": record.type,
            "class": record.group,
            "status": record.status,
            "source": " ".join(_sources(record)),
        },
    )


def _basis(record: Discrepancy, quoted: Collection[str], find: Lookup) -> list[Run]:
    """Return the basis of a discrepancy, or an empty list if it only names the quoted passages."""
    basis = find.annotated.ground(record.basis) or []
    leads = {run.url for run in basis if run.url}
    return [] if leads and leads <= set(quoted) else basis


def _text_titles(records: Iterable[Discrepancy], find: Lookup) -> dict[str, str]:
    """Map the sources of discrepancies to the usual names of their texts."""
    return {
        place.source: find.origin(place.briefing, place.source).name
        for record in records
        for place in record.passages
    }


def _sources(record: Discrepancy) -> list[str]:
    return sorted({place.source for place in record.passages})
