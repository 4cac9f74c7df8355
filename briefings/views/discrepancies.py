"""The ledger: every record of what does not agree, with the words of all texts that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from briefings import anchors
from briefings.model.figures import Discrepancy
from briefings.model.page import Page

from .gone import former_addresses
from .lookup import Context, Lookup
from .paging import Paging, context_of, count_of
from .pending import Pending
from .relations import options, quotation
from .tables import Table

STATUSES = {
    "found": "found by rule",
    "confirmed": "confirmed by editors",
    "reworded": "reworded by editors",
    "dismissed": "dismissed by editors",
    "added": "added by editors",
}


URL = anchors.DISCREPANCIES


@dataclass(frozen=True, slots=True)
class DiscrepanciesPage:
    """What `discrepancies.md.j2` shows: some records or all, what they are narrowed by.

    `former` are addresses of records that are gone; `count` says how many there are in all.
    """

    records: list[Context]
    former: list[Context]
    types: list[Context]
    statuses: list[Context]
    sources: list[Context]
    count: str


def discrepancies_table(find: Lookup) -> Table[Discrepancy]:
    """All records, by the newest briefing that each is about."""

    def date(one: Discrepancy) -> str | None:
        known = [find.briefings[place.briefing].date for place in one.passages]
        return max((day for day in known if day), default=None)

    return Table(
        page=URL,
        title="Discrepancies",
        one="record",
        many="records",
        items=sorted(find.corpus.discrepancies, key=lambda one: date(one) or "", reverse=True),
        id_of=lambda one: one.id,
        date=date,
        row=partial(_record, find=find),
        facets={"type": {}, "status": STATUSES, "source": {}},
        most=find.site.limits.discrepancies,
        find=find,
    )


def discrepancies_page(find: Lookup) -> Page:
    """All records, those that editors dismissed last and said to be so; of many the newest."""
    table = discrepancies_table(find)
    if not table.parts:
        records = sorted(find.corpus.discrepancies, key=lambda one: one.status == "dismissed")
        return _page(records, Paging(), find)
    return table.first_page(lambda shown, paging: _page(shown, paging, find))


def discrepancies_parts(find: Lookup) -> list[Pending]:
    """The records of each year, where all are too many for one page."""
    return discrepancies_table(find).pages(lambda shown, paging: _page(shown, paging, find))


def _page(shown: Sequence[Discrepancy], paging: Paging, find: Lookup) -> Page:
    # What a long table can be narrowed by stands in its files.
    known = () if paging.paged else shown
    return find.page(
        URL,
        "discrepancies.md.j2",
        "Discrepancies",
        f"{count_of(paging, lambda: len(find.corpus.discrepancies), 'place')} where texts that "
        "should agree do not, or whose numbers are worth holding together.",
        "ledger",
        **context_of(
            DiscrepanciesPage(
                records=[_record(one, find) for one in shown],
                former=former_addresses(URL, find) if paging.steps is None else [],
                types=options((one.type for one in known), {}),
                statuses=options((one.status for one in known), STATUSES),
                sources=options((id_ for one in known for id_ in _sources(one)), {}),
                count=count_of(paging, lambda: len(find.corpus.discrepancies), "record"),
            ),
            paging,
        ),
    )


def _record(one: Discrepancy, find: Lookup) -> Context:
    return {
        "id": one.id,
        "type": one.type,
        "status": one.status,
        "status_words": STATUSES[one.status],
        "found_by": one.found_by,
        "text": one.text,
        "basis": one.basis,
        "ruling": one.ruling,
        "quotations": [quotation(place, find) for place in one.passages],
        "sources": _sources(one),
        "keys": {"type": one.type, "status": one.status, "source": " ".join(_sources(one))},
    }


def _sources(one: Discrepancy) -> list[str]:
    return sorted({place.source for place in one.passages})
