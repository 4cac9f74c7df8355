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
# The difference may be at the end of a long sentence.
_SENTENCE = 700


@dataclass(frozen=True, slots=True)
class DiscrepanciesPage:
    """The context of `discrepancies.md.j2`: discrepancies, and facets to filter them.

    `sections` are the factual discrepancies, those of wording, and the dismissed ones, each sorted
    by descending weight. `former` are addresses of records that no longer exist. `count` states the
    total, `shown` the number on this page, and `extent` summarizes the differences in a sentence.
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
    """Return the table of discrepancies, sorted by the newest briefing of each, newest first."""

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
    """Return the page of all discrepancies, dismissed ones last; a long list is split by year."""
    table = discrepancies_table(find)
    if not table.parts:
        return _page(find.corpus.discrepancies, Paging(), find)
    return table.first_page(lambda shown, paging: _page(shown, paging, find))


def discrepancies_parts(find: Lookup) -> list[Pending]:
    """Return a page of discrepancies for each year if one page cannot list them all."""
    return discrepancies_table(find).pages(lambda shown, paging: _page(shown, paging, find))


def _page(shown: Sequence[Discrepancy], paging: Paging, find: Lookup) -> Page:
    # The facets of a long table are in its data files.
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
    """Summarize the differences in the page's first sentence; pages of a long list give no
    counts."""
    if paging.paged:
        return say.discrepancies.about
    standing = [one for one in shown if one.status != "dismissed"]
    facts = sum(one.group == "fact" for one in standing)
    return say.discrepancies.extent(
        facts=say.counts.places(count=facts),
        wordings=say.counts.places(count=len(standing) - facts),
    )


def _sections(records: Sequence[Discrepancy], find: Lookup) -> list[Context]:
    """Group discrepancies into sections, each sorted by descending weight."""
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
    """Return the basis of a discrepancy, or an empty list if it only names the quoted passages."""
    basis = find.annotated.ground(one.basis) or []
    leads = {run["url"] for run in basis if run["url"]}
    return [] if leads and leads <= set(quoted) else basis


def _text_titles(records: Iterable[Discrepancy], find: Lookup) -> dict[str, str]:
    """Map the sources of discrepancies to the usual names of their texts."""
    return {
        place.source: find.origin(place.briefing, place.source)["name"]
        for one in records
        for place in one.passages
    }


def _sources(one: Discrepancy) -> list[str]:
    return sorted({place.source for place in one.passages})
