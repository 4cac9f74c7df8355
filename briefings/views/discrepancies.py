"""The ledger: every record of what does not agree, with the words of all texts that it is about."""

from __future__ import annotations

from briefings import wording
from briefings.model.figures import Discrepancy
from briefings.model.page import Page

from .gone import former_addresses
from .lookup import Context, Lookup
from .relations import options, quotation

STATUSES = {
    "found": "found by rule",
    "confirmed": "confirmed by editors",
    "reworded": "reworded by editors",
    "dismissed": "dismissed by editors",
    "added": "added by editors",
}


def discrepancies_page(find: Lookup) -> Page:
    """All records, those that editors dismissed last and said to be so."""
    records = sorted(find.corpus.discrepancies, key=lambda one: one.status == "dismissed")
    return find.page(
        "discrepancies/",
        "discrepancies.md.j2",
        "Discrepancies",
        f"{wording.count(len(records), 'place')} where texts that should agree do not, or whose "
        "numbers are worth holding together.",
        "ledger",
        records=[_record(one, find) for one in records],
        former=former_addresses("discrepancies/", find),
        types=options((one.type for one in records), {}),
        statuses=options((one.status for one in records), STATUSES),
        sources=options((id_ for one in records for id_ in _sources(one)), {}),
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
        "quotations": [quotation(place, find) for place in one.passages],
        "sources": _sources(one),
    }


def _sources(one: Discrepancy) -> list[str]:
    return sorted({place.source for place in one.passages})
