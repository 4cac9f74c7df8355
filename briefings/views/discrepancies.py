"""Where texts do not agree: differences of fact by their weight, those of wording apart."""

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

from .gone import former_addresses
from .lookup import Context, Lookup
from .paging import Paging, context_of, count_of
from .pending import Pending
from .plain_records import TYPES, heading, in_plain_words, text_names
from .relations import options, quotation
from .tables import Table
from .text_links import primary_first

STATUSES = Labels("discrepancy-statuses")
CLASSES = Labels("discrepancy-classes")


URL = urls.DISCREPANCIES
# What differs may stand at the end of a long sentence.
_SENTENCE = 700


@dataclass(frozen=True, slots=True)
class DiscrepanciesPage:
    """What `discrepancies.md.j2` shows: some records or all, what they are narrowed by.

    `sections` are records of fact, of wording, and those that editors dismissed, each the heaviest
    first.  `former` are addresses of records that are gone; `count` says how many there are in
    all, `shown` how many on the page; `extent` says in a sentence what differs.
    """

    sections: list[Context]
    shown: int
    former: list[Context]
    types: list[Context]
    classes: list[Context]
    statuses: list[Context]
    sources: list[Context]
    extent: str
    count: str


def discrepancies_table(find: Lookup) -> Table[Discrepancy]:
    """All records, by the newest briefing that each is about."""

    def date(one: Discrepancy) -> str | None:
        known = [find.briefings[place.briefing].date for place in one.passages]
        return max((day for day in known if day), default=None)

    titles = _text_titles(find.corpus.discrepancies, find)
    return Table(
        page=URL,
        title=interface.section("discrepancies").title,
        one=say.tables.difference,
        many=say.tables.differences,
        items=sorted(find.corpus.discrepancies, key=lambda one: date(one) or "", reverse=True),
        id_of=lambda one: one.id,
        date=date,
        row=partial(_record, find=find),
        facets={"type": TYPES, "class": CLASSES, "status": STATUSES, "source": titles},
        most=find.site.limits.discrepancies,
        find=find,
        slack=False,  # an entry quotes whole sentences
    )


def discrepancies_page(find: Lookup) -> Page:
    """All records, those that editors dismissed last and said to be so; of many the newest."""
    table = discrepancies_table(find)
    if not table.parts:
        return _page(find.corpus.discrepancies, Paging(), find)
    return table.first_page(lambda shown, paging: _page(shown, paging, find))


def discrepancies_parts(find: Lookup) -> list[Pending]:
    """The records of each year, where all are too many for one page."""
    return discrepancies_table(find).pages(lambda shown, paging: _page(shown, paging, find))


def _page(shown: Sequence[Discrepancy], paging: Paging, find: Lookup) -> Page:
    # What a long table can be narrowed by stands in its files.
    known = () if paging.paged else shown

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
                sections=_sections(shown, find),
                shown=len(shown),
                former=former_addresses(URL, find) if paging.steps is None else [],
                types=options((one.type for one in known), TYPES),
                classes=options((one.group for one in known), CLASSES),
                statuses=options((one.status for one in known), STATUSES),
                sources=options(
                    (id_ for one in known for id_ in _sources(one)), _text_titles(known, find)
                ),
                extent=_extent(shown, paging),
                count=count_of(paging, total, say.counts.differences),
            ),
            paging,
        ),
    )


def _extent(shown: Sequence[Discrepancy], paging: Paging) -> str:
    """How much differs, as the page's first sentence; a part of a long list counts nothing."""
    if paging.paged:
        return say.discrepancies.about
    standing = [one for one in shown if one.status != "dismissed"]
    facts = sum(one.group == "fact" for one in standing)
    return say.discrepancies.extent(
        facts=say.counts.places(count=facts),
        wordings=say.counts.places(count=len(standing) - facts),
    )


def _sections(records: Sequence[Discrepancy], find: Lookup) -> list[Context]:
    """Records by what they are to a reader, each section's heaviest first."""
    titles = {
        "facts": say.discrepancies.facts,
        "wordings": say.discrepancies.wordings,
        "dismissed": say.discrepancies.dismissed,
    }
    sections: dict[str, list[Discrepancy]] = {name: [] for name in titles}
    for one in sorted(records, key=lambda one: -one.weight):
        if one.status == "dismissed":
            sections["dismissed"].append(one)
        else:
            sections["facts" if one.group == "fact" else "wordings"].append(one)
    return [
        {"id": name, "title": title, "records": [_record(one, find) for one in sections[name]]}
        for name, title in titles.items()
        if sections[name]
    ]


def _record(one: Discrepancy, find: Lookup) -> Context:
    ruling = one.ruling or Ruling()
    quotations = [quotation(place, find, _SENTENCE) for place in primary_first(one.passages, find)]
    return {
        "id": one.id,
        "type": TYPES[one.type],
        "status": one.status,
        "status_words": STATUSES[one.status],
        "title": heading(one),
        "text": in_plain_words(one, text_names(one, find)),
        "basis": _basis(one, {quoted["url"] for quoted in quotations}, find),
        "takeaway": ruling.takeaway,
        "reason": ruling.reason,
        "signed": ", ".join(
            filter(None, (ruling.author, wording.date_words(ruling.date) if ruling.date else ""))
        ),
        "quotations": quotations,
        "keys": {
            "type": one.type,
            "class": one.group,
            "status": one.status,
            "source": " ".join(_sources(one)),
        },
    }


def _basis(one: Discrepancy, quoted: Collection[str], find: Lookup) -> list[Context]:
    """What a record rests on; nothing where that is the passages that it quotes already."""
    basis = find.annotated.ground(one.basis) or []
    leads = {run["url"] for run in basis if run["url"]}
    return [] if leads and leads <= set(quoted) else basis


def _text_titles(records: Iterable[Discrepancy], find: Lookup) -> dict[str, str]:
    """What people call the texts that records are about, by source."""
    return {
        place.source: find.origin(place.briefing, place.source)["name"]
        for one in records
        for place in one.passages
    }


def _sources(one: Discrepancy) -> list[str]:
    return sorted({place.source for place in one.passages})
